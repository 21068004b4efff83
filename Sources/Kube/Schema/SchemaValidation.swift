import JSON

/// Finds where a value breaks its schema, in the words of kube-apiserver.
struct SchemaValidation {
  let schema: StructuralSchema
  private(set) var causes: [Cause] = []
  /// Elements that are given twice, which Kubernetes reports after all else.
  private(set) var duplicates: [Cause] = []
  private var path = SchemaPath()
  /// Nothing is demanded of the status of built-in kinds, which are reported and not wished for.
  private var isInBuiltInStatus = false

  init(schema: StructuralSchema) { self.schema = schema }

  mutating func check(_ value: JSONValue, _ node: SchemaNode, isRoot: Bool = false) {
    let shape = schema.shape(of: node)
    if case .null = value, node.isNullable || shape.isNullable || schema.isBuiltIn {
      checkEnumeration(value, node)
      return
    }
    switch value {
    case .object(let object): checkObject(object, node, shape, isRoot: isRoot)
    case .array(let elements): checkArray(elements, node, shape)
    default: checkScalar(value, shape)
    }
    checkEnumeration(value, node)
  }

  // MARK: Containers

  private mutating func checkObject(_ object: JSONObject, _ node: SchemaNode, _ shape: SchemaNode, isRoot: Bool) {
    guard shape.form == .object || shape.form == .any else { return refuse(.object(object), shape) }
    for (name, member) in object {
      guard let child = shape.properties[name] ?? shape.elements else { continue }
      if isRoot && name == "status" && schema.isBuiltIn { continue }
      path.enter(name)
      check(member, child)
      path.leave()
    }
    if schema.isBuiltIn { return }
    for name in shape.required where object[name] == nil {
      path.enter(name)
      causes.append(Cause(.required, path.text, "Required value"))
      path.leave()
    }
  }

  private mutating func checkArray(_ elements: [JSONValue], _ node: SchemaNode, _ shape: SchemaNode) {
    guard shape.form == .array || shape.form == .any else { return refuse(.array(elements), shape) }
    if let child = shape.elements {
      for (index, element) in elements.enumerated() {
        path.enter(index)
        check(element, child)
        path.leave()
      }
    }
    guard let constraints = node.constraints, !schema.isBuiltIn else { return }
    if let most = constraints.maxItems, elements.count > most {
      causes.append(Cause(.tooMany, path.text, "Too many: \(elements.count): must have at most \(most) items"))
    }
    if let least = constraints.minItems, elements.count < least {
      invalid(JSONValue.number(JSONNumber(elements.count)), "should have at least \(least) items")
    }
    switch constraints.listType {
    case "set": findDuplicates(elements) { $0 }
    case "map":
      for (index, element) in elements.enumerated() where element.object == nil && element != .null {
        path.enter(index)
        duplicates.append(
          Cause(
            .invalid, path.text,
            "Invalid value: \(element.goSyntax): must be an object for an array of list-type map"))
        path.leave()
      }
      findDuplicates(elements) { element in
        guard case .object(let object) = element else { return nil }
        return .object(
          JSONObject(constraints.listMapKeys.sorted().compactMap { key in object[key].map { (key, $0) } }))
      }
    default: break
    }
  }

  /// Reports the second of the elements that have one key.
  private mutating func findDuplicates(_ elements: [JSONValue], key: (JSONValue) -> JSONValue?) {
    var counts: [JSONValue: Int] = [:]
    for (index, element) in elements.enumerated() {
      guard let key = key(element) else { continue }
      counts[key, default: 0] += 1
      if counts[key] == 2 {
        path.enter(index)
        duplicates.append(Cause(.duplicate, path.text, "Duplicate value: \(key.goSyntax)"))
        path.leave()
      }
    }
  }

  // MARK: Scalars

  private mutating func checkScalar(_ value: JSONValue, _ shape: SchemaNode) {
    switch (shape.form, value) {
    case (.any, _) where value != .null, (.boolean, .bool), (.number, .number): break
    case (.string, .string(let text)): checkText(text, shape)
    case (.integer, .number(let number)) where number.isWhole: break
    case (.integerOrString, .number(let number)) where number.int64 != nil: break
    case (.integerOrString, .string(let text)): checkText(text, shape)
    default: return refuse(value, shape)
    }
    guard case .number(let number) = value, let constraints = shape.constraints, let amount = number.double else {
      return
    }
    if let least = constraints.minimum, amount < Double(least) {
      invalid(value, "should be greater than or equal to \(least)")
    }
    if let most = constraints.maximum, amount > Double(most) {
      invalid(value, "should be less than or equal to \(most)")
    }
  }

  private mutating func checkText(_ text: String, _ shape: SchemaNode) {
    guard let constraints = shape.constraints, !schema.isBuiltIn else { return }
    if constraints.format == "date-time" && !SchemaFormats.isDateTime(text) {
      invalid(.string(text), "must be of type date-time: \(JSONValue.string(text).goSyntax)")
    }
    let length = text.unicodeScalars.count
    if let most = constraints.maxLength, length > most {
      causes.append(Cause(.tooLong, path.text, "Too long: may not be longer than \(most)"))
    }
    if let least = constraints.minLength, length < least {
      invalid(.string(text), "should be at least \(least) chars long")
    }
    if let pattern = constraints.pattern, !SchemaFormats.matches(text, pattern: pattern) {
      invalid(.string(text), "should match '\(pattern)'")
    }
  }

  private mutating func checkEnumeration(_ value: JSONValue, _ node: SchemaNode) {
    guard let allowed = node.constraints?.enumeration, !allowed.isEmpty, !allowed.contains(value) else { return }
    // An empty text is an absent value to Go, and so is null.
    if schema.isBuiltIn && (value == "" || value == .null) { return }
    let shown = value == .null ? "\"null\"" : value.goSyntax
    let list = allowed.map(\.goSyntax).joined(separator: ", ")
    causes.append(Cause(.notSupported, path.text, "Unsupported value: \(shown): supported values: \(list)"))
  }

  // MARK: Causes

  private mutating func invalid(_ value: JSONValue, _ what: String) {
    causes.append(Cause(.invalid, path.text, "Invalid value: \(value.goSyntax): \(path.text) in body \(what)"))
  }

  /// Says that the value has another type than the schema's. Where it may have two, Kubernetes says so thrice.
  private mutating func refuse(_ value: JSONValue, _ shape: SchemaNode) {
    if schema.isBuiltIn { return }
    let isTime = shape.form == .string && shape.constraints?.format == "date-time" && value != .null
    let found = isTime ? value.formatName : value.schemaTypeName
    func refusal(_ expected: String) -> Cause {
      Cause(
        .invalid, path.text,
        "Invalid value: \"\(found)\": \(path.text) in body must be of type \(expected): \"\(found)\"")
    }
    guard shape.form == .integerOrString else {
      return causes.append(refusal(isTime ? "date-time" : shape.form.schemaTypeName))
    }
    causes.append(refusal("integer,string"))
    causes.append(
      Cause(.invalid, "<nil>", "Invalid value: \"\": \"\(path.text)\" must validate at least one schema (anyOf)"))
    causes.append(refusal("integer"))
  }
}

// MARK: Names

extension SchemaNode.Form {
  /// The type's name in JSON schema.
  fileprivate var schemaTypeName: String {
    switch self {
    case .any, .object: "object"
    case .array: "array"
    case .string, .quantity: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .integerOrString: "integer,string"
    }
  }
}

extension JSONNumber {
  /// Has no fraction, and is within what Kubernetes takes as an integer: 64 bits, or 53 in the notation of floats.
  var isWhole: Bool {
    if int64 != nil { return true }
    guard let double else { return false }
    return double.rounded(.towardZero) == double && abs(double) <= 9_007_199_254_740_991
  }
}

extension JSONValue {
  /// The type's name in JSON schema.
  fileprivate var schemaTypeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number(let number): number.int64 == nil ? "number" : "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// The name of the format that a value has by itself; only numbers have one.
  fileprivate var formatName: String {
    guard case .number(let number) = self else { return "" }
    return number.int64 == nil ? "float64" : "int64"
  }

  /// The value as Go prints it in error messages (`%#v`).
  var goSyntax: String {
    switch self {
    case .null: return "interface {}(nil)"
    case .bool, .number, .string: return jsonText()
    case .array(let elements):
      return "[]interface {}{" + elements.map(\.goSyntax).joined(separator: ", ") + "}"
    case .object(let object):
      let members = object.sorted { $0.key < $1.key }.map {
        "\(JSONValue.string($0.key).goSyntax):\($0.value.goSyntax)"
      }
      return "map[string]interface {}{" + members.joined(separator: ", ") + "}"
    }
  }
}
