import JSON

/// What differs between versions 2 and 3 of OpenAPI.
enum OpenAPIDialect {
  case version2
  case version3

  var schemaPrefix: String { self == .version2 ? "#/definitions/" : "#/components/schemas/" }
}

/// Describes the operations on one version of a kind, as far as clients look at them.
struct OperationBuilder {
  let source: Source
  let kind: Kind
  let version: Kind.Version
  let dialect: OpenAPIDialect

  func add(to paths: inout JSONObject) {
    let base = "/apis/\(kind.group)/\(version.name)"
    let collection = kind.isNamespaced ? "\(base)/namespaces/{namespace}/\(kind.plural)" : "\(base)/\(kind.plural)"
    let list = source.definition(version.definition.name + "List", in: version.definition.package.namespace)
    if kind.isNamespaced {
      paths["\(base)/\(kind.plural)"] = path([("get", "list", "list\(kind.name)ForAllNamespaces", list)], [])
    }
    paths[collection] = path(
      [
        ("get", "list", "list\(kind.name)", list),
        ("post", "post", "create\(kind.name)", version.definition),
        ("delete", "deletecollection", "deleteCollection\(kind.name)", nil),
      ], kind.isNamespaced ? ["namespace"] : [])
    let names = kind.isNamespaced ? ["namespace", "name"] : ["name"]
    paths[collection + "/{name}"] = path(
      [
        ("get", "get", "read\(kind.name)", version.definition),
        ("put", "put", "replace\(kind.name)", version.definition),
        ("patch", "patch", "patch\(kind.name)", version.definition),
        ("delete", "delete", "delete\(kind.name)", nil),
      ], names)
    if version.hasStatus {
      paths[collection + "/{name}/status"] = path(
        [
          ("get", "get", "read\(kind.name)Status", version.definition),
          ("put", "put", "replace\(kind.name)Status", version.definition),
          ("patch", "patch", "patch\(kind.name)Status", version.definition),
        ], names)
    }
  }

  private func path(
    _ operations: [(method: String, action: String, name: String, type: Definition?)], _ parameters: [String]
  ) -> JSONValue {
    var path = JSONObject()
    for operation in operations {
      path[operation.method] = self.operation(
        operation.method, action: operation.action, name: operation.name, type: operation.type)
    }
    if !parameters.isEmpty {
      path["parameters"] = .array(parameters.map { parameter($0, in: "path", isRequired: true) })
    }
    return .object(path)
  }

  private func operation(_ method: String, action: String, name: String, type: Definition?) -> JSONValue {
    var operation: JSONObject = [
      "operationId": .string(name + "In" + version.name.prefix(1).uppercased() + version.name.dropFirst()),
      "x-kubernetes-action": .string(action),
      "x-kubernetes-group-version-kind": kind.identity(version),
    ]
    var parameters: [JSONValue] = []
    if ["post", "put", "patch"].contains(method) {
      parameters += ["dryRun", "fieldManager", "fieldValidation"].map { parameter($0, in: "query") }
      if method == "patch" { parameters.append(parameter("force", in: "query", type: "boolean")) }
      addBody(method == "patch" ? ["type": "object"] : reference(version.definition), to: &operation, &parameters)
    }
    if dialect == .version2 {
      operation["consumes"] = .array(Self.contentTypes(method))
      operation["produces"] = ["application/json"]
    }
    if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
    operation["responses"] = ["200": response(type)]
    return .object(operation)
  }

  private static func contentTypes(_ method: String) -> [JSONValue] {
    if method != "patch" { return ["application/json"] }
    return ["application/json-patch+json", "application/merge-patch+json", "application/apply-patch+yaml"]
  }

  private func addBody(_ schema: JSONValue, to operation: inout JSONObject, _ parameters: inout [JSONValue]) {
    switch dialect {
    case .version2: parameters.append(["name": "body", "in": "body", "required": true, "schema": schema])
    case .version3: operation["requestBody"] = ["required": true, "content": ["application/json": ["schema": schema]]]
    }
  }

  private func response(_ type: Definition?) -> JSONValue {
    guard let type else { return ["description": "OK"] }
    switch dialect {
    case .version2: return ["description": "OK", "schema": reference(type)]
    case .version3: return ["description": "OK", "content": ["application/json": ["schema": reference(type)]]]
    }
  }

  private func reference(_ type: Definition) -> JSONValue {
    ["$ref": .string(dialect.schemaPrefix + type.definitionName)]
  }

  private func parameter(
    _ name: String, in place: String, type: String = "string", isRequired: Bool = false
  ) -> JSONValue {
    var parameter: JSONObject = ["name": .string(name), "in": .string(place)]
    if isRequired { parameter["required"] = true }
    switch dialect {
    case .version2: parameter["type"] = .string(type)
    case .version3: parameter["schema"] = ["type": .string(type)]
    }
    return .object(parameter)
  }
}
