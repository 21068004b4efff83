import JSON

/// Changes to an object in its own shape, where lists are merged by keys as the object's schema says (Kubernetes'
/// strategic merge patch).
///
/// Besides values a patch may hold directives: `$patch`, `$retainKeys`, `$setElementOrder/NAME` and
/// `$deleteFromPrimitiveList/NAME`.
public struct StrategicMergePatch {
  private let schema: any ObjectSchema

  private init(schema: any ObjectSchema) { self.schema = schema }

  /// The object with the patch applied; throws BadRequest for a patch that is no object or retains less than it sets,
  /// and the InternalError that kube-apiserver answers to other contradictions, such as list elements without their key.
  public static func apply(
    _ patch: JSONValue, to object: JSONValue, schema: any ObjectSchema
  ) throws(Status) -> JSONValue {
    guard case .object(let changes) = patch else {
      let found = patch.typeName.split(separator: " ").last ?? ""
      throw bad("json: cannot unmarshal \(found) into Go value of type map[string]interface {}")
    }
    let merge = StrategicMergePatch(schema: schema)
    return .object(try merge.merged(object.object ?? JSONObject(), changes, path: []))
  }

  // MARK: Objects

  private func merged(_ original: JSONObject, _ patch: JSONObject, path: [String]) throws(Status) -> JSONObject {
    var original = original
    var patch = patch
    if let directive = patch[Directive.patch] {
      switch directive {
      case "replace": return Directive.dropped(from: patch)
      case "delete": return JSONObject()
      default: throw Self.unknownDirective(directive, patch)
      }
    }
    try retainKeys(&original, &patch)
    try orderLists(&original, &patch, path: path)
    for (name, value) in patch {
      if let list = Directive.list(name, Directive.deleteFromList) {
        try delete(value, fromList: list, in: &original)
      } else if case .null = value {
        original[name] = nil
      } else {
        original[name] = try mergedMember(original[name], value, path: path + [name])
      }
    }
    return original
  }

  private func mergedMember(
    _ present: JSONValue?, _ value: JSONValue, path: [String]
  ) throws(Status) -> JSONValue {
    switch (present, value) {
    case (.object(let present), .object(let changes)):
      if schema.mergeStrategy(at: path) == .replace { return .object(Directive.dropped(from: changes)) }
      return .object(try merged(present, changes, path: path))
    case (.array(let present), .array(let changes)):
      return .array(try mergedList(present, changes, path: path))
    default: return Directive.dropped(from: value)
    }
  }

  /// `$retainKeys` lists the members that stay; the patch's own must be among them.
  private func retainKeys(_ original: inout JSONObject, _ patch: inout JSONObject) throws(Status) {
    guard let directive = patch[Directive.retainKeys] else { return }
    patch[Directive.retainKeys] = nil
    guard let names = directive.array else { throw Self.bad("invalid patch format of retainKeys") }
    let retained = Set(names.compactMap(\.string))
    for (name, value) in patch where value != .null && !name.hasPrefix("$") && !retained.contains(name) {
      throw Self.bad("invalid patch format of retainKeys")
    }
    original.remove(original.keys.filter { !retained.contains($0) })
  }

  private func delete(_ values: JSONValue, fromList name: String, in object: inout JSONObject) throws(Status) {
    guard let removed = values.array, removed.allSatisfy(\.isScalar) else {
      throw Self.bad("invalid patch format of primitive list")
    }
    guard let present = object[name]?.array else { return }
    let unwanted = Set(removed)
    object[name] = .array(present.filter { !unwanted.contains($0) })
  }

  // MARK: Lists

  private func mergedList(
    _ original: [JSONValue], _ patch: [JSONValue], path: [String]
  ) throws(Status) -> [JSONValue] {
    let key: String?
    switch schema.mergeStrategy(at: path) {
    case .standard, .replace: return patch.map(Directive.dropped(from:))
    case .merge(let name), .retainKeys(let name): key = name
    }
    guard let first = original.first ?? patch.first else { return original }
    if (original + patch).contains(where: { $0.array != nil }) {
      throw Status.failure("", code: 422, message: "lists of lists are not supported")
    }
    guard first.object != nil else {
      var known: Set<JSONValue> = []
      let merged = (original + patch).filter { known.insert($0).inserted }
      return ordered(merged, by: patch, before: original, key: nil)
    }
    guard let key else {
      throw Self.failed("cannot merge lists without merge key for \(path.joined(separator: "."))")
    }
    return try mergedObjects(original, patch, key: key, path: path)
  }

  private func mergedObjects(
    _ original: [JSONValue], _ patch: [JSONValue], key: String, path: [String]
  ) throws(Status) -> [JSONValue] {
    var unwanted: Set<JSONValue> = []
    var changes: [JSONObject] = []
    var replaces = false
    for element in patch {
      guard var object = element.object else { throw Self.noKey(element, key) }
      switch object[Directive.patch] {
      case nil: changes.append(object)
      case "delete":
        guard let value = object[key] else { throw Self.noKey(element, key) }
        unwanted.insert(value)
      case "replace":
        replaces = true
        // The element may stand for a member of the new list as well.
        object[Directive.patch] = nil
        if !object.isEmpty { changes.append(object) }
      case "merge": throw Self.failed("merging lists cannot yet be specified in the patch")
      case .some(let directive): throw Self.unknownDirective(directive, object)
      }
    }
    if replaces { return changes.map { .object(Directive.dropped(from: $0)) } }
    let kept = original.filter { element in element[key].map { !unwanted.contains($0) } ?? true }
    var merged = kept
    var positions = ranks(kept, key)
    var keyless = kept.first { $0.object?[key] == nil }
    for change in changes {
      guard let value = change[key] else { throw Self.noKey(.object(change), key) }
      if let keyless { throw Self.noKey(keyless, key) }
      if let position = positions[value], case .object(let present) = merged[position] {
        merged[position] = .object(try self.merged(present, change, path: path))
        if merged[position].object?[key] == nil { keyless = merged[position] }
      } else {
        let element = JSONValue.object(Directive.dropped(from: change))
        if element.object?[key] == nil { keyless = element } else { positions[value] = merged.count }
        merged.append(element)
      }
    }
    return ordered(merged, by: patch, before: kept, key: key)
  }

  // MARK: Order

  /// Merges the lists that `$setElementOrder/NAME` orders, and takes both out of the patch.
  private func orderLists(
    _ original: inout JSONObject, _ patch: inout JSONObject, path: [String]
  ) throws(Status) {
    for (name, value) in patch {
      guard let list = Directive.list(name, Directive.setElementOrder) else { continue }
      patch[name] = nil
      guard let order = value.array else {
        throw Self.failed("expected a []interface {}, but received a \(value.typeName)")
      }
      let key: String?
      switch schema.mergeStrategy(at: path + [list]) {
      case .merge(let name), .retainKeys(let name): key = name
      case .standard, .replace: continue
      }
      let changes = patch[list]?.array
      try checkOrder(changes ?? [], order, key: key, list: list)
      // What goes away must have gone before the rest is put in order.
      let deletion = Directive.deleteFromList + "/" + list
      if let removed = patch[deletion] {
        try delete(removed, fromList: list, in: &original)
        patch[deletion] = nil
      }
      if patch[list] == .null { continue }
      let present = original[list]?.array
      guard present != nil || changes != nil else { continue }
      let merged = try mergedList(present ?? [], changes ?? [], path: path + [list])
      original[list] = .array(ordered(merged, by: order, before: present ?? [], key: key))
      patch[list] = nil
    }
  }

  /// The patch's elements must stand in the order that it demands.
  private func checkOrder(_ changes: [JSONValue], _ order: [JSONValue], key: String?, list: String) throws(Status) {
    var rest = order[...]
    for change in changes where change[Directive.patch] == nil {
      let name = identity(change, key)
      guard let position = rest.firstIndex(where: { identity($0, key) == name }) else {
        let lists = [changes.filter { $0[Directive.patch] == nil }, order].map { JSONValue.array($0).goFormat }
        throw Self.failed("The order in patch list:\n\(lists[0])\n doesn't match $setElementOrder list:\n\(lists[1])\n")
      }
      rest = rest[(position + 1)...]
    }
  }

  /// Elements that the order names stand as it says; the others where they stood relative to them.
  private func ordered(
    _ elements: [JSONValue], by order: [JSONValue], before: [JSONValue], key: String?
  ) -> [JSONValue] {
    let wanted = ranks(order, key)
    let former = ranks(before, key)
    func sorted(_ elements: [JSONValue], by ranks: [JSONValue?: Int]) -> [JSONValue] {
      elements.map { ($0, ranks[identity($0, key)] ?? .max) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
    func formerRank(_ element: JSONValue) -> Int? { former[identity(element, key)] }
    var named: [JSONValue] = []
    var others: [JSONValue] = []
    for element in elements {
      if wanted[identity(element, key)] != nil { named.append(element) } else { others.append(element) }
    }
    var result: [JSONValue] = []
    var rest = sorted(named, by: wanted)[...]
    for other in sorted(others, by: former) {
      // The patch's elements go first, unless both were there and in the other order.
      let rank = formerRank(other) ?? .max
      while let next = rest.first, !(formerRank(next).map { rank < $0 } ?? false) {
        result.append(next)
        rest = rest.dropFirst()
      }
      result.append(other)
    }
    return result + rest
  }

  /// Where the first element of each identity stands.
  private func ranks(_ elements: [JSONValue], _ key: String?) -> [JSONValue?: Int] {
    Dictionary(elements.enumerated().map { (identity($1, key), $0) }) { first, _ in first }
  }

  private func identity(_ element: JSONValue, _ key: String?) -> JSONValue? {
    guard let key, element.object != nil else { return element }
    return element[key]
  }

  // MARK: Faults

  private static func bad(_ message: String) -> Status { .failure(.badRequest, code: 400, message: message) }

  private static func failed(_ message: String) -> Status { .failure(.internalError, code: 500, message: message) }

  private static func unknownDirective(_ directive: JSONValue, _ patch: JSONObject) -> Status {
    failed("unknown patch type: \(directive.goFormat) in map: \(JSONValue.object(patch).goFormat)")
  }

  private static func noKey(_ element: JSONValue, _ key: String) -> Status {
    failed("map: \(element.goFormat) does not contain declared merge key: \(key)")
  }
}

/// The members of a patch that are no members of the object.
private enum Directive {
  static let patch = "$patch"
  static let retainKeys = "$retainKeys"
  static let setElementOrder = "$setElementOrder"
  static let deleteFromList = "$deleteFromPrimitiveList"

  /// The list that a directive such as `$setElementOrder/containers` is about.
  static func list(_ name: String, _ directive: String) -> String? {
    name.hasPrefix(directive + "/") ? String(name.dropFirst(directive.count + 1)) : nil
  }

  /// What is new in the object, without directives and nulls.
  static func dropped(from value: JSONValue) -> JSONValue {
    switch value {
    case .object(let object): .object(dropped(from: object))
    case .array(let elements):
      .array(elements.filter { $0[patch] != "delete" }.map(dropped(from:)))
    default: value
    }
  }

  static func dropped(from object: JSONObject) -> JSONObject {
    JSONObject(
      object.compactMap { name, value in
        let isDirective =
          name == patch || name == retainKeys || list(name, setElementOrder) != nil || list(name, deleteFromList) != nil
        return isDirective || value == .null ? nil : (name, dropped(from: value))
      })
  }
}

extension JSONValue {
  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// The value as Go prints it (`%v`).
  fileprivate var goFormat: String {
    switch self {
    case .null: "<nil>"
    case .string(let text): text
    case .bool, .number: jsonText()
    case .array(let elements): "[" + elements.map(\.goFormat).joined(separator: " ") + "]"
    case .object(let object):
      "map[" + object.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.goFormat)" }.joined(separator: " ") + "]"
    }
  }
}
