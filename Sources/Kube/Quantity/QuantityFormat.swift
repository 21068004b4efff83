/// The family of suffixes in which a quantity is written.
public enum QuantityFormat: Sendable, Hashable {
  /// `n u m k M G T P E`: powers of 1000.
  case decimalSuffix
  /// `e3`: powers of ten.
  case decimalExponent
  /// `Ki Mi Gi Ti Pi Ei`: powers of 1024.
  case binarySuffix
}

/// The suffix table of Kubernetes' resource.Quantity, both ways.
enum QuantitySuffix {
  private static let decimal: [(text: String, exponent: Int)] = [
    ("n", -9), ("u", -6), ("m", -3), ("", 0), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18),
  ]
  private static let binary: [(text: String, exponent: Int)] = [
    ("", 0), ("Ki", 10), ("Mi", 20), ("Gi", 30), ("Ti", 40), ("Pi", 50), ("Ei", 60),
  ]

  /// Which format and power a suffix stands for; nil when it is none.
  static func interpret(_ suffix: Substring.UTF8View) -> (format: QuantityFormat, exponent: Int)? {
    let text = String(Substring(suffix))
    if let match = decimal.first(where: { $0.text == text }) { return (.decimalSuffix, match.exponent) }
    if let match = binary.first(where: { $0.text == text }) { return (.binarySuffix, match.exponent) }
    guard let first = suffix.first, first == UInt8(ascii: "e") || first == UInt8(ascii: "E"),
      let exponent = Int32(Substring(suffix.dropFirst()))
    else { return nil }
    return (.decimalExponent, Int(exponent))
  }

  /// The suffix for 10^exponent. A power that has no letter is written as an exponent in either format.
  static func decimalText(exponent: Int, format: QuantityFormat) -> String {
    if exponent == 0 { return "" }
    if format == .decimalSuffix, let match = decimal.first(where: { $0.exponent == exponent }) { return match.text }
    return "e\(exponent)"
  }

  /// The suffix for 1024^power; power is within 0...6.
  static func binaryText(power: Int) -> String { binary[power].text }
}
