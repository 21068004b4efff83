import Kube

/// What Kubernetes says about names of pods' and config maps' parts that don't have their form; empty for good ones.
enum NameRules {
  static func portName(_ text: String) -> [String] {
    if NameValidation.isPortName(text) { return [] }
    var problems: [String] = []
    let isHyphen = { (byte: UInt8) in byte == UInt8(ascii: "-") }
    if text.utf8.count > 15 { problems.append("must be no more than 15 characters") }
    if !text.utf8.allSatisfy({ isHyphen($0) || isLower($0) || isDigit($0) }) {
      problems.append("has small letters, digits and '-' only")
    }
    if !text.utf8.contains(where: isLower) {
      problems.append("must contain at least one letter (a-z)")
    }
    if zip(text.utf8, text.utf8.dropFirst()).contains(where: { isHyphen($0) && isHyphen($1) }) {
      problems.append("must not contain consecutive hyphens")
    }
    if text.utf8.first.map(isHyphen) == true || text.utf8.last.map(isHyphen) == true {
      problems.append("must not begin or end with a hyphen")
    }
    return problems
  }

  /// Keys of config maps and secrets.
  static func configKey(_ text: String) -> [String] {
    var problems = tooLong(text, 253)
    if text.isEmpty || !text.utf8.allSatisfy(isKeyByte) {
      problems.append(
        "a key is a file's name of letters, digits, '-', '_' and '.'")
    } else if text == "." {
      problems.append("must not be '.'")
    } else if text.hasPrefix("..") {
      problems.append(text == ".." ? "must not be '..'" : "must not start with '..'")
    }
    return problems
  }

  static func environmentName(_ text: String) -> [String] {
    if !text.isEmpty, text.utf8.allSatisfy(isKeyByte), text.utf8.first.map(isDigit) == false {
      if text == "." { return ["must not be '.'"] }
      if text == ".." { return ["must not be '..'"] }
      return text.hasPrefix("..") ? ["must not start with '..'"] : []
    }
    return [
      "a variable's name has letters, digits, '-', '_' and '.', and does not begin with a digit"
    ]
  }

  /// Names of sysctls: parts of a letter or digit at both ends, with points between them.
  static func isKernelParameter(_ text: String) -> Bool {
    let isEnd = { (byte: UInt8?) in byte.map { isLower($0) || isDigit($0) } ?? false }
    let isInner = { (byte: UInt8) in isEnd(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }
    return text.utf8.count <= 253
      && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy { isEnd($0.first) && isEnd($0.last) && $0.allSatisfy(isInner) }
  }

  private static func tooLong(_ text: String, _ limit: Int) -> [String] {
    text.utf8.count > limit ? ["must be no more than \(limit) characters"] : []
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    isLower(byte) || isDigit(byte) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}
