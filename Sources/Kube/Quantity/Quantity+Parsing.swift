extension Quantity {
  /// Reads a quantity as apimachinery's ParseQuantity does, after trimming white space as its JSON decoder does.
  ///
  /// The digits may be missing: `Mi`, `.`, `-` and `e3` are 0.
  public init(_ text: some StringProtocol) throws(ParseError) {
    let trimmed = text.trimmingWhiteSpace
    try self.init(exactly: trimmed)
  }

  /// Reads a quantity that may not be surrounded by white space.
  public init(exactly text: some StringProtocol) throws(ParseError) {
    let text = String(text)
    guard !text.isEmpty else { throw .malformed }
    if text == "0" {
      self.init(amount: .small(value: 0, scale: 0), format: .decimalSuffix, written: text, keepsWritten: true)
      return
    }
    let parts = try QuantityParts(text)
    guard let (format, exponent) = QuantitySuffix.interpret(parts.suffix) else { throw .suffix }
    if let small = Self.smallAmount(parts, format: format, exponent: exponent) {
      self.init(
        amount: .small(value: small.value, scale: Int32(small.scale)), format: format, written: text,
        keepsWritten: small.isCanonical)
    } else {
      guard parts.hasDigits else { throw .number }
      self.init(parts, format: format, exponent: exponent, written: text)
    }
  }

  /// The most decimal digits that fit the 64-bit form.
  private static let mostDigits = 18
  /// The finest unit, 10^−9.
  static let finestExponent = -9

  private static func smallAmount(
    _ parts: QuantityParts, format: QuantityFormat, exponent: Int
  ) -> (value: Int64, scale: Int, isCanonical: Bool)? {
    let digits = parts.integer.count + parts.fraction.count
    var scale = 0
    var factor: Int64 = 1
    switch format {
    case .decimalSuffix, .decimalExponent:
      scale = exponent - parts.fraction.count
      guard digits <= mostDigits, scale >= finestExponent else { return nil }
    case .binarySuffix:
      guard parts.fraction.isEmpty, digits <= 14 - exponent * 3 / 10 else { return nil }
      factor = 1 << Int64(exponent)
    }
    guard let number = parts.number else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    if overflow { return nil }
    let isCanonical =
      switch format {
      case .binarySuffix: number & 7 != 0
      case .decimalSuffix, .decimalExponent: scale % 3 == 0 && parts.isFreeOfThousands
      }
    return (parts.isNegative ? -product : product, scale, isCanonical)
  }

  /// The slow path: exact digits, rounded away from zero to 10^−9; binary amounts are capped at 2^63 − 1.
  private init(_ parts: QuantityParts, format: QuantityFormat, exponent: Int, written: String) {
    var magnitude = DecimalDigits(ascii: [parts.integer, parts.fraction].joined())
    var decimal = DecimalAmount(isNegative: false, magnitude: magnitude, exponent: -parts.fraction.count)
    var format = format
    if format == .binarySuffix {
      magnitude.multiply(by: 1 << UInt64(exponent))
      decimal.magnitude = magnitude
    } else {
      decimal.exponent += exponent
    }
    _ = decimal.roundAwayFromZero(toExponent: Self.finestExponent)
    if format == .binarySuffix {
      let cap = DecimalAmount(.max, exponent: 0)
      if decimal.compare(to: cap) > 0 { decimal = cap }
      if decimal.sign > 0, decimal.compare(to: DecimalAmount(1, exponent: 0)) < 0 { format = .decimalSuffix }
    }
    decimal.isNegative = parts.isNegative && decimal.sign != 0
    self.init(amount: .large(decimal), format: format, written: written)
  }
}

/// A quantity's text cut into its parts; zeros that lead the integer part are dropped.
private struct QuantityParts {
  var isNegative = false
  var integer: Substring.UTF8View
  var fraction: Substring.UTF8View
  var suffix: Substring.UTF8View
  /// Whether a digit was written at all.
  var hasDigits = false

  init(_ text: String) throws(Quantity.ParseError) {
    var rest = text[...].utf8
    let end = rest.endIndex
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    let zeros = rest.prefix { $0 == UInt8(ascii: "0") }
    hasDigits = !zeros.isEmpty
    rest = rest[zeros.endIndex...]
    integer = rest.prefix(while: Self.isDigit)
    hasDigits = hasDigits || !integer.isEmpty
    rest = rest[integer.endIndex...]
    fraction = rest[end...]
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: Self.isDigit)
      hasDigits = hasDigits || !fraction.isEmpty
      rest = rest[fraction.endIndex...]
    }
    suffix = rest
    rest = rest[rest.prefix(while: Self.isSuffixLetter).endIndex...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard rest.allSatisfy(Self.isDigit) else { throw .malformed }
    // An integer part without digits counts as the one digit 0.
    if integer.isEmpty { integer = "0"[...].utf8 }
  }

  /// All digits, the point taken out, as a number of at most 18 digits.
  var number: Int64? {
    var value: Int64 = 0
    for digit in [integer, fraction].joined() { value = value * 10 + Int64(digit - UInt8(ascii: "0")) }
    return value
  }

  /// Whether the digits neither start with 0 nor end in 000, so that no shorter canonical form exists.
  var isFreeOfThousands: Bool {
    guard integer.first != UInt8(ascii: "0") else { return false }
    let digits = Array([integer, fraction].joined())
    return !(digits.count >= 3 && digits.suffix(3).allSatisfy { $0 == UInt8(ascii: "0") })
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isSuffixLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "u"),
      UInt8(ascii: "m"), UInt8(ascii: "k"), UInt8(ascii: "K"), UInt8(ascii: "M"), UInt8(ascii: "G"),
      UInt8(ascii: "T"), UInt8(ascii: "P"):
      true
    default: false
    }
  }
}

extension StringProtocol {
  /// The text without white space at either end.
  var trimmingWhiteSpace: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
