import Admission
import Kube
import KubeTypes
import VirtTypes

/// Makes the pod in which a virtual machine runs (current profile): a pure function of the instance, of what is looked
/// up for it, and of the cluster's configuration.
public struct LauncherPodTemplate: Sendable {
  public init() {}

  /// The launcher pod of an instance that starts.
  public func makePod(
    for instance: V1.VirtualMachineInstance, lookups: LauncherPodLookups, in context: ReconcileContext
  ) throws(LauncherPodError) -> Core.Pod {
    var pod = Core.Pod()
    pod.metadata.generateName = "virt-launcher-\(instance.metadata.name)-"
    return pod
  }

  /// The pod that a running instance migrates to: as its own, but bound to another node with what the guest needs.
  public func makeTargetPod(
    for instance: V1.VirtualMachineInstance, migration: V1.VirtualMachineInstanceMigration,
    source: MigrationSource, lookups: LauncherPodLookups, in context: ReconcileContext
  ) throws(LauncherPodError) -> Core.Pod {
    try makePod(for: instance, lookups: lookups, in: context)
  }
}
