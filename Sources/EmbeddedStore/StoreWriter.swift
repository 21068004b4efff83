import Foundation
import GRDB
import Synchronization

/// The one thread that writes: it takes all that is waiting, carries it out in one transaction, and lets everybody know
/// after the disk has it.
final class StoreWriter: Sendable {
  typealias Result = Swift.Result<[ObjectVersion], StoreError>

  private struct Pending {
    var writes: [Write]
    var continuation: CheckedContinuation<Result, Never>
  }

  private struct State {
    var pending: [Pending] = []
    var isStopped = false
  }

  private let path: String
  private let pool: DatabasePool
  private let feed: ChangeFeed
  private let options: StoreOptions
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let assignedRevision: Atomic<UInt64>
  private let compactedRevision: Atomic<UInt64>

  init(
    path: String, pool: DatabasePool, feed: ChangeFeed, revision: Revision, compacted: Revision, options: StoreOptions
  ) {
    self.path = path
    self.pool = pool
    self.feed = feed
    self.options = options
    assignedRevision = Atomic(revision.value)
    compactedRevision = Atomic(compacted.value)
    let thread = Thread { [self] in run(revision) }
    thread.name = "store-writer"
    thread.start()
  }

  /// The last revision that a change may already have on disk.
  var assigned: Revision { Revision(assignedRevision.load(ordering: .acquiring)) }
  var compacted: Revision { Revision(compactedRevision.load(ordering: .acquiring)) }

  func enqueue(_ writes: [Write], _ continuation: CheckedContinuation<Result, Never>) {
    let isTaken = state.withLock { state in
      if state.isStopped { return false }
      state.pending.append(Pending(writes: writes, continuation: continuation))
      return true
    }
    if isTaken { wake.signal() } else { continuation.resume(returning: .failure(.closed)) }
  }

  func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopped = true }
      return !state.isStopped
    }
    guard isFirst else { return }
    wake.signal()
    ended.wait()
  }

  private func run(_ start: Revision) {
    var revision = start
    var loggedBytes = 0
    while true {
      wake.wait()
      let (batch, isStopped) = state.withLock { state in
        defer { state.pending = [] }
        return (state.pending, state.isStopped)
      }
      if !batch.isEmpty { revision = carryOut(batch, revision, &loggedBytes) }
      if isStopped { break }
    }
    ended.signal()
  }

  /// One transaction for the whole batch. Returns the last revision that is on disk.
  private func carryOut(_ batch: [Pending], _ start: Revision, _ loggedBytes: inout Int) -> Revision {
    var results: [Result] = []
    var changes: [Change] = []
    var end = start
    do {
      try pool.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          var writing = StoreWriting(db, revision: start)
          for pending in batch {
            do {
              let made = try writing.apply(pending.writes)
              changes += made
              results.append(.success(made.map(\.object)))
            } catch let error as StoreError {
              results.append(.failure(error))
            }
          }
          end = writing.revision
          // Readers may see the transaction before we have said so.
          assignedRevision.store(end.value, ordering: .releasing)
          return .commit
        }
      }
    } catch {
      let reason = StoreDatabase.storeError(error, path)
      assignedRevision.store(start.value, ordering: .releasing)
      for pending in batch { pending.continuation.resume(returning: .failure(reason)) }
      return start
    }
    feed.publish(changes)
    for (pending, result) in zip(batch, results) { pending.continuation.resume(returning: result) }
    for change in changes { loggedBytes += change.previous?.bytes.count ?? 0 }
    compactIfLong(end, &loggedBytes)
    return end
  }

  private func compactIfLong(_ revision: Revision, _ loggedBytes: inout Int) {
    let length = revision.value - compacted.value
    let isLong = length > UInt64(options.mostChanges)
    let isLarge = loggedBytes > options.mostBytes && length > UInt64(options.fewestChanges)
    guard isLong || isLarge else { return }
    let kept = UInt64(isLong ? options.keptChanges : options.fewestChanges)
    let floor = Revision(revision.value - min(kept, length))
    do {
      try pool.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try StoreWriting(db, revision: revision).compact(upTo: floor)
          return .commit
        }
        try db.execute(sql: "PRAGMA incremental_vacuum(256)")
      }
      compactedRevision.store(floor.value, ordering: .releasing)
      loggedBytes = 0
    } catch {
      // The past stays longer; the next change tries again.
    }
  }
}
