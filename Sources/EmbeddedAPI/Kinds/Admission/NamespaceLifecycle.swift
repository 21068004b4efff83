import EmbeddedStore
import JSON
import Kube

/// Keeps objects out of namespaces that are not there or are going, and the namespaces that everyone counts on in
/// place (NamespaceLifecycle).
struct NamespaceLifecycle: AdmissionStep {
  private static let immortal: Set<String> = ["default", "kube-system", "kube-public"]
  let store: any ObjectStoring

  func mutate(_ request: inout ObjectAdmission) async throws(Status) {
    let isNamespace = request.resource.group.isEmpty && request.resource.resource == "namespaces"
    if isNamespace {
      if request.operation == .delete, Self.immortal.contains(request.name) {
        throw request.forbidden("this namespace may not be deleted")
      }
      return
    }
    guard !request.namespace.isEmpty, request.operation != .delete,
      request.resource.resource != "localsubjectaccessreviews"
    else { return }
    let namespaces = GroupVersionResource(version: "v1", resource: "namespaces")
    let found: ObjectVersion?
    do throws(StoreError) {
      found = try store.get(ObjectKey(collection: "namespaces", name: request.namespace))
    } catch {
      throw Status(error, namespaces, request.namespace)
    }
    guard let found else { throw .notFound(namespaces, request.namespace) }
    guard request.operation == .create, request.subresource.isEmpty, try found.tree().isBeingDeleted else { return }
    var refusal = request.forbidden(
      "unable to create new content in namespace \(request.namespace) because it is being terminated")
    refusal.details?.causes = [
      Cause("NamespaceTerminating", "metadata.namespace", "namespace \(request.namespace) is being terminated")
    ]
    throw refusal
  }
}
