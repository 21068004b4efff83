import Kube
import KubeClient
import KubeTypes
import VirtTypes

extension ObjectEvent.Subject {
  init(_ machine: V1.VirtualMachine) { self.init("VirtualMachine", machine.metadata) }
  init(_ instance: V1.VirtualMachineInstance) { self.init("VirtualMachineInstance", instance.metadata) }
  init(_ set: V1.VirtualMachineInstanceReplicaSet) { self.init("VirtualMachineInstanceReplicaSet", set.metadata) }
  init(_ migration: V1.VirtualMachineInstanceMigration) {
    self.init("VirtualMachineInstanceMigration", migration.metadata)
  }
  init(_ node: Core.Node) { self.init("Node", node.metadata, apiVersion: "v1") }

  private init(_ kind: String, _ metadata: ObjectMeta, apiVersion: String = "kubevirt.io/v1") {
    self.init(
      apiVersion: apiVersion, kind: kind, namespace: metadata.namespace, name: metadata.name, uid: metadata.uid,
      resourceVersion: metadata.resourceVersion)
  }
}
