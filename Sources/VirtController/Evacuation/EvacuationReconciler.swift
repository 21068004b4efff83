import Admission
import JSON
import KubeClient
import KubeTypes
import VirtTypes

/// Moves instances off a node that is drained, as many at once as the limits allow.
public struct EvacuationReconciler: Reconciler {
  /// Until free slots are looked for again: what other nodes do wakes nobody here.
  static let waitForSlot = Duration.seconds(5)
  /// Until it is said again that an instance cannot leave, for events fade.
  static let reminder = Duration.seconds(60)

  public init() {}

  public func reconcile(
    _ observation: EvacuationObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let candidates = EvacuationCandidates(observation, context.configuration)
    if candidates.movable.isEmpty, candidates.stuck.isEmpty { return .no }
    let settings = MigrationSettings(context.configuration)
    let free = min(
      settings.clusterLimit - observation.load.inCluster, settings.nodeLimit - observation.load.outOfNode)
    guard free > 0 else { return .after(Self.waitForSlot) }

    let chosen = candidates.movable.prefix(free)
    for instance in candidates.stuck.prefix(free - chosen.count) {
      let message = "the instance is not live migratable and stays on the node that is drained"
      journal.record(ObjectEvent(.init(instance), reason: "FailedCreate", message: message))
    }
    var requeue = Requeue.no
    if candidates.movable.count > chosen.count { requeue = .after(Self.waitForSlot) }
    if chosen.isEmpty, free > 0 { requeue = .after(Self.reminder) }
    if chosen.isEmpty { return requeue }

    let outcomes = try journal.perform(
      chosen.map { instance in
        let path = ResourcePath(Resources.migrations, namespace: instance.metadata.namespace)
        let migration = Self.migration(
          of: instance, awayFrom: observation.node.metadata.name, context.configuration)
        return ObjectWrite(path, .create(migration.jsonTree))
      })
    for (instance, outcome) in zip(chosen, outcomes) {
      switch outcome {
      case .success(let created):
        let message = "Created Migration \(created.value(at: "metadata", "name")?.string ?? "")"
        journal.record(ObjectEvent(.init(instance), reason: "SuccessfulCreate", message: message))
      case .failure(let error):
        let message = "Error creating a Migration: \(error)"
        journal.record(ObjectEvent(.init(instance), .warning, reason: "FailedCreate", message: message))
        requeue = requeue.combined(with: .backingOff(reason: error.description))
      }
    }
    return requeue
  }

  /// The migration that takes an instance off a node.
  static func migration(
    of instance: V1.VirtualMachineInstance, awayFrom node: String, _ configuration: ClusterConfiguration
  ) -> V1.VirtualMachineInstanceMigration {
    var migration = V1.VirtualMachineInstanceMigration()
    migration.apiVersion = "kubevirt.io/v1"
    migration.kind = "VirtualMachineInstanceMigration"
    migration.metadata.generateName = "kubevirt-evacuation-"
    migration.metadata.namespace = instance.metadata.namespace
    migration.metadata.annotations = [KubeVirtNames.evacuationMigration: node]
    migration.spec.vmiName = instance.metadata.name
    if configuration.allows(.migrationPriorityQueue) {
      let isDescheduled = instance.metadata.annotations?[KubeVirtNames.evictionSource] == "descheduler"
      migration.spec.priority = isDescheduled ? "system-maintenance" : "system-critical"
    }
    return migration
  }
}
