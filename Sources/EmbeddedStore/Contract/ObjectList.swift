/// Which objects to list.
public struct ListQuery: Sendable {
  public var collection: String
  /// Nil lists all namespaces.
  public var namespace: String?
  /// The moment to list as of; nil is now. One that was compacted throws `expired`.
  public var revision: Revision?
  /// Where an earlier, cut list ended: objects after it follow.
  public var after: ObjectKey?
  /// At most so many objects; nil lists all.
  public var limit: Int?

  public init(
    collection: String, namespace: String? = nil, revision: Revision? = nil, after: ObjectKey? = nil, limit: Int? = nil
  ) {
    self.collection = collection
    self.namespace = namespace
    self.revision = revision
    self.after = after
    self.limit = limit
  }
}

/// Objects in the order of their keys, all as of one moment.
public struct ObjectList: Sendable {
  public var objects: [ObjectVersion]
  /// The moment that the list is of: a watch from here misses nothing.
  public var revision: Revision
  /// Whether more objects follow the last one.
  public var hasMore: Bool
  /// How many follow; 0 when none do.
  public var remaining: Int

  public init(objects: [ObjectVersion], revision: Revision, hasMore: Bool = false, remaining: Int = 0) {
    self.objects = objects
    self.revision = revision
    self.hasMore = hasMore
    self.remaining = remaining
  }
}
