/// For each index: which objects have which value. Costs of a change don't depend on how many objects there are.
struct ObjectIndexes: Sendable {
  /// Most values belong to one object only.
  private enum Members: Sendable {
    case one(NamespacedName)
    case several(Set<NamespacedName>)
  }

  private struct Key: Hashable, Sendable {
    var index: Int
    var value: String
  }

  private var members: [Key: Members] = [:]

  /// - Parameter values: those of each index, by its number.
  mutating func insert(_ name: NamespacedName, _ values: [[String]]) {
    for (index, values) in values.enumerated() { for value in values { insert(name, Key(index: index, value: value)) } }
  }

  mutating func remove(_ name: NamespacedName, _ values: [[String]]) {
    for (index, values) in values.enumerated() { for value in values { remove(name, Key(index: index, value: value)) } }
  }

  /// The objects that have a value, in the order of their names.
  func names(_ index: Int, _ value: String) -> [NamespacedName] {
    switch members[Key(index: index, value: value)] {
    case nil: []
    case .one(let name): [name]
    case .several(let names): names.sorted()
    }
  }

  private mutating func insert(_ name: NamespacedName, _ key: Key) {
    switch members.removeValue(forKey: key) {
    case nil: members[key] = .one(name)
    case .one(let present): members[key] = present == name ? .one(name) : .several([present, name])
    case .several(var names):
      names.insert(name)
      members[key] = .several(names)
    }
  }

  private mutating func remove(_ name: NamespacedName, _ key: Key) {
    switch members.removeValue(forKey: key) {
    case nil: break
    case .one(let present): if present != name { members[key] = .one(present) }
    case .several(var names):
      names.remove(name)
      if names.isEmpty { return }
      members[key] = .several(names)
    }
  }
}
