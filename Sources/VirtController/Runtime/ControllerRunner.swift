import JSON
import Kube
import KubeClient
import Logging
import Synchronization

/// Works on the objects of one controller: observes, decides, writes, and puts back.
final class ControllerRunner: Sendable {
  /// What runners need of the process around them.
  struct Environment: Sendable {
    var caches: any ClusterCaches
    var perform: @Sendable (ObjectWrite) async -> WriteOutcome
    /// Takes events of the component that is named.
    var record: @Sendable (ObjectEvent, String) -> Void
    /// A context of this moment.
    var context: @Sendable () -> ReconcileContext
    var logger: Logger
  }

  let definition: ControllerDefinition
  let queue: WorkQueue<NamespacedName>
  private let environment: Environment
  private let knowledge = Mutex(Knowledge())

  /// What is known of our own writes.
  private struct Knowledge {
    var expectations = Expectations<NamespacedName>()
    var doubts = CreationDoubts()
  }

  init(_ definition: ControllerDefinition, _ environment: Environment) {
    self.definition = definition
    self.environment = environment
    queue = WorkQueue()
  }

  // MARK: Changes

  /// Takes note of a change, once the caches have it.
  func observe(_ observed: ObservedChange, of resource: GroupVersionResource) {
    queue.add(knowledge.withLock { $0.expectations.release($0.expectations.observe(observed.change, of: resource)) })
    for (key, patience) in definition.keys(of: observed, of: resource, environment.caches) {
      queue.add(key, after: patience)
    }
  }

  /// Takes note that a cache has everything up to a version: what we wrote before and it does not show came and went
  /// unseen, and holds nothing up any longer.
  func observe(version: String, of resource: GroupVersionResource) {
    queue.add(knowledge.withLock { $0.expectations.release($0.expectations.observe(version: version, of: resource)) })
  }

  // MARK: Work

  /// Works until the queue is over or the task is cancelled.
  func run() async {
    await queue.work(workers: definition.workers) { [self] key in await work(on: key) }
  }

  private func work(on key: NamespacedName) async -> WorkResult {
    let now = MonotonicTime.now
    let wait: Duration? = knowledge.withLock { knowledge in
      if knowledge.expectations.isSatisfied(key, now: now) { return nil }
      // The change that meets them puts the key in again; this is for the case that it never comes.
      return knowledge.expectations.expiry(of: key).map { $0 - now } ?? .seconds(1)
    }
    if let wait { return .postponed(by: wait) }
    let observed = knowledge.withLock(\.expectations.shown)
    guard let decide = definition.observe(key, environment.caches) else {
      knowledge.withLock { $0.doubts.forget(key) }
      return .finished
    }
    return await carryOut(decide, about: key, observed)
  }

  /// Runs a decision until all its writes are known.
  private func carryOut(
    _ decide: Decision, about key: NamespacedName, _ observed: ShownVersions
  ) async -> WorkResult {
    let context = environment.context()
    var journal = WriteJournal()
    while true {
      journal.rewind()
      let interruption: WriteInterruption
      do throws(WriteInterruption) {
        let requeue = try decide(context, &journal)
        for event in journal.events { environment.record(event, definition.eventSource) }
        if case .backingOff(let reason) = requeue {
          environment.logger.debug(
            "to be tried again",
            metadata: ["controller": "\(definition.name)", "key": "\(key)", "reason": "\(reason)"])
        }
        return WorkResult(requeue, after: journal)
      } catch { interruption = error }
      // Whoever comes next reads the caches anew.
      if Task.isCancelled { return .finished }
      switch await clearDoubts(about: interruption.writes, for: key, observed) {
      case .cleared: break
      // The caches will show what there is; then it is decided on again.
      case .unseen: return .again(after: .zero)
      case .unanswered(let error):
        for write in interruption.writes { journal.note(write, .failure(error)) }
        continue
      }
      for (write, outcome) in await perform(interruption.writes, about: key) { journal.note(write, outcome) }
    }
  }

  private enum Doubts {
    case cleared
    /// There is something that the decision did not know.
    case unseen
    case unanswered(KubernetesError)
  }

  /// Asks what has to be known before writes are sent: for nearly all of them nothing.
  private func clearDoubts(
    about writes: [ObjectWrite], for key: NamespacedName, _ observed: ShownVersions
  ) async -> Doubts {
    let questions = knowledge.withLock { knowledge in
      writes.reduce(into: Set()) { $0.formUnion(knowledge.doubts.questions(before: $1, for: key, observed: observed)) }
    }
    var result = Doubts.cleared
    for question in questions {
      switch await environment.perform(question) {
      case .success(let answer):
        let now = MonotonicTime.now
        let isKnown = knowledge.withLock {
          $0.doubts.settle(question, answer, for: key, observed: observed, &$0.expectations, now: now)
        }
        if !isKnown { result = .unseen }
      case .failure(let error): return .unanswered(error)
      }
    }
    return result
  }

  /// Carries writes out side by side, and notes what the caches have to show of them.
  private func perform(_ writes: [ObjectWrite], about key: NamespacedName) async -> [(ObjectWrite, WriteOutcome)] {
    if writes.count == 1 {
      return [(writes[0], await performOne(writes[0], about: key))]
    }
    return await withTaskGroup(of: (Int, WriteOutcome).self) { group in
      var outcomes = [WriteOutcome?](repeating: nil, count: writes.count)
      for (index, write) in writes.enumerated() {
        if index >= Self.parallelWrites, let (done, outcome) = await group.next() { outcomes[done] = outcome }
        group.addTask { (index, await self.performOne(write, about: key)) }
      }
      for await (index, outcome) in group { outcomes[index] = outcome }
      return zip(writes, outcomes).compactMap { write, outcome in outcome.map { (write, $0) } }
    }
  }

  /// How many writes of one decision are under way at once.
  private static let parallelWrites = 16

  private func performOne(_ write: ObjectWrite, about key: NamespacedName) async -> WriteOutcome {
    let write = ObservedVersions.noting(in: write)
    let outcome = await environment.perform(write)
    if case .success(let answer) = outcome {
      let now = MonotonicTime.now
      knowledge.withLock { knowledge in
        // A change that the caches already had has come by, and none will: their changes are observed under this lock,
        // after the caches have them.
        if isShown(write.asCached) { return }
        knowledge.expectations.expect(write.asCached, answer: answer, for: key, now: now)
      }
    } else if case .failure(let error) = outcome {
      knowledge.withLock { $0.doubts.note(write, outcome, for: key) }
      environment.logger.debug(
        "write refused", metadata: ["path": "\(write.path.path ?? "")", "reason": "\(error)"])
    }
    return outcome
  }

  /// Whether the caches know already that what was deleted is gone.
  private func isShown(_ write: ObjectWrite) -> Bool {
    guard case .delete(let options) = write.operation, let name = write.path.name else { return false }
    guard let object = environment.caches.cached(write.path.resource, NamespacedName(write.path.namespace ?? "", name))
    else { return true }
    return !options.uid.isEmpty && object.uid != options.uid
  }
}

extension WorkResult {
  /// What a decision's end means for the queue.
  public init(_ requeue: Requeue, after journal: WriteJournal) {
    if case .backingOff = requeue, journal.wasOvertaken { self = .overtaken } else { self.init(requeue) }
  }
}

extension WriteJournal {
  /// Whether conflicts were the only failures: others were faster than the caches.
  fileprivate var wasOvertaken: Bool {
    let failures = history.compactMap { entry -> KubernetesError? in
      if case .failure(let error) = entry.outcome { error } else { nil }
    }
    return !failures.isEmpty && failures.allSatisfy(\.isConflict)
  }
}

extension ObjectWrite {
  /// The write with the resource as the caches have it: instances that are created in an older version are the same.
  public var asCached: ObjectWrite {
    var write = self
    if write.path.resource.group == Resources.virtualMachines.group {
      write.path.resource.version = Resources.virtualMachines.version
    }
    return write
  }
}
