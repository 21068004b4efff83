import EmbeddedStore
import Foundation
import JSON
import Kube
import Logging
import Synchronization
import Transport

@testable import EmbeddedAPI

/// An API server over a store of its own in a temporary directory, with a few kinds that have what tests need.
final class TestAPI: Sendable {
  let server: APIServer
  let store: EmbeddedStore
  /// The store's revision before anything was written.
  let firstRevision: Revision
  private let folder: URL

  static let notes = GroupVersionResource(version: "v1", resource: "notes")
  static let admin = UserInfo(username: "admin", groups: ["system:masters"])

  init(
    definitions: [ResourceDefinition] = TestAPI.definitions, authorizer: any Authorizer = AllowEverything(),
    admission: [any AdmissionStep] = [],
    endpoints: [EndpointKey: any ResourceEndpoint] = [:], storeOptions: StoreOptions = StoreOptions(),
    subresources: SubresourceOptions? = nil, audit: (any RequestAudit)? = nil
  ) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("api-" + Foundation.UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try EmbeddedStore.open(folder.appendingPathComponent("store.db").path, options: storeOptions)
    firstRevision = store.revision
    server = APIServer(
      APIConfiguration(
        store: store, registry: ResourceRegistry(definitions), schemas: TestSchemas(),
        authenticator: KnownUser(user: Self.admin), authorizer: authorizer, admission: admission,
        endpoints: endpoints, subresources: subresources, audit: audit,
        logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })))
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(at: folder)
  }

  static let definitions = [
    ResourceDefinition(
      group: "example.com", names: .init(plural: "widgets", singular: "widget", kind: "Widget"),
      versions: [
        .init(
          name: "v1", hasStatus: true,
          scale: ScalePaths(
            specReplicas: ".spec.replicas", statusReplicas: ".status.replicas", labelSelector: ".status.selector")),
        .init(name: "v1beta1", deprecationWarning: "example.com/v1beta1 Widget is deprecated"),
      ], isCustom: true),
    ResourceDefinition(
      group: "", names: .init(plural: "notes", singular: "note", kind: "Note"), versions: [.init(name: "v1")]),
    ResourceDefinition(
      group: "", names: .init(plural: "places", singular: "place", kind: "Place"), isNamespaced: false,
      versions: [.init(name: "v1")]),
    ResourceDefinition(
      group: "", names: .init(plural: "runners", singular: "runner", kind: "Runner"),
      versions: [.init(name: "v1", hasStatus: true)], strategy: GracefulStrategy()),
    ResourceDefinition(
      group: "example.com", names: .init(plural: "questions", singular: "question", kind: "Question"),
      isNamespaced: false, versions: [.init(name: "v1")], verbs: Verb.asked),
  ]

  struct Answer {
    var code: Int
    var body: JSONValue
    var headers: HTTPHeaders
    var message: String { body["message"]?.string ?? "" }
    var reason: String { body["reason"]?.string ?? "" }
    var warnings: [String] { headers.values("warning") }
    var revision: String { body.value(at: "metadata", "resourceVersion")?.string ?? "" }
    var generation: Int64? { body.value(at: "metadata", "generation")?.int64 }
    var continueToken: String { body.value(at: "metadata", "continue")?.string ?? "" }
    var names: [String] {
      (body["items"]?.array ?? []).compactMap { $0.value(at: "metadata", "name")?.string }
    }
  }

  func send(
    _ method: String, _ target: String, _ body: String = "", type: String = "application/json",
    headers: [(String, String)] = [], user: UserInfo = TestAPI.admin
  ) async -> Answer {
    let parts = target.split(separator: "?", maxSplits: 1)
    var fields = HTTPHeaders()
    if !body.isEmpty { fields.append("content-type", type) }
    for (name, value) in headers { fields.append(name, value) }
    let response = await server.respond(
      APIRequest(
        method: method, path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : "", headers: fields,
        body: Array(body.utf8), user: user))
    return Answer(
      code: response.status, body: (try? JSONValue(parsing: response.body)) ?? .null, headers: response.headers)
  }

  func send(_ method: String, _ target: String, json: JSONValue) async -> Answer {
    await send(method, target, json.jsonText())
  }

  func patch(_ target: String, _ merge: JSONValue) async -> Answer {
    await send("PATCH", target, merge.jsonText(), type: "application/merge-patch+json")
  }
}

struct AllowEverything: Authorizer {
  func authorize(_ attributes: AccessAttributes) async -> AccessDecision { .allowed(reason: "") }
}

/// Allows what its function does, and remembers what it was asked.
final class RecordingAuthorizer: Authorizer {
  private let asked = Mutex<[AccessAttributes]>([])
  private let allows: @Sendable (AccessAttributes) -> Bool

  init(_ allows: @escaping @Sendable (AccessAttributes) -> Bool) { self.allows = allows }

  var all: [AccessAttributes] { asked.withLock { $0 } }

  func authorize(_ attributes: AccessAttributes) async -> AccessDecision {
    asked.withLock { $0.append(attributes) }
    return allows(attributes) ? .allowed(reason: "") : .denied(reason: "")
  }
}

final class RecordingAudit: RequestAudit {
  private let entries = Mutex<[AuditEntry]>([])
  var all: [AuditEntry] { entries.withLock { $0 } }
  func record(_ entry: AuditEntry) { entries.withLock { $0.append(entry) } }
}

struct KnownUser: Authenticator {
  var user: UserInfo
  func authenticate(_ head: HTTPRequestHead) async throws(Status) -> UserInfo { user }
}

/// Waits thirty seconds for someone to end what the object stands for, and is held by `spec.held`.
struct GracefulStrategy: ResourceStrategy {
  func deletionGracePeriod(of object: JSONValue, requested: Int64?) -> Int64 { requested ?? 30 }
  func holdsDeletion(of object: JSONValue) -> Bool { object.value(at: "spec", "held")?.bool ?? false }
  func prepareDeletion(_ object: inout JSONValue) { object["phase"] = "Ending" }
  var returnsDeletedObject: Bool { true }
}

struct TestSchemas: SchemaSource {
  func schema(of kind: GroupVersionKind) -> (any ObjectSchema)? {
    kind.kind == "Place" || kind.group == "kubevirt.io" ? nil : TestSchema()
  }
}

/// Knows the members of `spec` that tests use; `spec.size` must be a number, and `spec.color` is green.
struct TestSchema: ObjectSchema {
  private static let known: Set<String> = ["replicas", "size", "text", "list", "held", "color"]

  func unknownFields(in object: JSONValue) -> [String] {
    (object["spec"]?.object?.keys ?? []).filter { !Self.known.contains($0) }.map { "spec." + $0 }
  }

  func prune(_ object: inout JSONValue) {
    for name in object["spec"]?.object?.keys ?? [] where !Self.known.contains(name) { object["spec"]?[name] = nil }
  }

  func applyDefaults(to object: inout JSONValue) {
    if object["spec"]?.object != nil, object.value(at: "spec", "color") == nil { object["spec"]?["color"] = "green" }
  }

  func validate(_ object: JSONValue) -> [Cause] {
    typeErrors(in: object).map { Cause(.typeInvalid, "spec.size", "Invalid value: \($0)") }
  }

  func typeErrors(in object: JSONValue) -> [String] {
    guard let size = object.value(at: "spec", "size"), size.number == nil else { return [] }
    return ["spec.size must be a number"]
  }

  func mergeStrategy(at path: [String]) -> MergeStrategy { .standard }
}
