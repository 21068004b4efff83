/// A natural number as decimal digits, most significant first, without leading zeros; zero has none.
///
/// The slow half of `Quantity`: powers of ten only move the point, so every operation is linear in the text that a
/// client sent.
struct DecimalDigits: Sendable, Hashable {
  private(set) var digits: [UInt8]

  init() { digits = [] }

  init(_ magnitude: UInt64) {
    digits = []
    var rest = magnitude
    while rest > 0 {
      digits.append(UInt8(rest % 10))
      rest /= 10
    }
    digits.reverse()
  }

  /// Takes ASCII digits; anything else ends the number.
  init(ascii: some Sequence<UInt8>) {
    digits = []
    for byte in ascii {
      guard byte >= 0x30, byte <= 0x39 else { break }
      if byte == 0x30, digits.isEmpty { continue }
      digits.append(byte - 0x30)
    }
  }

  var isZero: Bool { digits.isEmpty }
  var count: Int { digits.count }

  /// The number, or nil above 2^64 − 1.
  var unsigned: UInt64? {
    guard digits.count <= 20 else { return nil }
    var value: UInt64 = 0
    for digit in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  var text: String { digits.isEmpty ? "0" : String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self) }

  /// Divides by ten as often as that leaves no rest, and returns how often.
  mutating func removeTrailingZeros() -> Int {
    let significant = digits.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    let removed = digits.count - significant
    digits.removeLast(removed)
    return removed
  }

  mutating func multiply(byPowerOfTen power: Int) {
    guard !digits.isEmpty, power > 0 else { return }
    digits.append(contentsOf: repeatElement(0, count: power))
  }

  /// Divides by 10^power and rounds up; returns whether nothing was lost.
  mutating func divideRoundingUp(byPowerOfTen power: Int) -> Bool {
    guard !digits.isEmpty, power > 0 else { return true }
    let kept = max(0, digits.count - power)
    let exact = digits[kept...].allSatisfy { $0 == 0 }
    digits.removeLast(digits.count - kept)
    if !exact { self = self + DecimalDigits(1) }
    return exact
  }

  mutating func multiply(by factor: UInt64) {
    if factor == 0 {
      digits = []
      return
    }
    var carry: UInt128 = 0
    for index in digits.indices.reversed() {
      let product = UInt128(digits[index]) * UInt128(factor) + carry
      digits[index] = UInt8(product % 10)
      carry = product / 10
    }
    var head: [UInt8] = []
    while carry > 0 {
      head.append(UInt8(carry % 10))
      carry /= 10
    }
    if !head.isEmpty { digits.insert(contentsOf: head.reversed(), at: 0) }
  }

  /// −1, 0 or 1.
  func compare(to other: DecimalDigits) -> Int {
    if digits.count != other.digits.count { return digits.count < other.digits.count ? -1 : 1 }
    for (mine, theirs) in zip(digits, other.digits) where mine != theirs { return mine < theirs ? -1 : 1 }
    return 0
  }

  /// Compares with a number `gap` powers of ten up (gap ≥ 0): this × 10^gap against `other`.
  func compare(shiftedUpBy gap: Int, to other: DecimalDigits) -> Int {
    let length = digits.count + gap
    if length != other.digits.count { return length < other.digits.count ? -1 : 1 }
    for index in 0..<length {
      let mine = index < digits.count ? digits[index] : 0
      if mine != other.digits[index] { return mine < other.digits[index] ? -1 : 1 }
    }
    return 0
  }

  static func + (left: DecimalDigits, right: DecimalDigits) -> DecimalDigits {
    var result: [UInt8] = []
    result.reserveCapacity(max(left.count, right.count) + 1)
    var carry: UInt8 = 0
    for offset in 1...(max(left.count, right.count) + 1) {
      var sum = carry
      if offset <= left.count { sum += left.digits[left.count - offset] }
      if offset <= right.count { sum += right.digits[right.count - offset] }
      result.append(sum % 10)
      carry = sum / 10
    }
    return DecimalDigits(reversed: result)
  }

  /// Requires left ≥ right.
  static func - (left: DecimalDigits, right: DecimalDigits) -> DecimalDigits {
    var result: [UInt8] = []
    result.reserveCapacity(left.count)
    var borrow: Int8 = 0
    for offset in 0..<left.count {
      var difference = Int8(left.digits[left.count - 1 - offset]) - borrow
      if offset < right.count { difference -= Int8(right.digits[right.count - 1 - offset]) }
      borrow = difference < 0 ? 1 : 0
      result.append(UInt8(difference < 0 ? difference + 10 : difference))
    }
    return DecimalDigits(reversed: result)
  }

  private init(reversed: [UInt8]) {
    var result = reversed
    while result.last == 0 { result.removeLast() }
    result.reverse()
    digits = result
  }
}
