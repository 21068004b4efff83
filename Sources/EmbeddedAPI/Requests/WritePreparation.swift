import JSON
import Kube

/// What is done to an object between its decoding and the store, but for what others decide (admission): pure functions
/// of the object, the stored one, and the request.
struct WritePreparation {
  let definition: ResourceDefinition
  let version: ResourceDefinition.Version
  let kind: GroupVersionKind
  let schema: (any ObjectSchema)?
  let subresource: String
  let user: UserInfo
  let now: Timestamp

  init(_ request: ResourceRequest, schemas: any SchemaSource, now: Timestamp) {
    definition = request.definition
    version =
      request.definition.version(request.version) ?? ResourceDefinition.Version(name: request.version)
    kind = request.kind
    schema = schemas.schema(of: request.kind)
    subresource = request.subresource
    user = request.user
    self.now = now
  }

  private var isStatus: Bool { subresource == "status" }

  // MARK: decoding

  /// Checks that a body is an object of the path's kind whose members can be read, and leaves the unknown ones out.
  ///
  /// - Parameter duplicates: what the body gives twice.
  /// - Returns: warnings.
  func decode(
    _ object: inout JSONValue, duplicates: [String], validation: RequestOptions.FieldValidation
  ) throws(Status) -> [String] {
    try BodyIdentity.check(&object, is: kind, isCustom: definition.isCustom)
    var faults = MetadataRules.typeFaults(object["metadata"]?.object ?? [:])
    if !definition.isCustom { faults += schema?.typeErrors(in: object) ?? [] }
    if let fault = faults.first {
      throw .badRequest(
        "\(kind.kind) in version \(Status.quoted(kind.version)) cannot be handled as a \(kind.kind): \(fault)")
    }
    let unknown = (schema?.unknownFields(in: object) ?? []).map { "unknown field \(Status.quoted($0))" }
    let warnings = try FieldFindings(messages: unknown + duplicates).apply(validation, kind)
    complete(&object)
    return warnings
  }

  /// Leaves unknown members out, and fills defaults of a CRD's schema in.
  func complete(_ object: inout JSONValue) {
    guard let schema else { return }
    schema.prune(&object)
    if definition.isCustom { schema.applyDefaults(to: &object) }
  }

  // MARK: creation

  /// What the server sets in a new object; called before admission and after it.
  func prepareCreate(_ object: inout JSONValue, namespace: String, uid: String) {
    MetadataRules.prepareForCreate(
      &object, namespace: namespace, uid: uid, now: now,
      tracksGeneration: definition.isCustom || definition.strategy.tracksGeneration)
    if version.hasStatus, !definition.strategy.keepsStatusAtCreation { object["status"] = nil }
    prepare(&object, old: nil, .create)
  }

  /// Refuses a new object with faults.
  func validateCreate(_ object: JSONValue) throws(Status) {
    try refuse(object, metadataFaults(object) + contentFaults(object, old: nil, .create))
  }

  // MARK: update

  /// What an update keeps of the stored object; called before admission and after it.
  func prepareUpdate(_ object: inout JSONValue, old: JSONValue) {
    MetadataRules.prepareForUpdate(&object, old: old)
    keepOtherPart(&object, old: old)
    prepare(&object, old: old, .update)
    countGeneration(&object, old: old)
  }

  /// The status path writes the status only, and the object's own path everything else.
  private func keepOtherPart(_ object: inout JSONValue, old: JSONValue) {
    if !isStatus {
      if version.hasStatus { object["status"] = old["status"] }
      return
    }
    let status = object["status"]
    // Through the status of Kubernetes' own kinds, labels and annotations can be changed too.
    let metadata = definition.isCustom ? old["metadata"] : object["metadata"]
    object = old
    object["metadata"] = metadata
    object["status"] = status
  }

  /// Counts a change of anything but metadata. A status that has its own path was kept from the stored object, so that
  /// it doesn't count; without that path it counts, as everything does.
  private func countGeneration(_ object: inout JSONValue, old: JSONValue) {
    guard definition.isCustom || definition.strategy.tracksGeneration, !isStatus else { return }
    let generation = old.value(at: "metadata", "generation")?.int64 ?? 0
    var (new, previous) = (object, old)
    new["metadata"] = nil
    previous["metadata"] = nil
    let isChanged = new != previous && generation < .max
    object["metadata"]?["generation"] = .number(JSONNumber(isChanged ? generation + 1 : max(generation, 1)))
  }

  /// Refuses a changed object with faults.
  func validateUpdate(_ object: JSONValue, old: JSONValue) throws(Status) {
    let changes = MetadataRules.validateUpdate(
      object["metadata"]?.object ?? [:], old: old["metadata"]?.object ?? [:])
    try refuse(object, metadataFaults(object) + changes + contentFaults(object, old: old, .update))
  }

  // MARK: parts

  private func prepare(_ object: inout JSONValue, old: JSONValue?, _ operation: ObjectChange.Operation) {
    var change = ObjectChange(
      operation: operation, subresource: subresource, object: object, old: old, kind: kind, user: user, now: now)
    object = .null
    definition.strategy.prepare(&change)
    object = change.object
  }

  private func metadataFaults(_ object: JSONValue) -> [Cause] {
    MetadataRules.validate(
      object["metadata"]?.object ?? [:], isNamespaced: definition.isNamespaced,
      nameForm: definition.strategy.nameForm, isCustom: definition.isCustom)
  }

  private func contentFaults(_ object: JSONValue, old: JSONValue?, _ operation: ObjectChange.Operation) -> [Cause] {
    let change = ObjectChange(
      operation: operation, subresource: subresource, object: object, old: old, kind: kind, user: user, now: now)
    // Kubernetes checks its own kinds by their rules alone: their schemas say less, and would say some things twice.
    let schemaFaults = definition.isCustom ? schema?.validate(object) ?? [] : []
    return schemaFaults + definition.strategy.validate(change)
  }

  private func refuse(_ object: JSONValue, _ causes: [Cause]) throws(Status) {
    guard !causes.isEmpty else { return }
    throw .invalid(kind, object.value(at: "metadata", "name")?.string ?? "", causes)
  }
}

/// How a request's place and the object that it carries must agree.
enum PlaceRules {
  /// The namespace of a body must be the path's; one that says none gets it.
  static func check(_ object: JSONValue, namespace: String, isNamespaced: Bool) throws(Status) {
    let found = object.value(at: "metadata", "namespace")?.string ?? ""
    guard isNamespaced, !found.isEmpty, found != namespace else { return }
    throw .badRequest("the namespace of the provided object does not match the namespace sent on the request")
  }

  /// The name of an update's body must be the path's.
  static func check(_ object: JSONValue, name: String) throws(Status) {
    let found = object.value(at: "metadata", "name")?.string ?? ""
    if found.isEmpty { throw .badRequest("name must be provided") }
    guard found != name else { return }
    throw .badRequest("the name of the object (\(found)) does not match the name on the URL (\(name))")
  }
}

/// Whether an update may replace the object that is stored.
enum RevisionRule {
  /// - Parameters:
  ///   - object: what the client sent.
  ///   - old: what is stored.
  /// - Returns: whether the client named the revision.
  static func check(
    _ object: JSONValue, old: JSONValue, definition: ResourceDefinition, kind: GroupVersionKind,
    resource: GroupVersionResource
  ) throws(Status) -> Bool {
    let name = old.value(at: "metadata", "name")?.string ?? ""
    let wantedUID = object.value(at: "metadata", "uid")?.string ?? ""
    let uid = old.value(at: "metadata", "uid")?.string ?? ""
    if !wantedUID.isEmpty, wantedUID != uid {
      throw .conflict(
        resource, name, "Precondition failed: UID in precondition: \(wantedUID), UID in object meta: \(uid)")
    }
    let revision = object.value(at: "metadata", "resourceVersion")?.string ?? ""
    if revision.isEmpty || revision == "0" {
      if !definition.isCustom, definition.strategy.allowsUnconditionalUpdate { return false }
      throw .invalid(
        kind, name,
        [Cause(.invalid, "metadata.resourceVersion", "Invalid value: 0x0: must be specified for an update")])
    }
    guard revision == old.value(at: "metadata", "resourceVersion")?.string else {
      throw .modified(resource, name)
    }
    return true
  }
}
