extension Quantity {
  /// The amount in whole units, rounded away from zero, and kept within Int64.
  public var value: Int64 { scaledValue(exponent: 0) }

  /// The amount in thousandths, rounded away from zero, and kept within Int64.
  public var milliValue: Int64 { scaledValue(exponent: -3) }

  /// The amount in units of 10^`exponent`, rounded away from zero, and kept within Int64.
  public func scaledValue(exponent: Int) -> Int64 {
    if case .small(let value, let scale) = amount, Int(scale) == exponent { return value }
    return exactAmount.scaledCapped(toExponent: exponent)
  }

  /// What Go's `Quantity.Value()` returns: as `value`, except that of an amount that overflows Int64 only the lowest
  /// 64 bits are left, and nothing when it has at most 18 digits, such as `1e40`.
  ///
  /// Rules that must reach the verdicts of the original compare with this one.
  public var valueZeroOnOverflow: Int64 { scaledValueZeroOnOverflow(exponent: 0) }

  /// What Go's `Quantity.MilliValue()` returns; see `valueZeroOnOverflow`.
  public var milliValueZeroOnOverflow: Int64 { scaledValueZeroOnOverflow(exponent: -3) }

  private func scaledValueZeroOnOverflow(exponent: Int) -> Int64 {
    guard case .small(var value, let scale) = amount else {
      return exactAmount.scaledTruncating(toExponent: exponent)
    }
    guard Int(scale) > exponent else { return scaledValue(exponent: exponent) }
    guard value != 0, Int(scale) - exponent <= 18 else { return 0 }
    for _ in exponent..<Int(scale) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return 0 }
      value = product
    }
    return value
  }

  /// Compares the amounts, however they are written: −1, 0 or 1.
  public func compare(to other: Quantity) -> Int {
    if case .small(let value, let scale) = amount, case .small(let otherValue, let otherScale) = other.amount,
      scale == otherScale
    {
      return value < otherValue ? -1 : (value == otherValue ? 0 : 1)
    }
    return exactAmount.compare(to: other.exactAmount)
  }

  /// Compares the amount with a whole number: −1, 0 or 1.
  public func compare(to number: Int64) -> Int { compare(to: Quantity(number)) }

  /// Whether the amounts are equal, however they are written.
  public func isEqual(to other: Quantity) -> Bool { compare(to: other) == 0 }

  public func isLess(than other: Quantity) -> Bool { compare(to: other) < 0 }

  /// The exact sum, in the format of the left side, or of the right one if the left is zero.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    let format = left.isZero ? right.format : left.format
    if case .small(let a, let scale) = left.amount, case .small(let b, let otherScale) = right.amount,
      scale == otherScale
    {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return Quantity(amount: .small(value: sum, scale: scale), format: format) }
    }
    return Quantity(left.exactAmount + right.exactAmount, format: format)
  }

  /// The exact difference, in the format of the left side, or of the right one if the left is zero.
  public static func - (left: Quantity, right: Quantity) -> Quantity { left + (-right) }

  public static prefix func - (quantity: Quantity) -> Quantity {
    Quantity(-quantity.exactAmount, format: quantity.format)
  }

  /// The exact product, in the quantity's format.
  public static func * (quantity: Quantity, factor: Int64) -> Quantity {
    var product = quantity.exactAmount
    product.multiply(by: factor)
    return Quantity(product, format: quantity.format)
  }

  public static func += (left: inout Quantity, right: Quantity) { left = left + right }
  public static func -= (left: inout Quantity, right: Quantity) { left = left - right }
  public static func *= (left: inout Quantity, factor: Int64) { left = left * factor }

  /// The result of a computation, in the 64-bit form where that holds it.
  private init(_ decimal: DecimalAmount, format: QuantityFormat) {
    if let scale = Int32(exactly: decimal.exponent), let magnitude = decimal.magnitude.unsigned,
      let value = Int64(exactly: magnitude)
    {
      self.init(amount: .small(value: decimal.isNegative ? -value : value, scale: scale), format: format)
    } else {
      self.init(amount: .large(decimal), format: format)
    }
  }
}
