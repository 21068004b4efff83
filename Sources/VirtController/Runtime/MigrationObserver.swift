import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Reads from the caches what migrations and the emptying of nodes are decided from.
struct MigrationObserver {
  let caches: any ClusterCaches

  func observe(_ migration: V1.VirtualMachineInstanceMigration) -> MigrationObservation {
    let name = NamespacedName(migration.metadata.namespace, migration.spec.vmiName)
    let instance = caches.object(V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, name)
    var observation = MigrationObservation(migration: migration, instance: instance)
    observation.siblings = caches.objects(
      V1.VirtualMachineInstanceMigration.self, Resources.migrations, .migratedInstance, name.description
    ).filter { $0.metadata.uid != migration.metadata.uid }
    guard let instance else { return observation }
    observation.launcherPods = launcherPods(of: instance)
    if let target = observation.targetPod {
      observation.attachmentPod =
        caches.objects(Core.Pod.self, Resources.pods, .controller, target.metadata.uid).first
    }
    if !instance.status.nodeName.isEmpty {
      observation.sourceNode = caches.object(
        Core.Node.self, Resources.nodes, NamespacedName("", instance.status.nodeName))
    }
    observation.load = load(node: instance.status.nodeName, except: migration.metadata.uid)
    observation.podLookups = LauncherPodObserver(caches: caches).lookups(for: instance)
    return observation
  }

  func observe(_ node: Core.Node) -> EvacuationObservation {
    // Of a node that is not drained only those leave that were told to.
    let index: CacheIndex = node.spec.taints.contains { $0.effect == "NoSchedule" } ? .node : .evacuatedNode
    let instances = caches.objects(
      V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, index, node.metadata.name)
    var observation = EvacuationObservation(node: node, instances: instances)
    for instance in instances {
      let name = NamespacedName(instance.metadata).description
      let migrations = caches.objects(
        V1.VirtualMachineInstanceMigration.self, Resources.migrations, .migratedInstance, name)
      if migrations.contains(where: { !$0.isFinal }) { observation.migrating.insert(name) }
      observation.activePodCounts[instance.metadata.uid] = launcherPods(of: instance).count { !$0.hasEnded }
    }
    if !instances.isEmpty { observation.load = load(node: node.metadata.name, except: "") }
    return observation
  }

  /// The node that an instance is on, where it is being emptied or the instance is to leave it.
  func emptiedNode(of instance: JSONValue) -> [NamespacedName] {
    let nodes = CacheIndex.node.values(of: instance).map { NamespacedName("", $0) }
    if !CacheIndex.evacuatedNode.values(of: instance).isEmpty { return nodes }
    return nodes.filter { name in
      let taints = caches.cached(Resources.nodes, name)?.tree.value(at: "spec", "taints")?.array ?? []
      return taints.contains { $0["effect"]?.string == "NoSchedule" }
    }
  }

  private func launcherPods(of instance: V1.VirtualMachineInstance) -> [Core.Pod] {
    caches.objects(Core.Pod.self, Resources.pods, .instance, instance.metadata.uid)
  }

  /// Those that count against the limits; the one that is decided on does not.
  private func load(node: String, except uid: String) -> MigrationLoad {
    var load = MigrationLoad()
    let unfinished = caches.objects(
      V1.VirtualMachineInstanceMigration.self, Resources.migrations, .unfinished, CacheIndex.one)
    for migration in unfinished where migration.metadata.uid != uid {
      let name = NamespacedName(migration.metadata.namespace, migration.spec.vmiName)
      guard let instance = caches.object(V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, name)
      else { continue }
      let hasTargetPod = launcherPods(of: instance).contains {
        $0.metadata.labels?[KubeVirtNames.migrationJobUID] == migration.metadata.uid
      }
      guard
        V1.VirtualMachineInstanceMigration.counts(phase: migration.status.phase, hasTargetPod: hasTargetPod)
      else { continue }
      load.inCluster += 1
      if instance.status.nodeName == node || instance.status.migrationState?.sourceNode == node {
        load.outOfNode += 1
      }
    }
    return load
  }
}
