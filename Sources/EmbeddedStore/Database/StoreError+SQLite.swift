import Glibc
import GRDB
import GRDBSQLite

extension StoreError {
  /// What a result code of SQLite means to who uses the store (https://www.sqlite.org/rescode.html).
  init(code: Int32, message: String, path: String) {
    let full = ResultCode(rawValue: code)
    switch full.primaryResultCode {
    case .SQLITE_FULL: self = .full("no space for the database: \(message)")
    case .SQLITE_IOERR where Self.refusedWrites.contains(full):
      self = .full("the disk takes no more: \(message) (SQLite result code \(code))")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(StoreError.adviceOnDamage(path: path, finding: message))
    default: self = .failed("SQLite error \(code): \(message)")
    }
  }

  private static let refusedWrites: [ResultCode] = [
    .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE,
  ]

  /// The last error of a connection.
  init(connection: OpaquePointer, code: Int32) {
    let path = sqlite3_db_filename(connection, "main").map { String(cString: $0) } ?? "the database"
    var message = String(cString: sqlite3_errmsg(connection))
    // What the system said to the call that failed; of an earlier one, unless this is an error of files.
    let reason = sqlite3_system_errno(connection)
    if reason != 0, [SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xff) {
      message += ": " + String(cString: strerror(reason))
    }
    self.init(code: code, message: message, path: path)
  }

  /// Any error that came out of GRDB.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError:
      self.init(
        code: error.extendedResultCode.rawValue, message: error.message ?? "no description", path: path)
    default: self = .failed("\(error)")
    }
  }

  static func adviceOnDamage(path: String, finding: String) -> String {
    "\(path) cannot be read (\(finding)): keep a copy of it and restore a backup with: swift-virt restore FILE"
  }

  /// Whether the database failed, rather than that the objects are not as the writer thought.
  var isOfStorage: Bool {
    switch self {
    case .alreadyExists, .notFound, .conflict, .expired, .future: false
    case .full, .damaged, .newerFormat, .failed, .closed: true
    }
  }

  var isFull: Bool {
    if case .full = self { true } else { false }
  }
}

/// Runs something of GRDB's, with its errors as ours.
func translatingErrors<Value>(path: String, _ body: () throws -> Value) throws(StoreError) -> Value {
  do { return try body() } catch { throw StoreError(error, path: path) }
}
