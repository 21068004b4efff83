/// What is asked of the tables, prepared for one connection.
final class ReadStatements {
  private let connection: OpaquePointer
  private let current: Statement
  private let version: Statement
  private let floorAndLeast: Statement
  private let last: Statement
  let all: Statement
  let ofNamespace: Statement
  private let countAll: Statement
  private let countNamespace: Statement
  let log: Statement
  let replaced: Statement

  init(_ connection: OpaquePointer) throws(StoreError) {
    self.connection = connection
    current = try Statement(
      """
      SELECT changes.revision, changes.object FROM latest CROSS JOIN changes ON changes.revision = latest.revision
      WHERE latest.collection = ?1 AND latest.namespace = ?2 AND latest.name = ?3
      """, on: connection)
    version = try Statement(
      "SELECT object, collection, namespace, name FROM changes WHERE revision = ?1", on: connection)
    floorAndLeast = try Statement("SELECT floor, least FROM counters", on: connection)
    last = try Statement("SELECT coalesce(max(revision), 0) FROM changes", on: connection)
    all = try Statement(
      """
      SELECT latest.namespace, latest.name, latest.revision, changes.object
      FROM latest CROSS JOIN changes ON changes.revision = latest.revision
      WHERE latest.collection = ?1 AND (latest.namespace, latest.name) > (?2, ?3) AND latest.revision <= ?4
      ORDER BY latest.namespace, latest.name
      """, on: connection)
    ofNamespace = try Statement(
      """
      SELECT latest.namespace, latest.name, latest.revision, changes.object
      FROM latest CROSS JOIN changes ON changes.revision = latest.revision
      WHERE latest.collection = ?1 AND latest.namespace = ?2 AND latest.name > ?3 AND latest.revision <= ?4
      ORDER BY latest.name
      """, on: connection)
    countAll = try Statement(
      """
      SELECT count(*) FROM latest
      WHERE collection = ?1 AND (namespace, name) > (?2, ?3) AND revision <= ?4
      """, on: connection)
    countNamespace = try Statement(
      "SELECT count(*) FROM latest WHERE collection = ?1 AND namespace = ?2 AND name > ?3 AND revision <= ?4",
      on: connection)
    log = try Statement(
      """
      SELECT revision, kind, previous, collection, namespace, name, object FROM changes
      WHERE revision > ?1 AND revision <= ?2 ORDER BY revision
      """, on: connection)
    // Versions that later changes replaced or removed: objects of the moment that are not objects of now.
    replaced = try Statement(
      """
      SELECT namespace, name, previous FROM changes
      WHERE revision > ?1 AND previous <= ?1 AND collection = ?2
      """, on: connection)
  }

  func begin() throws(StoreError) { try Connection.run("BEGIN", on: connection) }

  func end() {
    // Nothing was written; where the end fails there is nothing to lose.
    try? Connection.run("COMMIT", on: connection)
  }

  func current(_ key: ObjectKey) throws(StoreError) -> ObjectVersion? {
    current.bind(1, key)
    defer { current.reset() }
    guard try current.step() else { return nil }
    return ObjectVersion(key: key, revision: current.revision(0), bytes: current.bytes(1))
  }

  func version(_ revision: Revision) throws(StoreError) -> ObjectVersion? {
    version.bind(1, revision)
    defer { version.reset() }
    guard try version.step() else { return nil }
    let key = ObjectKey(collection: version.text(1), namespace: version.text(2), name: version.text(3))
    return ObjectVersion(key: key, revision: revision, bytes: version.bytes(0))
  }

  /// The last change, and how far back the log reaches.
  func bounds() throws(StoreError) -> (last: Revision, floor: Revision) {
    defer {
      floorAndLeast.reset()
      last.reset()
    }
    guard try floorAndLeast.step(), try last.step() else { throw .failed("the counters are missing") }
    return (max(last.revision(0), floorAndLeast.revision(1)), floorAndLeast.revision(0))
  }

  func count(_ query: ListQuery, after key: ObjectKey, at revision: Revision) throws(StoreError) -> Int {
    func run(_ statement: borrowing Statement) throws(StoreError) -> Int {
      statement.bind(1, key)
      statement.bind(4, revision)
      defer { statement.reset() }
      return try statement.step() ? Int(statement.integer(0)) : 0
    }
    return query.namespace == nil ? try run(countAll) : try run(countNamespace)
  }
}
