extension Quantity {
  /// What the quantity is written as: the text that was read where it is canonical, otherwise the shortest form with
  /// a suffix exponent divisible by 3, or the largest power of 1024 that divides it.
  public var canonicalText: String {
    if keepsWritten { return written }
    if isZero { return "0" }
    if format == .binarySuffix, let binary = binaryText { return binary }
    var (digits, exponent, isNegative) = decimalParts
    let excess = ((exponent % 3) + 3) % 3
    digits.multiply(byPowerOfTen: excess)
    exponent -= excess
    let suffix = QuantitySuffix.decimalText(
      exponent: exponent, format: format == .binarySuffix ? .decimalSuffix : format)
    return (isNegative ? "-" : "") + digits.text + suffix
  }

  /// The number without trailing zeros and its power of ten.
  private var decimalParts: (digits: DecimalDigits, exponent: Int, isNegative: Bool) {
    var decimal = exactAmount
    decimal.exponent += decimal.magnitude.removeTrailingZeros()
    return (decimal.magnitude, decimal.exponent, decimal.isNegative)
  }

  /// Whole amounts from 1024 up have a binary form; smaller, broken and larger than 64 bit ones are written decimally.
  private var binaryText: String? {
    let whole = exactAmount.scaledCapped(toExponent: 0)
    guard exactAmount.compare(to: DecimalAmount(whole, exponent: 0)) == 0, whole.magnitude >= 1024 else { return nil }
    var number = whole
    var power = 0
    while number % 1024 == 0, power < 6 {
      number /= 1024
      power += 1
    }
    return "\(number)\(QuantitySuffix.binaryText(power: power))"
  }
}
