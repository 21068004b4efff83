/// An amount with a suffix, such as `64M`, `1Gi` or `500m`: Kubernetes' resource.Quantity.
///
/// Exact for any magnitude; the smallest unit is 10^−9, and smaller parts are rounded away from zero when read.
///
/// `==` asks whether two quantities are the same *representation* (number, scale, format and kept text), as Go's
/// deep equality of decoded objects does. `64M` and `64000k` are different by `==` and equal by `isEqual(to:)`.
public struct Quantity: Sendable {
  enum Amount: Sendable, Hashable {
    /// value × 10^scale.
    case small(value: Int64, scale: Int32)
    case large(DecimalAmount)
  }

  /// A text that is no quantity.
  public enum ParseError: Error, Sendable, Hashable {
    /// Not of the form sign, digits, point, digits, suffix; an empty text too.
    case malformed
    /// The part before the suffix is no number.
    case number
    /// The suffix is none of the known ones.
    case suffix
  }

  var amount: Amount
  /// The suffix family in which the quantity is written.
  public internal(set) var format: QuantityFormat
  /// The text that was read, without surrounding white space; empty for a computed quantity.
  var written: String
  /// Whether `written` is what the quantity is written as again.
  var keepsWritten: Bool

  init(amount: Amount, format: QuantityFormat, written: String = "", keepsWritten: Bool = false) {
    self.amount = amount
    self.format = format
    self.written = written
    self.keepsWritten = keepsWritten
  }

  /// Zero.
  public init() {
    self.init(amount: .small(value: 0, scale: 0), format: .decimalSuffix)
  }

  /// `value` × 10^`scale` in the given format.
  public init(_ value: Int64, scale: Int32 = 0, format: QuantityFormat = .decimalSuffix) {
    self.init(amount: .small(value: value, scale: scale), format: format)
  }

  /// A number of bytes, written with binary suffixes.
  public init(bytes: Int64) {
    self.init(amount: .small(value: bytes, scale: 0), format: .binarySuffix)
  }

  /// The text as it was read, or the canonical text of a computed quantity.
  public var text: String { written.isEmpty ? canonicalText : written }

  /// Whether the amount is held as a 64-bit number; others came from long digit strings or binary fractions.
  var isSmall: Bool { if case .small = amount { true } else { false } }

  var exactAmount: DecimalAmount {
    switch amount {
    case .small(let value, let scale): DecimalAmount(value, exponent: Int(scale))
    case .large(let decimal): decimal
    }
  }

  public var isZero: Bool { sign == 0 }

  /// −1, 0 or 1.
  public var sign: Int {
    switch amount {
    case .small(let value, _): Int(value.signum())
    case .large(let decimal): decimal.sign
    }
  }
}

extension Quantity: Hashable {
  public static func == (left: Quantity, right: Quantity) -> Bool {
    left.amount == right.amount && left.format == right.format && left.keptText == right.keptText
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(amount)
    hasher.combine(format)
    hasher.combine(keptText)
  }

  private var keptText: String? { keepsWritten ? written : nil }

  /// Whether two decoded quantities are one and the same to v0.8.0's preset conflict test, which compares memory
  /// structures: an amount that does not fit the 64-bit form is held by reference there and so differs from
  /// everything, itself read twice included.
  public func isIdentical(to other: Quantity) -> Bool {
    isSmall && other.isSmall && self == other
  }
}

extension Quantity: CustomStringConvertible {
  public var description: String { canonicalText }
}
