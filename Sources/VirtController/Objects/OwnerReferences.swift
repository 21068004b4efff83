import Kube
import KubeClient
import VirtTypes

extension OwnerReference {
  init(controller machine: V1.VirtualMachine) {
    self.init(controller: "kubevirt.io/v1", kind: "VirtualMachine", machine.metadata)
  }
}
