import EmbeddedStore
import JSON
import Kube

/// What the verbs do to stored objects: the order of the steps, with the store and admission between the decisions.
///
/// Authorization is done before; presentation after.
struct ResourceService: Sendable {
  let configuration: APIConfiguration

  var store: any ObjectStoring { configuration.store }

  /// How often a write is tried again whose client named no revision.
  static let conflictRetries = 5

  init(_ configuration: APIConfiguration) { self.configuration = configuration }

  /// What was made of an object.
  enum Outcome: Sendable {
    case stored(ObjectVersion)
    /// Not stored, for it was a dry run; in the version of the request.
    case value(JSONValue)
    /// The object is gone, and only this is said of it.
    case status(Status)
  }

  // MARK: reading

  func get(_ request: ResourceRequest) throws(Status) -> ObjectVersion {
    if let revision = try ListRules.revision(request.options.resourceVersion), revision > store.revision {
      throw .tooLargeVersion(revision, current: store.revision)
    }
    return try current(request)
  }

  func current(_ request: ResourceRequest) throws(Status) -> ObjectVersion {
    let key = request.definition.key(namespace: request.namespace, name: request.name)
    let found: ObjectVersion?
    do throws(StoreError) {
      found = try store.get(key)
    } catch {
      throw Status(error, request.resource, request.name)
    }
    guard let found else { throw .notFound(request.resource, request.name) }
    return found
  }

  // MARK: writing

  /// The object's text for the store. Throws a `Status` with code 413 for one that patches have made longer than a
  /// body may be.
  static func encoded(_ object: JSONValue) throws(Status) -> EncodedObject {
    let encoded = EncodedObject(object)
    guard encoded.bytes.count <= BodyDecoding.limit else { throw .tooLarge(limit: BodyDecoding.limit) }
    return encoded
  }

  func commit(_ write: Write, _ request: ResourceRequest, name: String) async throws(Status) -> ObjectVersion {
    do throws(StoreError) {
      return try await store.commit(write)
    } catch {
      throw Status(error, request.resource, name)
    }
  }

  func mutate(_ admission: inout ObjectAdmission, _ warnings: WarningList) async throws(Status) {
    defer { warnings.add(admission.warnings) }
    for step in configuration.admission { try await step.mutate(&admission) }
  }

  func validate(_ admission: inout ObjectAdmission, _ warnings: WarningList) async throws(Status) {
    defer { warnings.add(admission.warnings) }
    for step in configuration.admission { try await step.validate(&admission) }
  }

  /// The options of a write as an object, for admission.
  static func writeOptions(_ kind: String, _ options: RequestOptions) -> JSONValue {
    var value: JSONValue = ["kind": .string(kind), "apiVersion": "meta.k8s.io/v1"]
    if options.isDryRun { value["dryRun"] = ["All"] }
    if !options.fieldManager.isEmpty { value["fieldManager"] = .string(options.fieldManager) }
    if kind != "DeleteOptions" { value["fieldValidation"] = .string(options.fieldValidation.rawValue) }
    return value
  }
}
