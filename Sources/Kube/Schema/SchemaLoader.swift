import JSON

/// The types that were read so far, by position; types refer to one another by it.
struct SchemaLoader: Sendable {
  private(set) var nodes: [SchemaNode] = []
  private var positions: [String: Int] = [:]
  private var waiting: [String] = []
  /// Nodes without anything of their own, which most scalar members share.
  private var plain: [Plain: SchemaNode] = [:]

  private struct Plain: Hashable {
    var form: SchemaNode.Form
    var isNullable: Bool
    var keepsUnknown: Bool
    var format: String
  }

  /// The position of a type, which is read with all that it refers to when it was not yet.
  mutating func load(_ name: String, text: (String) -> StaticString?) -> Int {
    let root = position(of: name)
    while let next = waiting.popLast() {
      let position = position(of: next)
      let node = node(named: next, text: text)
      nodes[position] = node
    }
    return root
  }

  private mutating func position(of name: String) -> Int {
    if let position = positions[name] { return position }
    positions[name] = nodes.count
    nodes.append(SchemaNode(.any, isNullable: true, keepsUnknown: true))
    waiting.append(name)
    return nodes.count - 1
  }

  /// A type that the tables do not have is taken as open.
  private mutating func node(named name: String, text: (String) -> StaticString?) -> SchemaNode {
    guard let schema = text(name)?.json?.object else {
      return SchemaNode(.any, isNullable: true, keepsUnknown: true)
    }
    return read(schema, typeName: name)
  }

  private mutating func read(_ schema: JSONObject, typeName: String = "") -> SchemaNode {
    // The children first, so that both closures below only look.
    var children: [JSONValue] = schema["properties"]?.object?.map(\.value) ?? []
    if let elements = schema["items"] ?? schema["additionalProperties"] { children.append(elements) }
    var made: [SchemaNode] = []
    for child in children { made.append(read(child.object ?? JSONObject())) }
    let target = schema["$ref"]?.string.map { position(of: $0) } ?? -1
    var next = made.makeIterator()
    let node = SchemaNode(
      schema, typeName: typeName, node: { _ in next.next() ?? SchemaNode(.any) }, position: { _ in target })
    return typeName.isEmpty ? shared(node) : node
  }

  private mutating func shared(_ node: SchemaNode) -> SchemaNode {
    guard node.isLeaf, node.defaultValue == nil, node.constraints?.isPlain ?? true, node.mergeStrategy == .standard
    else { return node }
    let key = Plain(
      form: node.form, isNullable: node.isNullable, keepsUnknown: node.keepsUnknown,
      format: node.constraints?.format ?? "")
    if let present = plain[key] { return present }
    plain[key] = node
    return node
  }
}

extension SchemaConstraints {
  /// There is a format at most.
  fileprivate var isPlain: Bool {
    var rest = self
    rest.format = ""
    return rest.isEmpty
  }
}

extension StaticString {
  /// The JSON document that the text is.
  var json: JSONValue? {
    withUTF8Buffer { bytes in
      let (value, problems) = JSONValue.decode(UnsafeRawBufferPointer(bytes))
      return problems.isEmpty ? value : nil
    }
  }
}
