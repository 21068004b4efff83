import Synchronization

/// Recent changes in memory, and those who wait for the next ones.
///
/// Watchers have positions, not queues: what they have not seen is here, or in the file when they are far behind.
final class ChangeFeed: Sendable {
  /// Changes of one collection since a revision, without a gap.
  private struct Recent {
    /// All changes after this revision are in `changes`.
    var start: Revision
    var changes: [Change] = []
    var bytes = 0
  }

  private struct State {
    var published: Revision
    var recent: [String: Recent] = [:]
    /// Collections that had no change yet begin here.
    var start: Revision
    var waiting: [UInt64: (scope: ChangeScope, continuation: CheckedContinuation<Void, any Error>)] = [:]
    /// Whom a change of a collection may concern.
    var waitingByCollection: [String: Set<UInt64>] = [:]
    var waitingForAll: Set<UInt64> = []
    var nextWait: UInt64 = 0
    var isClosed = false
  }

  private let state: Mutex<State>
  private static let mostChanges = 512
  private static let mostBytes = 4 << 20

  init(revision: Revision) { state = Mutex(State(published: revision, start: revision)) }

  var published: Revision { state.withLock { $0.published } }

  /// Makes committed changes known, in the order of their revisions.
  func publish(_ changes: [Change]) {
    guard let last = changes.last else { return }
    let woken = state.withLock { state -> [CheckedContinuation<Void, any Error>] in
      for change in changes { Self.keep(change, &state) }
      state.published = last.revision
      var ids = state.waitingForAll
      for collection in Set(changes.map(\.object.key.collection)) {
        if let waiting = state.waitingByCollection[collection] { ids.formUnion(waiting) }
      }
      return ids.compactMap { id in
        guard let waiting = state.waiting[id], changes.contains(where: { waiting.scope.contains($0.object.key) }) else {
          return nil
        }
        return Self.remove(id, &state)
      }
    }
    for continuation in woken { continuation.resume() }
  }

  private static func keep(_ change: Change, _ state: inout State) {
    let collection = change.object.key.collection
    var recent = state.recent.removeValue(forKey: collection) ?? Recent(start: state.start)
    recent.changes.append(change)
    recent.bytes += change.object.bytes.count
    if recent.changes.count > mostChanges || recent.bytes > mostBytes {
      let dropped = recent.changes.count / 2 + 1
      recent.start = recent.changes[dropped - 1].revision
      recent.bytes -= recent.changes[..<dropped].reduce(0) { $0 + $1.object.bytes.count }
      recent.changes.removeFirst(dropped)
    }
    state.recent[collection] = recent
  }

  /// What a watcher finds.
  enum Found {
    case changes([Change], upTo: Revision)
    /// Memory does not reach back so far: the file does.
    case behind(upTo: Revision)
  }

  /// The changes of a scope after a revision.
  func find(_ scope: ChangeScope, after position: Revision) throws(StoreError) -> Found {
    try state.withLock { state throws(StoreError) in
      if state.isClosed { throw .closed }
      if position >= state.published { return .changes([], upTo: max(position, state.published)) }
      if position < state.start { return .behind(upTo: state.published) }
      var found: [Change] = []
      if let collections = scope.collections {
        for collection in collections {
          guard let recent = state.recent[collection] else { continue }
          if position < recent.start { return .behind(upTo: state.published) }
          Self.collect(recent, scope, after: position, into: &found)
        }
        if collections.count > 1 { found.sort { $0.revision < $1.revision } }
      } else {
        for recent in state.recent.values {
          if position < recent.start { return .behind(upTo: state.published) }
          Self.collect(recent, scope, after: position, into: &found)
        }
        found.sort { $0.revision < $1.revision }
      }
      return .changes(found, upTo: state.published)
    }
  }

  private static func collect(
    _ recent: Recent, _ scope: ChangeScope, after position: Revision, into found: inout [Change]
  ) {
    // The ones that are new to a watcher are few and last.
    var index = recent.changes.count
    while index > 0, recent.changes[index - 1].revision > position { index -= 1 }
    for change in recent.changes[index...] where scope.contains(change.object.key) { found.append(change) }
  }

  /// Waits until there is a change of the scope after a revision; returns at once when there may be one.
  func wait(_ scope: ChangeScope, after position: Revision) async throws {
    let id = state.withLock { state in
      state.nextWait += 1
      return state.nextWait
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let error: (any Error)?? = state.withLock { state in
          if state.isClosed { return .some(StoreError.closed) }
          if Task.isCancelled { return .some(CancellationError()) }
          if state.published > position { return .some(nil) }
          state.waiting[id] = (scope, continuation)
          if let collections = scope.collections {
            for collection in collections { state.waitingByCollection[collection, default: []].insert(id) }
          } else {
            state.waitingForAll.insert(id)
          }
          return nil
        }
        switch error {
        case nil: break
        case .some(nil): continuation.resume()
        case .some(let error?): continuation.resume(throwing: error)
        }
      }
    } onCancel: {
      state.withLock { Self.remove(id, &$0) }?.resume(throwing: CancellationError())
    }
  }

  @discardableResult
  private static func remove(_ id: UInt64, _ state: inout State) -> CheckedContinuation<Void, any Error>? {
    guard let waiting = state.waiting.removeValue(forKey: id) else { return nil }
    if let collections = waiting.scope.collections {
      for collection in collections { state.waitingByCollection[collection]?.remove(id) }
    } else {
      state.waitingForAll.remove(id)
    }
    return waiting.continuation
  }

  func close() {
    let woken = state.withLock { state in
      state.isClosed = true
      defer {
        state.waiting = [:]
        state.waitingByCollection = [:]
        state.waitingForAll = []
      }
      return state.waiting.values.map(\.continuation)
    }
    for continuation in woken { continuation.resume(throwing: StoreError.closed) }
  }
}

/// A position in the feed.
final class FeedSubscription: ChangeSubscription {
  private let feed: ChangeFeed
  private let scope: ChangeScope
  private let position: Mutex<Revision>
  private let readLog:
    @Sendable (ChangeScope, Revision, Revision) async throws -> (changes: [Change], reached: Revision)

  init(
    _ feed: ChangeFeed, _ scope: ChangeScope, after revision: Revision,
    readLog: @escaping @Sendable (ChangeScope, Revision, Revision) async throws -> ([Change], Revision)
  ) {
    self.feed = feed
    self.scope = scope
    position = Mutex(revision)
    self.readLog = readLog
  }

  var revision: Revision { position.withLock { $0 } }

  func next() async throws -> [Change] {
    while true {
      let after = revision
      var found: [Change]
      let reached: Revision
      switch try feed.find(scope, after: after) {
      case .changes(let changes, let upTo): (found, reached) = (changes, upTo)
      case .behind(let upTo): (found, reached) = try await readLog(scope, after, upTo)
      }
      if reached > after { position.withLock { $0 = reached } }
      if !found.isEmpty { return found }
      if reached == after || feed.published <= reached { try await feed.wait(scope, after: reached) }
    }
  }
}
