import Foundation
import GRDB

/// The file: its format, and the statements that read and write it.
///
/// One row is one version of one object. `superseded` is the revision that replaced it, so that the rows of a moment
/// can be told from those before and after it; a removal is a row too (`change` 2) and is never current.
enum StoreDatabase {
  /// "svrt", so that `file` and we recognise it.
  static let applicationID: Int32 = 0x7376_7274
  static let format = 1

  private static let schema = """
    CREATE TABLE versions (
      revision INTEGER PRIMARY KEY,
      collection TEXT NOT NULL, namespace TEXT NOT NULL, name TEXT NOT NULL,
      change INTEGER NOT NULL, previous INTEGER, superseded INTEGER, object BLOB NOT NULL);
    CREATE UNIQUE INDEX current ON versions (collection, namespace, name) WHERE superseded IS NULL AND change <> 2;
    CREATE INDEX superseded ON versions (superseded) WHERE superseded IS NOT NULL;
    CREATE INDEX removals ON versions (revision) WHERE change = 2;
    CREATE TABLE properties (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO properties VALUES ('compacted', 0), ('revision', 0);
    """

  static func open(_ path: String, _ options: StoreOptions) throws(StoreError) -> DatabasePool {
    try refuseForeignFile(path)
    var configuration = Configuration()
    configuration.maximumReaderCount = 4
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY")
    }
    do {
      // The mode of vacuuming must be set before the first table, and before the write-ahead log is switched on.
      if !FileManager.default.fileExists(atPath: path) {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
          throw StoreError.failed("can't make the file \(path)")
        }
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase {
          try $0.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA application_id = \(applicationID)")
        }
        try queue.close()
      }
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { db in
        if let pages = options.mostPages { try db.execute(sql: "PRAGMA max_page_count = \(pages)") }
        try prepare(db, path)
      }
      return pool
    } catch let error as StoreError {
      throw error
    } catch {
      throw storeError(error, path)
    }
  }

  /// What is there and is no database of ours is not to be touched.
  private static func refuseForeignFile(_ path: String) throws(StoreError) {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    defer { try? file.close() }
    let head = (try? file.read(upToCount: 16)) ?? Data()
    if head.isEmpty || head == Data("SQLite format 3\0".utf8) { return }
    throw .damaged(damage(path, "it does not begin as a database does"))
  }

  private static func prepare(_ db: Database, _ path: String) throws {
    let found = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if version == 0, try db.tableExists("versions") == false {
      try db.inTransaction {
        try db.execute(sql: schema + "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(format);")
        return .commit
      }
      return
    }
    guard found == applicationID else { throw StoreError.damaged(damage(path, "it is another program's database")) }
    guard version <= format else { throw StoreError.newerFormat(found: version, known: format) }
    let report = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
    guard report == "ok" else { throw StoreError.damaged(damage(path, report)) }
  }

  static func damage(_ path: String, _ what: String) -> String {
    "the store \(path) is damaged: \(what); take the last good state with `swift-virt restore FILE`, or move the file "
      + "away to begin with an empty store"
  }

  /// SQLite's result codes in our words.
  static func storeError(_ error: any Error, _ path: String) -> StoreError {
    guard let error = error as? DatabaseError else { return (error as? StoreError) ?? .failed("\(path): \(error)") }
    switch error.resultCode {
    case .SQLITE_FULL: return .full("no space left for \(path)")
    case .SQLITE_IOERR where errno == ENOSPC || errno == EDQUOT || errno == EFBIG:
      return .full("no space left for \(path)")
    case .SQLITE_IOERR
    where [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE]
      .contains(error.extendedResultCode):
      return .full("\(path) can't be written: \(error.message ?? "input/output error")")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged(damage(path, error.message ?? "malformed"))
    default: return .failed("\(path): \(error.message ?? "\(error.resultCode)")")
    }
  }
}
