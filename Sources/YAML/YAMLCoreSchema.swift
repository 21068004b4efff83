import JSON

/// Which JSON value a plain scalar is, as Kubernetes' YAML readers (YAML 1.1 by go-yaml v2) decide it.
enum YAMLCoreSchema {
  /// A plain scalar that no reader takes for anything but text is a string.
  static func resolve(_ text: String) -> JSONValue {
    if text.utf8.count > 64 { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE": return .bool(true)
    case "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE": return .bool(false)
    default: return number(text).map(JSONValue.number) ?? .string(text)
    }
  }

  /// Texts that this reader takes as strings and another one as something else: base 60, dates, infinities.
  static func isAmbiguous(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    if [".inf", "-.inf", "+.inf", ".nan"].contains(text.lowercased()) { return true }
    if text == "=" || text == "<<" { return true }
    let isNumberLike = (0x30...0x39).contains(first) || "+-.".utf8.contains(first)
    return isNumberLike
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.:_eExXoObBtTzZ".utf8.contains($0) || isHex($0) }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Integers in base 10, 16 (`0x`), 8 (`0` or `0o`) and 2 (`0b`), and floats; `_` between digits is passed over.
  private static func number(_ text: String) -> JSONNumber? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first) else { return nil }
    let plain = text.filter { $0 != "_" }
    if let integer = integer(plain) { return integer }
    return float(plain)
  }

  private static func integer(_ text: String) -> JSONNumber? {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    let radix: Int
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      (radix, digits) = (16, digits.dropFirst(2))
    } else if digits.hasPrefix("0o") || digits.hasPrefix("0O") {
      (radix, digits) = (8, digits.dropFirst(2))
    } else if digits.hasPrefix("0b") || digits.hasPrefix("0B") {
      (radix, digits) = (2, digits.dropFirst(2))
    } else if digits.count > 1, digits.first == "0", !digits.contains(".") {
      (radix, digits) = (8, digits.dropFirst())
    } else {
      radix = 10
    }
    guard let first = digits.first, first != "-", first != "+", let magnitude = UInt64(digits, radix: radix) else {
      return nil
    }
    return JSONNumber((isNegative && magnitude > 0 ? "-" : "") + String(magnitude))
  }

  /// Written as JSON wants it: a digit on either side of the point, no plus sign in front, no leading zeros.
  private static func float(_ text: String) -> JSONNumber? {
    var rest = text[...].utf8
    var result = ""
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      if sign == UInt8(ascii: "-") { result = "-" }
      rest = rest.dropFirst()
    }
    let integer = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[integer.endIndex...]
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      rest = rest[fraction.endIndex...]
    }
    guard !integer.isEmpty || !fraction.isEmpty else { return nil }
    let significant = integer.drop { $0 == UInt8(ascii: "0") }
    result += significant.isEmpty ? "0" : String(Substring(significant))
    if !fraction.isEmpty { result += "." + String(Substring(fraction)) }
    if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      result += String(Substring(rest))
    } else if !rest.isEmpty {
      return nil
    }
    return JSONNumber(result)
  }
}
