/// How much of the past a store keeps, and how it looks after its file.
public struct StoreOptions: Sendable {
  /// Changes that are kept for watchers and for lists of an earlier moment, at least.
  public var keptChanges = 10_000
  /// The past may grow to this many changes before it is cut.
  public var mostChanges = 20_000
  /// The past is cut beyond this many bytes too, though never the last `fewestChanges`.
  public var mostBytes = 256 << 20
  public var fewestChanges = 1_000
  /// The most pages the file may have; nil leaves it to the disk. For tests of a full disk.
  public var mostPages: Int?

  public init() {}
}

/// What a store says of itself, for `status` and metrics.
public struct StoreStatistics: Sendable, Hashable {
  public var objects: Int
  public var revision: Revision
  /// The oldest moment that can still be listed or watched from.
  public var oldestRevision: Revision
  /// Of the database and its write-ahead log.
  public var fileBytes: Int
}
