import Foundation
import GRDB
import Synchronization

/// Objects in one SQLite file: every change is on disk before it is acknowledged, and all revisions since the last
/// compaction can still be listed and watched.
public final class EmbeddedStore: ObjectStoring {
  /// Where the database is.
  public let path: String
  private let file: StoreFile
  private let lock: FileLock
  private let feed: ChangeFeed
  private let reader: StoreReader
  private let writer: StoreWriter
  private let timer: DispatchTimer?
  /// Removed with the store; nil for one that stays.
  private let temporaryDirectory: TemporaryFiles?
  private let isClosed = Atomic<Bool>(false)

  /// Opens a store, or makes one where there is none; its directory must exist.
  ///
  /// - Throws: `failed` when another process has it open, `damaged`, `newerFormat`, `full`.
  public static func open(_ path: String, options: StoreOptions = StoreOptions()) throws(StoreError) -> EmbeddedStore {
    try EmbeddedStore(StoreFile(path: path), options)
  }

  /// A store that is gone when it is closed or no longer used, in a directory of its own. It does not wait for the
  /// disk, so it is for tests and trials.
  public static func temporary(
    options: StoreOptions = StoreOptions(compactionInterval: nil, reserveBytes: 0)
  ) throws(StoreError) -> EmbeddedStore {
    let files = try TemporaryFiles()
    var options = options
    options.waitsForDisk = false
    return try EmbeddedStore(StoreFile(path: files.path + "/objects.db"), options, temporary: files)
  }

  private init(
    _ file: StoreFile, _ options: StoreOptions, temporary: TemporaryFiles? = nil
  ) throws(StoreError) {
    path = file.path
    temporaryDirectory = temporary
    self.file = file
    lock = try FileLock(path: file.lock)
    let reserve = SpaceReserve(path: file.reserve, bytes: options.reserveBytes)
    let (database, contents) = try Self.open(file, options, reserve)
    reader = try StoreReader(path: file.path)
    feed = ChangeFeed(revision: contents.revision, options: options)
    reserve.take()
    let writer = StoreWriter(
      path: file.path, database: database, contents: contents, feed: feed, options: options, reserve: reserve)
    self.writer = writer
    timer = options.compactionInterval.map { interval in
      DispatchTimer(every: interval) { [weak writer] in writer?.compactLater(.policy) }
    }
  }

  /// Opens the file; on a full disk, with what the reserve gives for the files that SQLite needs beside it.
  private static func open(
    _ file: StoreFile, _ options: StoreOptions, _ reserve: SpaceReserve
  ) throws(StoreError) -> (DatabaseQueue, StoreFile.Contents) {
    do {
      return try file.open(options)
    } catch  where error.isFull && reserve.give() {
      return try file.open(options)
    }
  }

  public var revision: Revision { feed.revision }

  public func get(_ key: ObjectKey) throws(StoreError) -> ObjectVersion? {
    try checkOpen()
    let version = try reader.get(key)
    if let version { waitUntilPublished(version.revision) }
    return version
  }

  public func list(_ query: ListQuery) async throws(StoreError) -> ObjectList {
    try checkOpen()
    let list = try await reader.list(query)
    waitUntilPublished(list.revision)
    return list
  }

  public func commit(_ writes: [Write]) async throws(StoreError) -> [ObjectVersion] {
    try checkOpen()
    guard !writes.isEmpty else { return [] }
    guard writes.allSatisfy(\.hasPlaceForRevision) else {
      throw .failed("the place of the revision is outside the object's text")
    }
    return try await writer.commit(writes).get()
  }

  public func changes(_ scope: ChangeScope, after revision: Revision) throws(StoreError) -> any ChangeSubscription {
    try checkOpen()
    return try Subscription(scope, after: revision, feed: feed, reader: reader)
  }

  /// Shortens the change log as the options say, without waiting for the next time.
  public func compact() async throws(StoreError) { try await writer.compact(.policy) }

  /// Drops the change log before a revision: who asks for an older one gets `expired`.
  public func compact(before revision: Revision) async throws(StoreError) {
    try await writer.compact(.before(revision))
  }

  public func statistics() throws(StoreError) -> StoreStatistics {
    try checkOpen()
    let state = writer.state
    return StoreStatistics(
      objects: state.objects, revision: state.revision, oldestRevision: state.floor,
      fileBytes: (DurableFile.size(path) ?? 0) + (DurableFile.size(file.log) ?? 0),
      logLength: Int(clamping: state.revision.value - min(state.floor.value, state.revision.value)),
      historyBytes: state.historyBytes, subscriptions: feed.watcherCount, full: state.lastFull)
  }

  /// Finishes the writes that wait, ends all subscriptions and brings the file up to date. Later calls throw `closed`.
  public func close() {
    guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
    timer?.cancel()
    // The reader first: the last connection to close removes the log, and it must be able to write.
    feed.close()
    reader.close()
    writer.close()
    lock.release()
    temporaryDirectory?.remove()
  }

  deinit { timer?.cancel() }

  private func checkOpen() throws(StoreError) {
    if isClosed.load(ordering: .acquiring) { throw .closed }
  }

  /// A reader may see a commit a moment before the writer has told the watchers; a watch from what was read must not
  /// be one from the future.
  private func waitUntilPublished(_ revision: Revision) {
    while feed.revision < revision, !isClosed.load(ordering: .acquiring) { sched_yield() }
  }
}

extension Write {
  fileprivate var hasPlaceForRevision: Bool {
    switch operation {
    case .create(let object), .replace(let object, _), .remove(let object, _):
      (0...object.bytes.count).contains(object.revisionOffset)
    }
  }
}
