import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

@Suite struct EvacuationReconcilerTests {
  private func node(taint key: String? = "kubevirt.io/drain", effect: String = "NoSchedule") -> Core.Node {
    var node = Sample.node()
    if let key {
      var taint = Core.Taint()
      taint.key = key
      taint.effect = effect
      node.spec.taints = [taint]
    }
    return node
  }

  private func instance(_ name: String, strategy: String? = "LiveMigrate", migratable: Bool = true)
    -> V1.VirtualMachineInstance
  {
    var instance = Sample.instance(name)
    instance.spec.evictionStrategy = strategy
    instance.status.conditions = [Sample.condition("LiveMigratable", migratable ? "True" : "False")]
    return instance
  }

  private func reconcile(
    _ node: Core.Node, _ instances: [V1.VirtualMachineInstance], configuration: V1.KubeVirtConfiguration = .init(),
    refusing refusals: [String: Int] = [:], change: (inout EvacuationObservation) -> Void = { _ in }
  ) -> Reconciled {
    var observation = EvacuationObservation(node: node, instances: instances)
    change(&observation)
    return Reconciled(EvacuationReconciler(), observation, configuration: configuration, refusing: refusals)
  }

  private func moved(_ result: Reconciled) -> [String] {
    result.bodies("create virtualmachineinstancemigrations").compactMap { $0.value(at: "spec", "vmiName")?.string }
  }

  @Test func aDrainedNodeIsEmptied() {
    let result = reconcile(node(), [instance("a")])
    let created = result.body("create virtualmachineinstancemigrations")
    #expect(created.value(at: "metadata", "generateName")?.string == "kubevirt-evacuation-")
    #expect(created.value(at: "metadata", "annotations", "kubevirt.io/evacuationMigration")?.string == "node01")
    #expect(created.value(at: "spec", "vmiName")?.string == "a")
    #expect(created.value(at: "spec", "priority") == nil)
    #expect(result.events == ["Normal SuccessfulCreate"])
    #expect(result.requeue == .no)
  }

  @Test func otherTaintsMoveNobody() {
    #expect(moved(reconcile(node(taint: nil), [instance("a")])).isEmpty)
    #expect(moved(reconcile(node(taint: "other"), [instance("a")])).isEmpty)
    #expect(moved(reconcile(node(effect: "NoExecute"), [instance("a")])).isEmpty)
    var configuration = V1.KubeVirtConfiguration()
    var migrations = V1.MigrationConfiguration()
    migrations.nodeDrainTaintKey = "other"
    configuration.migrations = migrations
    #expect(moved(reconcile(node(taint: "other"), [instance("a")], configuration: configuration)) == ["a"])
  }

  @Test func anEvictedInstanceMovesUntilItHasLeft() {
    var evicted = instance("a")
    evicted.status.evacuationNodeName = "node01"
    #expect(moved(reconcile(node(taint: nil), [evicted, instance("b")])) == ["a"])
    evicted.status.evacuationNodeName = "node02"
    #expect(moved(reconcile(node(taint: nil), [evicted])).isEmpty)
    evicted.status.evacuationNodeName = "node01"
    var state = V1.VirtualMachineInstanceMigrationState()
    state.startTimestamp = Reconciled.now
    evicted.status.migrationState = state
    #expect(moved(reconcile(node(taint: nil), [evicted])).isEmpty)
    state.endTimestamp = Reconciled.now
    evicted.status.migrationState = state
    #expect(moved(reconcile(node(taint: nil), [evicted])) == ["a"])
  }

  @Test func theStrategyDecidesWhoMoves() {
    let instances = [
      instance("always"), instance("if-possible", strategy: "LiveMigrateIfPossible"),
      instance("external", strategy: "External"), instance("none", strategy: "None"),
      instance("unset", strategy: nil), instance("cannot", strategy: "LiveMigrateIfPossible", migratable: false),
    ]
    #expect(moved(reconcile(node(), instances)) == ["always", "if-possible"])
    var configuration = V1.KubeVirtConfiguration()
    configuration.evictionStrategy = "LiveMigrate"
    #expect(moved(reconcile(node(), [instance("unset", strategy: nil)], configuration: configuration)) == ["unset"])
  }

  @Test func whoMovesAlreadyOrIsGoingIsLeftAlone() {
    var going = instance("going")
    going.metadata.deletionTimestamp = Reconciled.now
    var ended = instance("ended")
    ended.status.phase = "Succeeded"
    let result = reconcile(node(), [going, ended, instance("moving"), instance("twice")]) {
      $0.migrating = ["default/moving"]
      $0.activePodCounts = ["uid-twice": 2]
    }
    #expect(result.headings.isEmpty)
    #expect(result.requeue == .no)
  }

  @Test func theLimitsHold() {
    let instances = ["a", "b", "c"].map { instance($0) }
    let two = reconcile(node(), instances)
    #expect(moved(two) == ["a", "b"])
    #expect(two.requeue == .after(.seconds(5)))
    #expect(moved(reconcile(node(), instances) { $0.load = MigrationLoad(inCluster: 4) }) == ["a"])
    for load in [MigrationLoad(inCluster: 5), MigrationLoad(inCluster: 2, outOfNode: 2)] {
      let full = reconcile(node(), instances) { $0.load = load }
      #expect(full.headings.isEmpty)
      #expect(full.requeue == .after(.seconds(5)))
    }
  }

  @Test func whoCannotMoveIsToldEveryMinute() {
    let result = reconcile(node(), [instance("stuck", migratable: false)])
    #expect(result.headings.isEmpty)
    #expect(result.events == ["Normal FailedCreate"])
    #expect(result.requeue == .after(.seconds(60)))
  }

  @Test func aMigrationThatIsRefusedIsTriedAgain() {
    let result = reconcile(node(), [instance("a")], refusing: ["create virtualmachineinstancemigrations": 500])
    #expect(result.events == ["Warning FailedCreate"])
    guard case .backingOff = result.requeue else {
      Issue.record("not put back")
      return
    }
  }

  @Test func prioritiesAreSetWhereTheQueueKnowsThem() {
    var configuration = V1.KubeVirtConfiguration()
    var developer = V1.DeveloperConfiguration()
    developer.featureGates = ["MigrationPriorityQueue"]
    configuration.developerConfiguration = developer
    var descheduled = instance("b")
    descheduled.metadata.annotations = ["kubevirt.io/eviction-source": "descheduler"]
    let result = reconcile(node(), [instance("a"), descheduled], configuration: configuration)
    let priorities = result.bodies("create virtualmachineinstancemigrations")
      .compactMap { $0.value(at: "spec", "priority")?.string }
    #expect(priorities == ["system-critical", "system-maintenance"])
  }
}

@Suite struct DisruptionBudgetReconcilerTests {
  private func budget(ownedBy kind: String) -> DisruptionBudgetObservation {
    var budget = Policy.PodDisruptionBudget()
    budget.metadata.name = "kubevirt-disruption-budget-x"
    budget.metadata.namespace = "default"
    budget.metadata.uid = "pdb"
    var owner = OwnerReference()
    owner.apiVersion = "kubevirt.io/v1"
    owner.kind = kind
    owner.name = "vm"
    owner.controller = true
    budget.metadata.ownerReferences = [owner]
    let resource = GroupVersionResource(group: "policy", version: "v1", resource: "poddisruptionbudgets")
    return DisruptionBudgetObservation(budget: budget, resource: resource)
  }

  @Test func budgetsOfInstancesAreLeftOversAndGo() {
    let result = Reconciled(DisruptionBudgetReconciler(), budget(ownedBy: "VirtualMachineInstance"))
    #expect(result.headings == ["delete poddisruptionbudgets kubevirt-disruption-budget-x"])
    #expect(result.events == ["Normal SuccessfulDelete"])
  }

  @Test func budgetsOfOthersStay() {
    #expect(Reconciled(DisruptionBudgetReconciler(), budget(ownedBy: "Deployment")).headings.isEmpty)
    var going = budget(ownedBy: "VirtualMachineInstance")
    going.budget.metadata.deletionTimestamp = Reconciled.now
    #expect(Reconciled(DisruptionBudgetReconciler(), going).headings.isEmpty)
  }

  @Test func aRefusalIsToldAndTriedAgain() {
    let result = Reconciled(
      DisruptionBudgetReconciler(), budget(ownedBy: "VirtualMachineInstance"),
      refusing: ["delete poddisruptionbudgets": 500])
    #expect(result.events == ["Warning FailedDelete"])
    #expect(result.requeue != .no)
  }
}
