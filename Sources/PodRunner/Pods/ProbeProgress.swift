import Kube
import KubeTypes

/// Where one probe of one run of a container is (core/v1 Probe): when it is due, and what its results add up to.
struct ProbeProgress: Sendable, Hashable {
  /// What has been found so far.
  enum Verdict: Sendable, Hashable {
    case undecided, succeeded, failed
  }

  let initialDelay: Int64
  let period: Int64
  let successThreshold: Int32
  let failureThreshold: Int32
  private(set) var verdict = Verdict.undecided
  private var successes: Int32 = 0
  private var failures: Int32 = 0
  /// When it is to be asked next.
  private(set) var due: Timestamp
  /// Whether an answer is awaited.
  private(set) var isUnderWay = false

  /// - Parameter start: when the container started.
  init(_ probe: Core.Probe, start: Timestamp) {
    initialDelay = Int64(max(0, probe.initialDelaySeconds))
    period = Int64(probe.periodSeconds > 0 ? probe.periodSeconds : 10)
    successThreshold = max(1, probe.successThreshold)
    failureThreshold = max(1, probe.failureThreshold > 0 ? probe.failureThreshold : 3)
    due = start + .seconds(initialDelay)
  }

  /// Whether it is to be asked now; marks it as asked.
  mutating func begin(at now: Timestamp) -> Bool {
    guard !isUnderWay, due <= now else { return false }
    isUnderWay = true
    due = now + .seconds(period)
    return true
  }

  /// Takes an answer.
  mutating func note(_ isSuccess: Bool) {
    isUnderWay = false
    if isSuccess {
      failures = 0
      successes = min(successes + 1, successThreshold)
      if successes >= successThreshold { verdict = .succeeded }
    } else {
      successes = 0
      failures = min(failures + 1, failureThreshold)
      if failures >= failureThreshold { verdict = .failed }
    }
  }
}

/// The probes of one run of a container, and what they say of it.
struct ContainerHealth: Sendable, Hashable {
  enum Kind: Sendable, Hashable, CaseIterable {
    case startup, liveness, readiness
  }

  private(set) var probes: [Kind: ProbeProgress] = [:]
  private let start: Timestamp

  init(_ container: Core.Container, start: Timestamp) {
    self.start = start
    for kind in Kind.allCases {
      if let probe = Self.probe(kind, of: container) { probes[kind] = ProbeProgress(probe, start: start) }
    }
  }

  static func probe(_ kind: Kind, of container: Core.Container) -> Core.Probe? {
    switch kind {
    case .startup: container.startupProbe
    case .liveness: container.livenessProbe
    case .readiness: container.readinessProbe
    }
  }

  /// The startup probe holds the others back until it has succeeded.
  var isStarted: Bool { probes[.startup].map { $0.verdict == .succeeded } ?? true }
  var isReady: Bool { isStarted && (probes[.readiness].map { $0.verdict == .succeeded } ?? true) }
  var isUnhealthy: Bool { probes[.startup]?.verdict == .failed || probes[.liveness]?.verdict == .failed }

  /// The probes to be asked now, marked as asked.
  mutating func begin(at now: Timestamp) -> [Kind] {
    let kinds: [Kind] = isStarted ? [.liveness, .readiness] : [.startup]
    return kinds.filter { probes[$0]?.begin(at: now) == true }
  }

  mutating func note(_ kind: Kind, _ isSuccess: Bool) { probes[kind]?.note(isSuccess) }

  /// When the next probe is due; nil without one.
  var due: Timestamp? {
    let kinds: [Kind] = isStarted ? [.liveness, .readiness] : [.startup]
    return kinds.compactMap { probes[$0].flatMap { $0.isUnderWay ? nil : $0.due } }.min()
  }
}
