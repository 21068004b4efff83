/// One change that someone asks for.
public struct Write: Sendable {
  public enum Operation: Sendable {
    /// Fails with `alreadyExists` where there is an object.
    case create(EncodedObject)
    /// Fails with `notFound` or `conflict` where the object is gone or is not at the expected revision.
    case replace(EncodedObject, expecting: Revision)
    /// Removes the object; what watchers get to see last is the object given here. Fails as `replace` does.
    case remove(EncodedObject, expecting: Revision)
  }

  public var key: ObjectKey
  public var operation: Operation

  public init(_ key: ObjectKey, _ operation: Operation) {
    self.key = key
    self.operation = operation
  }
}

/// A change that was committed.
public struct Change: Sendable {
  public enum Kind: Int, Sendable {
    case created, replaced, removed
  }

  public var kind: Kind
  /// The object after the change; for a removal, as it was seen last, with the removal's revision.
  public var object: ObjectVersion
  /// The object before the change; nil for a creation.
  public var previous: ObjectVersion?

  public var revision: Revision { object.revision }

  public init(kind: Kind, object: ObjectVersion, previous: ObjectVersion? = nil) {
    self.kind = kind
    self.object = object
    self.previous = previous
  }
}

/// Why the store did not do what it was asked.
public enum StoreError: Error, Sendable, Hashable {
  case alreadyExists(ObjectKey)
  case notFound(ObjectKey)
  /// The object is at another revision than the writer had seen.
  case conflict(ObjectKey, current: Revision)
  /// The change log no longer reaches back to the revision that was asked for; the oldest that can be read is given.
  case expired(requested: Revision, oldest: Revision)
  /// The revision that was asked for has not happened yet.
  case future(requested: Revision, current: Revision)
  /// No space for more; nothing was written, and reading goes on.
  case full(String)
  /// The file is no store of ours, or its contents contradict each other; the text says where it is and what to do.
  case damaged(String)
  /// The file was written by a newer program.
  case newerFormat(found: Int, known: Int)
  /// Any other fault of the disk or the database, with SQLite's words.
  case failed(String)
  /// The store was closed.
  case closed
}
