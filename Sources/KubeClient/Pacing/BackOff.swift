/// How long to wait after failures in a row: doubling, up to a longest pause, less a random part.
public struct BackOff: Sendable, Hashable {
  /// The pause after the first failure.
  public var first: Duration
  public var longest: Duration
  /// Which part of a pause is left to chance, 0...1: at 0.5 a pause is between half and all of its length.
  public var randomPart: Double

  public init(first: Duration, longest: Duration, randomPart: Double = 0.5) {
    self.first = first
    self.longest = longest
    self.randomPart = min(max(randomPart, 0), 1)
  }

  /// The pause after so many failures in a row, of which there is at least one. `jitter` is between 0 and 1.
  public func delay(afterFailures count: Int, jitter: Double) -> Duration {
    // Past thirty doublings of a nanosecond or more comes what is longer than any pause here.
    let doublings = min(max(count - 1, 0), 30)
    let whole = min(first * (1 << doublings), longest)
    return whole * (1 - randomPart * (1 - min(max(jitter, 0), 1)))
  }
}
