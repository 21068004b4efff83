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

  private var resourceVersion: String?
  private var failures = 0
  /// How often in a row the list's own version was gone before a watch brought anything.
  private var expiries = 0
  private let backOff: BackOff
  /// Whether the API server said, when it was last asked, that it does not serve the resource.
  public private(set) var isAbsent = false
  /// Whether a list was read, or the resource found absent where that is fine.
  public private(set) var hasSynced = false

  public init(backOff: BackOff = ReflectorState.defaultBackOff) { self.backOff = backOff }

  public static let defaultBackOff = BackOff(first: .milliseconds(400), longest: .seconds(30))

  public var next: Step { resourceVersion.map { .watch(from: $0) } ?? .list }

  public mutating func listed(resourceVersion: String) {
    isAbsent = false
    self.resourceVersion = resourceVersion
    hasSynced = true
    failures = 0
  }

  /// The resource is not served; it may come, and then has to be listed. Where that is tolerated there is nothing to
  /// wait for.
  public mutating func foundAbsent(isTolerated: Bool) {
    resourceVersion = nil
    isAbsent = true
    if isTolerated { hasSynced = true }
  }

  public mutating func observed(_ event: WatchEvent) {
    failures = 0
    expiries = 0
    if let version = event.resourceVersion, !version.isEmpty { resourceVersion = version }
  }

  /// The API server said 410 Gone, by the answer to a watch or by an event: how long to wait before listing again. Not at
  /// all at first; but when it forgets the versions of its own lists, it is not to be asked in a loop.
  public mutating func expired(jitter: Double) -> Duration {
    resourceVersion = nil
    expiries += 1
    return expiries == 1 ? .zero : backOff.delay(afterFailures: expiries - 1, jitter: jitter)
  }

  /// A step failed: how long to wait before the next one, and no shorter than the server asks for. `jitter` is between 0
  /// and 1.
  public mutating func failed(jitter: Double, retryAfter: Duration? = nil) -> Duration {
    failures += 1
    return max(backOff.delay(afterFailures: failures, jitter: jitter), retryAfter ?? .zero)
  }
}
