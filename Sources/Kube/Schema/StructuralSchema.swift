import JSON

/// Checks and completes the objects of one version of a kind.
public struct StructuralSchema: ObjectSchema {
  /// All types that were read when the schema was made, by position.
  let types: [SchemaNode]
  let root: SchemaNode
  /// The metadata of every kind, whose own schema leaves them open.
  let metadata: SchemaNode
  /// A kind of Kubernetes itself, whose objects are decoded into fixed types.
  let isBuiltIn: Bool

  init(types: [SchemaNode], root: Int, metadata: Int, isBuiltIn: Bool) {
    self.types = types
    self.root = types[root]
    self.metadata = types[metadata]
    self.isBuiltIn = isBuiltIn
  }

  /// The node that says what is in the value: the type's where the node refers to one.
  func shape(of node: SchemaNode) -> SchemaNode { node.reference < 0 ? node : types[node.reference] }

  func isNullable(_ node: SchemaNode) -> Bool { node.isNullable || shape(of: node).isNullable }

  public func unknownFields(in object: JSONValue) -> [String] {
    var pruning = SchemaPruning(schema: self)
    _ = pruning.pruned(object, root, isRoot: true)
    return pruning.unknown
  }

  public func prune(_ object: inout JSONValue) {
    var pruning = SchemaPruning(schema: self)
    if let pruned = pruning.pruned(object, root, isRoot: true) { object = pruned }
  }

  public func applyDefaults(to object: inout JSONValue) {
    let defaulting = SchemaDefaulting(schema: self)
    if let complete = defaulting.completed(object, root, isRoot: true) { object = complete }
  }

  public func validate(_ object: JSONValue) -> [Cause] {
    var validation = SchemaValidation(schema: self)
    validation.check(object, root, isRoot: true)
    return validation.causes + validation.duplicates
  }

  public func typeErrors(in object: JSONValue) -> [String] {
    var decoding = SchemaDecoding(schema: self)
    decoding.checkRoot(object)
    return decoding.errors
  }

  public func mergeStrategy(at path: [String]) -> MergeStrategy {
    var node = root
    if !isBuiltIn { return .standard }
    for name in path {
      var shape = shape(of: node)
      while shape.form == .array, let elements = shape.elements { shape = self.shape(of: elements) }
      guard let next = shape.properties[name] ?? shape.elements else { return .standard }
      node = next
    }
    return path.isEmpty ? .standard : node.mergeStrategy
  }
}

/// Where a walk through an object stands, as the names and positions from the root.
struct SchemaPath {
  private var steps: [JSONProblem.Step] = []

  mutating func enter(_ name: String) { steps.append(.member(name)) }
  mutating func enter(_ index: Int) { steps.append(.index(index)) }
  mutating func leave() { steps.removeLast() }

  /// Such as `spec.volumes[0].name`.
  var text: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .member(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      }
    }
  }

  /// The names alone: `spec.volumes.name`.
  var names: String {
    steps.compactMap { if case .member(let name) = $0 { name } else { nil } }.joined(separator: ".")
  }
}
