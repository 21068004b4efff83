import JSON
import Kube
import KubeClient
import VirtAPI

/// The instance's own objects, for the group's endpoints.
struct LocalSubresourceObjects: SubresourceObjects {
  let objects: any ObjectAccess

  func find(_ path: ResourcePath) async throws -> JSONValue? {
    try await objects.find(path.resource, namespace: path.namespace ?? "", name: path.name ?? "")
  }

  func list(_ path: ResourcePath, labelSelector: String) async throws -> [JSONValue] {
    try await objects.list(
      path.resource, namespace: path.namespace ?? "", labelSelector: labelSelector, fieldSelector: "")
  }

  func perform(_ write: ObjectWrite) async -> WriteOutcome {
    do throws(Status) {
      return .success(try await send(write))
    } catch {
      return .failure(.status(error))
    }
  }

  private func send(_ write: ObjectWrite) async throws(Status) -> JSONValue {
    let (resource, namespace) = (write.path.resource, write.path.namespace ?? "")
    let (name, subresource) = (write.path.name ?? "", write.path.subresource ?? "")
    func patch(_ body: PatchBody) async throws(Status) -> JSONValue {
      try await objects.patch(
        resource, namespace: namespace, name: name, subresource: subresource, body, isDryRun: write.options.isDryRun)
    }
    switch write.operation {
    case .get: return try await objects.get(resource, namespace: namespace, name: name)
    case .list(let labels):
      let items = try await objects.list(resource, namespace: namespace, labelSelector: labels, fieldSelector: "")
      return ["items": .array(items)]
    case .create(let object):
      return try await objects.create(resource, namespace: namespace, object, isDryRun: write.options.isDryRun)
    case .change(let observed, let wanted): return try await patch(.json(ObjectWrite.patch(from: observed, to: wanted)))
    case .patch(.json(let operations)): return try await patch(.json(operations))
    case .patch(.merge(let value)): return try await patch(.merge(value))
    case .patch(.strategicMerge(let value)): return try await patch(.strategic(value))
    case .patch(.apply): throw .unsupportedBody(accepting: PatchApplication.mediaTypes(isCustom: true))
    case .delete(let options):
      return try await objects.delete(resource, namespace: namespace, name: name, options: options.json)
    }
  }
}

extension KubeClient.DeletionOptions {
  /// As a DeleteOptions body.
  fileprivate var json: JSONValue {
    var body: JSONObject = ["kind": "DeleteOptions", "apiVersion": "v1"]
    if !propagationPolicy.isEmpty { body["propagationPolicy"] = .string(propagationPolicy) }
    if let gracePeriodSeconds { body["gracePeriodSeconds"] = .number(JSONNumber(gracePeriodSeconds)) }
    var preconditions = JSONObject()
    if !uid.isEmpty { preconditions["uid"] = .string(uid) }
    if !resourceVersion.isEmpty { preconditions["resourceVersion"] = .string(resourceVersion) }
    if !preconditions.isEmpty { body["preconditions"] = .object(preconditions) }
    if isDryRun { body["dryRun"] = ["All"] }
    return .object(body)
  }
}
