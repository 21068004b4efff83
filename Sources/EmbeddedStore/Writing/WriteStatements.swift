/// What the writer does to the tables, prepared for its connection.
final class WriteStatements {
  let connection: OpaquePointer
  private let current: Statement
  private let insertChange: Statement
  private let insertLatest: Statement
  private let updateLatest: Statement
  private let deleteLatest: Statement
  private let oldChanges: Statement
  private let deleteChange: Statement
  private let setFloor: Statement

  init(_ connection: OpaquePointer) throws(StoreError) {
    self.connection = connection
    current = try Statement(
      """
      SELECT changes.revision, changes.object FROM latest CROSS JOIN changes ON changes.revision = latest.revision
      WHERE latest.collection = ?1 AND latest.namespace = ?2 AND latest.name = ?3
      """, on: connection)
    insertChange = try Statement(
      """
      INSERT INTO changes (collection, namespace, name, revision, kind, previous, object)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, on: connection)
    insertLatest = try Statement(
      "INSERT INTO latest (collection, namespace, name, revision) VALUES (?1, ?2, ?3, ?4)", on: connection)
    updateLatest = try Statement(
      "UPDATE latest SET revision = ?4 WHERE collection = ?1 AND namespace = ?2 AND name = ?3", on: connection)
    deleteLatest = try Statement(
      "DELETE FROM latest WHERE collection = ?1 AND namespace = ?2 AND name = ?3", on: connection)
    oldChanges = try Statement(
      """
      SELECT revision, kind, previous, length(object) FROM changes WHERE revision > ?1 AND revision <= ?2
      ORDER BY revision LIMIT ?3
      """, on: connection)
    deleteChange = try Statement("DELETE FROM changes WHERE revision = ?1 RETURNING length(object)", on: connection)
    setFloor = try Statement("UPDATE counters SET floor = ?1, least = ?2", on: connection)
  }

  func run(_ sql: String) throws(StoreError) { try Connection.run(sql, on: connection) }

  /// Takes everything since BEGIN back; SQLite may have done so itself.
  func rollBack() {
    if Connection.isInTransaction(connection) { try? run("ROLLBACK") }
  }

  func current(_ key: ObjectKey) throws(StoreError) -> ObjectVersion? {
    current.bind(1, key)
    defer { current.reset() }
    guard try current.step() else { return nil }
    return ObjectVersion(key: key, revision: current.revision(0), bytes: current.bytes(1))
  }

  func record(_ change: Change) throws(StoreError) {
    let object = change.object
    insertChange.bind(1, object.key)
    insertChange.bind(4, object.revision)
    insertChange.bind(5, Int64(change.kind.rawValue))
    if let previous = change.previous { insertChange.bind(6, previous.revision) } else { insertChange.bindNull(6) }
    insertChange.bind(7, object.bytes)
    try insertChange.run()
    switch change.kind {
    case .created: try setLatest(insertLatest, object)
    case .replaced: try setLatest(updateLatest, object)
    case .removed:
      deleteLatest.bind(1, object.key)
      try deleteLatest.run()
    }
  }

  private func setLatest(_ statement: borrowing Statement, _ object: ObjectVersion) throws(StoreError) {
    statement.bind(1, object.key)
    statement.bind(4, object.revision)
    try statement.run()
  }

  struct LogEntry {
    var revision: Revision
    var isRemoval: Bool
    var previous: Revision?
  }

  /// The oldest entries of the log after a revision and up to another.
  func oldEntries(after floor: Revision, through end: Revision, limit: Int) throws(StoreError) -> [LogEntry] {
    oldChanges.bind(1, floor)
    oldChanges.bind(2, end)
    oldChanges.bind(3, Int64(limit))
    defer { oldChanges.reset() }
    var entries: [LogEntry] = []
    while try oldChanges.step() {
      entries.append(
        LogEntry(
          revision: oldChanges.revision(0), isRemoval: oldChanges.integer(1) == Int64(Change.Kind.removed.rawValue),
          previous: oldChanges.isNull(2) ? nil : oldChanges.revision(2)))
    }
    return entries
  }

  /// Drops a version; gives the bytes of its object.
  func drop(_ revision: Revision) throws(StoreError) -> Int {
    deleteChange.bind(1, revision)
    defer { deleteChange.reset() }
    var bytes = 0
    while try deleteChange.step() { bytes += Int(deleteChange.integer(0)) }
    return bytes
  }

  func set(floor: Revision, least: Revision) throws(StoreError) {
    setFloor.bind(1, floor)
    setFloor.bind(2, least)
    try setFloor.run()
  }

  /// Bytes of all versions that are not objects of now.
  func historyBytes() throws(StoreError) -> Int {
    Int(
      try Connection.integer(
        """
        SELECT coalesce(sum(length(object)), 0) FROM changes
        WHERE NOT EXISTS (SELECT 1 FROM latest WHERE latest.collection = changes.collection
          AND latest.namespace = changes.namespace AND latest.name = changes.name
          AND latest.revision = changes.revision)
        """, on: connection))
  }
}
