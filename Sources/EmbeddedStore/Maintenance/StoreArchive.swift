import Foundation
import GRDB

/// A backup in one file: a copy of a store's database with other files of the instance in a table beside the objects.
///
/// It is a database of our own format, so that it can be checked as a store is, and read with any SQLite tool.
public enum StoreArchive {
  private static let table = "CREATE TABLE archived_files (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID"
  /// How far a restored store's first revision is beyond the last one of the archive.
  private static let lead: UInt64 = 1_000_000

  /// Copies the store as it is at one moment, while others read and write it, in this process or another. The archive
  /// is checked, whole and on disk when this returns.
  ///
  /// - Parameters:
  ///   - store: the store's file.
  ///   - files: what goes with it, by name.
  ///   - path: must not exist; only its owner may read it.
  /// - Returns: how many objects it holds.
  public static func write(store: String, files: [String: [UInt8]], to path: String) throws(StoreError) -> Int {
    guard DurableFile.size(store) != nil else { throw .failed("there is no store at \(store)") }
    if DurableFile.size(path) != nil { throw .failed("\(path) exists already; name another file") }
    return try build(path) { draft throws(StoreError) in
      // Reading only would not do: the first reader of a write-ahead log has to make its index.
      try copy(store, to: draft)
      return try edit(draft) { connection throws(StoreError) in
        try Connection.run("BEGIN; \(table)", on: connection)
        do {
          let insert = try Statement("INSERT INTO archived_files VALUES (?1, ?2)", on: connection)
          for (name, content) in files.sorted(by: { $0.key < $1.key }) {
            insert.bind(1, name)
            insert.bind(2, content)
            try insert.run()
          }
        }
        try Connection.run("COMMIT", on: connection)
        try check(connection, store)
        return Int(try Connection.integer("SELECT count(*) FROM latest", on: connection))
      }
    }
  }

  /// Makes a store from an archive, and returns the files that went with it.
  ///
  /// Its revisions begin well after those of the archive, and it has no past: clients that saw the time between must
  /// not take new changes for old ones, and are told to read everything again.
  ///
  /// - Parameters:
  ///   - store: where to; must not exist.
  ///   - seen: the last revision that clients may have seen of the store that was there before.
  public static func read(
    _ path: String, store: String, after seen: Revision = Revision(0)
  ) throws(StoreError) -> [String: [UInt8]] {
    guard DurableFile.size(path) != nil else { throw .failed("there is no file \(path)") }
    if DurableFile.size(store) != nil { throw .failed("\(store) exists already") }
    return try build(store) { draft throws(StoreError) in
      try copy(path, to: draft)
      return try edit(draft) { connection throws(StoreError) in
        try check(connection, path)
        let files = try archivedFiles(connection, path)
        let start = max(try lastRevision(connection), seen).value + lead
        try Connection.run(
          """
          BEGIN; DROP TABLE archived_files; UPDATE counters SET floor = \(start), least = \(start);
          DELETE FROM changes WHERE revision NOT IN (SELECT revision FROM latest); COMMIT
          """, on: connection)
        return files
      }
    }
  }

  /// The last revision of a store that nobody has open; nil where it can't be read.
  public static func revision(ofStore path: String) -> Revision? {
    guard DurableFile.size(path) != nil else { return nil }
    return try? translatingErrors(path: path) {
      let queue = try Connection.draft(path: path)
      let revision = try queue.inDatabase { try lastRevision(try Connection.handle($0)) }
      try queue.close()
      return revision
    }
  }

  private static func lastRevision(_ connection: OpaquePointer) throws(StoreError) -> Revision {
    let last = try Connection.integer(
      "SELECT max(least, (SELECT coalesce(max(revision), 0) FROM changes)) FROM counters", on: connection)
    return Revision(UInt64(clamping: last))
  }

  private static func archivedFiles(_ connection: OpaquePointer, _ path: String) throws(StoreError) -> [String: [UInt8]]
  {
    let isArchive = try Connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE name = 'archived_files'", on: connection)
    guard isArchive == 1 else {
      throw .damaged("\(path) is no backup that `swift-virt backup` wrote: it has no table archived_files")
    }
    let rows = try Statement("SELECT name, content FROM archived_files", on: connection)
    var files: [String: [UInt8]] = [:]
    while try rows.step() { files[rows.text(0)] = rows.bytes(1) }
    return files
  }

  /// Makes a file under another name first; nothing is left when that fails.
  private static func build<Value>(
    _ path: String, _ body: (_ draft: String) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let draft = path + "-draft"
    try DurableFile.makePrivate(draft)
    do {
      let value = try body(draft)
      try DurableFile.replace(path, by: draft)
      return value
    } catch {
      for leftover in [draft, draft + "-wal", draft + "-shm", draft + "-journal"] { DurableFile.remove(leftover) }
      throw error
    }
  }

  private static func copy(_ source: String, to destination: String) throws(StoreError) {
    try translatingErrors(path: source) {
      let queue = try Connection.draft(path: source)
      try queue.inDatabase { database in
        let connection = try Connection.handle(database)
        // Asked of the database: to read the file's own first bytes would take SQLite's locks from a store in use.
        let header = StoreFormat.Header(
          applicationID: Int32(truncatingIfNeeded: try Connection.integer("PRAGMA application_id", on: connection)),
          version: Int32(truncatingIfNeeded: try Connection.integer("PRAGMA user_version", on: connection)))
        try StoreFile(path: source).check(header)
        try database.execute(sql: "VACUUM INTO ?", arguments: [destination])
      }
      try queue.close()
    }
  }

  private static func edit<Value>(
    _ path: String, _ body: (OpaquePointer) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try translatingErrors(path: path) {
      let queue = try Connection.draft(path: path)
      let value = try queue.writeWithoutTransaction { database in
        // So that it is one file: a log beside it could be left behind.
        try Connection.run("PRAGMA journal_mode = DELETE", on: database)
        return try body(try Connection.handle(database))
      }
      try queue.close()
      return value
    }
  }

  private static func check(_ connection: OpaquePointer, _ path: String) throws(StoreError) {
    let finding = try Connection.text("PRAGMA integrity_check(1)", on: connection)
    guard finding == "ok" else { throw .damaged(StoreError.adviceOnDamage(path: path, finding: finding)) }
  }
}
