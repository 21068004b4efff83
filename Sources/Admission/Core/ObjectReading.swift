import JSON
import Kube

/// Reads the objects of one request and looks up others.
struct ObjectReading {
  let request: AdmissionRequest
  let body: UnsafeRawBufferPointer
  let environment: AdmissionEnvironment

  /// Kubernetes decoders take keys in any case, and unknown ones as absent.
  private static let lenient = JSONReader.Options.lenient

  init(_ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment) {
    self.request = request
    self.body = body
    self.environment = environment
  }

  var configuration: ClusterConfiguration { environment.snapshot.configuration }

  /// What rules of specifications may use.
  var context: RuleContext { RuleContext(request, environment) }

  /// Whether the request comes from one of KubeVirt's own components.
  var isFromKubeVirt: Bool {
    KubeVirtAccounts.contains(request.userInfo.username, installNamespace: environment.snapshot.installNamespace)
  }

  /// Refuses a request that is about another resource.
  func expect(_ group: String, _ resources: String..., versions: Set<String> = currentVersions) throws(Decided) {
    let given = request.resource
    guard given.group == group, resources.contains(given.resource), versions.contains(given.version) else {
      throw .failed(
        "this webhook takes \(resources.joined(separator: ", ")) of \(group), not \"\(given.resource)\" of "
          + "\"\(given.group)\" in version \"\(given.version)\"")
    }
  }

  /// The object under admission, after the schema's rules; some webhooks find what can't be read before they apply them.
  func object<Value: JSONDecodable & Sendable>(
    _ type: Value.Type, schema: SchemaScope = .object, decodesFirst: Bool = false
  ) throws(Decided) -> Value {
    guard let range = request.object else { throw .failed("the request has no object") }
    let value: Value
    let problems: [JSONProblem]
    if schema == .object, let decoded = environment.decodedObject as? Decoded<Value> {
      (value, problems) = (decoded.value, decoded.problems)
    } else {
      (value, problems) = type.decode(UnsafeRawBufferPointer(rebasing: body[range]), options: schema.options)
    }
    guard !problems.isEmpty else { return value }
    let fault = problems.first(where: \.isFault)
    if let fault, decodesFirst { throw .failed("the object can't be read: \(fault)") }
    try Self.refuseViolations(problems, schema)
    if let fault { throw .failed("the object can't be read: \(fault)") }
    return value
  }

  /// Applies the schema's rules to an object that is not read otherwise.
  func checkSchema<Value: JSONDecodable>(of type: Value.Type, _ schema: SchemaScope) throws(Decided) {
    guard let range = request.object else { throw .failed("the request has no object") }
    let (_, problems) = type.decode(UnsafeRawBufferPointer(rebasing: body[range]), options: schema.options)
    try Self.refuseViolations(problems, schema)
  }

  private static func refuseViolations(_ problems: [JSONProblem], _ schema: SchemaScope) throws(Decided) {
    let violations = problems.filter(schema.contains)
    if violations.isEmpty { return }
    // A member that is given twice is one member.
    var seen: Set<JSONProblem> = []
    let distinct = violations.filter { seen.insert($0).inserted }
    throw Decided(.refused(distinct.map { Cause(.none, "", "\($0)") }))
  }

  /// The object as it is stored.
  func oldObject<Value: JSONDecodable>(_ type: Value.Type) throws(Decided) -> Value {
    guard let range = request.oldObject else { throw .failed("the request has no oldObject") }
    let (value, problems) = type.decode(UnsafeRawBufferPointer(rebasing: body[range]), options: Self.lenient)
    if let fault = problems.first(where: \.isFault) { throw .failed("the old object can't be read: \(fault)") }
    return value
  }

  /// The object under admission as it was sent.
  func objectTree() throws(Decided) -> JSONValue {
    guard let range = request.object else { throw .failed("the request has no object") }
    do {
      return try JSONValue(parsing: body[range], options: Self.lenient)
    } catch {
      throw .failed("the object can't be read: \(error)")
    }
  }

  /// An object of the cluster; nil when there is none.
  func lookUp<Value: JSONDecodable>(
    _ kind: ObjectKind, namespace: String, name: String, as type: Value.Type
  ) throws(Decided) -> Value? {
    guard let known = environment.found.object(kind, namespace: namespace, name: name) else {
      throw Decided(.needs([.object(kind: kind, namespace: namespace, name: name)]))
    }
    guard let tree = known else { return nil }
    return try Self.decode(tree, as: type, "\(kind.rawValue) \"\(name)\"")
  }

  /// All objects of a namespace that have a label.
  func list<Value: JSONDecodable>(
    _ kind: ObjectKind, namespace: String, label: String, value: String, as type: Value.Type
  ) throws(Decided) -> [Value] {
    guard let known = environment.found.list(kind, namespace: namespace, label: label, value: value) else {
      throw Decided(.needs([.list(kind: kind, namespace: namespace, label: label, value: value)]))
    }
    var values: [Value] = []
    for tree in known { values.append(try Self.decode(tree, as: type, kind.rawValue)) }
    return values
  }

  private static func decode<Value: JSONDecodable>(
    _ tree: JSONValue, as type: Value.Type, _ what: String
  ) throws(Decided) -> Value {
    do {
      return try type.init(json: tree.jsonBytes(), options: lenient)
    } catch {
      throw .failed("\(what) can't be read: \(error)", code: 500)
    }
  }
}

/// Which parts of an object are checked against its schema.
enum SchemaScope {
  /// All that the schema knows.
  case object
  /// The status alone.
  case status
  /// Only which members the object itself has: KubeVirt's schema does not know what is in them.
  case members

  func contains(_ problem: JSONProblem) -> Bool {
    switch self {
    case .object: problem.isSchemaViolation
    case .status: problem.isSchemaViolation && problem.path.first == .member("status")
    case .members: problem.isSchemaViolation && problem.path.isEmpty
    }
  }

  fileprivate var options: JSONReader.Options {
    switch self {
    case .members: JSONReader.Options(foldsCase: true)
    case .object, .status: .strict
    }
  }
}

/// Versions of the API in which objects have today's form.
let currentVersions: Set<String> = ["v1", "v1alpha3"]

extension JSONStructure {
  /// Whether both mean the same: amounts that are written differently, and absent and empty members, are equal.
  func isEquivalent(to other: Self) -> Bool { self == other || jsonBytes() == other.jsonBytes() }
}
