import JSON

/// Turns definitions into JSON schemas: whole trees for CRDs, references for OpenAPI documents and run-time tables.
struct SchemaBuilder {
  enum Style {
    /// The structural schema of a CRD; an open one keeps unknown members at every level and accepts null for objects.
    case structural(isOpen: Bool)
    /// Types refer to one another, as in the documents of that version.
    case references(OpenAPIDialect)
    /// As `structural`, with a reference by Swift name where a type is used, and nothing for readers.
    case structuralTable(isOpen: Bool)
    /// The types of built-in kinds, with references by OpenAPI name, and nothing for readers.
    case builtInTable
  }

  let source: Source
  let style: Style
  /// Types have the names that they have in documents of Kubernetes' own kinds.
  var isKubernetes = false

  private var isOpen: Bool {
    switch style {
    case .structural(let isOpen), .structuralTable(let isOpen): isOpen
    case .references, .builtInTable: false
    }
  }

  private var isStructural: Bool {
    switch style {
    case .structural, .structuralTable: true
    case .references, .builtInTable: false
    }
  }

  private var isDescribed: Bool {
    switch style {
    case .structural, .references: true
    case .structuralTable, .builtInTable: false
    }
  }

  // MARK: Objects

  /// The schema of a kind's root, whose metadata is the API server's business.
  func root(_ definition: Definition) -> JSONValue { object(definition, isRoot: true) }

  /// The schema of a type.
  func object(_ definition: Definition, isRoot: Bool = false) -> JSONValue {
    var schema = JSONObject()
    if isDescribed && !definition.description.isEmpty { schema["description"] = .string(definition.description) }
    schema["type"] = "object"
    let required = definition.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { schema["required"] = .array(required) }
    if !definition.fields.isEmpty {
      schema["properties"] = .object(
        JSONObject(definition.fields.map { ($0.name, property($0, in: definition, isRoot: isRoot)) }))
    }
    if let mapType = definition.mapType { schema["x-kubernetes-map-type"] = .string(mapType) }
    if isOpen {
      schema["x-kubernetes-preserve-unknown-fields"] = true
      if !isRoot { schema["nullable"] = true }
    }
    return .object(schema)
  }

  // MARK: Fields

  private func property(_ field: Field, in definition: Definition, isRoot: Bool) -> JSONValue {
    if isRoot && field.name == "metadata" && isStructural { return ["type": "object"] }
    var schema = schema(field.type, in: definition)
    let isWrapped = if case .references(.version3) = style { schema["$ref"] != nil } else { false }
    if isDescribed && !field.description.isEmpty && !isWrapped { schema["description"] = .string(field.description) }
    addEnumeration(field, to: &schema)
    addListSemantics(field, to: &schema)
    if isStructural { addConstraints(field.crd, isOpen: isOpen, to: &schema) }
    // A reference has no members beside it in version 3.
    guard isWrapped, !field.description.isEmpty else { return .object(schema) }
    return .object(["description": .string(field.description), "allOf": .array([.object(schema)])])
  }

  private func addEnumeration(_ field: Field, to schema: inout JSONObject) {
    let values = isStructural ? field.crd.enumeration : field.enumeration
    if values.isEmpty { return }
    let list = JSONValue.array(values.map { .string($0) })
    switch field.type {
    case .list: schema["items"]?["enum"] = list
    case .map: schema["additionalProperties"]?["enum"] = list
    default: schema["enum"] = list
    }
  }

  private func addListSemantics(_ field: Field, to schema: inout JSONObject) {
    let merge = field.merge
    if let listType = merge.listType, !isOpen { schema["x-kubernetes-list-type"] = .string(listType) }
    if !merge.listMapKeys.isEmpty && !isOpen {
      schema["x-kubernetes-list-map-keys"] = .array(merge.listMapKeys.map { .string($0) })
    }
    if isStructural { return }
    if let strategy = merge.patchStrategy { schema["x-kubernetes-patch-strategy"] = .string(strategy) }
    if let key = merge.patchMergeKey { schema["x-kubernetes-patch-merge-key"] = .string(key) }
  }

  private func addConstraints(_ constraints: CRDConstraints, isOpen: Bool, to schema: inout JSONObject) {
    if constraints.isNullable { schema["nullable"] = true }
    if constraints.hasNullableItems { schema["items"]?["nullable"] = true }
    if constraints.keepsUnknown { schema["x-kubernetes-preserve-unknown-fields"] = true }
    // An empty text as default says no more than the absent member, and server-side apply of Kubernetes 1.20 makes it
    // null, which it then refuses.
    if let value = constraints.defaultValue, value != "" { schema["default"] = value }
    for bound in constraints.bounds {
      schema[bound.name] = .number(JSONNumber(bound.value))
      // The bounds of a 32-bit number without a sign exceed those of the format for one with a sign.
      if bound.value > Int64(Int32.max) && schema["format"] == "int32" { schema["format"] = "int64" }
    }
    if !constraints.rules.isEmpty {
      schema["x-kubernetes-validations"] = .array(
        constraints.rules.map { ["rule": .string($0), "message": .string("must hold: " + $0)] })
    }
  }

  // MARK: Types

  private func schema(_ type: FieldType, in definition: Definition) -> JSONObject {
    switch type {
    case .scalar(let scalar): return schema(scalar)
    case .optional(.scalar(.time)) where !isOpen: return ["type": "string", "format": "date-time"]
    case .optional(let wrapped): return schema(wrapped, in: definition)
    case .list(let element): return ["type": "array", "items": .object(schema(element, in: definition))]
    case .map(let value): return ["type": "object", "additionalProperties": .object(schema(value, in: definition))]
    case .named(let name):
      guard let target = source.definition(name, in: definition.package.namespace) else { return ["type": "object"] }
      switch style {
      case .references(let dialect):
        return ["$ref": .string(dialect.schemaPrefix + target.definitionName(inKubernetes: isKubernetes))]
      case .builtInTable: return ["$ref": .string(target.definitionName(inKubernetes: true))]
      case .structural, .structuralTable: break
      }
      if target.name == "ObjectMeta" || isOpen && target.package.namespace != definition.package.namespace {
        return opaqueObject
      }
      if case .structuralTable = style { return ["$ref": .string(target.swiftName)] }
      var object = object(target).object ?? JSONObject()
      // The field's own sentence stands there; a type's would only repeat it.
      object["description"] = nil
      return object
    }
  }

  private var opaqueObject: JSONObject {
    isOpen ? ["type": "object", "nullable": true, "x-kubernetes-preserve-unknown-fields": true] : ["type": "object"]
  }

  private func schema(_ scalar: Scalar) -> JSONObject {
    switch scalar {
    case .string, .duration: ["type": "string"]
    case .bool: ["type": "boolean"]
    case .double: isStructural ? ["type": "number"] : ["type": "number", "format": "double"]
    case .int, .int32: ["type": "integer", "format": "int32"]
    case .int64: ["type": "integer", "format": "int64"]
    case .uint, .uint8: isStructural && !isOpen ? ["type": "integer"] : ["type": "integer", "format": "int32"]
    case .uint32: ["type": "integer", "format": isStructural && !isOpen ? "int32" : "int64"]
    case .uint64: isStructural ? ["type": "integer"] : ["type": "integer", "format": "int64"]
    case .time: ["type": "string", "format": "date-time", "nullable": true]
    case .microTime: ["type": "string", "format": "date-time"]
    case .bytes: ["type": "string", "format": "byte"]
    case .json where isStructural || !isDescribed: ["x-kubernetes-preserve-unknown-fields": true]
    case .json: [:]
    case .intOrString: isStructural ? intOrString : ["type": "string", "format": "int-or-string"]
    case .any where !isStructural && !isDescribed: ["x-kubernetes-preserve-unknown-fields": true]
    case .any:
      isStructural ? ["type": "object", "x-kubernetes-preserve-unknown-fields": true] : ["type": "object"]
    case .quantity: quantity
    }
  }

  private var intOrString: JSONObject {
    ["anyOf": [["type": "integer"], ["type": "string"]], "x-kubernetes-int-or-string": true]
  }

  private var quantity: JSONObject {
    guard isStructural else { return ["type": "string", "format": "quantity"] }
    // Version v1alpha2 took numbers with a fraction as well.
    if isOpen { return ["x-kubernetes-preserve-unknown-fields": true] }
    return isDescribed ? Self.structuralQuantity : ["$ref": .string(Self.quantityName)]
  }

  /// What tables call the schema of quantities.
  static let quantityName = "quantity"

  /// The schema of quantities in CRDs.
  static let structuralQuantity: JSONObject = [
    "anyOf": [["type": "integer"], ["type": "string"]], "x-kubernetes-int-or-string": true,
    "pattern": .string(quantityPattern),
  ]

  /// The grammar of quantities as apimachinery's API conventions give it.
  private static let quantityPattern =
    #"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$"#
}
