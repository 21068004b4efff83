import Kube

/// What an informer does next: a pure state machine from what happened to what to do.
///
/// List once, watch from there, watch again from the last event when the watch ends, list again when the API server no
/// longer knows that point (410). Failures are retried with a growing, jittered delay.
public struct ReflectorState: Sendable, Hashable {
  public enum Step: Sendable, Hashable {
    case list
    case watch(from: String)
  }

  /// How long to wait after failures.
  public struct BackOff: Sendable, Hashable {
    public var first: Duration
    public var longest: Duration

    public init(first: Duration = .milliseconds(400), longest: Duration = .seconds(30)) {
      self.first = first
      self.longest = longest
    }
  }

  private var resourceVersion: String?
  private var failures = 0
  private let backOff: BackOff
  /// Whether a list was read, or the resource found absent where that is fine.
  public private(set) var hasSynced = false

  public init(backOff: BackOff = BackOff()) { self.backOff = backOff }

  public var next: Step { resourceVersion.map { .watch(from: $0) } ?? .list }

  public mutating func listed(resourceVersion: String) {
    self.resourceVersion = resourceVersion
    hasSynced = true
    failures = 0
  }

  /// The resource is not served; nothing to wait for, but it may come.
  public mutating func foundAbsent() { hasSynced = true }

  public mutating func observed(_ event: WatchEvent) {
    failures = 0
    if let version = event.resourceVersion, !version.isEmpty { resourceVersion = version }
  }

  /// The API server said 410 Gone, by the answer to a watch or by an event.
  public mutating func expired() { resourceVersion = nil }

  /// A step failed: how long to wait before the next one. `jitter` is between 0 and 1.
  public mutating func failed(jitter: Double) -> Duration {
    failures += 1
    let doubled = backOff.first * (1 << min(failures - 1, 16))
    return min(doubled, backOff.longest) * (0.5 + jitter / 2)
  }
}
