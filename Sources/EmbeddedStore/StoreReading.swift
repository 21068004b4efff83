import GRDB

/// Statements that read: kept apart from who runs them, and on which connection.
enum StoreReading {
  private static let columns = "revision, namespace, name, object"

  static func current(_ db: Database, _ key: ObjectKey) throws -> ObjectVersion? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM versions WHERE collection = ? AND namespace = ? AND name = ? "
        + "AND superseded IS NULL AND change <> 2")
    let rows = try Row.fetchCursor(statement, arguments: [key.collection, key.namespace, key.name])
    return try rows.next().map { version($0, collection: key.collection) }
  }

  private static func version(_ row: Row, collection: String) -> ObjectVersion {
    let key = ObjectKey(collection: collection, namespace: row[1], name: row[2])
    let revision: Int64 = row[0]
    return ObjectVersion(key: key, revision: Revision(UInt64(revision)), bytes: bytes(row, 3))
  }

  private static func bytes(_ row: Row, _ index: Int) -> [UInt8] {
    (try? row.withUnsafeData(atIndex: index) { data in data.map { [UInt8]($0) } }) ?? []
  }

  /// The last change that was ever made; a property where a restored store was moved ahead of its past.
  static func revision(_ db: Database) throws -> Revision {
    let last = try Int64.fetchOne(db, sql: "SELECT max(revision) FROM versions") ?? 0
    let property = try Int64.fetchOne(db, sql: "SELECT value FROM properties WHERE name = 'revision'") ?? 0
    return Revision(UInt64(max(last, property)))
  }

  static func compacted(_ db: Database) throws -> Revision {
    let value = try Int64.fetchOne(db, sql: "SELECT value FROM properties WHERE name = 'compacted'") ?? 0
    return Revision(UInt64(value))
  }

  /// A list as of now or of an earlier moment, in one read transaction.
  static func list(_ db: Database, _ query: ListQuery) throws -> ObjectList {
    let now = try revision(db)
    let moment = query.revision ?? now
    guard moment <= now else { throw StoreError.future(requested: moment, current: now) }
    let oldest = try compacted(db)
    guard moment >= oldest else { throw StoreError.expired(requested: moment, oldest: oldest) }
    // What was replaced or removed after the moment was still there at it.
    let past = moment == now ? [] : try replaced(db, query, after: moment)
    var condition = "collection = :collection AND superseded IS NULL AND change <> 2 AND revision <= :moment"
    var arguments: StatementArguments = ["collection": query.collection, "moment": Int64(moment.value)]
    if let namespace = query.namespace {
      condition += " AND namespace = :namespace"
      arguments += ["namespace": namespace]
    }
    if let after = query.after {
      condition += " AND (namespace, name) > (:afterNamespace, :afterName)"
      arguments += ["afterNamespace": after.namespace, "afterName": after.name]
    }
    var sql = "SELECT \(columns) FROM versions WHERE \(condition) ORDER BY namespace, name"
    if let limit = query.limit { sql += " LIMIT \(limit + 1)" }
    var objects: [ObjectVersion] = []
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() { objects.append(version(row, collection: query.collection)) }
    if !past.isEmpty {
      objects += past
      objects.sort { ($0.key.namespace, $0.key.name) < ($1.key.namespace, $1.key.name) }
    }
    guard let limit = query.limit, objects.count > limit else { return ObjectList(objects: objects, revision: moment) }
    let countSQL = "SELECT count(*) FROM versions WHERE \(condition)"
    let total = (try Int.fetchOne(try db.cachedStatement(sql: countSQL), arguments: arguments) ?? 0) + past.count
    return ObjectList(
      objects: Array(objects.prefix(limit)), revision: moment, hasMore: true, remaining: total - limit)
  }

  private static func replaced(_ db: Database, _ query: ListQuery, after moment: Revision) throws -> [ObjectVersion] {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(
        sql: "SELECT \(columns) FROM versions WHERE superseded > ? AND revision <= ? AND collection = ? AND change <> 2"
      ),
      arguments: [Int64(moment.value), Int64(moment.value), query.collection])
    var found: [ObjectVersion] = []
    while let row = try rows.next() {
      let version = version(row, collection: query.collection)
      if let namespace = query.namespace, namespace != version.key.namespace { continue }
      if let after = query.after, (version.key.namespace, version.key.name) <= (after.namespace, after.name) {
        continue
      }
      found.append(version)
    }
    return found
  }

  /// Changes in `(after, upTo]`, at most `limit` rows of the log; the second result is how far it has been read.
  static func changes(
    _ db: Database, _ scope: ChangeScope, after: Revision, upTo: Revision, limit: Int
  ) throws -> (changes: [Change], reached: Revision) {
    let oldest = try compacted(db)
    guard after >= oldest else { throw StoreError.expired(requested: after, oldest: oldest) }
    var condition = "v.revision > ? AND v.revision <= ?"
    var arguments: StatementArguments = [Int64(after.value), Int64(upTo.value)]
    if let collections = scope.collections {
      condition += " AND v.collection IN (\(collections.map { _ in "?" }.joined(separator: ",")))"
      arguments += StatementArguments(collections.sorted())
    }
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT v.revision, v.namespace, v.name, v.object, v.collection, v.change, p.revision, p.object "
        + "FROM versions v LEFT JOIN versions p ON p.revision = v.previous WHERE \(condition) ORDER BY v.revision "
        + "LIMIT \(limit)", arguments: arguments)
    var changes: [Change] = []
    var count = 0
    var reached = upTo
    while let row = try rows.next() {
      count += 1
      let object = version(row, collection: row[4])
      if count == limit { reached = object.revision }
      guard scope.contains(object.key), let kind = Change.Kind(rawValue: row[5]) else { continue }
      let previous: Int64? = row[6]
      changes.append(
        Change(
          kind: kind, object: object,
          previous: previous.map {
            ObjectVersion(key: object.key, revision: Revision(UInt64($0)), bytes: bytes(row, 7))
          }))
    }
    return (changes, reached)
  }
}
