import Admission
import Kube
import KubeClient
import KubeTypes
import VirtTypes

extension ControllerDefinition {
  /// The controllers, under the names that KubeVirt's queues have.
  public static let all: [ControllerDefinition] = [
    machines, instances, replicaSets, nodes, migrations, evacuation, disruptionBudgets,
  ]

  public static let machines = ControllerDefinition(
    name: "virt-controller-vm", eventSource: "virtualmachine-controller", workers: 10,
    triggers: [
      .itself(Resources.virtualMachines, patience: MirrorPatience.machine),
      .owner(Resources.virtualMachineInstances, kind: "VirtualMachine", patience: MirrorPatience.instance),
      // Whose name it has: it may be taken in, or be in the way.
      Trigger(Resources.virtualMachineInstances, patience: MirrorPatience.instance) { instance, caches in
        let name = NamespacedName(instance)
        return caches.cached(Resources.virtualMachines, name) == nil ? [] : [name]
      },
      .owner(Resources.dataVolumes, kind: "VirtualMachine"),
      .users(of: Resources.dataVolumes, among: Resources.virtualMachines, .dataVolume),
      .users(of: Resources.persistentVolumeClaims, among: Resources.virtualMachines, .claim),
    ]
  ) { name, caches in
    guard let machine = caches.object(V1.VirtualMachine.self, Resources.virtualMachines, name) else { return nil }
    let observer = MachineObserver(caches: caches)
    switch Profile(machineAnnotations: machine.metadata.annotations) {
    case .current:
      let observation = observer.observe(machine)
      return { context, journal throws(WriteInterruption) in
        try MachineReconciler().reconcile(observation, in: context, &journal)
      }
    case .legacy:
      let observation = observer.observeLegacy(machine)
      return { context, journal throws(WriteInterruption) in
        try LegacyMachineReconciler().reconcile(observation, in: context, &journal)
      }
    }
  }

  public static let instances = ControllerDefinition(
    name: "virt-controller-vmi", eventSource: "virtualmachine-controller", workers: 10,
    triggers: [
      .itself(Resources.virtualMachineInstances), .owner(Resources.pods, kind: "VirtualMachineInstance"),
      // Legacy pods have no owner, and pods that attach volumes that of another pod.
      Trigger(Resources.pods) { pod, _ in
        guard let name = pod.value(at: "metadata", "annotations", KubeVirtNames.domain)?.string else { return [] }
        return [NamespacedName(NamespacedName(pod).namespace, name)]
      },
      Trigger(Resources.pods) { pod, caches in
        Trigger.owners(of: pod, kind: "Pod").flatMap { owner in
          caches.cached(Resources.pods, owner).map { Trigger.owners(of: $0.tree, kind: "VirtualMachineInstance") } ?? []
        }
      },
      .users(of: Resources.persistentVolumeClaims, among: Resources.virtualMachineInstances, .claim),
      .users(of: Resources.dataVolumes, among: Resources.virtualMachineInstances, .dataVolume),
    ]
  ) { name, caches in
    guard let instance = caches.object(V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, name) else {
      return nil
    }
    let observer = InstanceObserver(caches: caches)
    switch Profile(instanceAnnotations: instance.metadata.annotations) {
    case .current:
      let observation = observer.observe(instance)
      return { context, journal throws(WriteInterruption) in
        try InstanceReconciler().reconcile(observation, in: context, &journal)
      }
    case .legacy:
      let observation = observer.observeLegacy(instance)
      return { context, journal throws(WriteInterruption) in
        try LegacyInstanceReconciler().reconcile(observation, in: context, &journal)
      }
    }
  }

  public static let replicaSets = ControllerDefinition(
    name: "virt-controller-replicaset", eventSource: "virtualmachinereplicaset-controller", workers: 5,
    triggers: [
      .itself(Resources.replicaSets),
      .owner(Resources.virtualMachineInstances, kind: "VirtualMachineInstanceReplicaSet"),
      // Whoever might take it in.
      Trigger(Resources.virtualMachineInstances) { instance, caches in
        let owners = instance.value(at: "metadata", "ownerReferences")?.array ?? []
        if owners.contains(where: { $0["controller"]?.bool == true }) { return [] }
        return caches.cached(Resources.replicaSets, .namespace, NamespacedName(instance).namespace).map(\.id)
      },
    ]
  ) { name, caches in
    guard let set = caches.object(V1.VirtualMachineInstanceReplicaSet.self, Resources.replicaSets, name) else {
      return nil
    }
    let owned = caches.objects(
      V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, .controller, set.metadata.uid)
    let orphans = caches.objects(
      V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, .orphan, name.namespace)
    let observation = ReplicaSetObservation(replicaSet: set, instances: owned + orphans)
    return { context, journal throws(WriteInterruption) in
      try ReplicaSetReconciler().reconcile(observation, in: context, &journal)
    }
  }

  static let nodes = ControllerDefinition(
    name: "virt-controller-node", eventSource: "node-controller", workers: 3,
    triggers: [
      .itself(Resources.nodes),
      // While a node responds, its instances are of no concern; and it is looked at every minute anyway.
      Trigger(Resources.virtualMachineInstances) { instance, caches in
        CacheIndex.node.values(of: instance).map { NamespacedName("", $0) }.filter { isClosed($0, caches) }
      },
    ]
  ) { name, caches in
    let node = caches.object(Core.Node.self, Resources.nodes, name)
    // A node is closed before its instances are looked at: that write brings it here again.
    guard isClosed(name, caches) else {
      let observation = NodeObservation(name: name.name, node: node)
      return { context, journal throws(WriteInterruption) in
        try NodeReconciler().reconcile(observation, in: context, &journal)
      }
    }
    let pods = caches.objects(Core.Pod.self, Resources.pods, .node, name.name)
    let observation = NodeObservation(
      name: name.name, node: node,
      instances: caches.objects(
        V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, .node, name.name),
      pods: pods.filter { $0.metadata.labels?[KubeVirtNames.component] == KubeVirtNames.launcher })
    return { context, journal throws(WriteInterruption) in
      try NodeReconciler().reconcile(observation, in: context, &journal)
    }
  }

  static let migrations = ControllerDefinition(
    name: "virt-controller-migration", eventSource: "virtualmachineinstancemigration-controller",
    // Limits hold only while one decides at a time.
    workers: 1,
    triggers: [
      .itself(Resources.migrations),
      .users(of: Resources.virtualMachineInstances, among: Resources.migrations, .migratedInstance),
      Trigger(Resources.pods) { pod, _ in
        guard let name = pod.value(at: "metadata", "annotations", KubeVirtNames.migrationJobName)?.string else {
          return []
        }
        return [NamespacedName(NamespacedName(pod).namespace, name)]
      },
    ]
  ) { name, caches in
    guard let migration = caches.object(V1.VirtualMachineInstanceMigration.self, Resources.migrations, name) else {
      return nil
    }
    let observation = MigrationObserver(caches: caches).observe(migration)
    return { context, journal throws(WriteInterruption) in
      try MigrationReconciler().reconcile(observation, in: context, &journal)
    }
  }

  static let evacuation = ControllerDefinition(
    name: "virt-controller-evacuation", eventSource: "evacuation-controller", workers: 1,
    triggers: [
      .itself(Resources.nodes),
      Trigger(Resources.virtualMachineInstances) { instance, caches in
        MigrationObserver(caches: caches).emptiedNode(of: instance)
      },
      Trigger(Resources.migrations) { migration, caches in
        let name = NamespacedName(
          NamespacedName(migration).namespace, migration.value(at: "spec", "vmiName")?.string ?? "")
        let instance = caches.cached(Resources.virtualMachineInstances, name)?.tree
        return instance.map { MigrationObserver(caches: caches).emptiedNode(of: $0) } ?? []
      },
    ]
  ) { name, caches in
    guard let node = caches.object(Core.Node.self, Resources.nodes, name) else { return nil }
    let observation = MigrationObserver(caches: caches).observe(node)
    return { context, journal throws(WriteInterruption) in
      try EvacuationReconciler().reconcile(observation, in: context, &journal)
    }
  }

  static let disruptionBudgets = ControllerDefinition(
    name: "virt-controller-disruption-budget", eventSource: "disruptionbudget-controller", workers: 1,
    triggers: [.itself(Resources.disruptionBudgets), .itself(Resources.oldDisruptionBudgets)]
  ) { name, caches in
    // A server that has both versions shows each budget in both.
    for resource in [Resources.disruptionBudgets, Resources.oldDisruptionBudgets] {
      guard let budget = caches.object(Policy.PodDisruptionBudget.self, resource, name) else { continue }
      let observation = DisruptionBudgetObservation(budget: budget, resource: resource)
      return { context, journal throws(WriteInterruption) in
        try DisruptionBudgetReconciler().reconcile(observation, in: context, &journal)
      }
    }
    return nil
  }

  /// Whether a node takes no new instances, as far as its label says, or is gone.
  private static func isClosed(_ name: NamespacedName, _ caches: any ClusterCaches) -> Bool {
    let labels = caches.cached(Resources.nodes, name)?.tree.value(at: "metadata", "labels")
    return labels?[KubeVirtNames.schedulable]?.string != "true"
  }
}
