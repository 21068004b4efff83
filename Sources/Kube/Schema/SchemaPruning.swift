import JSON

/// Takes out what a schema does not know, and remembers what it was.
///
/// Below a node that keeps unknown members the known ones are still looked into, as Kubernetes does it.
///
/// Lists and maps without elements say nothing in Kubernetes' own types, whose servers leave them out: so they go too.
struct SchemaPruning {
  let schema: StructuralSchema
  private(set) var unknown: [String] = []
  private var path = SchemaPath()
  private var isInMetadata = false

  init(schema: StructuralSchema) { self.schema = schema }

  /// The value without the unknown members; nil where there are none.
  mutating func pruned(_ value: JSONValue, _ node: SchemaNode, isRoot: Bool = false) -> JSONValue? {
    switch value {
    case .object(let object): return prunedObject(object, node, isRoot: isRoot)
    case .array(let elements):
      guard let node = schema.shape(of: node).elements, !node.isLeaf else { return nil }
      var result: [JSONValue]?
      for (index, element) in elements.enumerated() {
        path.enter(index)
        if let new = pruned(element, node) { change(&result, from: elements) { $0[index] = new } }
        path.leave()
      }
      return result.map { .array($0) }
    default: return nil
    }
  }

  private mutating func prunedObject(_ object: JSONObject, _ node: SchemaNode, isRoot: Bool) -> JSONValue? {
    let shape = schema.shape(of: node)
    let keepsUnknown = node.keepsUnknown || shape.keepsUnknown
    var result: JSONObject?
    var removed: [String] = []
    for (name, member) in object {
      let child: SchemaNode
      if isRoot && (name == "apiVersion" || name == "kind") { continue }
      if isRoot { isInMetadata = name == "metadata" }
      if isInMetadata, isRoot {
        child = schema.metadata
      } else if let known = shape.properties[name] ?? shape.elements {
        child = known
      } else if keepsUnknown {
        continue
      } else {
        path.enter(name)
        unknown.append(path.text)
        path.leave()
        removed.append(name)
        continue
      }
      if child.isLeaf { continue }
      if isEmptyCollection(member, child), isOptional(name, in: shape) {
        change(&result, from: object) { $0[name] = nil }
        continue
      }
      path.enter(name)
      if let new = pruned(member, child) { change(&result, from: object) { $0[name] = new } }
      path.leave()
    }
    if !removed.isEmpty { change(&result, from: object) { $0.remove(removed) } }
    return result.map { .object($0) }
  }

  /// Metadata are of a fixed type in all kinds, everything else in built-in ones.
  private func isEmptyCollection(_ value: JSONValue, _ node: SchemaNode) -> Bool {
    let shape = schema.shape(of: node)
    switch value {
    case .array(let elements): return elements.isEmpty && shape.form == .array && isFixed
    case .object(let members): return members.isEmpty && shape.form == .object && shape.elements != nil && isFixed
    case .null: return (shape.form == .array || shape.elements != nil) && isFixed
    default: return false
    }
  }

  /// Whether it is a field that may be left out; a map's own members are none.
  private func isOptional(_ name: String, in shape: SchemaNode) -> Bool {
    shape.properties[name] != nil && !shape.required.contains(name)
  }

  private var isFixed: Bool { schema.isBuiltIn || isInMetadata }
}

/// Changes the copy of a value that is made with the first change.
func change<Value>(_ copy: inout Value?, from original: Value, _ body: (inout Value) -> Void) {
  var value = copy ?? original
  copy = nil  // Lets go of it, so that it is changed in place.
  body(&value)
  copy = value
}
