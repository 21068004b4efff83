import Foundation
import GRDB
import GRDBSQLite

/// The database file and its companions: finds out whether there is a store, makes one, and opens it.
///
/// Beside `PATH` are SQLite's `PATH-wal` and `PATH-shm` while the store is open, `PATH-lock` and `PATH-reserve`.
struct StoreFile: Sendable {
  let path: String

  var log: String { path + "-wal" }
  var sharedMemory: String { path + "-shm" }
  var lock: String { path + "-lock" }
  var reserve: String { path + "-reserve" }
  var incomplete: String { path + "-new" }

  /// What opening found.
  struct Contents: Sendable {
    var revision: Revision
    var floor: Revision
    var objects: Int
  }

  /// Opens the file for writing after it was made, if there was none, and found whole.
  func open(_ options: StoreOptions) throws(StoreError) -> (DatabaseQueue, Contents) {
    if DurableFile.size(path) == nil {
      guard DurableFile.size(log) ?? 0 == 0 else { throw damaged("the file is gone, and its log is still there") }
      try create()
    }
    try checkHeader()
    let endedUncleanly = DurableFile.size(log) ?? 0 > 0
    let writer = try Connection.writer(path: path, options: options)
    let contents = try translatingErrors(path: path) {
      try writer.writeWithoutTransaction { database in
        try examine(
          Connection.handle(database),
          readAll: options.check == .always || (options.check == .afterUncleanEnd && endedUncleanly))
      }
    }
    return (writer, contents)
  }

  /// Builds the empty store under another name first: a crash on the way leaves no half of a store.
  private func create() throws(StoreError) {
    for leftover in [incomplete + "-wal", incomplete + "-shm", incomplete + "-journal"] { DurableFile.remove(leftover) }
    try DurableFile.makePrivate(incomplete)
    let database = try Connection.draft(path: incomplete)
    try translatingErrors(path: path) {
      try database.writeWithoutTransaction { database in
        let connection = try Connection.handle(database)
        try Connection.run("PRAGMA page_size = 4096; PRAGMA auto_vacuum = INCREMENTAL", on: connection)
        try Connection.run(
          """
          BEGIN; \(StoreFormat.schema)
          PRAGMA application_id = \(StoreFormat.applicationID); PRAGMA user_version = \(StoreFormat.version); COMMIT
          """, on: connection)
      }
      try database.close()
    }
    try DurableFile.replace(path, by: incomplete)
  }

  /// Only for a file that this process does not have open: closing it lets go of the locks that SQLite has on it here
  /// (fcntl(2), on record locks).
  private func checkHeader() throws(StoreError) {
    try check(StoreFormat.Header(try DurableFile.firstBytes(100, of: path)))
  }

  /// Throws where the header is not that of a store which this version can use.
  func check(_ header: StoreFormat.Header) throws(StoreError) {
    switch header {
    case .foreign(let finding): throw damaged(finding)
    case .ours(let version) where version > StoreFormat.version:
      throw .newerFormat(found: Int(version), known: Int(StoreFormat.version))
    case .ours: break
    }
  }

  private func examine(_ connection: OpaquePointer, readAll: Bool) throws(StoreError) -> Contents {
    // Brings the file up to date with the log, so that its length can be compared with what its header says.
    do throws(StoreError) {
      try Connection.run("PRAGMA wal_checkpoint(TRUNCATE)", on: connection)
      let pages = try Connection.integer("PRAGMA page_count", on: connection)
      let pageBytes = try Connection.integer("PRAGMA page_size", on: connection)
      let bytes = DurableFile.size(path) ?? 0
      guard Int64(bytes) >= pages * pageBytes else {
        throw damaged("\(bytes) bytes are left of \(pages * pageBytes)")
      }
    } catch  where error.isFull {
      // The log has what the file has no room for.
    }
    if readAll {
      let finding = try Connection.text("PRAGMA quick_check(1)", on: connection)
      guard finding == "ok" else { throw damaged(finding) }
    }
    let tables = try Connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('changes', 'latest', 'counters')",
      on: connection)
    guard tables == 3, try Connection.integer("SELECT count(*) FROM counters", on: connection) == 1 else {
      throw damaged("tables are missing")
    }
    let least = try Connection.integer("SELECT least FROM counters", on: connection)
    let floor = try Connection.integer("SELECT floor FROM counters", on: connection)
    let last = try Connection.integer("SELECT coalesce(max(revision), 0) FROM changes", on: connection)
    let objects = try Connection.integer("SELECT count(*) FROM latest", on: connection)
    return Contents(
      revision: Revision(UInt64(max(least, last))), floor: Revision(UInt64(max(floor, 0))), objects: Int(objects))
  }

  func damaged(_ finding: String) -> StoreError {
    .damaged(StoreError.adviceOnDamage(path: path, finding: finding))
  }
}
