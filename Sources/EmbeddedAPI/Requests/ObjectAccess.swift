import JSON
import Kube

/// Reads and writes objects through everything that a request goes through but authentication and authorization: for
/// endpoints, admission steps and built-in controllers, in process. Errors are what the API would answer.
public protocol ObjectAccess: Sendable {
  func get(_ resource: GroupVersionResource, namespace: String, name: String) async throws(Status) -> JSONValue
  /// An empty namespace lists all; selectors in their query form.
  func list(
    _ resource: GroupVersionResource, namespace: String, labelSelector: String, fieldSelector: String
  ) async throws(Status) -> [JSONValue]
  func create(_ resource: GroupVersionResource, namespace: String, _ object: JSONValue, isDryRun: Bool)
    async throws(Status) -> JSONValue
  /// Replaces the object, or its status; the revision in its metadata must be the current one if it has one.
  func update(
    _ resource: GroupVersionResource, namespace: String, name: String, subresource: String, _ object: JSONValue,
    isDryRun: Bool
  ) async throws(Status) -> JSONValue
  func patch(
    _ resource: GroupVersionResource, namespace: String, name: String, subresource: String, _ patch: PatchBody,
    isDryRun: Bool
  ) async throws(Status) -> JSONValue
  /// Options as in a DeleteOptions body; null for none. Returns the object where it is still there, else a Status.
  @discardableResult
  func delete(_ resource: GroupVersionResource, namespace: String, name: String, options: JSONValue)
    async throws(Status) -> JSONValue
}

extension ObjectAccess {
  public func list(_ resource: GroupVersionResource, namespace: String = "") async throws(Status) -> [JSONValue] {
    try await list(resource, namespace: namespace, labelSelector: "", fieldSelector: "")
  }

  /// The object; nil where there is none.
  public func find(_ resource: GroupVersionResource, namespace: String, name: String) async throws(Status) -> JSONValue?
  {
    do {
      return try await get(resource, namespace: namespace, name: name)
    } catch  where error.code == 404 {
      return nil
    }
  }
}

/// A patch in one of the forms that the API takes.
public enum PatchBody: Sendable {
  case json(JSONPatch)
  case merge(JSONValue)
  case strategic(JSONValue)
}
