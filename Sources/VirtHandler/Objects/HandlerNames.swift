import Kube

/// Labels and annotations by which the handler knows its objects.
enum HandlerNames {
  static let component = "kubevirt.io"
  static let launcher = "virt-launcher"
  /// UID of the instance that a pod runs.
  static let createdBy = "kubevirt.io/created-by"
  /// Name of the instance that a pod runs.
  static let domain = "kubevirt.io/domain"
  /// The node of an instance.
  static let nodeName = "kubevirt.io/nodeName"
  static let schedulable = "kubevirt.io/schedulable"
  static let heartbeat = "kubevirt.io/heartbeat"
  /// Of an instance: its bridge on the pod network may move to another node.
  static let bridgeMigration = "kubevirt.io/allow-pod-bridge-network-live-migration"
}

/// The resources that the handler reads and writes.
enum HandlerResources {
  static let instances = GroupVersionResource(
    group: "kubevirt.io", version: "v1", resource: "virtualmachineinstances")
  static let kubeVirts = GroupVersionResource(group: "kubevirt.io", version: "v1", resource: "kubevirts")
  static let pods = GroupVersionResource(version: "v1", resource: "pods")
  static let nodes = GroupVersionResource(version: "v1", resource: "nodes")
  static let secrets = GroupVersionResource(version: "v1", resource: "secrets")
}
