import EmbeddedStore
import JSON
import Kube

extension ResourceService {
  /// Replaces or patches an object, its status or its scale.
  func update(
    _ request: ResourceRequest, _ update: ObjectUpdate, _ warnings: WarningList
  ) async throws(Status) -> Outcome {
    let preparation = WritePreparation(request, schemas: configuration.schemas, now: configuration.now())
    for attempt in 0... {
      let old = try current(request)
      let (wanted, hasRevision) = try self.wanted(request, update, old, preparation, warnings)
      do throws(Status) {
        return try await replace(old, with: wanted, preparation, request, warnings)
      } catch {
        // Where the client has not said which revision it means, its change applies to the next one as well.
        guard error.reason == .conflict, !hasRevision, attempt < Self.conflictRetries, try hasMoved(old) else {
          throw error
        }
      }
    }
    throw .modified(request.resource, request.name)
  }

  /// Whether the object was written since; otherwise a conflict is somebody else's, and trying again does not help.
  private func hasMoved(_ version: ObjectVersion) throws(Status) -> Bool {
    do throws(StoreError) {
      return try store.get(version.key)?.revision != version.revision
    } catch {
      return true
    }
  }

  /// What the client wants the object to be, checked against its place and its revision.
  private func wanted(
    _ request: ResourceRequest, _ update: ObjectUpdate, _ stored: ObjectVersion, _ preparation: WritePreparation,
    _ warnings: WarningList
  ) throws(Status) -> (object: JSONValue, hasRevision: Bool) {
    let old = try stored.tree(request.definition, in: request.version)
    var object: JSONValue
    switch update {
    case .replace(let replacement, _): object = replacement
    case .patch(let patch, _): object = try PatchApplication.apply(patch, to: old, schema: preparation.schema)
    case .scale(let change): object = try ScaleConversion.apply(change, to: old, request)
    }
    warnings.add(
      try preparation.decode(&object, duplicates: update.duplicates, validation: request.options.fieldValidation))
    try PlaceRules.check(object, name: request.name)
    try PlaceRules.check(object, namespace: request.namespace, isNamespaced: request.definition.isNamespaced)
    let namesRevision = try RevisionRule.check(
      object, old: old, definition: request.definition, kind: request.kind, resource: request.resource)
    if case .replace = update { return (object, namesRevision) }
    // A patched object has the revision of the stored one, unless the patch says one itself; then the next attempt
    // finds that it is not the stored one's.
    return (object, false)
  }

  /// The second half of an update.
  private func replace(
    _ stored: ObjectVersion, with wanted: JSONValue, _ preparation: WritePreparation, _ request: ResourceRequest,
    _ warnings: WarningList
  ) async throws(Status) -> Outcome {
    let definition = request.definition
    let old = try stored.tree(definition, in: request.version)
    var object = wanted
    preparation.prepareUpdate(&object, old: old)
    var admission = ObjectAdmission(
      operation: .update, kind: request.kind, resource: request.resource, subresource: request.subresource,
      namespace: request.namespace, name: request.name, object: object, oldObject: old,
      options: Self.writeOptions(request.verb == .patch ? "PatchOptions" : "UpdateOptions", request.options),
      user: request.user, isDryRun: request.options.isDryRun)
    object = .null
    try await mutate(&admission, warnings)
    object = admission.object ?? .null
    preparation.complete(&object)
    preparation.prepareUpdate(&object, old: old)
    try preparation.validateUpdate(object, old: old)
    admission.object = object
    try await validate(&admission, warnings)

    let form = try definition.storedForm(of: object)
    if DeletionDecision.endsWithUpdate(object, old: old, strategy: definition.strategy) {
      if request.options.isDryRun { return .value(object) }
      return .stored(
        try await commit(
          Write(stored.key, .remove(EncodedObject(form), expecting: stored.revision)), request, name: request.name))
    }
    // What changes nothing is not written, so that nobody is woken by it.
    if form == (try stored.tree()) { return .stored(stored) }
    let encoded = try Self.encoded(form)
    if request.options.isDryRun { return .value(object) }
    return .stored(
      try await commit(
        Write(stored.key, .replace(encoded, expecting: stored.revision)), request, name: request.name))
  }
}
