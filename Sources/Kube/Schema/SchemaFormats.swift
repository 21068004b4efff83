/// The formats and patterns of schemas that values are checked against.
enum SchemaFormats {
  /// The grammar of quantities in the schemas of custom kinds (apimachinery's API conventions).
  static let quantityPattern =
    #"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$"#

  /// Whether a text matches a pattern; one that is unknown here refuses nothing.
  static func matches(_ text: String, pattern: String) -> Bool {
    pattern != quantityPattern || isQuantity(text)
  }

  /// Whether a text is a quantity by `quantityPattern`.
  static func isQuantity(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    guard skipDecimal(&rest) else { return false }
    guard let suffix = rest.first else { return true }
    let name = String(decoding: rest, as: UTF8.self)
    if binarySuffixes.contains(name) || decimalSuffixes.contains(name) { return true }
    guard suffix == UInt8(ascii: "e") || suffix == UInt8(ascii: "E") else { return false }
    rest = rest.dropFirst()
    return skipDecimal(&rest) && rest.isEmpty
  }

  private static let binarySuffixes: Set<String> = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
  private static let decimalSuffixes: Set<String> = ["n", "u", "m", "k", "M", "G", "T", "P", "E"]

  /// A sign, digits and a fraction, with a digit at least.
  private static func skipDecimal(_ text: inout Substring.UTF8View) -> Bool {
    if let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { text = text.dropFirst() }
    let whole = skipDigits(&text)
    guard text.first == UInt8(ascii: ".") else { return whole > 0 }
    text = text.dropFirst()
    return skipDigits(&text) + whole > 0
  }

  private static func skipDigits(_ text: inout Substring.UTF8View) -> Int {
    let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    text = text.dropFirst(digits.count)
    return digits.count
  }

  /// Whether a text is a point in time by RFC 3339, section 5.6.
  static func isDateTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    func has(_ characters: String, at index: Int) -> Bool {
      index < bytes.count && characters.utf8.contains(bytes[index])
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19), has("-", at: 4), has("-", at: 7), has("Tt", at: 10),
      has(":", at: 13), has(":", at: 16), (1...12).contains(month), (1...days(of: month, year)).contains(day),
      hour <= 23, minute <= 59, second <= 59
    else { return false }
    var end = 19
    if has(".", at: end) {
      end += 1
      let start = end
      while has("0123456789", at: end) { end += 1 }
      if end == start { return false }
    }
    if has("Zz", at: end) { return end + 1 == bytes.count }
    return has("+-", at: end) && number(end + 1..<end + 3) != nil && has(":", at: end + 3)
      && number(end + 4..<end + 6) != nil && end + 6 == bytes.count
  }

  private static func days(of month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
