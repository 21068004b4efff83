import JSON

/// Finds the values that Go could not decode into the fixed types of built-in kinds, in the words of its decoder.
struct SchemaDecoding {
  let schema: StructuralSchema
  private(set) var errors: [String] = []
  private var path = SchemaPath()

  init(schema: StructuralSchema) { self.schema = schema }

  /// Custom kinds have fixed types in their metadata only.
  mutating func checkRoot(_ object: JSONValue) {
    if schema.isBuiltIn { return check(object, schema.root, within: schema.root) }
    for name in ["apiVersion", "kind"] {
      path.enter(name)
      if let value = object[name] { check(value, SchemaNode(.string), within: schema.root) }
      path.leave()
    }
    path.enter("metadata")
    if let metadata = object["metadata"] { check(metadata, schema.metadata, within: schema.metadata) }
    path.leave()
  }

  /// `holder` is the type with the member whose value this is.
  private mutating func check(_ value: JSONValue, _ node: SchemaNode, within holder: SchemaNode) {
    let shape = schema.shape(of: node)
    switch (shape.form, value) {
    case (_, .null), (.any, _), (.boolean, .bool), (.number, .number): break
    case (.object, .object(let object)):
      let holder = shape.typeName.isEmpty ? holder : shape
      for (name, member) in object {
        guard let child = shape.properties[name] ?? shape.elements else { continue }
        path.enter(name)
        check(member, child, within: holder)
        path.leave()
      }
    case (.array, .array(let elements)):
      guard let child = shape.elements else { return }
      for (index, element) in elements.enumerated() {
        path.enter(index)
        check(element, child, within: holder)
        path.leave()
      }
    case (.string, .string(let text)): checkText(text, shape)
    case (.integer, .number(let number)):
      if !shape.holds(number) { refuse("number " + number.text, shape, within: holder) }
    case (.integerOrString, .string): break
    case (.integerOrString, .number(let number)):
      if number.int64.flatMap({ Int32(exactly: $0) }) == nil { refuse("number " + number.text, shape, within: holder) }
    case (.quantity, .string(let text)):
      if (try? Quantity(text)) == nil { errors.append(Self.quantityError) }
    case (.quantity, .number(let number)):
      if (try? Quantity(number.text)) == nil { errors.append(Self.quantityError) }
    case (.quantity, _): errors.append(Self.quantityError)
    default: refuse(value.goTypeName, shape, within: holder)
    }
  }

  private static let quantityError =
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"

  private mutating func checkText(_ text: String, _ shape: SchemaNode) {
    switch shape.constraints?.format {
    case "date-time" where !SchemaFormats.isDateTime(text):
      let shown = JSONValue.string(text).goSyntax
      errors.append("parsing time \(shown) as \"2006-01-02T15:04:05Z07:00\": cannot parse \(shown) as \"2006\"")
    case "byte" where (try? Base64.decode(text)) == nil:
      errors.append("illegal base64 data in \(path.names)")
    default: break
    }
  }

  private mutating func refuse(_ found: String, _ shape: SchemaNode, within holder: SchemaNode) {
    let field = path.names.isEmpty ? "value" : "struct field \(holder.goName(qualified: false)).\(path.names)"
    errors.append("json: cannot unmarshal \(found) into Go \(field) of type \(goType(of: shape))")
  }

  private func goType(of node: SchemaNode) -> String {
    let shape = schema.shape(of: node)
    switch shape.form {
    case .any: return "interface {}"
    case .object:
      if !shape.typeName.isEmpty { return shape.goName(qualified: true) }
      return "map[string]" + (shape.elements.map(goType(of:)) ?? "interface {}")
    case .array: return "[]" + (shape.elements.map(goType(of:)) ?? "interface {}")
    case .string: return shape.constraints?.format == "byte" ? "[]uint8" : "string"
    case .integer: return shape.constraints?.format ?? "int64"
    case .number: return "float64"
    case .boolean: return "bool"
    case .integerOrString: return "int32"
    case .quantity: return "resource.Quantity"
    }
  }
}

extension SchemaNode {
  /// The type's name in Go: `PodSpec`, or `v1.PodSpec` with its package.
  fileprivate func goName(qualified: Bool) -> String {
    let parts = typeName.split(separator: ".")
    return parts.suffix(qualified ? 2 : 1).joined(separator: ".")
  }

  fileprivate func holds(_ number: JSONNumber) -> Bool {
    guard let value = number.int64 else { return false }
    return constraints?.format != "int32" || Int32(exactly: value) != nil
  }
}

extension JSONValue {
  /// What Go's decoder calls the value.
  fileprivate var goTypeName: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
