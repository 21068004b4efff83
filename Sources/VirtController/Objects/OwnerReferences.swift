import Kube
import VirtTypes

extension OwnerReference {
  /// The reference by which an object is controlled; deletion in the foreground waits for it.
  init(controller apiVersion: String, kind: String, _ metadata: ObjectMeta) {
    self.init()
    self.apiVersion = apiVersion
    self.kind = kind
    name = metadata.name
    uid = metadata.uid
    controller = true
    blockOwnerDeletion = true
  }

  init(controller machine: V1.VirtualMachine) {
    self.init(controller: "kubevirt.io/v1", kind: "VirtualMachine", machine.metadata)
  }
}
