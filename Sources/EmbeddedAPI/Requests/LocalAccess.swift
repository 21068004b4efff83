import EmbeddedStore
import JSON
import Kube

/// Reads and writes for someone in this process: everything that a request goes through but authentication and
/// authorization.
struct LocalAccess: ObjectAccess {
  let service: ResourceService
  let user: UserInfo

  private func request(
    _ verb: Verb, _ resource: GroupVersionResource, namespace: String, name: String = "", subresource: String = "",
    isDryRun: Bool = false
  ) throws(Status) -> ResourceRequest {
    guard
      let definition = service.configuration.registry.definition(
        group: resource.group, version: resource.version, resource: resource.resource)
    else { throw .noSuchResource }
    var options = RequestOptions()
    options.isDryRun = isDryRun
    return ResourceRequest(
      verb: verb, definition: definition, version: resource.version, namespace: namespace, name: name,
      subresource: subresource, options: options, user: user)
  }

  private func object(
    _ outcome: ResourceService.Outcome, _ request: ResourceRequest
  ) throws(Status) -> JSONValue {
    switch outcome {
    case .stored(let stored): return try stored.tree(request.definition, in: request.version)
    case .value(let value): return value
    case .status(let status):
      do throws(JSONProblem) {
        return try JSONValue(json: status.jsonBytes())
      } catch {
        throw .internalError(String(describing: error))
      }
    }
  }

  func get(_ resource: GroupVersionResource, namespace: String, name: String) async throws(Status) -> JSONValue {
    let request = try request(.get, resource, namespace: namespace, name: name)
    return try object(.stored(try service.get(request)), request)
  }

  func list(
    _ resource: GroupVersionResource, namespace: String, labelSelector: String, fieldSelector: String
  ) async throws(Status) -> [JSONValue] {
    var request = try request(.list, resource, namespace: namespace)
    request.options.labelSelector = labelSelector
    request.options.fieldSelector = fieldSelector
    var objects: [JSONValue] = []
    for stored in try await service.list(request).objects {
      objects.append(try stored.tree(request.definition, in: request.version))
    }
    return objects
  }

  func create(
    _ resource: GroupVersionResource, namespace: String, _ object: JSONValue, isDryRun: Bool
  ) async throws(Status) -> JSONValue {
    let request = try request(.create, resource, namespace: namespace, isDryRun: isDryRun)
    return try self.object(
      try await service.create(request, BodyDecoding.Document(value: object), WarningList()), request)
  }

  func update(
    _ resource: GroupVersionResource, namespace: String, name: String, subresource: String, _ object: JSONValue,
    isDryRun: Bool
  ) async throws(Status) -> JSONValue {
    let request = try request(
      .update, resource, namespace: namespace, name: name, subresource: subresource, isDryRun: isDryRun)
    return try self.object(try await service.update(request, .replace(object), WarningList()), request)
  }

  func patch(
    _ resource: GroupVersionResource, namespace: String, name: String, subresource: String, _ patch: PatchBody,
    isDryRun: Bool
  ) async throws(Status) -> JSONValue {
    let request = try request(
      .patch, resource, namespace: namespace, name: name, subresource: subresource, isDryRun: isDryRun)
    return try object(try await service.update(request, .patch(patch), WarningList()), request)
  }

  func delete(
    _ resource: GroupVersionResource, namespace: String, name: String, options: JSONValue
  ) async throws(Status) -> JSONValue {
    let request = try request(.delete, resource, namespace: namespace, name: name)
    let deletion = try DeletionOptions(options, query: request.options)
    return try object(try await service.delete(request, deletion, WarningList()), request)
  }
}
