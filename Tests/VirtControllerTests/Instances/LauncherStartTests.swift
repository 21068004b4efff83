import JSON
import Kube
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

@Suite struct LauncherStartTests {
  private static func claim(ownedBy dataVolume: String? = nil) -> Core.PersistentVolumeClaim {
    var claim = Core.PersistentVolumeClaim()
    claim.metadata.name = "data"
    if let dataVolume {
      claim.metadata.ownerReferences = [
        .controller(
          GroupVersionKind(group: "cdi.kubevirt.io", version: "v1beta1", kind: "DataVolume"), name: dataVolume,
          uid: "dv-uid")
      ]
    }
    return claim
  }

  private static func world(dataVolumePhase: String) -> InstanceWorld {
    var world = InstanceWorld(volumes: [InstanceWorld.claimVolume("data")])
    world.observation.podLookups.claims = ["data": claim(ownedBy: "data")]
    world.observation.dataVolumes = ["data": ["status": ["phase": .string(dataVolumePhase)]]]
    return world
  }

  @Test func reportsAMissingClaimAsUnschedulableAndWaits() {
    var world = InstanceWorld(volumes: [InstanceWorld.claimVolume("data")])
    #expect(world.reconcile() == .no)
    #expect(world.instance.status.phase == "Pending")
    #expect(world.instance.condition("Synchronized")?.reason == "FailedPvcNotFound")
    #expect(world.instance.condition("PodScheduled")?.reason == "Unschedulable")
    #expect(world.events == ["Normal FailedPvcNotFound"])
    world.reconcile()
    #expect(world.writes == ["update virtualmachineinstances"])
    world.observation.podLookups.claims = ["data": Self.claim()]
    world.reconcile()
    world.observation.pods[0].status.conditions.append(InstanceWorld.condition("PodScheduled", "True"))
    world.reconcile()
    #expect(world.instance.status.phase == "Scheduling")
    #expect(world.instance.condition("Synchronized") == nil)
    #expect(world.instance.condition("PodScheduled") == nil)
  }

  @Test func waitsForDataVolumesThatAreBeingFilled() {
    var world = Self.world(dataVolumePhase: "ImportInProgress")
    world.reconcile()
    #expect(!world.writes.contains("create pods"))
    #expect(world.instance.status.phase == "Pending")
    #expect(world.instance.condition("DataVolumesReady")?.reason == "NotAllDVsReady")
    world.observation.dataVolumes["data"] = [
      "status": ["phase": "Succeeded", "conditions": [["type": "Ready", "status": "True"]]]
    ]
    world.reconcile()
    #expect(world.writes.contains("create pods"))
    #expect(world.instance.condition("DataVolumesReady")?.reason == "AllDVsReady")
  }

  @Test func failsWithItsDataVolume() {
    var world = Self.world(dataVolumePhase: "Failed")
    world.reconcile()
    #expect(world.instance.status.phase == "Failed")
  }

  @Test func bindsVolumesThatWaitForAConsumerByAPodThatRunsNoGuest() throws {
    var world = Self.world(dataVolumePhase: "WaitForFirstConsumer")
    world.reconcile()
    let binder = try #require(world.observation.pods.first)
    #expect(binder.onlyBindsVolumes)
    #expect(binder.spec.containers.map(\.name) == ["compute"])
    #expect(world.instance.status.phase == "Pending")
    #expect(world.instance.hasCondition("Provisioning"))
    #expect(world.instance.condition("Ready")?.reason == "PodNotExists")
    world.observation.pods[0].status.phase = "Succeeded"
    world.observation.dataVolumes["data"] = ["status": ["phase": "Succeeded"]]
    world.reconcile()
    #expect(world.writes.contains("delete pods"))
    world.observation.pods = []
    world.reconcile()
    #expect(world.observation.pods.first?.onlyBindsVolumes == false)
    #expect(world.instance.status.phase == "Scheduling")
  }

  @Test func triesAgainWhenThePodIsRefused() {
    var world = InstanceWorld()
    world.refusals = ["create pods"]
    guard case .backingOff = world.reconcile() else {
      Issue.record("not tried again")
      return
    }
    #expect(world.instance.status.phase == "Pending")
    #expect(world.instance.condition("Synchronized")?.reason == "FailedCreate")
    #expect(world.events == ["Warning FailedCreate"])
  }

  @Test(arguments: ["Scheduling", "Running", "Failed"])
  func makesNoPodWhenTheCacheIsOlderThanTheLastLeadersWrites(phase: String) {
    var world = InstanceWorld()
    world.stored = world.instance
    world.stored?.status.phase = phase
    world.reconcile()
    #expect(world.observation.pods.isEmpty)
  }

  @Test func makesNoPodForAnInstanceThatCannotBeRead() {
    var world = InstanceWorld()
    world.refusals = ["get virtualmachineinstances"]
    guard case .backingOff = world.reconcile() else {
      Issue.record("not tried again")
      return
    }
    #expect(world.observation.pods.isEmpty)
  }

  @Test func keepsOneOfTwoPodsBeforeTheHandOver() {
    var world = InstanceWorld(phase: "Scheduling")
    var newer = InstanceWorld.pod("newer")
    newer.metadata.creationTimestamp = world.context.now
    var target = InstanceWorld.pod("target")
    target.metadata.labels = [KubeVirtNames.migrationJobUID: "migration-uid"]
    world.observation.pods = [InstanceWorld.pod("older"), newer, target]
    world.reconcile()
    #expect(world.observation.pods.filter(\.isTerminating).map(\.metadata.name) == ["older"])
  }

  @Test func copiesThatNoNodeWasFound() {
    var world = InstanceWorld(phase: "Scheduling")
    world.observation.pods = [InstanceWorld.pod()]
    world.observation.pods[0].status.conditions.append(
      InstanceWorld.condition("PodScheduled", "False", reason: "Unschedulable"))
    world.reconcile()
    #expect(world.instance.condition("PodScheduled")?.reason == "Unschedulable")
    world.observation.pods[0].status.conditions = [InstanceWorld.condition("PodScheduled", "True")]
    world.reconcile()
    #expect(world.instance.condition("PodScheduled") == nil)
  }

  @Test(arguments: ["ErrImagePull", "ImagePullBackOff"])
  func reportsThatAnImageCannotBeHad(reason: String) {
    var world = InstanceWorld(phase: "Scheduling")
    world.observation.pods = [InstanceWorld.pod(node: "node01")]
    world.observation.pods[0].status.containerStatuses = [
      InstanceWorld.container("compute", isReady: true), InstanceWorld.waiting("volumedisk0", reason),
    ]
    #expect(world.reconcile() == .no)
    #expect(world.instance.condition("Synchronized")?.reason == reason)
    #expect(world.instance.condition("Synchronized")?.message == "no such image")
    #expect(world.instance.status.phase == "Scheduling")
  }

  @Test func makesAClaimForTheStateThatAMachineKeeps() {
    var world = InstanceWorld()
    var tpm = V1.TPMDevice()
    tpm.persistent = true
    world.instance.spec.domain.devices.tpm = tpm
    #expect(world.reconcile() == .no)
    #expect(world.writes == ["create persistentvolumeclaims", "update virtualmachineinstances"])
    #expect(world.instance.condition("Synchronized")?.reason == "BackendStorageNotReady")
    let claim = StateClaim.make(for: world.instance, world.context.configuration)
    #expect(claim.metadata.ownerReferences.map(\.uid) == ["instance-uid"])
    world.observation.podLookups.claims[claim.metadata.name] = claim
    world.reconcile()
    #expect(world.writes.contains("create pods"))
  }
}
