import Kube

/// The resources that the controllers work on, in the versions they read and write.
public enum Resources {
  public static let virtualMachines = kubevirt("virtualmachines")
  public static let virtualMachineInstances = kubevirt("virtualmachineinstances")
  public static let replicaSets = kubevirt("virtualmachineinstancereplicasets")
  public static let migrations = kubevirt("virtualmachineinstancemigrations")
  public static let kubeVirts = kubevirt("kubevirts")
  public static let pods = GroupVersionResource(version: "v1", resource: "pods")
  public static let nodes = GroupVersionResource(version: "v1", resource: "nodes")
  public static let namespaces = GroupVersionResource(version: "v1", resource: "namespaces")
  public static let configMaps = GroupVersionResource(version: "v1", resource: "configmaps")
  public static let persistentVolumeClaims = GroupVersionResource(version: "v1", resource: "persistentvolumeclaims")
  public static let resourceQuotas = GroupVersionResource(version: "v1", resource: "resourcequotas")
  public static let controllerRevisions = GroupVersionResource(
    group: "apps", version: "v1", resource: "controllerrevisions")
  /// In the version that Kubernetes has since 1.21.
  public static let disruptionBudgets = GroupVersionResource(
    group: "policy", version: "v1", resource: "poddisruptionbudgets")
  /// In the version that Kubernetes had before 1.25.
  public static let oldDisruptionBudgets = GroupVersionResource(
    group: "policy", version: "v1beta1", resource: "poddisruptionbudgets")
  public static let leases = GroupVersionResource(group: "coordination.k8s.io", version: "v1", resource: "leases")
  public static let dataVolumes = GroupVersionResource(
    group: "cdi.kubevirt.io", version: "v1beta1", resource: "datavolumes")
  public static let networkAttachmentDefinitions = GroupVersionResource(
    group: "k8s.cni.cncf.io", version: "v1", resource: "network-attachment-definitions")

  private static func kubevirt(_ resource: String) -> GroupVersionResource {
    GroupVersionResource(group: "kubevirt.io", version: "v1", resource: resource)
  }
}
