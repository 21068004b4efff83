/// Figures of a store, for `status` and metrics.
public struct StoreStatistics: Sendable, Hashable {
  public var objects: Int
  public var revision: Revision
  /// The oldest revision that can be listed or watched from.
  public var oldestRevision: Revision
  /// The size of the database and of its write-ahead log.
  public var fileBytes: Int
  /// No more changes than this are in the change log.
  public var logLength: Int
  /// Bytes of replaced and removed objects that are kept for watchers; nil before they were counted.
  public var historyBytes: Int?
  public var subscriptions: Int
  /// Why the last write was refused for lack of space; nil when it was not.
  public var full: String?
}
