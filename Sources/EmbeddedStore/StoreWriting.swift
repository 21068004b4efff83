import Foundation
import GRDB

/// Statements that write; they run inside the writer's transaction.
struct StoreWriting {
  let db: Database
  /// The last revision that was given out.
  private(set) var revision: Revision

  init(_ db: Database, revision: Revision) {
    self.db = db
    self.revision = revision
  }

  /// Carries out the writes of one caller, all or none.
  mutating func apply(_ writes: [Write]) throws -> [Change] {
    let before = revision
    do {
      var changes: [Change] = []
      try db.inSavepoint {
        for write in writes { changes.append(try apply(write)) }
        return .commit
      }
      return changes
    } catch {
      revision = before
      throw error
    }
  }

  private mutating func apply(_ write: Write) throws -> Change {
    let key = write.key
    let current = try StoreReading.current(db, key)
    switch write.operation {
    case .create(let object):
      if current != nil { throw StoreError.alreadyExists(key) }
      return try insert(key, .created, object, previous: nil)
    case .replace(let object, let expected):
      return try insert(key, .replaced, object, previous: try Self.expect(current, expected, key))
    case .remove(let object, let expected):
      return try insert(key, .removed, object, previous: try Self.expect(current, expected, key))
    }
  }

  private static func expect(_ current: ObjectVersion?, _ revision: Revision, _ key: ObjectKey) throws -> ObjectVersion
  {
    guard let current else { throw StoreError.notFound(key) }
    guard current.revision == revision else { throw StoreError.conflict(key, current: current.revision) }
    return current
  }

  private mutating func insert(
    _ key: ObjectKey, _ kind: Change.Kind, _ object: EncodedObject, previous: ObjectVersion?
  ) throws -> Change {
    let next = Revision(revision.value + 1)
    let version = ObjectVersion(key: key, revision: next, bytes: object.bytes(at: next))
    if let previous {
      try db.cachedStatement(sql: "UPDATE versions SET superseded = ? WHERE revision = ?")
        .execute(arguments: [Int64(next.value), Int64(previous.revision.value)])
    }
    try db.cachedStatement(
      sql: "INSERT INTO versions (revision, collection, namespace, name, change, previous, object) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      Int64(next.value), key.collection, key.namespace, key.name, kind.rawValue,
      previous.map { Int64($0.revision.value) }, Data(version.bytes),
    ])
    revision = next
    return Change(kind: kind, object: version, previous: previous)
  }

  /// Forgets what was replaced or removed up to a revision.
  func compact(upTo floor: Revision) throws {
    let floor = Int64(floor.value)
    try db.execute(sql: "DELETE FROM versions WHERE superseded <= ?", arguments: [floor])
    try db.execute(sql: "DELETE FROM versions WHERE change = 2 AND revision <= ?", arguments: [floor])
    try db.execute(sql: "UPDATE properties SET value = ? WHERE name = 'compacted'", arguments: [floor])
  }
}

extension EncodedObject {
  /// The text with the revision in its place.
  func bytes(at revision: Revision) -> [UInt8] {
    let digits = revision.description.utf8
    guard bytes.indices.contains(revisionOffset) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + digits.count)
    result += bytes[..<revisionOffset]
    result += digits
    result += bytes[revisionOffset...]
    return result
  }
}
