import EmbeddedStore
import JSON
import Kube

/// The admission plugins that Kubernetes has on by default, as far as the kinds here need them.
public enum BuiltInAdmission {
  /// In Kubernetes' order; users' and our own webhooks come after them.
  public static func steps(store: any ObjectStoring) -> [any AdmissionStep] {
    [
      NamespaceLifecycle(store: store), LimitRanger(store: store), ServiceAccountAdmission(store: store),
      PodPriority(), DefaultTolerations(), StorageObjectProtection(),
    ]
  }
}

extension ObjectAdmission {
  /// Whether the object itself is written, and not a path below it.
  func writes(_ resource: String, _ operations: AdmissionOperation...) -> Bool {
    self.resource.group.isEmpty && self.resource.resource == resource && subresource.isEmpty
      && operations.contains(operation)
  }

  func forbidden(_ why: String) -> Status { .forbidden(resource, name, why) }
}
