import GRDB
import GRDBSQLite

/// Opens the store's connections: each is a GRDB queue of its own, so that readers never wait for the writer.
enum Connection {
  static func writer(path: String, options: StoreOptions) throws(StoreError) -> DatabaseQueue {
    var configuration = common("writer")
    let pageLimit = options.pageLimit
    let synchronous = options.waitsForDisk ? "FULL" : "OFF"
    configuration.prepareDatabase { database in
      try run("PRAGMA auto_vacuum = INCREMENTAL", on: database)
      try run("PRAGMA journal_mode = WAL", on: database)
      try run("PRAGMA synchronous = \(synchronous)", on: database)
      // Freed pages are not written just to be cleared.
      try run("PRAGMA secure_delete = FAST", on: database)
      try run("PRAGMA temp_store = MEMORY", on: database)
      try run("PRAGMA cache_size = -2048", on: database)
      // Smaller than the reserve, so that a log that filled the disk can be emptied into the database with its help.
      try run("PRAGMA wal_autocheckpoint = 512", on: database)
      try run("PRAGMA journal_size_limit = 8388608", on: database)
      if let pageLimit { try run("PRAGMA max_page_count = \(pageLimit)", on: database) }
    }
    let complete = configuration
    return try translatingErrors(path: path) { try DatabaseQueue(path: path, configuration: complete) }
  }

  static func reader(path: String, cacheKilobytes: Int) throws(StoreError) -> DatabaseQueue {
    var configuration = common("reader")
    configuration.readonly = true
    configuration.prepareDatabase { database in
      try run("PRAGMA cache_size = -\(cacheKilobytes)", on: database)
    }
    let complete = configuration
    return try translatingErrors(path: path) { try DatabaseQueue(path: path, configuration: complete) }
  }

  /// A database that is made or changed before a store uses it.
  static func draft(path: String) throws(StoreError) -> DatabaseQueue {
    let configuration = common("draft")
    return try translatingErrors(path: path) { try DatabaseQueue(path: path, configuration: configuration) }
  }

  private static func common(_ label: String) -> Configuration {
    var configuration = Configuration()
    configuration.label = "store.\(label)"
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = false
    // Transactions are begun and ended by our own statements; a failed end must not stop the process.
    configuration.allowsUnsafeTransactions = true
    return configuration
  }

  /// Runs a statement for its effect.
  static func run(_ sql: String, on database: Database) throws(StoreError) {
    try run(sql, on: try handle(database))
  }

  static func run(_ sql: String, on connection: OpaquePointer) throws(StoreError) {
    let code = sqlite3_exec(connection, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw StoreError(connection: connection, code: code) }
  }

  /// SQLite's own handle; `closed` after the store was closed.
  static func handle(_ database: Database) throws(StoreError) -> OpaquePointer {
    guard let connection = database.sqliteConnection else { throw .closed }
    return connection
  }

  static func isInTransaction(_ connection: OpaquePointer) -> Bool { sqlite3_get_autocommit(connection) == 0 }

  /// The first column of the first row as a number.
  static func integer(_ sql: String, on connection: OpaquePointer) throws(StoreError) -> Int64 {
    let statement = try Statement(sql, on: connection)
    guard try statement.step() else { throw .failed("no row from: \(sql)") }
    return statement.integer(0)
  }

  static func text(_ sql: String, on connection: OpaquePointer) throws(StoreError) -> String {
    let statement = try Statement(sql, on: connection)
    guard try statement.step() else { throw .failed("no row from: \(sql)") }
    return statement.text(0)
  }
}
