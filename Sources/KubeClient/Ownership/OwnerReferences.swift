import JSON
import Kube

extension OwnerReference {
  /// The reference that makes an object the managing owner of another, which holds up a foreground deletion of it.
  public static func controller(_ kind: GroupVersionKind, name: String, uid: String) -> OwnerReference {
    var reference = OwnerReference()
    reference.apiVersion = kind.apiVersion
    reference.kind = kind.kind
    reference.name = name
    reference.uid = uid
    reference.controller = true
    reference.blockOwnerDeletion = true
    return reference
  }

  /// The reference to whoever manages an object, of which there is at most one.
  public static func controllerReference(of metadata: ObjectMeta) -> OwnerReference? {
    metadata.ownerReferences.first { $0.controller == true }
  }
}

extension JSONValue {
  /// The uid of whoever manages this object; an index by it finds what an owner has.
  public var controllerUID: String? {
    value(at: "metadata", "ownerReferences")?.array?.first { $0["controller"] == true }?["uid"]?.string
  }
}
