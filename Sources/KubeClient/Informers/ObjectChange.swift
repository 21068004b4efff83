import JSON

/// A difference between two states of a collection.
public enum ObjectChange: Sendable, Hashable {
  case added(CachedObject)
  case updated(old: CachedObject, new: CachedObject)
  /// With the last state that is known.
  case deleted(CachedObject)
  /// Nothing changed: told from time to time of every object, so that what was missed is made good.
  case resynced(CachedObject)

  /// The object, in its last state.
  public var object: CachedObject {
    switch self {
    case .added(let object), .updated(_, let object), .deleted(let object), .resynced(let object): object
    }
  }
}

/// The values by which an object is to be found; it is called with every object that comes into a cache.
public typealias Indexer = @Sendable (JSONValue) -> [String]
