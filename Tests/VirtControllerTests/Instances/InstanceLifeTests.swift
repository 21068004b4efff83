import JSON
import Kube
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

@Suite struct InstanceLifeTests {
  /// From its creation by a client to the running guest, with what scheduler, kubelet and virt-handler do in between.
  @Test func startsWithSevenWritesOfWhichNoneIsRepeated() throws {
    var world = InstanceWorld()
    world.instance.metadata.annotations = nil
    world.reconcile()
    world.reconcile()
    #expect(world.instance.status.phase == "Scheduling")
    world.reconcile()  // The pod comes back from the cache.
    world.observation.pods[0].spec.nodeName = "node01"
    world.observation.pods[0].status.conditions.append(InstanceWorld.condition("PodScheduled", "True"))
    world.reconcile()
    world.observation.pods[0].status.phase = "Running"
    world.observation.pods[0].status.qosClass = "Burstable"
    world.observation.pods[0].status.containerStatuses = [InstanceWorld.container("compute", isReady: true)]
    world.reconcile()
    #expect(world.instance.status.phase == "Scheduled")
    world.observation.pods[0].status.conditions.append(InstanceWorld.condition("Ready", "True"))
    world.reconcile()
    world.instance.status.phase = "Running"  // By virt-handler.
    world.reconcile()
    world.reconcile()
    #expect(
      world.writes == [
        "update virtualmachineinstances",  // API version
        "create pods",
        "patch pods/status",  // not paused
        "update virtualmachineinstances",  // Scheduling
        "update virtualmachineinstances",  // Scheduled: node, volumes, pods
        "patch pods",  // node label
        "patch virtualmachineinstances",  // Ready
      ])
    #expect(world.instance.condition("Ready")?.status == "True")
    #expect(world.instance.status.phaseTransitionTimestamps.map(\.phase) == ["Scheduling", "Scheduled"])
    #expect(world.events == ["Normal SuccessfulCreate"])
  }

  @Test func writesTheAPIVersionBeforeAnythingElse() {
    var world = InstanceWorld()
    world.instance.metadata.annotations = ["mine": "stays"]
    #expect(world.reconcile() == .no)
    #expect(world.writes == ["update virtualmachineinstances"])
    #expect(world.instance.metadata.annotations?["mine"] == "stays")
    #expect(ObservedVersions.areNoted(in: world.instance.metadata))
  }

  @Test(arguments: ["Scheduling", "Scheduled", "Running"])
  func failsWhenThePodIsLost(phase: String) {
    var world = InstanceWorld(phase: phase, node: phase == "Scheduling" ? "" : "node01")
    world.reconcile()
    #expect(world.instance.status.phase == "Failed")
    #expect(world.instance.condition("Ready")?.reason == "PodNotExists")
  }

  @Test(arguments: ["Scheduling", "Running"])
  func waitsForThePodOfAPhaseThatHasJustBegun(phase: String) {
    var world = InstanceWorld(phase: phase, node: phase == "Scheduling" ? "" : "node01")
    var entry = V1.VirtualMachineInstancePhaseTransitionTimestamp()
    entry.phase = phase
    entry.phaseTransitionTimestamp = world.context.now + .seconds(-4)
    world.instance.status.phaseTransitionTimestamps = [entry]
    #expect(world.reconcile() == .after(.seconds(6)))
    #expect(world.writes.isEmpty)
    world.context.now = world.context.now + .seconds(6)
    world.reconcile()
    #expect(world.instance.status.phase == "Failed")
  }

  @Test func neverMakesASecondPod() {
    var world = InstanceWorld(phase: "Scheduling")
    world.reconcile()
    world.reconcile()
    #expect(!world.writes.contains("create pods"))
  }

  @Test func failsWhenThePodEndsBeforeTheGuestStarts() {
    var world = InstanceWorld(phase: "Scheduling")
    world.observation.pods = [InstanceWorld.pod(phase: "Failed", node: "node01")]
    world.reconcile()
    #expect(world.instance.status.phase == "Failed")
    #expect(world.instance.condition("Ready")?.reason == "PodTerminating")
  }

  @Test func leavesTheEndOfARunningGuestToTheHandler() {
    var world = InstanceWorld(phase: "Running", node: "node01")
    world.observation.pods = [InstanceWorld.pod(phase: "Succeeded", node: "node01")]
    world.reconcile()
    #expect(world.instance.status.phase == "Running")
    #expect(world.instance.condition("Ready")?.reason == "PodTerminating")
  }

  @Test func goesWhenItsPodsAreGone() {
    var world = InstanceWorld(phase: "Succeeded", node: "node01")
    world.instance.metadata.finalizers.append(KubeVirtNames.machineFinalizer)
    world.observation.hasOwnerMachine = true
    world.observation.pods = [InstanceWorld.pod(phase: "Succeeded", node: "node01")]
    world.reconcile()
    #expect(world.instance.metadata.finalizers.count == 2)
    world.observation.pods = []
    world.reconcile()
    #expect(world.instance.metadata.finalizers == [KubeVirtNames.machineFinalizer])
    #expect(world.instance.status.activePods == nil)
    world.observation.hasOwnerMachine = false
    world.reconcile()
    #expect(world.instance.metadata.finalizers.isEmpty)
  }

  @Test func failsWhenDeletedBeforeItHadAPod() {
    var world = InstanceWorld()
    world.instance.metadata.deletionTimestamp = world.context.now
    world.reconcile()
    #expect(world.instance.status.phase == "Failed")
    world.reconcile()
    #expect(world.instance.metadata.finalizers.isEmpty)
    #expect(!world.writes.contains("create pods"))
  }

  @Test func deletesItsPodsOnceWhenDeleted() {
    var world = InstanceWorld(phase: "Running", node: "node01")
    world.instance.metadata.deletionTimestamp = world.context.now
    world.observation.pods = [InstanceWorld.runningPod(), InstanceWorld.runningPod("b", node: "node02")]
    world.reconcile()
    world.reconcile()
    #expect(world.writes.filter { $0 == "delete pods" }.count == 2)
    #expect(world.events == ["Normal SuccessfulDelete", "Normal SuccessfulDelete"])
    #expect(world.instance.status.phase == "Running")
  }

  @Test func triesAgainWhenAPodCannotBeDeleted() {
    var world = InstanceWorld(phase: "Scheduling")
    world.instance.metadata.deletionTimestamp = world.context.now
    world.observation.pods = [InstanceWorld.pod()]
    world.refusals = ["delete pods"]
    guard case .backingOff = world.reconcile() else {
      Issue.record("not tried again")
      return
    }
    #expect(world.events == ["Warning FailedDelete"])
    #expect(world.instance.condition("Synchronized")?.reason == "FailedDelete")
  }

  @Test func refusesAPhaseThatItDoesNotKnow() {
    var world = InstanceWorld(phase: "Dreaming")
    guard case .backingOff = world.reconcile() else {
      Issue.record("not tried again")
      return
    }
    #expect(world.writes.isEmpty)
  }

  @Test func aReceiverWaitsForItsMigration() {
    var world = InstanceWorld()
    world.instance.metadata.annotations?[KubeVirtNames.createMigrationTarget] = "true"
    world.reconcile()
    #expect(world.instance.status.phase == "WaitingForSync")
    world.reconcile()
    #expect(world.writes == ["update virtualmachineinstances"])
  }

  @Test func theTargetOfAMigrationIsNotTheCurrentPod() {
    var world = InstanceWorld(phase: "Running", node: "node01")
    var target = InstanceWorld.runningPod("target", node: "node02")
    target.metadata.creationTimestamp = world.context.now
    world.observation.pods = [InstanceWorld.runningPod(), target]
    #expect(world.observation.currentPod?.metadata.name == "virt-launcher-testvm-a")
    world.reconcile()
    #expect(
      world.instance.status.activePods == ["virt-launcher-testvm-a-uid": "node01", "target-uid": "node02"])
  }

  @Test func podsOfOthersAreNotItsOwn() {
    var world = InstanceWorld()
    var stranger = InstanceWorld.runningPod()
    stranger.metadata.ownerReferences = []
    world.observation.pods = [stranger]
    #expect(world.observation.currentPod == nil)
  }

  /// An empty map is not stored otherwise than none.
  @Test func writesNothingAboutAnInstanceThatHasEndedWhosePodsAreGone() {
    var world = InstanceWorld(phase: "Failed", node: "node01")
    world.instance.metadata.finalizers = []
    world.instance.status.activePods = [:]
    world.reconcile()
    let writes = world.writes.count
    world.instance.status.activePods = [:]
    #expect(world.reconcile() == .no)
    #expect(world.writes.count == writes)
  }
}
