import JSON
import Kube
import KubeTypes
import VirtTypes

/// What the controller of instances knows when it decides on one, as the caches had it at one moment.
public struct InstanceObservation: Sendable {
  /// From the informer of instances.
  public var instance: V1.VirtualMachineInstance
  /// The pods of the namespace that carry the instance's UID as `kubevirt.io/created-by` or are controlled by it:
  /// launchers, targets of migrations, and pods that only bind volumes.
  public var pods: [Core.Pod] = []
  /// Pods that hold plugged volumes: those controlled by one of `pods`.
  public var attachmentPods: [Core.Pod] = []
  /// The machine that controls the instance is there and has the UID of the owner reference.
  public var hasOwnerMachine = false
  /// The CDI DataVolumes of the namespace that the volumes name, and those that control claims which the volumes name;
  /// by name.
  public var dataVolumes: [String: JSONValue] = [:]
  /// What the launcher pod depends on; `claims` has all claims of the volumes.
  public var podLookups = LauncherPodLookups()
  /// VSOCK context identifiers of all instances; only looked at where an instance wants one.
  public var usedContextIdentifiers: Set<UInt32> = []

  public init(_ instance: V1.VirtualMachineInstance) { self.instance = instance }
}

extension InstanceObservation {
  /// The pods that are really the instance's.
  var ownPods: [Core.Pod] {
    pods.filter { $0.metadata.controllerReference?.uid == instance.metadata.uid }
      .sorted { $0.metadata.name < $1.metadata.name }
  }

  /// The pod that the instance runs in or is to run in: the newest, and once the instance has a node, of that node, so
  /// that the target of a migration is none before the guest has moved.
  var currentPod: Core.Pod? {
    let node = instance.status.nodeName
    var current: Core.Pod?
    for pod in ownPods where node.isEmpty || pod.spec.nodeName == node {
      guard let found = current else { current = pod; continue }
      if created(found) < created(pod) { current = pod }
    }
    return current
  }

  private func created(_ pod: Core.Pod) -> Timestamp { pod.metadata.creationTimestamp ?? Timestamp() }
}

extension Core.Pod {
  /// It runs no guest: it is there so that volumes which wait for a consumer are bound to its node.
  var onlyBindsVolumes: Bool { metadata.annotations?[KubeVirtNames.ephemeralProvisioning] == "true" }
}

extension V1.VirtualMachineInstance {
  /// No launcher pod has been seen for it yet.
  var isUnprocessed: Bool { status.phase.isEmpty || status.phase == "Pending" }

  /// Virt-handler writes it as well, so that we only patch what is ours.
  var isHandedOver: Bool { status.phase == "Scheduled" || status.phase == "Running" }

  /// It waits for the guest of another cluster or namespace, and gets its pod from the migration.
  var isReceiver: Bool { metadata.annotations?[KubeVirtNames.createMigrationTarget] == "true" }
}
