import KubeTypes
import VirtTypes

/// What a migration's decision is made from.
///
/// Limits hold only if decisions of two migrations do not run side by side: give the controller one worker, and let it
/// wait until a target pod that it has made has come back through the cache of pods.
public struct MigrationObservation: Sendable {
  /// From the cache of migrations.
  public var migration: V1.VirtualMachineInstanceMigration
  /// From the cache of instances: `spec.vmiName` in the migration's namespace.
  public var instance: V1.VirtualMachineInstance?
  /// From the cache of pods: launcher pods of the instance (label `kubevirt.io/created-by`, an index).
  public var launcherPods: [Core.Pod] = []
  /// From the cache of pods: the attachment pod of the target, which the target pod controls; nil without.
  public var attachmentPod: Core.Pod?
  /// From the cache of nodes: where the instance runs.
  public var sourceNode: Core.Node?
  /// From the cache of migrations: the others that move the same instance (an index).
  public var siblings: [V1.VirtualMachineInstanceMigration] = []
  /// What else is on the move.
  public var load = MigrationLoad()
  /// From the KubeVirt object, `status.synchronizationAddresses`.
  public var synchronizationAddresses: [String] = []
  /// What the target pod depends on, as for the launcher pod of the instance.
  public var podLookups = LauncherPodLookups()

  public init(migration: V1.VirtualMachineInstanceMigration, instance: V1.VirtualMachineInstance?) {
    self.migration = migration
    self.instance = instance
  }
}

/// How many other migrations count against the limits (`VirtualMachineInstanceMigration.counts`).
public struct MigrationLoad: Sendable, Hashable {
  public var inCluster: Int
  /// Those that leave the node of the instance: its instances with a migration that counts, by `status.nodeName` or
  /// `status.migrationState.sourceNode`.
  public var outOfNode: Int

  public init(inCluster: Int = 0, outOfNode: Int = 0) {
    self.inCluster = inCluster
    self.outOfNode = outOfNode
  }
}

extension MigrationObservation {
  /// The pod that the migration made; the oldest should there be several.
  var targetPod: Core.Pod? {
    launcherPods
      .filter { $0.metadata.labels?[KubeVirtNames.migrationJobUID] == migration.metadata.uid }
      .min {
        ($0.metadata.creationTimestamp ?? .init(), $0.metadata.name)
          < ($1.metadata.creationTimestamp ?? .init(), $1.metadata.name)
      }
  }

  /// The pod that the instance runs in: the newest that has not ended on the instance's node.
  var sourcePod: Core.Pod? {
    guard let instance, !instance.status.nodeName.isEmpty else { return nil }
    return
      launcherPods
      .filter { pod in
        pod.spec.nodeName == instance.status.nodeName && !pod.hasEnded
          && pod.metadata.labels?[KubeVirtNames.migrationJobUID] != migration.metadata.uid
      }
      .max {
        ($0.metadata.creationTimestamp ?? .init(), $0.metadata.name)
          < ($1.metadata.creationTimestamp ?? .init(), $1.metadata.name)
      }
  }

  /// Pods of the instance that have not ended.
  var activePodCount: Int { launcherPods.count { !$0.hasEnded } }

  /// No other migration that goes on holds the instance.
  var mayMigrate: Bool {
    guard let holder = instance?.status.migrationState?.migrationUid, !holder.isEmpty,
      holder != migration.metadata.uid
    else { return true }
    return !siblings.contains { $0.metadata.uid == holder && !$0.isFinal }
  }

  /// The handlers were told of this migration.
  var isHandedOver: Bool { migration.owns(instance?.status.migrationState) }

  /// Volumes were plugged into the running instance, so that the target needs a pod that attaches them.
  var needsAttachmentPod: Bool { instance?.status.volumeStatus.contains { $0.hotplugVolume != nil } == true }

  var isAttached: Bool { !needsAttachmentPod || attachmentPod?.isReady == true }

  /// Both sides have told each other who they are. Within one cluster there is one instance, which knows both.
  var isSynchronized: Bool {
    guard let state = instance?.status.migrationState else { return false }
    guard migration.isDecentralizedSource || migration.isDecentralizedTarget else { return true }
    return state.sourceState?.migrationUID.isEmpty == false && state.targetState?.migrationUID.isEmpty == false
  }
}
