import EmbeddedStore
import JSON
import Kube

extension ResourceService {
  /// Deletes an object, or begins to.
  func delete(
    _ request: ResourceRequest, _ options: DeletionOptions, _ warnings: WarningList
  ) async throws(Status) -> Outcome {
    for attempt in 0... {
      let stored = try current(request)
      do throws(Status) {
        return try await delete(stored, request, options, warnings)
      } catch {
        guard error.reason == .conflict, options.resourceVersion == nil, attempt < Self.conflictRetries,
          let now = try? store.get(stored.key), now.revision != stored.revision
        else { throw error }
      }
    }
    throw .modified(request.resource, request.name)
  }

  private func delete(
    _ stored: ObjectVersion, _ request: ResourceRequest, _ options: DeletionOptions, _ warnings: WarningList
  ) async throws(Status) -> Outcome {
    let definition = request.definition
    let object = try stored.tree()
    let metadata = object["metadata"]?.object ?? [:]
    if let problem = options.unmetPrecondition(metadata) {
      // Kubernetes names the kind here where it names the resource elsewhere.
      let kind = GroupVersionResource(group: request.kind.group, resource: request.kind.kind)
      throw .conflict(kind, request.name, problem)
    }
    var admission = ObjectAdmission(
      operation: .delete, kind: request.kind, resource: request.resource, subresource: request.subresource,
      namespace: request.namespace, name: request.name, object: nil,
      oldObject: try definition.object(object, in: request.version), options: options.object, user: request.user,
      isDryRun: options.isDryRun)
    try await mutate(&admission, warnings)
    try await validate(&admission, warnings)

    switch DeletionDecision.decide(object, options, strategy: definition.strategy, now: configuration.now()) {
    case .unchanged: return .stored(stored)
    case .mark(let marked):
      if options.isDryRun { return .value(try definition.object(marked, in: request.version)) }
      return .stored(
        try await commit(
          Write(stored.key, .replace(EncodedObject(marked), expecting: stored.revision)), request, name: request.name))
    case .remove(let last):
      if !options.isDryRun {
        _ = try await commit(
          Write(stored.key, .remove(EncodedObject(last), expecting: stored.revision)), request, name: request.name)
      }
      if definition.strategy.returnsDeletedObject { return .value(try definition.object(last, in: request.version)) }
      return .status(.deleted(request.resource, request.name, uid: metadata["uid"]?.string ?? ""))
    }
  }

  /// Deletes what a list would have: the objects as they were, in the form of a list.
  func deleteCollection(
    _ request: ResourceRequest, _ options: DeletionOptions, _ warnings: WarningList
  ) async throws(Status) -> ListPage {
    let page = try await list(request)
    for stored in page.objects {
      var one = request
      one.verb = .delete
      one.namespace = stored.key.namespace
      one.name = stored.key.name
      do throws(Status) {
        _ = try await delete(one, options, warnings)
      } catch  where error.code == 404 {
        // Someone else was faster.
      }
    }
    return page
  }
}
