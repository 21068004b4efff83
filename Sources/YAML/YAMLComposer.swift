import JSON

/// Builds JSON trees from parser events.
struct YAMLComposer: ~Copyable {
  /// A value and how many values it consists of, aliased ones counted each time.
  private struct Node {
    var value: JSONValue
    var size: Int
  }

  private let parser: YAMLEventParser
  private let limits: YAML.Limits
  private var anchors: [String: Node] = [:]
  private var aliasedNodes = 0

  init(_ parser: consuming YAMLEventParser, limits: YAML.Limits) {
    self.parser = parser
    self.limits = limits
  }

  mutating func composeStream() throws(YAMLError) -> [JSONValue] {
    var documents: [JSONValue] = []
    while true {
      let event = try parser.next()
      switch event.kind {
      case .streamEnd: return documents
      case .streamStart, .documentEnd: continue
      case .documentStart:
        anchors = [:]
        let root = try parser.next()
        let value = try compose(root, depth: 0).value
        if value != .null { documents.append(value) }
      default: throw event.mark.error(.syntax("unexpected content between documents"))
      }
    }
  }

  private mutating func compose(_ event: YAMLEvent, depth: Int) throws(YAMLError) -> Node {
    guard depth <= limits.depth else { throw event.mark.error(.tooDeep(limit: limits.depth)) }
    let node: Node
    switch event.kind {
    case .alias(let name): return try resolve(alias: name, at: event.mark)
    case .scalar(let text, let isPlain):
      node = Node(value: try scalar(text, isPlain: isPlain, tag: event.tag, at: event.mark), size: 1)
    case .sequenceStart:
      try check(event.tag, is: "seq", at: event.mark)
      node = try composeSequence(depth: depth)
    case .mappingStart:
      try check(event.tag, is: "map", at: event.mark)
      node = try composeMapping(depth: depth)
    default: throw event.mark.error(.syntax("expected a value"))
    }
    if let anchor = event.anchor { anchors[anchor] = node }
    return node
  }

  private mutating func resolve(alias name: String, at mark: YAMLMark) throws(YAMLError) -> Node {
    guard let node = anchors[name] else { throw mark.error(.unknownAnchor(name)) }
    aliasedNodes += node.size
    guard aliasedNodes <= limits.aliasedNodes else {
      throw mark.error(.tooManyAliasedNodes(limit: limits.aliasedNodes))
    }
    return node
  }

  private mutating func composeSequence(depth: Int) throws(YAMLError) -> Node {
    var elements: [JSONValue] = []
    var size = 1
    while true {
      let event = try parser.next()
      if case .sequenceEnd = event.kind { return Node(value: .array(elements), size: size) }
      let node = try compose(event, depth: depth + 1)
      elements.append(node.value)
      size += node.size
    }
  }

  private mutating func composeMapping(depth: Int) throws(YAMLError) -> Node {
    var object = JSONObject()
    var merged: [JSONObject] = []
    var size = 1
    while true {
      let event = try parser.next()
      if case .mappingEnd = event.kind { break }
      if case .scalar("<<", isPlain: true) = event.kind, event.tag == nil {
        let next = try parser.next()
        let source = try compose(next, depth: depth + 1)
        merged += try Self.mergeSources(source.value, at: next.mark)
        size += source.size
        continue
      }
      let key = try key(event, depth: depth)
      guard object[key] == nil else { throw event.mark.error(.duplicateKey(key)) }
      let node = try compose(parser.next(), depth: depth + 1)
      object[key] = node.value
      size += node.size
    }
    // Members that are written out win over merged ones, and earlier sources over later ones.
    for source in merged {
      for (key, value) in source where object[key] == nil { object[key] = value }
    }
    return Node(value: .object(object), size: size)
  }

  private static func mergeSources(_ value: JSONValue, at mark: YAMLMark) throws(YAMLError) -> [JSONObject] {
    if let object = value.object { return [object] }
    guard let elements = value.array else { throw mark.error(.invalidMerge) }
    var sources: [JSONObject] = []
    for element in elements {
      guard let object = element.object else { throw mark.error(.invalidMerge) }
      sources.append(object)
    }
    return sources
  }

  private mutating func key(_ event: YAMLEvent, depth: Int) throws(YAMLError) -> String {
    switch try compose(event, depth: depth + 1).value {
    case .string(let text): return text
    case .number(let number): return number.text
    case .bool(let value): return value ? "true" : "false"
    case .null, .array, .object: throw event.mark.error(.unsupportedKey)
    }
  }

  // MARK: Tags

  private static let tagPrefix = "tag:yaml.org,2002:"

  private func check(_ tag: String?, is kind: String, at mark: YAMLMark) throws(YAMLError) {
    guard let tag, tag != "!", tag != Self.tagPrefix + kind else { return }
    throw mark.error(.unsupportedTag(tag))
  }

  private func scalar(
    _ text: String, isPlain: Bool, tag: String?, at mark: YAMLMark
  ) throws(YAMLError) -> JSONValue {
    guard let tag else { return isPlain ? YAMLCoreSchema.resolve(text) : .string(text) }
    if tag == "!" || tag == Self.tagPrefix + "str" { return .string(text) }
    let value = YAMLCoreSchema.resolve(text)
    switch (tag, value) {
    case (Self.tagPrefix + "null", .null), (Self.tagPrefix + "bool", .bool), (Self.tagPrefix + "float", .number):
      return value
    case (Self.tagPrefix + "int", .number(let number)) where !number.text.contains { ".eE".contains($0) }:
      return value
    default: throw mark.error(.unsupportedTag(tag))
    }
  }
}
