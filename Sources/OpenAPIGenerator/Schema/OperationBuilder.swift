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

  /// One operation: what the path does, and with which type.
  private struct Operation {
    var method: String
    var action: String
    var name: String
    /// The type of the answer.
    var answer: Definition?
    /// The type of the body, where it differs from the kind's.
    var body: Definition?
    /// The kind that the operation is about.
    var identity: JSONValue
  }

  func add(to paths: inout JSONObject) {
    if kind.verbs.isEmpty, !kind.hasSubresourcesOnly { return }
    let base = kind.group.isEmpty ? "/api/\(version.name)" : "/apis/\(kind.group)/\(version.name)"
    let collection = kind.isNamespaced ? "\(base)/namespaces/{namespace}/\(kind.plural)" : "\(base)/\(kind.plural)"
    if kind.isNamespaced {
      add("\(base)/\(kind.plural)", [operation("list", "list", suffix: "ForAllNamespaces", list)], [], to: &paths)
    }
    add(
      collection,
      [
        operation("list", "list", list), operation("create", "create", version.definition),
        operation("deletecollection", "deleteCollection", nil),
      ], kind.isNamespaced ? ["namespace"] : [], to: &paths)
    let names = kind.isNamespaced ? ["namespace", "name"] : ["name"]
    let object = collection + "/{name}"
    add(
      object,
      [
        operation("get", "read", version.definition), operation("update", "replace", version.definition),
        operation("patch", "patch", version.definition), operation("delete", "delete", nil),
      ], names, to: &paths)
    if version.hasStatus {
      add(
        object + "/status",
        [
          operation("get", "read", suffix: "Status", version.definition),
          operation("update", "replace", suffix: "Status", version.definition),
          operation("patch", "patch", suffix: "Status", version.definition),
        ], names, to: &paths)
    }
    for subresource in kind.subresources {
      add("\(object)/\(subresource.name)", operations(subresource), names, to: &paths)
    }
  }

  // MARK: Operations

  private static let methods = [
    "list": "get", "get": "get", "create": "post", "update": "put", "patch": "patch", "delete": "delete",
    "deletecollection": "delete",
  ]
  private static let actions = ["create": "post", "update": "put"]

  private var list: Definition? {
    source.definition(version.definition.name + "List", in: version.definition.package.namespace)
  }

  /// The operation of a verb; nil where the kind lacks it.
  private func operation(_ verb: String, _ action: String, suffix: String = "", _ answer: Definition?) -> Operation? {
    guard kind.verbs.contains(verb), let method = Self.methods[verb] else { return nil }
    return Operation(
      method: method, action: Self.actions[verb] ?? verb, name: action + kind.name + suffix, answer: answer,
      body: version.definition, identity: kind.identity(version))
  }

  /// Streams have no type, and connect whatever the method is.
  private func operations(_ subresource: Kind.Subresource) -> [Operation?] {
    let suffix = kind.name + subresource.name.prefix(1).uppercased() + subresource.name.dropFirst()
    return subresource.verbs.map { verb in
      guard let method = Self.methods[verb] else { return nil }
      let isStream = subresource.definition == nil && (verb == "get" || !kind.hasSubresourcesOnly)
      return Operation(
        method: method, action: isStream ? "connect" : Self.actions[verb] ?? verb,
        name: (isStream ? "connect" + method.prefix(1).uppercased() + method.dropFirst() : verb) + suffix,
        answer: kind.hasSubresourcesOnly && verb != "get" ? nil : subresource.definition, body: subresource.definition,
        identity: [
          "group": .string(subresource.group), "version": .string(subresource.version),
          "kind": .string(subresource.kind),
        ])
    }
  }

  private func add(_ name: String, _ operations: [Operation?], _ parameters: [String], to paths: inout JSONObject) {
    let operations = operations.compactMap { $0 }
    if operations.isEmpty { return }
    var path = JSONObject()
    for operation in operations { path[operation.method] = value(of: operation) }
    if !parameters.isEmpty {
      path["parameters"] = .array(parameters.map { parameter($0, in: "path", isRequired: true) })
    }
    paths[name] = .object(path)
  }

  private func value(of operation: Operation) -> JSONValue {
    var value: JSONObject = [
      "operationId": .string(operation.name + "In" + version.name.prefix(1).uppercased() + version.name.dropFirst()),
      "x-kubernetes-action": .string(operation.action),
      "x-kubernetes-group-version-kind": operation.identity,
    ]
    var parameters: [JSONValue] = []
    if ["post", "put", "patch"].contains(operation.method), let body = operation.body {
      if !kind.hasSubresourcesOnly {
        parameters += ["dryRun", "fieldManager", "fieldValidation"].map { parameter($0, in: "query") }
      }
      if operation.method == "patch" { parameters.append(parameter("force", in: "query", type: "boolean")) }
      addBody(operation.method, body, to: &value, &parameters)
    }
    if dialect == .version2 {
      value["consumes"] = .array(contentTypes(operation.method).map { .string($0) })
      value["produces"] = ["application/json"]
    }
    if !parameters.isEmpty { value["parameters"] = .array(parameters) }
    // What is asked of an object is only begun when the answer comes.
    value["responses"] =
      kind.hasSubresourcesOnly ? ["202": ["description": "Accepted"]] : ["200": response(operation.answer)]
    return .object(value)
  }

  /// Strategic merge patches are for Kubernetes' own kinds; kubectl looks in version 3 whether they are there.
  private func contentTypes(_ method: String) -> [String] {
    if method != "patch" { return ["application/json"] }
    return ["application/json-patch+json", "application/merge-patch+json"]
      + (kind.isKubernetes ? ["application/strategic-merge-patch+json"] : ["application/apply-patch+yaml"])
  }

  private func addBody(
    _ method: String, _ body: Definition, to operation: inout JSONObject, _ parameters: inout [JSONValue]
  ) {
    let schema = method == "patch" ? ["type": "object"] : reference(body)
    switch dialect {
    case .version2:
      parameters.append(["name": "body", "in": "body", "required": .bool(!kind.hasSubresourcesOnly), "schema": schema])
    case .version3:
      let types = kind.isKubernetes ? contentTypes(method) : ["application/json"]
      let content = JSONObject(types.map { ($0, ["schema": schema]) })
      operation["requestBody"] = ["required": .bool(!kind.hasSubresourcesOnly), "content": .object(content)]
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
    ["$ref": .string(dialect.schemaPrefix + type.definitionName(inKubernetes: kind.isKubernetes))]
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
