/// Labels, annotations and finalizers by which the components know each other's objects.
enum KubeVirtNames {
  // Labels
  /// The component's name: `virt-launcher`, `virt-handler`, …
  static let component = "kubevirt.io"
  static let launcher = "virt-launcher"
  /// UID of the instance that a pod runs.
  static let createdBy = "kubevirt.io/created-by"
  /// The node of an instance.
  static let nodeName = "kubevirt.io/nodeName"
  /// The node that an instance moves to.
  static let migrationTargetNodeName = "kubevirt.io/migrationTargetNodeName"
  /// UID of the migration that a target pod belongs to.
  static let migrationJobUID = "kubevirt.io/migrationJobUID"
  /// Whether the handler of a node is alive: "true" or "false".
  static let schedulable = "kubevirt.io/schedulable"
  /// The instance that a migration moves.
  static let instanceName = "kubevirt.io/vmi-name"
  /// Marks an instance whose launcher has another image than the present one.
  static let outdatedLauncherImage = "kubevirt.io/outdatedLauncherImage"
  /// Overhead that plugged memory is reckoned with, for the target pod of the migration that brings it.
  static let memoryHotplugOverheadRatio = "kubevirt.io/memory-hotplug-overhead-ratio"

  // Annotations
  /// Name of the instance that a pod runs.
  static let domain = "kubevirt.io/domain"
  /// Legacy: who looks after a pod, `virt-controller` or `virt-handler`.
  static let ownedBy = "kubevirt.io/owned-by"
  static let migrationJobName = "kubevirt.io/migrationJobName"
  /// When a node's handler was last alive (RFC 3339).
  static let heartbeat = "kubevirt.io/heartbeat"
  static let latestObservedAPIVersion = "kubevirt.io/latest-observed-api-version"
  static let storageObservedAPIVersion = "kubevirt.io/storage-observed-api-version"
  /// Generation of the machine that an instance runs.
  static let machineGeneration = "kubevirt.io/vm-generation"
  /// Of a machine: "false" puts the creation of its DataVolumes off until it is started.
  static let immediateDataVolumeCreation = "kubevirt.io/immediate-data-volume-creation"
  /// Marks a migration away from a node that is drained; the node's name.
  static let evacuationMigration = "kubevirt.io/evacuationMigration"
  /// Marks a migration to a newer launcher or to a changed machine.
  static let workloadUpdateMigration = "kubevirt.io/workloadUpdateMigration"
  /// Who asked for the eviction of an instance.
  static let evictionSource = "kubevirt.io/eviction-source"
  /// When the domain was ready on the target of a migration.
  static let migrationTargetReadyTimestamp = "kubevirt.io/migration-target-ready-timestamp"
  /// Marks an instance that is to receive another cluster's or namespace's guest: "true".
  static let createMigrationTarget = "kubevirt.io/create-migration-target"
  /// Marks a pod that exists only so that volumes are bound to its node: "true".
  static let ephemeralProvisioning = "kubevirt.io/ephemeral-provisioning"
  /// What Multus says of a pod's networks, as JSON.
  static let networkStatus = "k8s.v1.cni.cncf.io/network-status"

  // Pod conditions
  /// Readiness gate: a paused instance is not ready.
  static let unpaused = "kubevirt.io/virtual-machine-unpaused"

  // Finalizers
  static let instanceFinalizer = "kubevirt.io/foregroundDeleteVirtualMachine"
  static let legacyInstanceFinalizer = "foregroundDeleteVirtualMachine"
  static let machineFinalizer = "kubevirt.io/virtualMachineControllerFinalize"
  static let migrationFinalizer = "kubevirt.io/migrationJobFinalize"
}
