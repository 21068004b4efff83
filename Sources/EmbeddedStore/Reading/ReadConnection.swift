import GRDB

/// A connection that reads, and its statements.
///
/// Unchecked: the statements are made, used and dropped on the connection's queue only.
final class ReadConnection: @unchecked Sendable {
  let path: String
  private let queue: DatabaseQueue
  private var statements: ReadStatements?

  init(path: String, cacheKilobytes: Int) throws(StoreError) {
    self.path = path
    queue = try Connection.reader(path: path, cacheKilobytes: cacheKilobytes)
  }

  /// Reads on the caller's thread, after who came before.
  func read<Value>(_ body: (ReadStatements) throws -> Value) throws(StoreError) -> Value {
    try translatingErrors(path: path) { try queue.unsafeRead { database in try body(try prepared(database)) } }
  }

  /// Reads on the connection's own thread, all as of one moment.
  func snapshot<Value: Sendable>(
    _ body: @escaping @Sendable (ReadStatements) throws -> Value
  ) async throws(StoreError) -> Value {
    let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
      queue.asyncUnsafeRead { [self] access in
        continuation.resume(
          returning: Result { () throws(StoreError) -> Value in
            try translatingErrors(path: path) {
              let statements = try prepared(try access.get())
              try statements.begin()
              defer { statements.end() }
              return try body(statements)
            }
          })
      }
    }
    return try result.get()
  }

  func close() {
    queue.writeWithoutTransaction { _ in statements = nil }
    // It can only fail for statements in use, and there are none.
    try? queue.close()
  }

  private func prepared(_ database: Database) throws(StoreError) -> ReadStatements {
    if let statements { return statements }
    let made = try ReadStatements(Connection.handle(database))
    statements = made
    return made
  }
}
