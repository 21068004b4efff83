/// A number or a text, such as a port's number or name, or a count or a percentage.
public enum IntOrString: Sendable, Hashable {
  case int(Int32)
  case string(String)

  public init() { self = .int(0) }

  /// The number itself, or that percentage of `total`; nil for a text that is no percentage.
  public func scaled(of total: Int, roundingUp: Bool) -> Int? {
    switch self {
    case .int(let number): return Int(number)
    case .string(let text):
      guard text.hasSuffix("%"), let percent = Int(text.dropLast()) else { return nil }
      let (product, overflow) = percent.multipliedReportingOverflow(by: total)
      guard !overflow else { return nil }
      let quotient = product / 100
      return roundingUp && product % 100 > 0 ? quotient + 1 : quotient
    }
  }
}

extension IntOrString: CustomStringConvertible {
  public var description: String {
    switch self {
    case .int(let number): "\(number)"
    case .string(let text): text
    }
  }
}
