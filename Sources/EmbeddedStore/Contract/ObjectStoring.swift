/// Keeps objects: what the API needs of a store. `EmbeddedStore` implements it on SQLite, tests in memory.
public protocol ObjectStoring: Sendable {
  /// The revision of the last change that was committed.
  var revision: Revision { get }

  /// The object as it is now; nil where there is none. Takes microseconds and may be called on a reactor.
  func get(_ key: ObjectKey) throws(StoreError) -> ObjectVersion?

  /// Objects as of one moment. Runs away from the caller's thread.
  func list(_ query: ListQuery) async throws(StoreError) -> ObjectList

  /// Carries changes out, all or none, and returns when they are safely on disk: the versions written, in the order
  /// of the writes. Watchers see them after that.
  func commit(_ writes: [Write]) async throws(StoreError) -> [ObjectVersion]

  /// Changes after a revision, from the log and then as they happen: in order, each exactly once.
  ///
  /// - Parameter scope: which changes; those of other objects only move the revision on.
  func changes(_ scope: ChangeScope, after revision: Revision) throws(StoreError) -> any ChangeSubscription
}

extension ObjectStoring {
  public func commit(_ write: Write) async throws(StoreError) -> ObjectVersion {
    let versions = try await commit([write])
    guard let version = versions.first else { throw StoreError.failed("nothing was written") }
    return version
  }
}

/// Which changes a watcher wants.
public struct ChangeScope: Sendable, Hashable {
  /// Nil is all collections.
  public var collections: Set<String>?
  /// Nil is all namespaces.
  public var namespace: String?
  public var name: String?

  public init(collections: Set<String>? = nil, namespace: String? = nil, name: String? = nil) {
    self.collections = collections
    self.namespace = namespace
    self.name = name
  }

  public func contains(_ key: ObjectKey) -> Bool {
    collections?.contains(key.collection) ?? true
      && (namespace == nil || namespace == key.namespace) && (name == nil || name == key.name)
  }
}

/// One watcher's way through the changes. It costs a position, not a queue: a slow one reads from the log again.
public protocol ChangeSubscription: Sendable {
  /// The next changes, at least one; waits for them. One caller at a time.
  ///
  /// Throws `StoreError.expired` when the watcher was so slow that the log has been compacted, `StoreError.closed` when
  /// the store closes, and `CancellationError`.
  func next() async throws -> [Change]

  /// Everything up to this revision that is in scope was returned by `next`: what a bookmark says.
  var revision: Revision { get }
}
