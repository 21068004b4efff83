import JSON
import Kube
import Testing
import TestSupport

@testable import KubeClient

/// Leader elections in virtual time, over a model of the API server.
@Suite struct LeaderElectionTests {
  /// One Lease, with versions and conflicts as the API server has them.
  private struct Server {
    var lease: JSONValue?
    var version = 0

    mutating func handle(_ step: LeaderElection.Step) -> WriteOutcome {
      switch step {
      case .get: return lease.map { .success($0) } ?? .failure(Self.refusal(404, .notFound))
      case .create(let object):
        if lease != nil { return .failure(Self.refusal(409, .alreadyExists)) }
        return store(object)
      case .update(let object):
        guard let lease else { return .failure(Self.refusal(404, .notFound)) }
        let isCurrent =
          object.value(at: "metadata", "resourceVersion") == lease.value(at: "metadata", "resourceVersion")
        return isCurrent ? store(object) : .failure(Self.refusal(409, .conflict))
      case .wait: return .failure(.unanswered("nothing was sent"))
      }
    }

    private mutating func store(_ object: JSONValue) -> WriteOutcome {
      version += 1
      var object = object
      object["metadata"]?["resourceVersion"] = .string("\(version)")
      lease = object
      return .success(object)
    }

    private static func refusal(_ code: Int32, _ reason: StatusReason) -> KubernetesError {
      .status(.failure(reason, code: code, message: "refused"))
    }

    var record: LeaseRecord { LeaseRecord(lease ?? .null) }
  }

  private static func election(
    _ identity: String, _ options: LeaderElectionOptions = LeaderElectionOptions()
  ) -> LeaderElection {
    LeaderElection(identity: identity, lease: NamespacedName("kubevirt", "virt-controller"), options: options)
  }

  private let clock = Timestamp("2026-01-01T00:00:00Z") ?? Timestamp()

  /// Takes steps that are answered at once until the candidate waits; when it wants to go on.
  @discardableResult
  private func advance(_ election: inout LeaderElection, _ server: inout Server, now: Duration) -> Duration {
    while true {
      let step = election.next(now: now, wallClock: clock + now, jitter: 1)
      if case .wait(let moment) = step { return moment }
      election.answered(step, server.handle(step), sent: now, now: now, jitter: 1)
    }
  }

  @Test func takesALeaseThatIsNotThereYet() {
    var server = Server()
    var a = Self.election("a")
    #expect(advance(&a, &server, now: .zero) == .seconds(2))
    #expect(a.leadsUntil == .seconds(10))
    #expect(
      server.lease
        == [
          "apiVersion": "coordination.k8s.io/v1", "kind": "Lease",
          "metadata": ["name": "virt-controller", "namespace": "kubevirt", "resourceVersion": "1"],
          "spec": [
            "holderIdentity": "a", "leaseDurationSeconds": 15, "acquireTime": "2026-01-01T00:00:00.000000Z",
            "renewTime": "2026-01-01T00:00:00.000000Z", "leaseTransitions": 0,
          ],
        ])
  }

  @Test func renewsWithoutReadingAndKeepsWhatItDoesNotKnow() {
    var server = Server()
    var a = Self.election("a")
    advance(&a, &server, now: .zero)
    server.lease?["metadata"]?["labels"] = ["team": "x"]
    let step = a.next(now: .seconds(2), wallClock: clock + .seconds(2), jitter: 1)
    guard case .update(let lease) = step else {
      Issue.record("\(step)")
      return
    }
    #expect(lease.value(at: "spec", "renewTime") == "2026-01-01T00:00:02.000000Z")
    #expect(lease.value(at: "spec", "acquireTime") == "2026-01-01T00:00:00.000000Z")
    #expect(lease.value(at: "metadata", "resourceVersion") == "1")
    a.answered(step, server.handle(step), sent: .seconds(2), now: .seconds(3), jitter: 1)
    // From when it was sent, not from when the answer came.
    #expect(a.leadsUntil == .seconds(12))
  }

  @Test func waitsForTheLeaseOfAnotherByItsOwnClock() {
    var server = Server()
    var a = Self.election("a")
    var b = Self.election("b")
    advance(&a, &server, now: .zero)
    // The holder's clock is far off; that must not matter.
    server.lease?["spec"]?["renewTime"] = "1999-01-01T00:00:00.000000Z"
    var now = Duration.seconds(1)
    while b.leadsUntil == nil { now = advance(&b, &server, now: now) }
    // Begun at 16 seconds, 15 after it saw the record for the first time.
    #expect(b.leadsUntil == .seconds(26))
    #expect(server.record.holderIdentity == "b")
    #expect(server.record.leaseTransitions == 1)
    #expect(server.record.acquireTime == "2026-01-01T00:00:16.000000Z")
    // The one before finds out, and stays out.
    advance(&a, &server, now: .seconds(17))
    #expect(a.leadsUntil == nil)
    #expect(a.holder == "b")
  }

  @Test func stopsActingWhenNoRenewalSucceeds() {
    var server = Server()
    var a = Self.election("a")
    advance(&a, &server, now: .zero)
    var now = Duration.seconds(2)
    while now < .seconds(10) {
      #expect(a.leads(now: now))
      let step = a.next(now: now, wallClock: clock, jitter: 1)
      switch step {
      case .wait(let moment): now = moment
      default: a.answered(step, .failure(.unanswered("lost")), sent: now, now: now, jitter: 1)
      }
    }
    #expect(now == .seconds(10))
    #expect(!a.leads(now: now))
    #expect(a.mayBeTaken(from: .seconds(10)) == .seconds(15))
  }

  @Test func aRenewalWhoseAnswerWasLostIsNoLossOfLeadership() {
    var server = Server()
    var a = Self.election("a")
    advance(&a, &server, now: .zero)
    let step = a.next(now: .seconds(2), wallClock: clock, jitter: 1)
    _ = server.handle(step)
    a.answered(step, .failure(.unanswered("lost")), sent: .seconds(2), now: .seconds(4), jitter: 1)
    advance(&a, &server, now: .seconds(6))
    #expect(a.leadsUntil == .seconds(16))
    #expect(server.record.leaseTransitions == 0)
  }

  @Test func aReleasedLeaseIsTakenWithinTwoSeconds() throws {
    var server = Server()
    var a = Self.election("a")
    var b = Self.election("b")
    advance(&a, &server, now: .zero)
    var now = Duration.seconds(0.5)
    let wanted = advance(&b, &server, now: now)
    let released = try #require(a.release(wallClock: clock + .seconds(1)))
    a.released(try server.handle(.update(released)).get(), now: .seconds(1))
    #expect(a.leadsUntil == nil)
    #expect(a.release(wallClock: clock) == nil)
    #expect(server.record.holderIdentity == "")
    #expect(server.record.leaseDurationSeconds == 1)
    now = wanted
    advance(&b, &server, now: now)
    #expect(b.leads(now: now))
    #expect(now - .seconds(1) <= .seconds(2))
    #expect(server.record.leaseTransitions == 1)
  }

  @Test func aDeletedLeaseIsNotTakenBeforeItsHolderGivesUp() {
    var server = Server()
    var a = Self.election("a")
    var b = Self.election("b")
    advance(&a, &server, now: .zero)
    advance(&b, &server, now: .seconds(1))
    server.lease = nil
    var now = Duration.seconds(2)
    while b.leadsUntil == nil { now = advance(&b, &server, now: now) }
    #expect(b.leadsUntil == .seconds(26))
  }

  @Test func timesMustFitEachOther() {
    #expect(throws: LeaderElectionOptions.Mismatch.self) {
      try LeaderElectionOptions(leaseDuration: .seconds(10), renewDeadline: .seconds(10), retryPeriod: .seconds(2))
    }
    #expect(throws: LeaderElectionOptions.Mismatch.self) {
      try LeaderElectionOptions(leaseDuration: .seconds(15), renewDeadline: .seconds(2), retryPeriod: .seconds(2))
    }
  }

  // MARK: Many candidates, a bad network

  private struct Candidate {
    var election: LeaderElection
    /// What its clock shows at the beginning; nobody else's business.
    var clockOffset: Duration
    /// It takes no step before this.
    var busyUntil = Duration.zero
    var flight:
      (step: LeaderElection.Step, sent: Duration, arrives: Duration, answers: Duration, outcome: WriteOutcome?)?
    /// Requests that arrive after their sender gave them up, and are carried out all the same.
    var stragglers: [(step: LeaderElection.Step, arrives: Duration)] = []
    var previousEnd: Duration?
    var hasReleased = false
  }

  /// Requests that are late or lost, answers that are lost, processes that stop for a while or for good: two never act
  /// at once, and when the network is good again, someone leads.
  @Test(arguments: 0..<50) func neverTwoLeadersAct(seed: UInt64) {
    let (overlap, leaderSince) = run(seed, LeaderElectionOptions())
    #expect(overlap == nil, "seed \(seed)")
    #expect(leaderSince.map { $0 < Self.calm + .seconds(30) } ?? false, "seed \(seed): nobody leads")
  }

  @Test func theModelFindsOutWhenAHolderActsForTooLong() {
    var options = LeaderElectionOptions()
    options.renewDeadline = .seconds(25)
    #expect((0..<20).contains { run($0, options).overlap != nil })
  }

  /// The network is good from then on.
  private static let calm = Duration.seconds(300)

  /// When two acted at once for the first time, and since when there is a leader at the end.
  private func run(_ seed: UInt64, _ options: LeaderElectionOptions) -> (overlap: Duration?, leaderSince: Duration?) {
    var generator = SeededGenerator(seed: seed)
    var server = Server()
    var candidates = (0..<3).map { index in
      Candidate(
        election: Self.election("c\(index)", options),
        clockOffset: .seconds(Int.random(in: 0...100_000, using: &generator)))
    }
    var now = Duration.zero
    var leaderSince: Duration?
    while now < Self.calm + .seconds(60) {
      now += .milliseconds(50)
      for index in candidates.indices {
        tick(&candidates[index], &server, now, isBad: now < Self.calm, options, &generator)
      }
      // Whoever led may act until then, though it should not start anything.
      let windingDown = options.leaseDuration - options.renewDeadline
      let acting = candidates.filter { candidate in
        !candidate.hasReleased && candidate.previousEnd.map { now < $0 + max(windingDown, .zero) } ?? false
      }
      let leading = candidates.filter { $0.election.leads(now: now + $0.clockOffset) }
      if leading.count > 1 || !leading.isEmpty && acting.count > 1 { return (now, nil) }
      leaderSince = leading.isEmpty ? nil : leaderSince ?? now
    }
    return (nil, leaderSince)
  }

  private func tick(
    _ candidate: inout Candidate, _ server: inout Server, _ now: Duration, isBad: Bool,
    _ options: LeaderElectionOptions,
    _ generator: inout SeededGenerator
  ) {
    let local = now + candidate.clockOffset
    defer {
      if let end = candidate.election.leadsUntil {
        candidate.previousEnd = end - candidate.clockOffset
        candidate.hasReleased = false
      }
    }
    for straggler in candidate.stragglers where now >= straggler.arrives { _ = server.handle(straggler.step) }
    candidate.stragglers.removeAll { now >= $0.arrives }
    if var flight = candidate.flight {
      if flight.outcome == nil, now >= flight.arrives { flight.outcome = server.handle(flight.step) }
      candidate.flight = flight
      guard now >= flight.answers, now >= candidate.busyUntil else { return }
      candidate.flight = nil
      if flight.outcome == nil { candidate.stragglers.append((flight.step, flight.arrives)) }
      let isLost = isBad && Int.random(in: 0..<8, using: &generator) == 0
      let outcome = isLost ? nil : flight.outcome
      candidate.election.answered(
        flight.step, outcome ?? .failure(.unanswered("lost")), sent: flight.sent, now: local,
        jitter: .random(in: 0...1, using: &generator))
    }
    guard now >= candidate.busyUntil else { return }
    if isBad {
      switch Int.random(in: 0..<2000, using: &generator) {
      case 0: candidate.busyUntil = now + .seconds(Int.random(in: 1...40, using: &generator))
      case 1:
        // Killed, and started again under a new identity; what it was doing ended with it.
        candidate.election = Self.election("c\(UInt64.random(in: 0...UInt64.max, using: &generator))", options)
        if let flight = candidate.flight, flight.outcome == nil {
          candidate.stragglers.append((flight.step, flight.arrives))
        }
        candidate.flight = nil
        candidate.previousEnd = nil
      case 2:
        if candidate.election.leads(now: local), let lease = candidate.election.release(wallClock: clock),
          case .success(let released) = server.handle(.update(lease))
        {
          candidate.election.released(released, now: local)
          candidate.hasReleased = true
          candidate.busyUntil = now + .seconds(5)
        }
      default: break
      }
    }
    guard now >= candidate.busyUntil else { return }
    let step = candidate.election.next(
      now: local, wallClock: clock + local, jitter: .random(in: 0...1, using: &generator))
    if case .wait = step { return }
    let slowness = isBad ? Int.random(in: 0..<10, using: &generator) : 0
    let delays = slowness == 9 ? 0...12_000 : 0...200
    let arrives = now + .milliseconds(Int.random(in: delays, using: &generator))
    let answers = min(arrives + .milliseconds(Int.random(in: delays, using: &generator)), now + .seconds(5))
    candidate.flight = (step, local, arrives, answers, nil)
  }
}
