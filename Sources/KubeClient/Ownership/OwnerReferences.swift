import JSON
import Kube

extension OwnerReference {
  /// The reference that makes an object the managing owner of another; its deletion in the foreground waits for that.
  public init(controller apiVersion: String, kind: String, _ metadata: ObjectMeta) {
    self.init()
    self.apiVersion = apiVersion
    self.kind = kind
    name = metadata.name
    uid = metadata.uid
    controller = true
    blockOwnerDeletion = true
  }
}

extension ObjectMeta {
  /// The one owner that manages the object.
  public var controllerReference: OwnerReference? { ownerReferences.first { $0.controller == true } }
}
