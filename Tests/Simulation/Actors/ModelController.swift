import Admission
import Kube
import KubeClient
import VirtController

/// A virt-controller process as the simulation runs it: the same definitions, queues and expectations as the real one,
/// one step at a time.
struct ModelController {
  /// A decision in the middle of its writes; a crash may come between any two.
  private struct Round {
    var controller: Int
    var key: NamespacedName
    var decide: Decision
    var context: ReconcileContext
    var journal = WriteJournal()
    var outstanding: [ObjectWrite] = []
  }

  let caches: ModelCaches
  private let definitions: [ControllerDefinition]
  private var queues: [WorkQueueState<NamespacedName>]
  private var expectations: [Expectations<NamespacedName>]
  private var rounds: [Round] = []
  /// What it told users.
  private(set) var events: [ObjectEvent] = []

  init(_ server: ModelServer, definitions: [ControllerDefinition], now: Duration) {
    self.definitions = definitions
    caches = ModelCaches(server)
    queues = definitions.map { _ in
      WorkQueueState(WorkQueueOptions(backOff: BackOff(first: .milliseconds(5), longest: .seconds(60)), rate: nil))
    }
    expectations = definitions.map { _ in Expectations() }
    for resource in caches.resources { observe(caches.all(resource).map { .added($0) }, of: resource, now) }
  }

  // MARK: Changes

  mutating func observe(_ changes: [ObjectChange], of resource: GroupVersionResource, _ now: Duration) {
    let changes = changes.map(ObservedChange.init)
    for (index, definition) in definitions.enumerated() {
      for observed in changes {
        let keys =
          expectations[index].observe(observed.change, of: resource)
          + definition.keys(of: observed, of: resource, caches)
        for key in keys { queues[index].add(key, now: now) }
      }
    }
  }

  /// Has every object looked at again, as informers do from time to time.
  mutating func resynchronize(_ now: Duration) {
    for resource in caches.resources { observe(caches.all(resource).map { .resynced($0) }, of: resource, now) }
  }

  // MARK: Work

  /// Whether there is something to do now.
  mutating func hasWork(_ now: Duration) -> Bool {
    if !rounds.isEmpty { return true }
    for index in queues.indices {
      queues[index].promote(now: now)
      if queues[index].depth > 0 { return true }
    }
    return false
  }

  /// When something is to be done at the latest.
  var nextDue: Duration? { queues.compactMap(\.nextDue).min() }

  /// Does one step: begins to work on an object, or carries one write of it out.
  mutating func step(
    _ server: inout ModelServer, _ now: Duration, _ time: Timestamp, _ random: inout SeededGenerator
  ) {
    if !rounds.isEmpty, random.chance(2) || !begin(now, time, &random) {
      advance(Int.random(in: rounds.indices, using: &random), &server, now, time, &random)
    } else if rounds.isEmpty {
      _ = begin(now, time, &random)
    }
  }

  /// Takes a key from a queue.
  private mutating func begin(_ now: Duration, _ time: Timestamp, _ random: inout SeededGenerator) -> Bool {
    for index in queues.indices.shuffled(using: &random) {
      if definitions[index].workers == 1, rounds.contains(where: { $0.controller == index }) { continue }
      guard let key = queues[index].take(now: now) else { continue }
      guard expectations[index].isSatisfied(key, now: now) else {
        let wait = expectations[index].expiry(of: key).map { $0 - now } ?? .seconds(1)
        queues[index].done(key, .again(after: wait), jitter: 0, now: now)
        return true
      }
      guard let decide = definitions[index].observe(key, caches) else {
        queues[index].done(key, .finished, jitter: 0, now: now)
        return true
      }
      let context = ReconcileContext(now: time, seed: random.next())
      rounds.append(Round(controller: index, key: key, decide: decide, context: context))
      return true
    }
    return false
  }

  /// Carries on with a decision: its next write, or its end.
  private mutating func advance(
    _ number: Int, _ server: inout ModelServer, _ now: Duration, _ time: Timestamp, _ random: inout SeededGenerator
  ) {
    var round = rounds[number]
    if round.outstanding.isEmpty {
      round.journal.rewind()
      do throws(WriteInterruption) {
        let requeue = try round.decide(round.context, &round.journal)
        rounds.remove(at: number)
        events += round.journal.events
        queues[round.controller].done(
          round.key, WorkResult(requeue), jitter: Double.random(in: 0...1, using: &random), now: now)
        return
      } catch { round.outstanding = error.writes }
    }
    let write = round.outstanding.removeFirst()
    // A request may fail on its way, with or without having been served.
    let isLost = random.chance(40)
    var outcome = WriteOutcome.failure(.unexpectedAnswer(status: 500, "connection lost"))
    if !isLost || random.chance(2) {
      let served = server.perform(write, at: time)
      if !isLost { outcome = served }
    }
    if case .success(let answer) = outcome {
      expectations[round.controller].expect(write.asCached, answer: answer, for: round.key, now: now)
    }
    round.journal.note(write, outcome)
    rounds[number] = round
  }
}
