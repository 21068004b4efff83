import Synchronization

/// Hands committed changes to watchers. A watcher is a position; what it has not seen it takes from the last changes in
/// memory, and from the table when those do not reach back to its position.
final class ChangeFeed: Sendable {
  typealias Waiter = CheckedContinuation<Void, Never>

  /// What a watcher finds after its position.
  enum Found {
    case changes([Change])
    /// Changes that only the table has, after and up to these revisions.
    case older(after: Revision, through: Revision)
    case nothing
  }

  fileprivate struct Watcher {
    let scope: ChangeScope
    var position: Revision
    var waiter: Waiter?
  }

  fileprivate struct State {
    var published: Revision
    var recent: RecentChanges
    var watchers: [Int: Watcher] = [:]
    /// Who may be interested in a collection's changes, and in those of all.
    var byCollection: [String: Set<Int>] = [:]
    var everywhere: Set<Int> = []
    var nextNumber = 0
    var isClosed = false
  }

  private let state: Mutex<State>
  private let lastPublished: Atomic<UInt64>
  private static let batch = 1_024

  init(revision: Revision, options: StoreOptions) {
    state = Mutex(
      State(
        published: revision,
        recent: RecentChanges(
          base: revision, maximumCount: options.recentChanges, maximumBytes: options.recentBytes)))
    lastPublished = Atomic(revision.value)
  }

  /// The last change that watchers can see.
  var revision: Revision { Revision(lastPublished.load(ordering: .acquiring)) }

  var watcherCount: Int { state.withLock { $0.watchers.count } }

  // MARK: the writer's side

  /// Makes changes visible, in the order of their revisions, and gives the watchers to wake.
  func publish(_ changes: [Change]) -> [Waiter] {
    guard let last = changes.last else { return [] }
    let waiters = state.withLock { state in
      var waiters: [Waiter] = []
      for change in changes {
        state.recent.append(change)
        let key = change.object.key
        for number in state.byCollection[key.collection] ?? [] { state.wake(number, for: key, &waiters) }
        for number in state.everywhere { state.wake(number, for: key, &waiters) }
      }
      state.published = last.revision
      return waiters
    }
    lastPublished.store(last.revision.value, ordering: .releasing)
    return waiters
  }

  func close() {
    let waiters = state.withLock { state in
      state.isClosed = true
      state.recent.removeAll()
      return state.takeWaiters()
    }
    for waiter in waiters { waiter.resume() }
  }

  // MARK: the watchers' side

  /// Whether all changes in scope after a revision are in memory.
  func reaches(back revision: Revision, _ scope: ChangeScope) -> Bool {
    state.withLock { $0.recent.reaches(back: revision, scope) }
  }

  func add(_ scope: ChangeScope, after revision: Revision) throws(StoreError) -> Int {
    let added: Result<Int, StoreError> = state.withLock { state in
      guard !state.isClosed else { return .failure(.closed) }
      guard revision <= state.published else {
        return .failure(.future(requested: revision, current: state.published))
      }
      let number = state.nextNumber
      state.nextNumber += 1
      state.watchers[number] = Watcher(scope: scope, position: revision)
      if let collections = scope.collections {
        for collection in collections { state.byCollection[collection, default: []].insert(number) }
      } else {
        state.everywhere.insert(number)
      }
      return .success(number)
    }
    return try added.get()
  }

  func remove(_ number: Int) {
    let waiter = state.withLock { state -> Waiter? in
      guard let watcher = state.watchers.removeValue(forKey: number) else { return nil }
      for collection in watcher.scope.collections ?? [] {
        state.byCollection[collection]?.remove(number)
        if state.byCollection[collection]?.isEmpty == true { state.byCollection[collection] = nil }
      }
      state.everywhere.remove(number)
      return watcher.waiter
    }
    waiter?.resume()
  }

  /// The next changes in memory; the position moves past them.
  func take(_ number: Int) throws(StoreError) -> Found {
    let found: Result<Found, StoreError> = state.withLock { state in
      guard !state.isClosed, let watcher = state.watchers[number] else { return .failure(.closed) }
      guard watcher.position < state.published else { return .success(.nothing) }
      guard state.recent.reaches(back: watcher.position, watcher.scope) else {
        return .success(.older(after: watcher.position, through: state.published))
      }
      let changes = state.recent.changes(watcher.scope, after: watcher.position, limit: Self.batch)
      let isCut = changes.count == Self.batch
      state.watchers[number]?.position = isCut ? changes.last?.revision ?? state.published : state.published
      return .success(changes.isEmpty ? .nothing : .changes(changes))
    }
    return try found.get()
  }

  /// Moves a position past what was read from the table.
  func move(_ number: Int, to revision: Revision) {
    state.withLock { state in
      guard let position = state.watchers[number]?.position, position < revision else { return }
      state.watchers[number]?.position = revision
    }
  }

  /// Returns when there may be something after the position, or when the task is cancelled.
  func wait(_ number: Int) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { (waiter: Waiter) in
        let resumed = state.withLock { state -> Waiter? in
          guard !Task.isCancelled, !state.isClosed, let watcher = state.watchers[number],
            watcher.position == state.published
          else { return waiter }
          state.watchers[number]?.waiter = waiter
          return watcher.waiter
        }
        resumed?.resume()
      }
    } onCancel: {
      let waiter = state.withLock { $0.takeWaiter(number) }
      waiter?.resume()
    }
  }

  /// Up to where a watcher has seen everything that it wants.
  func position(_ number: Int) -> Revision? {
    state.withLock { state in
      guard let watcher = state.watchers[number] else { return nil }
      // One that waits was not woken: nothing that was published since is for it.
      return watcher.waiter == nil ? watcher.position : state.published
    }
  }
}

extension ChangeFeed.State {
  fileprivate mutating func wake(_ number: Int, for key: ObjectKey, _ waiters: inout [ChangeFeed.Waiter]) {
    guard let watcher = watchers[number], let waiter = watcher.waiter, watcher.scope.contains(key) else { return }
    waiters.append(waiter)
    watchers[number]?.waiter = nil
    // What was published until now was not for it, so it need not be looked for, in memory or in the table.
    watchers[number]?.position = published
  }

  /// A watcher stops waiting before it was woken: it is up to date.
  fileprivate mutating func takeWaiter(_ number: Int) -> ChangeFeed.Waiter? {
    guard let waiter = watchers[number]?.waiter else { return nil }
    watchers[number]?.waiter = nil
    watchers[number]?.position = published
    return waiter
  }

  fileprivate mutating func takeWaiters() -> [ChangeFeed.Waiter] {
    watchers.keys.compactMap { number in
      let waiter = watchers[number]?.waiter
      watchers[number]?.waiter = nil
      return waiter
    }
  }
}
