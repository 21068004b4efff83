import Synchronization

/// An object as it was stored at one revision: shared by everyone who reads or watches it, and never changed.
public final class ObjectVersion: Sendable {
  public let key: ObjectKey
  /// When this version was written; for a deletion, when that happened.
  public let revision: Revision
  /// The object in its storage version, as JSON with `metadata.resourceVersion`.
  public let bytes: [UInt8]
  private let derived = Mutex<[String: any Sendable]>([:])

  public init(key: ObjectKey, revision: Revision, bytes: [UInt8]) {
    self.key = key
    self.revision = revision
    self.bytes = bytes
  }

  /// What is made from this version once for all who ask for it by the same name, such as its text in another version.
  public func derive<Value: Sendable>(_ name: String, _ make: () throws -> Value) rethrows -> Value {
    if let known = derived.withLock({ $0[name] }) as? Value { return known }
    let made = try make()
    return derived.withLock { derived in
      if let known = derived[name] as? Value { return known }
      derived[name] = made
      return made
    }
  }
}

/// An object's JSON as it is to be stored, with a place for the revision that it will get.
public struct EncodedObject: Sendable {
  /// The text with an empty `"resourceVersion":""` in its metadata.
  public var bytes: [UInt8]
  /// Where the revision's digits go in: between the two quotation marks.
  public var revisionOffset: Int

  public init(bytes: [UInt8], revisionOffset: Int) {
    self.bytes = bytes
    self.revisionOffset = revisionOffset
  }
}
