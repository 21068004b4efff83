import Admission
import JSON
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
    /// What is decided on, as it was observed.
    var subject: JSONValue?
    var decide: Decision
    var context: ReconcileContext
    /// What the caches had shown when it began.
    var observed: ShownVersions
    var journal = WriteJournal()
    /// What is to be asked before what is outstanding is sent.
    var questions: [ObjectWrite] = []
    var outstanding: [ObjectWrite] = []
    /// It is to be decided anew: there is something that the caches had not shown.
    var isOutdated = false
  }

  let caches: ModelCaches
  private let definitions: [ControllerDefinition]
  private var queues: [WorkQueueState<NamespacedName>]
  private var expectations: [Expectations<NamespacedName>]
  private var doubts: [CreationDoubts]
  private var rounds: [Round] = []
  private var last: (write: ObjectWrite, isServed: Bool, isLost: Bool)?
  /// What it told users.
  private(set) var events: [ObjectEvent] = []

  /// - Parameter caches: those of a process that has followed another's lead; nil for one that has just been started.
  init(
    _ server: ModelServer, definitions: [ControllerDefinition], caches: ModelCaches? = nil, now: Duration
  ) {
    self.definitions = definitions
    self.caches = caches ?? ModelCaches(server)
    queues = definitions.map { _ in
      WorkQueueState(WorkQueueOptions(backOff: BackOff(first: .milliseconds(5), longest: .seconds(60)), rate: nil))
    }
    expectations = definitions.map { _ in Expectations() }
    doubts = definitions.map { _ in CreationDoubts() }
    for resource in self.caches.resources { observe(self.caches.all(resource).map { .added($0) }, of: resource, now) }
  }

  // MARK: Changes

  mutating func observe(_ changes: [ObjectChange], of resource: GroupVersionResource, _ now: Duration) {
    let changes = changes.map(ObservedChange.init)
    for (index, definition) in definitions.enumerated() {
      for observed in changes {
        let met = expectations[index].observe(observed.change, of: resource)
        for key in expectations[index].release(met) { queues[index].add(key, now: now) }
        for (key, patience) in definition.keys(of: observed, of: resource, caches) {
          queues[index].add(key, after: patience, now: now)
        }
      }
    }
  }

  /// Reads everything of a resource anew.
  mutating func relist(_ resource: GroupVersionResource, _ server: ModelServer, _ now: Duration) {
    observe(caches.list(resource, server), of: resource, now)
    for index in queues.indices {
      for key in expectations[index].observe(version: "\(server.version)", of: resource) {
        queues[index].add(key, now: now)
      }
    }
  }

  /// What a decision under way is about, as it was observed; nil when there is none.
  func subject(_ name: NamespacedName, uid: String) -> JSONValue? {
    rounds.lazy.filter { $0.key == name }.compactMap(\.subject).first {
      $0.value(at: "metadata", "uid")?.string == uid
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
    _ server: inout ModelServer, _ now: Duration, _ time: Timestamp, _ random: inout SeededGenerator,
    _ incidents: inout Incidents
  ) {
    last = nil
    if !rounds.isEmpty, random.chance(2) || !begin(now, time, &random) {
      advance(Int.random(in: rounds.indices, using: &random), &server, now, time, &random, &incidents)
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
        doubts[index].forget(key)
        queues[index].done(key, .finished, jitter: 0, now: now)
        return true
      }
      let context = ReconcileContext(now: time, seed: random.next())
      let observed = expectations[index].shown
      let subject = definitions[index].triggers.first.flatMap { caches.cached($0.resource, key)?.tree }
      rounds.append(
        Round(
          controller: index, key: key, subject: subject, decide: decide, context: context, observed: observed))
      return true
    }
    return false
  }

  /// Carries on with a decision: its next write, or its end.
  private mutating func advance(
    _ number: Int, _ server: inout ModelServer, _ now: Duration, _ time: Timestamp, _ random: inout SeededGenerator,
    _ incidents: inout Incidents
  ) {
    var round = rounds[number]
    if round.outstanding.isEmpty {
      round.journal.rewind()
      do throws(WriteInterruption) {
        let requeue = try round.decide(round.context, &round.journal)
        events += round.journal.events
        end(number, WorkResult(requeue, after: round.journal), jitter: Double.random(in: 0...1, using: &random), now)
        return
      } catch { round.outstanding = error.writes }
      let asked = round.outstanding.reduce(into: Set<ObjectWrite>()) {
        $0.formUnion(doubts[round.controller].questions(before: $1, for: round.key, observed: round.observed))
      }
      round.questions = Array(asked)
    }
    if let question = round.questions.popLast() {
      switch send(question, &server, time, &random, &incidents) {
      case .success(let answer):
        let isKnown = doubts[round.controller].settle(
          question, answer, for: round.key, observed: round.observed, &expectations[round.controller], now: now)
        if !isKnown { round.isOutdated = true }
        rounds[number] = round
        if round.isOutdated, round.questions.isEmpty { end(number, .again(after: .zero), jitter: 0, now) }
      case .failure(let error):
        for write in round.outstanding { round.journal.note(write, .failure(error)) }
        round.questions = []
        round.outstanding = []
        rounds[number] = round
      }
      return
    }
    let write = round.outstanding.removeFirst()
    let outcome = send(write, &server, time, &random, &incidents)
    if case .success(let answer) = outcome {
      expectations[round.controller].expect(write.asCached, answer: answer, for: round.key, now: now)
    }
    doubts[round.controller].note(write, outcome, for: round.key)
    round.journal.note(write, outcome)
    rounds[number] = round
  }

  private mutating func end(_ number: Int, _ result: WorkResult, jitter: Double, _ now: Duration) {
    let round = rounds.remove(at: number)
    queues[round.controller].done(round.key, result, jitter: jitter, now: now)
  }

  /// Carries a request out, unless it fails on its way, with or without having been served.
  private mutating func send(
    _ write: ObjectWrite, _ server: inout ModelServer, _ time: Timestamp, _ random: inout SeededGenerator,
    _ incidents: inout Incidents
  ) -> WriteOutcome {
    let isLost = random.chance(40)
    let isServed = !isLost || random.chance(2)
    if isLost { incidents.lostAnswers += 1 }
    last = (write, isServed, isLost)
    guard isServed else { return Self.lost }
    let served = server.perform(write, at: time)
    if case .failure(let error) = served, error.isConflict { incidents.conflicts += 1 }
    if case .list = write.operation { incidents.questions += 1 }
    return isLost ? Self.lost : served
  }

  private static let lost = WriteOutcome.failure(.unexpectedAnswer(status: 500, "connection lost"))

  /// For people: what the last step was.
  var lastStep: String {
    guard let last else { return "controller" }
    let operation = "\(last.write.operation)".prefix { $0 != "(" }
    let place = [last.write.path.resource.resource, last.write.path.name, last.write.path.subresource]
    let fate = last.isLost ? last.isServed ? ", whose answer is lost" : ", which is lost" : ""
    return "controller: \(operation) \(place.compactMap { $0 }.joined(separator: "/"))\(fate)"
  }
}
