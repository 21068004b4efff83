import Foundation
import GRDB
import Synchronization

/// Objects in one SQLite file: nothing that was acknowledged is lost, whatever happens to the process.
///
/// One thread writes, many read; those who ask for changes at the same moment share one transaction and one flush of
/// the disk (group commit).
public final class EmbeddedStore: ObjectStoring {
  private let path: String
  private let pool: DatabasePool
  private let feed: ChangeFeed
  private let writer: StoreWriter

  private init(path: String, pool: DatabasePool, feed: ChangeFeed, writer: StoreWriter) {
    self.path = path
    self.pool = pool
    self.feed = feed
    self.writer = writer
  }

  /// Opens the file, or makes it; its folder must be there.
  public static func open(_ path: String, options: StoreOptions = StoreOptions()) throws(StoreError) -> EmbeddedStore {
    let pool = try StoreDatabase.open(path, options)
    do {
      let (revision, compacted) = try pool.read { (try StoreReading.revision($0), try StoreReading.compacted($0)) }
      let feed = ChangeFeed(revision: revision)
      let writer = StoreWriter(
        path: path, pool: pool, feed: feed, revision: revision, compacted: compacted, options: options)
      return EmbeddedStore(path: path, pool: pool, feed: feed, writer: writer)
    } catch {
      throw StoreDatabase.storeError(error, path)
    }
  }

  /// Ends writing after what is under way, wakes those who wait with `StoreError.closed`, and closes the file.
  public func close() {
    writer.stop()
    feed.close()
    try? pool.close()
  }

  public var revision: Revision { feed.published }

  public func get(_ key: ObjectKey) throws(StoreError) -> ObjectVersion? {
    do {
      return try pool.unsafeRead { try StoreReading.current($0, key) }
    } catch {
      throw StoreDatabase.storeError(error, path)
    }
  }

  public func list(_ query: ListQuery) async throws(StoreError) -> ObjectList {
    do {
      return try await pool.read { try StoreReading.list($0, query) }
    } catch {
      throw StoreDatabase.storeError(error, path)
    }
  }

  public func commit(_ writes: [Write]) async throws(StoreError) -> [ObjectVersion] {
    let result = await withCheckedContinuation { continuation in writer.enqueue(writes, continuation) }
    return try result.get()
  }

  public func changes(_ scope: ChangeScope, after revision: Revision) throws(StoreError) -> any ChangeSubscription {
    let newest = writer.assigned
    guard revision <= newest else { throw .future(requested: revision, current: newest) }
    let oldest = writer.compacted
    guard revision >= oldest else { throw .expired(requested: revision, oldest: oldest) }
    return FeedSubscription(feed, scope, after: revision) { [pool, path] scope, after, upTo in
      do {
        return try await pool.read { db in
          try StoreReading.changes(db, scope, after: after, upTo: upTo, limit: 500)
        }
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        throw StoreDatabase.storeError(error, path)
      }
    }
  }

  /// Counts; reads the index once, so not for every request.
  public func statistics() throws(StoreError) -> StoreStatistics {
    do {
      let objects = try pool.read { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM versions WHERE superseded IS NULL AND change <> 2") ?? 0
      }
      let bytes = ["", "-wal"].reduce(0) { sum, suffix in
        sum + ((try? FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int) ?? 0)
      }
      return StoreStatistics(objects: objects, revision: revision, oldestRevision: writer.compacted, fileBytes: bytes)
    } catch {
      throw StoreDatabase.storeError(error, path)
    }
  }
}
