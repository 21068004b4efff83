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
  /// Digits before and after the point; a missing integer part counts as the one digit 0.
  var integer: Substring.UTF8View
  var fraction: Substring.UTF8View
  var suffix: Substring.UTF8View
  /// Whether a digit was written at all.
  var hasDigits = false
  /// All digits, the point taken out; nil when they don't fit.
  var number: Int64? = 0
  /// How many zeros end the digits.
  var trailingZeros = 0

  init(_ text: String) throws(Quantity.ParseError) {
    let bytes = text[...].utf8
    var position = bytes.startIndex
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.formIndex(after: &position)
    }
    while position < bytes.endIndex, bytes[position] == UInt8(ascii: "0") {
      hasDigits = true
      bytes.formIndex(after: &position)
    }
    integer = bytes[position..<position]
    fraction = integer
    suffix = integer
    integer = takeDigits(bytes, &position)
    if position < bytes.endIndex, bytes[position] == UInt8(ascii: ".") {
      bytes.formIndex(after: &position)
      fraction = takeDigits(bytes, &position)
    }
    suffix = bytes[position...]
    try Self.checkSuffix(suffix)
    if integer.isEmpty { integer = "0"[...].utf8 }
  }

  /// Whether the digits neither start with 0 nor end in 000, so that no shorter canonical form exists.
  var isFreeOfThousands: Bool { integer.first != UInt8(ascii: "0") && trailingZeros < 3 }

  private mutating func takeDigits(
    _ bytes: Substring.UTF8View, _ position: inout Substring.UTF8View.Index
  ) -> Substring.UTF8View {
    let start = position
    while position < bytes.endIndex, Self.isDigit(bytes[position]) {
      let digit = bytes[position] - UInt8(ascii: "0")
      trailingZeros = digit == 0 ? trailingZeros + 1 : 0
      if let value = number {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int64(digit))
        number = overflow || carry ? nil : sum
      }
      bytes.formIndex(after: &position)
    }
    if position > start { hasDigits = true }
    return bytes[start..<position]
  }

  /// Letters, a sign and digits, each optional; whether the letters mean anything is looked up later.
  private static func checkSuffix(_ suffix: Substring.UTF8View) throws(Quantity.ParseError) {
    var rest = suffix.drop { "eEinumkKMGTP".utf8.contains($0) }
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard rest.allSatisfy(isDigit) else { throw .malformed }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}

extension StringProtocol {
  /// The text without white space at either end.
  var trimmingWhiteSpace: Substring {
    let text = Substring(self)
    // Nearly all texts have nothing to trim, and bytes show that without looking for whole characters.
    let isPlain = { (byte: UInt8?) in byte.map { $0 > 0x20 && $0 < 0x7F } ?? false }
    if isPlain(text.utf8.first), isPlain(text.utf8.last) { return text }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return text[first...last]
  }
}
