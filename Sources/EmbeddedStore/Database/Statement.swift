import GRDBSQLite

/// A prepared statement on a connection that GRDB owns: what every read and write of an object goes through, without
/// copies on the way in and with one on the way out.
///
/// Used on its connection's queue only; it must be gone before the connection is closed.
struct Statement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ sql: String, on connection: OpaquePointer) throws(StoreError) {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw StoreError(connection: connection, code: code) }
    handle = prepared
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

  func bind(_ index: Int32, _ value: Revision) { bind(index, Int64(bitPattern: value.value)) }

  func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  func bind(_ index: Int32, _ text: String) {
    var text = text
    _ = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // A buffer without an address would bind NULL.
        guard let start = characters.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, Self.copied) }
        return sqlite3_bind_text(handle, index, start, Int32(characters.count), Self.copied)
      }
    }
  }

  /// Binds the collection, namespace and name of a key to three places that follow each other.
  func bind(_ first: Int32, _ key: ObjectKey) {
    bind(first, key.collection)
    bind(first + 1, key.namespace)
    bind(first + 2, key.name)
  }

  func bind(_ index: Int32, _ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
      return sqlite3_bind_blob64(handle, index, start, UInt64(bytes.count), Self.copied)
    }
  }

  /// Moves to the next row; false when there is none.
  func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let error = StoreError(connection: connection, code: code)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs a statement that gives no rows that matter.
  func run() throws(StoreError) {
    _ = try step()
    reset()
  }

  /// Makes the statement ready for the next use; until then it holds a lock on what it reads.
  func reset() { sqlite3_reset(handle) }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func revision(_ column: Int32) -> Revision { Revision(UInt64(bitPattern: integer(column))) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    return String(decoding: bytes, as: UTF8.self)
  }

  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  /// SQLite's SQLITE_TRANSIENT, a cast that Swift does not import: the value is copied before the call returns.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
