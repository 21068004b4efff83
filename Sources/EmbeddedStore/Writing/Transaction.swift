/// Carries out the writes of several commits in one transaction, which is on disk once for all of them.
///
/// It decides what becomes of each write and knows the next revision; nothing of it counts before `commit` returned.
struct Transaction {
  private static let noPlace = "the place of the revision is outside the object's text"

  private let statements: WriteStatements
  private(set) var changes: [Change] = []
  private(set) var revision: Revision
  /// How many objects there are more than before, and how many bytes of objects that are no longer of now.
  private(set) var objects = 0
  private(set) var historyBytes = 0

  init(_ statements: WriteStatements, after revision: Revision) throws(StoreError) {
    self.statements = statements
    self.revision = revision
    try statements.run("BEGIN IMMEDIATE")
  }

  /// Carries out the writes of one commit, all or none. An error `isOfStorage` means that the transaction is lost.
  mutating func apply(_ writes: [Write]) throws(StoreError) -> [ObjectVersion] {
    let mark = (changes.count, revision, objects, historyBytes)
    // A write fails before it changes anything, so one alone needs no way back.
    let hasSavepoint = writes.count > 1
    if hasSavepoint { try statements.run("SAVEPOINT one") }
    do {
      for write in writes { try apply(write) }
    } catch {
      changes.removeSubrange(mark.0...)
      (revision, objects, historyBytes) = (mark.1, mark.2, mark.3)
      if hasSavepoint, !error.isOfStorage { try statements.run("ROLLBACK TO one; RELEASE one") }
      throw error
    }
    if hasSavepoint { try statements.run("RELEASE one") }
    return changes[mark.0...].map(\.object)
  }

  mutating func commit() throws(StoreError) { try statements.run("COMMIT") }

  private mutating func apply(_ write: Write) throws(StoreError) {
    let previous = try statements.current(write.key)
    let next = Revision(revision.value + 1)
    let change = try Self.decide(write, previous, next)
    try statements.record(change)
    changes.append(change)
    revision = next
    switch change.kind {
    case .created: objects += 1
    case .replaced: break
    case .removed:
      objects -= 1
      historyBytes += change.object.bytes.count
    }
    historyBytes += change.previous?.bytes.count ?? 0
  }

  /// What a write does to an object, or why it may not.
  private static func decide(
    _ write: Write, _ previous: ObjectVersion?, _ revision: Revision
  ) throws(StoreError) -> Change {
    func expect(_ expected: Revision) throws(StoreError) -> ObjectVersion {
      guard let previous else { throw .notFound(write.key) }
      guard previous.revision == expected else { throw .conflict(write.key, current: previous.revision) }
      return previous
    }
    func version(_ object: EncodedObject) throws(StoreError) -> ObjectVersion {
      guard let bytes = object.bytes(at: revision) else { throw .failed(Self.noPlace) }
      return ObjectVersion(key: write.key, revision: revision, bytes: bytes)
    }
    switch write.operation {
    case .create(let object):
      guard previous == nil else { throw .alreadyExists(write.key) }
      return Change(kind: .created, object: try version(object))
    case .replace(let object, let expected):
      let previous = try expect(expected)
      return Change(kind: .replaced, object: try version(object), previous: previous)
    case .remove(let object, let expected):
      let previous = try expect(expected)
      return Change(kind: .removed, object: try version(object), previous: previous)
    }
  }
}

extension EncodedObject {
  /// The text with a revision in its place; nil when that is outside the text.
  func bytes(at revision: Revision) -> [UInt8]? {
    guard (0...bytes.count).contains(revisionOffset) else { return nil }
    let digits = revision.description.utf8
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + digits.count)
    text += bytes[..<revisionOffset]
    text += digits
    text += bytes[revisionOffset...]
    return text
  }
}
