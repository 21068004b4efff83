/// Lets so many things happen at once, and so many a second in the long run.
///
/// `now` is the time on a clock that never goes back, since whatever beginning; all calls must mean the same clock.
public struct TokenBucket: Sendable, Hashable {
  public struct Limit: Sendable, Hashable {
    /// How many are filled in again in a second; above 0.
    public var perSecond: Double
    /// How many there are at most; at least 1.
    public var burst: Double

    public init(perSecond: Double, burst: Double) {
      self.perSecond = max(perSecond, 1e-9)
      self.burst = max(burst, 1)
    }
  }

  private let limit: Limit
  /// Below 0 when there are reservations.
  private var tokens: Double
  private var updated: Duration

  public init(_ limit: Limit, now: Duration) {
    self.limit = limit
    tokens = limit.burst
    updated = now
  }

  private mutating func refill(_ now: Duration) {
    guard now > updated else { return }
    tokens = min(limit.burst, tokens + (now - updated) / .seconds(1) * limit.perSecond)
    updated = now
  }

  /// Takes a token if there is one.
  public mutating func take(now: Duration) -> Bool {
    refill(now)
    guard tokens >= 1 else { return false }
    tokens -= 1
    return true
  }

  /// Takes a token that may come later only: how long to wait for it.
  public mutating func reserve(now: Duration) -> Duration {
    refill(now)
    tokens -= 1
    return tokens >= 0 ? .zero : .seconds(-tokens / limit.perSecond)
  }

  /// Whether nothing is taken, so that a new bucket would do as well.
  public mutating func isFull(now: Duration) -> Bool {
    refill(now)
    return tokens >= limit.burst
  }
}
