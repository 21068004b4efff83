/// A JSON number exactly as it was written.
public struct JSONNumber: Sendable {
  /// The number's text, by RFC 8259 section 6.
  public let text: String

  init(uncheckedText text: String) { self.text = text }

  /// Nil unless the text is a JSON number.
  public init?(_ text: String) {
    var copy = text
    let isNumber = copy.withUTF8 { buffer in
      var reader = JSONReader(UnsafeRawBufferPointer(buffer))
      guard let first = buffer.first, first == 0x2D || (0x30...0x39).contains(first) else { return false }
      guard let (bytes, _) = reader.scanNumber() else { return false }
      return bytes.count == buffer.count
    }
    guard isNumber else { return nil }
    self.text = text
  }

  public init(_ value: some FixedWidthInteger) { text = value.description }

  /// The value where it is written as an integer and fits.
  public var int64: Int64? { Int64(text) }
  /// The nearest binary floating point number.
  public var double: Double? { Double(text) }
}

extension JSONNumber: Hashable {
  /// Numbers are equal when they have one value, however written: `1`, `1.0` and `10e-1`.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    if left.text == right.text { return true }
    if let a = left.int64, let b = right.int64 { return a == b }
    guard left.double == right.double else { return false }
    return left.normalForm == right.normalForm
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(double) }

  /// Sign, digits without zeros at either end, and the power of ten of the last digit.
  private var normalForm: [String] {
    var mantissa = text[...]
    var exponent = 0
    if let mark = mantissa.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = Self.exponent(mantissa[mantissa.index(after: mark)...])
      mantissa = mantissa[..<mark]
    }
    let isNegative = mantissa.hasPrefix("-")
    if isNegative { mantissa = mantissa.dropFirst() }
    let parts = mantissa.split(separator: ".", maxSplits: 1)
    let fraction = parts.count > 1 ? parts[1] : ""
    var digits = Array((parts.first.map(String.init) ?? "") + fraction)
    exponent -= fraction.count
    while digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
    let significant = String(digits.drop { $0 == "0" })
    if significant.isEmpty { return [] }
    return [isNegative ? "-" : "", significant, String(exponent)]
  }

  /// An exponent kept so far within `Int` that counting digits can't leave it; beyond, numbers are as good as zero or
  /// infinite everywhere.
  private static func exponent(_ text: Substring) -> Int {
    let farthest = Int.max / 4
    guard let exponent = Int(text) else { return text.hasPrefix("-") ? -farthest : farthest }
    return min(max(exponent, -farthest), farthest)
  }
}

extension JSONNumber: ExpressibleByIntegerLiteral, CustomStringConvertible {
  public init(integerLiteral value: Int64) { self.init(value) }
  public var description: String { text }
}
