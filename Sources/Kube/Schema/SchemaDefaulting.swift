import JSON

/// Fills defaults in, and takes nulls out where the schema allows none: such a null means an absent member.
struct SchemaDefaulting {
  let schema: StructuralSchema

  /// The value with the defaults; nil where it has them.
  func completed(_ value: JSONValue, _ node: SchemaNode, isRoot: Bool = false) -> JSONValue? {
    switch value {
    case .object(let object): return completedObject(object, node, isRoot: isRoot)
    case .array(let elements):
      guard let node = schema.shape(of: node).elements else { return nil }
      var result: [JSONValue]?
      for (index, element) in elements.enumerated() {
        guard let new = replacement(for: element, node) else { continue }
        change(&result, from: elements) { $0[index] = new }
      }
      return result.map { .array($0) }
    default: return nil
    }
  }

  private func completedObject(_ object: JSONObject, _ node: SchemaNode, isRoot: Bool) -> JSONValue? {
    let shape = schema.shape(of: node)
    var result: JSONObject?
    for (name, member) in object {
      if isRoot && name == "metadata" && !schema.isBuiltIn { continue }
      guard let child = shape.properties[name] ?? shape.elements else { continue }
      if case .null = member, child.defaultValue == nil, !schema.isNullable(child) {
        if child.form == .any && child.keepsUnknown && schema.isBuiltIn { continue }
        change(&result, from: object) { $0[name] = nil }
      } else if let new = replacement(for: member, child) {
        change(&result, from: object) { $0[name] = new }
      }
    }
    for (name, value) in shape.defaulted where object[name] == nil {
      guard let child = shape.properties[name] else { continue }
      let whole = completed(value, child) ?? value
      change(&result, from: object) { $0[name] = whole }
    }
    return result.map { .object($0) }
  }

  private func replacement(for value: JSONValue, _ node: SchemaNode) -> JSONValue? {
    if case .null = value {
      guard let value = node.defaultValue, !schema.isNullable(node) else { return nil }
      return completed(value, node) ?? value
    }
    return node.isLeaf ? nil : completed(value, node)
  }
}
