import JSON
import Kube

/// One candidate's part in a leader election on a Lease: a pure state machine from answers of the API server to what to
/// send next.
///
/// Rules, as those of client-go's leader election: a candidate takes a lease that nobody holds, or whose record it has
/// seen unchanged for the lease's duration on its own clock; the holder renews it. A holder may act until `leadsUntil`,
/// counted from the moment at which it *sent* the last renewal that is known to have succeeded; others count from when
/// they saw that renewal, which is later, and wait longer. So two never act at once, whatever their clocks say.
///
/// `now` is the time on a clock that never goes back, since whatever beginning.
public struct LeaderElection: Sendable {
  public enum Step: Sendable, Hashable {
    case get
    case create(JSONValue)
    /// The whole object, with the resourceVersion that it was made from.
    case update(JSONValue)
    /// Nothing before this moment.
    case wait(until: Duration)
  }

  public let identity: String
  private let name: NamespacedName
  private let options: LeaderElectionOptions

  /// The lease as it was last read or written; nil when there was none.
  private var lease: JSONValue?
  /// The last record that was read, and when it was first seen.
  private var observed = LeaseRecord()
  private var observedAt = Duration.zero
  private var mustRead = true
  private var nextAttempt = Duration.zero

  /// The moment after which this candidate must not act; nil while it does not lead.
  public private(set) var leadsUntil: Duration?

  /// - Parameter identity: differs from that of every other candidate, ever.
  public init(identity: String, lease: NamespacedName, options: LeaderElectionOptions = LeaderElectionOptions()) {
    self.identity = identity
    name = lease
    self.options = options
  }

  /// Who held the lease when it was last read; empty for nobody.
  public var holder: String { observed.holderIdentity }

  public func leads(now: Duration) -> Bool { leadsUntil.map { now < $0 } ?? false }

  /// From this moment on another may hold the lease that this candidate held.
  public func mayBeTaken(from leadsUntil: Duration) -> Duration {
    leadsUntil + options.leaseDuration - options.renewDeadline
  }

  // MARK: Deciding

  /// What to do now. The answer to a request must be told before the next step is asked for.
  ///
  /// - Parameters:
  ///   - wallClock: what is written into the lease for people to read.
  ///   - jitter: a random number, 0...1.
  public mutating func next(now: Duration, wallClock: Timestamp, jitter: Double) -> Step {
    if let leadsUntil, now >= leadsUntil { stopLeading() }
    if now < nextAttempt { return .wait(until: min(nextAttempt, leadsUntil ?? nextAttempt)) }
    if mustRead { return .get }
    if let end = othersEnd, end > now {
      // Looks again soon, for the holder may release it; and not later than the end.
      mustRead = true
      nextAttempt = min(end, now + candidatePause(jitter))
      return .wait(until: nextAttempt)
    }
    var record = LeaseRecord()
    record.holderIdentity = identity
    record.leaseDurationSeconds = wholeSeconds(options.leaseDuration)
    record.renewTime = wallClock.microsecondText
    if observed.holderIdentity == identity {
      record.acquireTime = observed.acquireTime
      record.leaseTransitions = observed.leaseTransitions
    } else {
      record.acquireTime = record.renewTime
      record.leaseTransitions = lease == nil ? observed.leaseTransitions : observed.leaseTransitions + 1
    }
    if let lease { return .update(record.written(to: lease)) }
    var metadata: JSONObject = ["name": .string(name.name)]
    if !name.namespace.isEmpty { metadata["namespace"] = .string(name.namespace) }
    return .create(
      record.written(
        to: ["apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "metadata": .object(metadata)]))
  }

  /// When the lease that another holds can be taken; nil when nobody else holds it. One that was deleted counts as held:
  /// its holder may not know.
  private var othersEnd: Duration? {
    if observed.holderIdentity.isEmpty || observed.holderIdentity == identity { return nil }
    return observedAt + .seconds(observed.leaseDurationSeconds)
  }

  private func candidatePause(_ jitter: Double) -> Duration {
    options.retryPeriod / 2 * (1 + (options.jitterFactor - 1) * jitter)
  }

  // MARK: Answers

  /// What came of a request.
  ///
  /// - Parameters:
  ///   - sent: when it was sent, before its first byte.
  ///   - jitter: a random number, 0...1.
  public mutating func answered(_ step: Step, _ outcome: WriteOutcome, sent: Duration, now: Duration, jitter: Double) {
    switch (step, outcome) {
    case (.wait, _): return
    case (.get, .success(let lease)):
      observe(lease, now)
      mustRead = false
    case (.get, .failure(let error)) where error.isNotFound:
      lease = nil
      mustRead = false
    case (.create, .success(let lease)), (.update, .success(let lease)):
      observe(lease, now)
      mustRead = false
      nextAttempt = sent + options.retryPeriod
      // An answer that says otherwise is not believed to be a success.
      leadsUntil = observed.holderIdentity == identity ? sent + options.renewDeadline : nil
    case (_, .failure(let error)):
      // What the server has now is another version, or nothing, or not known: a write may have arrived without an answer.
      mustRead = true
      let isRace = error.isConflict || error.isAlreadyExists || error.isNotFound
      nextAttempt = now + (isRace && leadsUntil != nil ? options.retryPeriod / 10 : candidatePause(jitter))
    }
    if let leadsUntil, now >= leadsUntil { stopLeading() }
  }

  private mutating func observe(_ lease: JSONValue, _ now: Duration) {
    self.lease = lease
    let record = LeaseRecord(lease)
    if record != observed {
      observed = record
      observedAt = now
    }
    if record.holderIdentity != identity { leadsUntil = nil }
  }

  private mutating func stopLeading() {
    leadsUntil = nil
    mustRead = true
  }

  // MARK: Stopping

  /// The lease as released, for whoever comes next to take at once; nil when this candidate does not hold it. Only to be
  /// written once all work has ended.
  public func release(wallClock: Timestamp) -> JSONValue? {
    guard let lease, observed.holderIdentity == identity else { return nil }
    var record = observed
    record.holderIdentity = ""
    record.leaseDurationSeconds = 1
    record.renewTime = wallClock.microsecondText
    record.acquireTime = record.renewTime
    return record.written(to: lease)
  }

  /// The lease was written as released.
  public mutating func released(_ lease: JSONValue, now: Duration) { observe(lease, now) }

  private func wholeSeconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return attoseconds > 0 ? seconds + 1 : seconds
  }
}
