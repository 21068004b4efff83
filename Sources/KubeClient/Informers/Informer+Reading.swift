import JSON

extension Informer {
  /// The objects as last seen, in no order.
  public var objects: [CachedObject] { read(\.objects) }

  public var count: Int { read(\.count) }

  /// One object as last seen, undecoded.
  public func cached(_ name: NamespacedName) -> CachedObject? { read { $0.object(name) } }

  /// One object as last seen.
  public func object(namespace: String, name: String) -> JSONValue? {
    cached(NamespacedName(namespace, name))?.tree
  }

  /// One object as last seen, as a typed value.
  /// - Throws: where a member has a value that the type can't have.
  public func object<Object: JSONDecodable & Sendable>(
    as type: Object.Type, namespace: String, name: String
  ) throws(JSONProblem) -> Object? {
    try cached(NamespacedName(namespace, name))?.decode(as: type)
  }

  /// The objects for which an index has a value, in the order of their names; none where there is no such index.
  public func objects(inIndex index: String, equals value: String) -> [CachedObject] {
    read { $0.objects(inIndex: index, equals: value) }
  }

  /// The objects for which an index has a value, as typed values.
  /// - Throws: where a member of one of them has a value that the type can't have.
  public func objects<Object: JSONDecodable & Sendable>(
    as type: Object.Type, inIndex index: String, equals value: String
  ) throws(JSONProblem) -> [Object] {
    var objects: [Object] = []
    for object in self.objects(inIndex: index, equals: value) { objects.append(try object.decode(as: type)) }
    return objects
  }
}
