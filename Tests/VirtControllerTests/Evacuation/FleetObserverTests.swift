import JSON
import Kube
import KubeClient
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

/// What the caches give to the controllers of nodes, migrations and evacuations.
@Suite struct FleetObserverTests {
  private struct Caches: ClusterCaches {
    var objects: [GroupVersionResource: [JSONValue]] = [:]

    func isServed(_ resource: GroupVersionResource) -> Bool { true }

    func cached(_ resource: GroupVersionResource, _ name: NamespacedName) -> CachedObject? {
      objects[resource]?.map(CachedObject.init).first { $0.id == name }
    }

    func cached(_ resource: GroupVersionResource, _ index: CacheIndex, _ value: String) -> [CachedObject] {
      (objects[resource] ?? []).filter { index.values(of: $0).contains(value) }.map(CachedObject.init)
    }
  }

  private func node(label: String? = "true", taint: String? = nil) -> Core.Node {
    var node = Sample.node()
    node.metadata.labels = label.map { ["kubevirt.io/schedulable": $0] }
    node.metadata.annotations = ["kubevirt.io/heartbeat": Reconciled.ago(1000).text]
    if let taint {
      var entry = Core.Taint()
      entry.key = taint
      entry.effect = "NoSchedule"
      node.spec.taints = [entry]
    }
    return node
  }

  private func headings(_ definition: ControllerDefinition, _ caches: Caches) throws -> [String] {
    let decide = try #require(definition.observe(NamespacedName("", "node01"), caches))
    let context = ReconcileContext(now: Reconciled.now, seed: 0)
    let (_, journal) = WriteJournal.run(performing: { (_) throws(Never) in .success([:]) }) {
      (journal) throws(WriteInterruption) in try decide(context, &journal)
    }
    return journal.history.map { Reconciled.heading($0.write) }
  }

  @Test func aNodeIsClosedBeforeItsInstancesAreLookedAt() throws {
    var caches = Caches()
    caches.objects[Resources.virtualMachineInstances] = [Sample.instance("a").jsonTree]
    caches.objects[Resources.nodes] = [node().jsonTree]
    #expect(try headings(.nodes, caches) == ["patch nodes"])
    caches.objects[Resources.nodes] = [node(label: "false").jsonTree]
    #expect(try headings(.nodes, caches) == ["patch virtualmachineinstances"])
  }

  @Test func instancesWakeOnlyANodeThatIsClosedOrGone() {
    var caches = Caches()
    let instance = Sample.instance("a").jsonTree
    let trigger = ControllerDefinition.nodes.triggers.last { $0.resource == Resources.virtualMachineInstances }
    #expect(trigger?.keys(instance, caches) == [NamespacedName("", "node01")])
    caches.objects[Resources.nodes] = [node().jsonTree]
    #expect(trigger?.keys(instance, caches).isEmpty == true)
    caches.objects[Resources.nodes] = [node(label: "false").jsonTree]
    #expect(trigger?.keys(instance, caches).count == 1)
  }

  @Test func onANodeThatIsNotDrainedOnlyTheEvictedAreLookedAt() {
    var evicted = Sample.instance("evicted")
    evicted.status.evacuationNodeName = "node01"
    let stays = Sample.instance("stays")
    var caches = Caches()
    caches.objects[Resources.virtualMachineInstances] = [evicted.jsonTree, stays.jsonTree]
    let observer = MigrationObserver(caches: caches)
    #expect(observer.observe(node()).instances.map(\.metadata.name) == ["evicted"])
    #expect(observer.observe(node(taint: "kubevirt.io/drain")).instances.count == 2)
    #expect(observer.emptiedNode(of: stays.jsonTree).isEmpty)
    #expect(observer.emptiedNode(of: evicted.jsonTree) == [NamespacedName("", "node01")])
    caches.objects[Resources.nodes] = [node(taint: "kubevirt.io/drain").jsonTree]
    #expect(MigrationObserver(caches: caches).emptiedNode(of: stays.jsonTree) == [NamespacedName("", "node01")])
  }

  @Test func aMigrationCountsForTheNodeThatItsInstanceIsOnNow() {
    var returned = Sample.instance("vm", node: "node02")
    var state = V1.VirtualMachineInstanceMigrationState()
    state.sourceNode = "node03"
    returned.status.migrationState = state
    var other = MigrationSample.migration("other", phase: .scheduling)
    other.spec.vmiName = "vm"
    var caches = Caches()
    var mine = Sample.instance("mine", node: "node02")
    mine.status.evacuationNodeName = "node02"
    caches.objects[Resources.virtualMachineInstances] = [returned.jsonTree, mine.jsonTree]
    caches.objects[Resources.migrations] = [other.jsonTree]
    var migration = MigrationSample.migration("move", phase: .pending)
    migration.spec.vmiName = "mine"
    let load = MigrationObserver(caches: caches).observe(migration).load
    #expect(load == MigrationLoad(inCluster: 1, outOfNode: 1))
  }

  @Test func aBudgetIsDeletedThroughTheVersionThatTheServerHas() throws {
    var budget = Policy.PodDisruptionBudget()
    budget.metadata.name = "left-over"
    budget.metadata.namespace = "default"
    var owner = OwnerReference()
    owner.apiVersion = "kubevirt.io/v1"
    owner.kind = "VirtualMachineInstance"
    owner.controller = true
    budget.metadata.ownerReferences = [owner]
    var caches = Caches()
    for (resource, version) in [(Resources.oldDisruptionBudgets, "v1beta1"), (Resources.disruptionBudgets, "v1")] {
      caches.objects[resource] = [budget.jsonTree]
      let decide = try #require(
        ControllerDefinition.disruptionBudgets.observe(NamespacedName("default", "left-over"), caches))
      let (_, journal) = WriteJournal.run(performing: { (_) throws(Never) in .success([:]) }) {
        (journal) throws(WriteInterruption) in
        try decide(ReconcileContext(now: Reconciled.now, seed: 0), &journal)
      }
      #expect(journal.history.map(\.write.path.resource.version) == [version])
    }
  }
}
