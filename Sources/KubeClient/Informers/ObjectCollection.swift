import JSON

/// A difference between two states of a collection.
public enum ObjectChange: Sendable, Hashable {
  case added(JSONValue)
  case updated(old: JSONValue, new: JSONValue)
  /// With the last state that is known.
  case deleted(JSONValue)
}

/// A copy of a collection, by namespace and name.
struct ObjectCollection: Sendable {
  struct Key: Hashable, Comparable {
    var namespace: String
    var name: String

    init(namespace: String, name: String) {
      self.namespace = namespace
      self.name = name
    }

    init(_ object: JSONValue) {
      let metadata = object["metadata"]
      self.init(namespace: metadata?["namespace"]?.string ?? "", name: metadata?["name"]?.string ?? "")
    }

    static func < (left: Key, right: Key) -> Bool { (left.namespace, left.name) < (right.namespace, right.name) }
  }

  private(set) var objects: [Key: JSONValue] = [:]

  /// Takes a whole list; what it lacks is gone.
  mutating func replace(with list: [JSONValue]) -> [ObjectChange] {
    var changes: [ObjectChange] = []
    var present: Set<Key> = []
    present.reserveCapacity(list.count)
    for object in list {
      present.insert(Key(object))
      changes += set(object)
    }
    for key in objects.keys.filter({ !present.contains($0) }).sorted() {
      if let last = objects.removeValue(forKey: key) { changes.append(.deleted(last)) }
    }
    return changes
  }

  mutating func apply(_ event: WatchEvent) -> [ObjectChange] {
    switch event {
    case .added(let object), .modified(let object): set(object)
    case .deleted(let object): objects.removeValue(forKey: Key(object)) == nil ? [] : [.deleted(object)]
    case .bookmark, .failed: []
    }
  }

  private mutating func set(_ object: JSONValue) -> [ObjectChange] {
    let key = Key(object)
    if key.name.isEmpty { return [] }
    guard let old = objects.updateValue(object, forKey: key) else { return [.added(object)] }
    let (oldIdentity, identity) = (old["metadata"]?["uid"], object["metadata"]?["uid"])
    // Deleted and made again while nobody was looking: another object of the same name.
    if oldIdentity != identity { return [.deleted(old), .added(object)] }
    let (oldVersion, version) = (old["metadata"]?["resourceVersion"], object["metadata"]?["resourceVersion"])
    return version != nil && version == oldVersion ? [] : [.updated(old: old, new: object)]
  }
}
