import Admission
import VirtTypes

/// Which instances of a node are to leave it.
struct EvacuationCandidates {
  /// To be moved now, in the order of namespaces and names.
  var movable: [V1.VirtualMachineInstance] = []
  /// Ought to be moved, and cannot be.
  var stuck: [V1.VirtualMachineInstance] = []

  init(_ observation: EvacuationObservation, _ configuration: ClusterConfiguration) {
    let settings = MigrationSettings(configuration)
    let isDrained = observation.node.spec.taints.contains {
      $0.key == settings.drainTaintKey && $0.effect == "NoSchedule"
    }
    let instances = observation.instances.sorted {
      ($0.metadata.namespace, $0.metadata.name) < ($1.metadata.namespace, $1.metadata.name)
    }
    for instance in instances {
      guard !instance.isFinal, !instance.isBeingDeleted,
        isDrained || Self.isEvicted(instance, from: observation.node.metadata.name)
      else { continue }
      let isMigratable = instance.hasCondition("LiveMigratable")
      switch instance.spec.evictionStrategy ?? configuration.evictionStrategy {
      case "LiveMigrate":
        if !isMigratable {
          stuck.append(instance)
          continue
        }
      case "LiveMigrateIfPossible":
        if !isMigratable { continue }
      // None, and External, for which somebody else makes the move.
      default: continue
      }
      // A second pod belongs to a migration that is not quite over.
      if !observation.migrating.contains("\(instance.metadata.namespace)/\(instance.metadata.name)"),
        observation.activePodCounts[instance.metadata.uid] ?? 1 <= 1
      {
        movable.append(instance)
      }
    }
  }

  /// The eviction webhook asked for the move, and the instance has not left the node since.
  private static func isEvicted(_ instance: V1.VirtualMachineInstance, from node: String) -> Bool {
    guard instance.status.evacuationNodeName == node, instance.status.nodeName == node else { return false }
    let state = instance.status.migrationState
    return state == nil || state?.startTimestamp == nil || state?.endTimestamp != nil
  }
}
