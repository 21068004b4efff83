import GRDBSQLite
import Testing

@testable import EmbeddedStore

@Suite struct StoreErrorTests {
  /// "disk I/O error" alone has some thirty causes.
  @Test func errorsOfFilesSayWhichCallFailed() {
    let write: Int32 = SQLITE_IOERR | 3 << 8
    let error = StoreError(code: write, message: "disk I/O error", path: "/objects.db")
    #expect(error == .full("the disk takes no more: disk I/O error (SQLite result code 778)"))
    let read: Int32 = SQLITE_IOERR | 1 << 8
    #expect(
      StoreError(code: read, message: "disk I/O error", path: "/objects.db")
        == .failed("SQLite error 266: disk I/O error"))
  }

  @Test func errorsOfFilesSayTheSystemsReason() throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    let code = sqlite3_open(directory.path + "/nothing/objects.db", &connection)
    #expect(code == SQLITE_CANTOPEN)
    let error = StoreError(connection: try #require(connection), code: code)
    #expect(error.description.contains("No such file or directory"), "\(error)")
  }
}
