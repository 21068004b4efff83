import JSON

/// A copy of a collection, by namespace and name, with indexes: what an informer keeps, as a value.
public struct ObjectCollection: Sendable {
  /// An object made compact, with its values.
  struct Entry: Sendable {
    var object: CachedObject
    /// Of each index, by its number.
    var indexValues: [[String]]
  }

  private var entries: [NamespacedName: Entry] = [:]
  private var indexes = ObjectIndexes()
  private let indexNumbers: [String: Int]
  private let indexers: [Indexer]
  private let transform: @Sendable (inout JSONValue) -> Void

  /// - Parameters:
  ///   - indexers: by the name of the index.
  ///   - transform: takes away what need not be kept, before the indexers see the object.
  public init(
    indexers: [String: Indexer] = [:],
    transform: @escaping @Sendable (inout JSONValue) -> Void = ObjectCollection.dropManagedFields
  ) {
    let sorted = indexers.sorted { $0.key < $1.key }
    indexNumbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
    self.indexers = sorted.map(\.value)
    self.transform = transform
  }

  /// Takes away `metadata.managedFields`, which nobody reads and which are often half of an object.
  public static let dropManagedFields: @Sendable (inout JSONValue) -> Void = { object in
    if object.value(at: "metadata", "managedFields") != nil { object["metadata"]?["managedFields"] = nil }
  }

  // MARK: Looking in

  public var count: Int { entries.count }

  /// All objects, in no order.
  public var objects: [CachedObject] { entries.values.map(\.object) }

  public func object(_ name: NamespacedName) -> CachedObject? { entries[name]?.object }

  /// The objects for which an index has a value, in the order of their names; none where there is no such index.
  public func objects(inIndex index: String, equals value: String) -> [CachedObject] {
    guard let number = indexNumbers[index] else { return [] }
    return indexes.names(number, value).compactMap { entries[$0]?.object }
  }

  // MARK: Changing

  /// Takes a whole list; what it lacks is gone.
  public mutating func replace(with list: [JSONValue]) -> [ObjectChange] { replace(withEntries: list.map(entry)) }

  mutating func replace(withEntries list: [Entry]) -> [ObjectChange] {
    var changes: [ObjectChange] = []
    var present: Set<NamespacedName> = []
    present.reserveCapacity(list.count)
    for entry in list {
      present.insert(entry.object.id)
      changes += set(entry)
    }
    for name in entries.keys.filter({ !present.contains($0) }).sorted() {
      if let last = remove(name) { changes.append(.deleted(last)) }
    }
    return changes
  }

  public mutating func apply(_ event: WatchEvent) -> [ObjectChange] {
    switch event {
    case .added(let object), .modified(let object): return set(entry(object))
    case .deleted(let object):
      let last = entry(object).object
      return remove(last.id) == nil ? [] : [.deleted(last)]
    case .bookmark, .failed: return []
    }
  }

  func entry(_ object: JSONValue) -> Entry {
    var object = object
    transform(&object)
    return Entry(object: CachedObject(object), indexValues: indexers.map { $0(object) })
  }

  private mutating func set(_ entry: Entry) -> [ObjectChange] {
    let object = entry.object
    if object.name.isEmpty { return [] }
    guard let old = entries.updateValue(entry, forKey: object.id) else {
      indexes.insert(object.id, entry.indexValues)
      return [.added(object)]
    }
    if old.indexValues != entry.indexValues {
      indexes.remove(object.id, old.indexValues)
      indexes.insert(object.id, entry.indexValues)
    }
    // Deleted and made again while nobody was looking: another object of the same name.
    if old.object.uid != object.uid { return [.deleted(old.object), .added(object)] }
    let isSame = !object.resourceVersion.isEmpty && object.resourceVersion == old.object.resourceVersion
    return isSame ? [] : [.updated(old: old.object, new: object)]
  }

  private mutating func remove(_ name: NamespacedName) -> CachedObject? {
    guard let entry = entries.removeValue(forKey: name) else { return nil }
    indexes.remove(name, entry.indexValues)
    return entry.object
  }
}
