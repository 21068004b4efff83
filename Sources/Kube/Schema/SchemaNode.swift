import JSON

/// One node of a structural schema (Kubernetes' subset of JSON schema), or a reference to a type's node.
final class SchemaNode: Sendable {
  /// What a value must be.
  enum Form: UInt8, Sendable {
    case any, object, array, string, integer, number, boolean, integerOrString
    /// A number or text that is a quantity; in tables of built-in kinds only.
    case quantity
  }

  let form: Form
  let isNullable: Bool
  /// Members that the schema does not know stay.
  let keepsUnknown: Bool
  /// The position of a type's node, of which this one is a use; −1 for none.
  let reference: Int
  /// The name of the type, at the node of one.
  let typeName: String
  let properties: [String: SchemaNode]
  let required: [String]
  /// The properties that have a default.
  let defaulted: [(name: String, value: JSONValue)]
  /// The elements of an array, or the further members of an object.
  let elements: SchemaNode?
  let defaultValue: JSONValue?
  let mergeStrategy: MergeStrategy
  let constraints: SchemaConstraints?

  /// Nothing below it needs a look.
  var isLeaf: Bool { reference < 0 && form.rawValue > Form.array.rawValue }

  /// A node of a kind that is used over and over, such as a text that may be anything.
  init(_ form: Form, isNullable: Bool = false, keepsUnknown: Bool = false) {
    self.form = form
    self.isNullable = isNullable
    self.keepsUnknown = keepsUnknown
    reference = -1
    typeName = ""
    properties = [:]
    required = []
    defaulted = []
    elements = nil
    defaultValue = nil
    mergeStrategy = .standard
    constraints = nil
  }

  /// Reads a schema; `node` makes the nodes within it, `position` finds the type of a reference.
  init(
    _ schema: JSONObject, typeName: String, node: (JSONValue) -> SchemaNode, position: (String) -> Int
  ) {
    form = Self.form(of: schema)
    isNullable = schema["nullable"]?.bool ?? false
    keepsUnknown = schema["x-kubernetes-preserve-unknown-fields"]?.bool ?? false
    reference = schema["$ref"]?.string.map(position) ?? -1
    self.typeName = typeName
    let members = (schema["properties"]?.object ?? JSONObject()).map { ($0.key, node($0.value)) }
    properties = Dictionary(members) { first, _ in first }
    required = schema["required"]?.array?.compactMap(\.string) ?? []
    defaulted = members.compactMap { name, node in node.defaultValue.map { (name, $0) } }
    elements = (schema["items"] ?? schema["additionalProperties"]).flatMap { $0.object == nil ? nil : node($0) }
    defaultValue = schema["default"]
    mergeStrategy = MergeStrategy(schema)
    let constraints = SchemaConstraints(schema)
    self.constraints = constraints.isEmpty ? nil : constraints
  }

  private static func form(of schema: JSONObject) -> Form {
    if schema["x-kubernetes-int-or-string"] == true { return .integerOrString }
    switch (schema["type"]?.string, schema["format"]?.string) {
    case ("string", "int-or-string"): return .integerOrString
    case ("string", "quantity"): return .quantity
    case ("object", _): return .object
    case ("array", _): return .array
    case ("string", _): return .string
    case ("integer", _): return .integer
    case ("number", _): return .number
    case ("boolean", _): return .boolean
    default: return .any
    }
  }
}

/// What a schema demands beyond the type.
struct SchemaConstraints: Sendable {
  var format = ""
  var enumeration: [JSONValue] = []
  var minimum: Int64?
  var maximum: Int64?
  var minLength: Int64?
  var maxLength: Int64?
  var minItems: Int64?
  var maxItems: Int64?
  var pattern: String?
  /// `set` or `map`; empty for lists whose elements may repeat.
  var listType = ""
  var listMapKeys: [String] = []

  /// The formats that are heeded; the API server ignores all others of ours.
  private static let formats: Set<String> = ["date-time", "int32", "int64", "byte"]

  init(_ schema: JSONObject) {
    if let format = schema["format"]?.string, Self.formats.contains(format) { self.format = format }
    enumeration = schema["enum"]?.array ?? []
    minimum = schema["minimum"]?.int64
    maximum = schema["maximum"]?.int64
    minLength = schema["minLength"]?.int64
    maxLength = schema["maxLength"]?.int64
    minItems = schema["minItems"]?.int64
    maxItems = schema["maxItems"]?.int64
    pattern = schema["pattern"]?.string
    if let type = schema["x-kubernetes-list-type"]?.string, type != "atomic" { listType = type }
    listMapKeys = schema["x-kubernetes-list-map-keys"]?.array?.compactMap(\.string) ?? []
  }

  var isEmpty: Bool {
    format.isEmpty && enumeration.isEmpty && minimum == nil && maximum == nil && minLength == nil && maxLength == nil
      && minItems == nil && maxItems == nil && pattern == nil && listType.isEmpty
  }
}

extension MergeStrategy {
  /// From `x-kubernetes-patch-strategy` and `-merge-key`.
  init(_ schema: JSONObject) {
    let names = (schema["x-kubernetes-patch-strategy"]?.string ?? "").split(separator: ",")
    let key = schema["x-kubernetes-patch-merge-key"]?.string
    if names.contains("retainKeys") {
      self = .retainKeys(key: key)
    } else if names.contains("merge") {
      self = .merge(key: key)
    } else {
      self = names.contains("replace") ? .replace : .standard
    }
  }
}
