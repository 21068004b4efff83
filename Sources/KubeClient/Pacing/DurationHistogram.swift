/// How often durations were how long.
public struct DurationHistogram: Sendable, Hashable {
  /// Upper bounds in seconds, rising.
  public let bounds: [Double]
  /// How many there were up to each bound and above the one before; those above all bounds last.
  public private(set) var counts: [UInt64]
  public private(set) var sum: Double = 0

  public init(bounds: [Double]) {
    self.bounds = bounds
    counts = Array(repeating: 0, count: bounds.count + 1)
  }

  /// The bounds that client-go has for work queues: from ten nanoseconds to ten seconds.
  public static let workQueueBounds: [Double] = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10]

  public var count: UInt64 { counts.reduce(0, +) }

  public mutating func observe(_ duration: Duration) {
    let seconds = duration / .seconds(1)
    counts[bounds.firstIndex { seconds <= $0 } ?? bounds.count] += 1
    sum += seconds
  }
}
