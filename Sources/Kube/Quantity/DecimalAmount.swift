/// An exact decimal: ± magnitude × 10^exponent.
///
/// The exponent never has to be written out as zeros, so `1e2000000000` costs no more than `1`.
struct DecimalAmount: Sendable, Hashable {
  var isNegative: Bool
  var magnitude: DecimalDigits
  var exponent: Int

  /// How many powers of ten apart two addends may be before the smaller one no longer counts.
  static let widestAlignment = 4096

  init(isNegative: Bool, magnitude: DecimalDigits, exponent: Int) {
    self.isNegative = isNegative && !magnitude.isZero
    self.magnitude = magnitude
    self.exponent = exponent
  }

  init(_ value: Int64, exponent: Int) {
    self.init(isNegative: value < 0, magnitude: DecimalDigits(value.magnitude), exponent: exponent)
  }

  var sign: Int { magnitude.isZero ? 0 : (isNegative ? -1 : 1) }

  /// Rounds away from zero to a multiple of 10^target; returns whether nothing was lost.
  mutating func roundAwayFromZero(toExponent target: Int) -> Bool {
    guard exponent < target else { return true }
    let exact = magnitude.divideRoundingUp(byPowerOfTen: target - exponent)
    exponent = target
    return exact
  }

  func compare(to other: DecimalAmount) -> Int {
    if sign != other.sign { return sign < other.sign ? -1 : 1 }
    if sign == 0 { return 0 }
    let order = compareMagnitude(to: other)
    return isNegative ? -order : order
  }

  private func compareMagnitude(to other: DecimalAmount) -> Int {
    let gap = exponent - other.exponent
    return gap >= 0
      ? magnitude.compare(shiftedUpBy: gap, to: other.magnitude)
      : -other.magnitude.compare(shiftedUpBy: -gap, to: magnitude)
  }

  static prefix func - (amount: DecimalAmount) -> DecimalAmount {
    DecimalAmount(isNegative: !amount.isNegative, magnitude: amount.magnitude, exponent: amount.exponent)
  }

  static func + (left: DecimalAmount, right: DecimalAmount) -> DecimalAmount {
    if left.magnitude.isZero { return right }
    if right.magnitude.isZero { return left }
    var (high, low) = left.exponent >= right.exponent ? (left, right) : (right, left)
    let gap = high.exponent - low.exponent
    if gap > widestAlignment {
      if high.magnitude.count + gap > low.magnitude.count + widestAlignment { return high }
    }
    high.magnitude.multiply(byPowerOfTen: gap)
    let exponent = low.exponent
    if high.isNegative == low.isNegative {
      return DecimalAmount(
        isNegative: low.isNegative, magnitude: high.magnitude + low.magnitude, exponent: exponent)
    }
    switch high.magnitude.compare(to: low.magnitude) {
    case 0: return DecimalAmount(isNegative: false, magnitude: DecimalDigits(), exponent: exponent)
    case 1:
      return DecimalAmount(
        isNegative: high.isNegative, magnitude: high.magnitude - low.magnitude, exponent: exponent)
    default:
      return DecimalAmount(
        isNegative: low.isNegative, magnitude: low.magnitude - high.magnitude, exponent: exponent)
    }
  }

  mutating func multiply(by factor: Int64) {
    magnitude.multiply(by: factor.magnitude)
    isNegative = !magnitude.isZero && (isNegative != (factor < 0))
  }

  /// The lowest 64 bits of the amount in units of 10^scale, rounded away from zero.
  func scaledTruncating(toExponent scale: Int) -> Int64 {
    var rounded = self
    _ = rounded.roundAwayFromZero(toExponent: scale)
    var bits: UInt64 = 0
    for digit in rounded.magnitude.digits { bits = bits &* 10 &+ UInt64(digit) }
    // 10^64 is a multiple of 2^64: nothing is left in the lowest bits.
    for _ in 0..<min(max(0, rounded.exponent - scale), 64) { bits = bits &* 10 }
    return Int64(bitPattern: isNegative ? 0 &- bits : bits)
  }

  /// The amount in units of 10^scale, rounded away from zero and kept within Int64.
  func scaledCapped(toExponent scale: Int) -> Int64 {
    var rounded = self
    _ = rounded.roundAwayFromZero(toExponent: scale)
    if rounded.magnitude.isZero { return 0 }
    let limit = isNegative ? Int64.min : Int64.max
    guard rounded.magnitude.count + (rounded.exponent - scale) <= 19 else { return limit }
    rounded.magnitude.multiply(byPowerOfTen: rounded.exponent - scale)
    guard let unsigned = rounded.magnitude.unsigned else { return limit }
    if isNegative { return unsigned > UInt64(Int64.max) ? limit : -Int64(unsigned) }
    return Int64(exactly: unsigned) ?? limit
  }
}
