import JSON
import Kube
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

@Suite struct HandOverTests {
  private static func world(_ phase: String = "Scheduling", pod: Core.Pod = InstanceWorld.runningPod()) -> InstanceWorld
  {
    var world = InstanceWorld(phase: phase, node: phase == "Scheduling" ? "" : "node01")
    if phase == "Scheduling" { world.instance.metadata.labels = [KubeVirtNames.nodeName: "node01"] }
    world.observation.pods = [pod]
    return world
  }

  @Test func namesTheNodeToTheHandler() {
    var pod = InstanceWorld.runningPod()
    pod.metadata.annotations?[LauncherPodMetadata.migratesOverUnixSockets] = "true"
    var world = Self.world(pod: pod)
    world.instance.metadata.labels = nil
    world.reconcile()
    #expect(world.instance.status.phase == "Scheduled")
    #expect(world.instance.metadata.labels?[KubeVirtNames.nodeName] == "node01")
    #expect(world.instance.status.nodeName == "node01")
    #expect(world.instance.status.migrationTransport == "Unix")
  }

  @Test func needsComputeStartedAndTheOthersReady() {
    var pod = InstanceWorld.runningPod()
    pod.status.containerStatuses = [
      InstanceWorld.container("compute", isReady: false), InstanceWorld.container("volumedisk0", isReady: false),
    ]
    var world = Self.world(pod: pod)
    world.reconcile()
    #expect(world.instance.status.phase == "Scheduling")
    world.observation.pods[0].status.containerStatuses[1].ready = true
    world.reconcile()
    #expect(world.instance.status.phase == "Scheduled")
  }

  @Test func refusesDedicatedCPUsInAPodThatIsNotGuaranteed() {
    var world = Self.world()
    var cpu = V1.CPU()
    cpu.dedicatedCpuPlacement = true
    world.instance.spec.domain.cpu = cpu
    world.observation.pods[0].status.qosClass = "Burstable"
    world.reconcile()
    #expect(world.instance.status.phase == "Scheduling")
    #expect(world.instance.condition("Synchronized")?.reason == "FailedGuaranteeResources")
    #expect(world.events == ["Warning FailedGuaranteeResources"])
    world.observation.pods[0].status.qosClass = "Guaranteed"
    world.reconcile()
    #expect(world.instance.status.phase == "Scheduled")
  }

  @Test func describesClaimsSoThatTheHandlerNeedNotAsk() throws {
    var world = Self.world()
    world.instance.spec.volumes = [InstanceWorld.claimVolume("data")]
    var claim = Core.PersistentVolumeClaim()
    claim.metadata.name = "data"
    claim.spec.accessModes = ["ReadWriteMany"]
    claim.spec.volumeMode = "Block"
    claim.status.capacity = ["storage": Quantity(5, scale: 9)]
    world.observation.podLookups.claims = ["data": claim]
    world.reconcile()
    let status = try #require(world.instance.status.volumeStatus.first)
    #expect(status.name == "disk0")
    #expect(status.persistentVolumeClaimInfo?.claimName == "data")
    #expect(status.persistentVolumeClaimInfo?.accessModes == ["ReadWriteMany"])
    #expect(status.persistentVolumeClaimInfo?.filesystemOverhead == "0")
  }

  @Test func givesAContextIdentifierThatNobodyHas() {
    #expect(ContextIdentifiers.free(among: [], seed: 0) == 3)
    #expect(ContextIdentifiers.free(among: [3, 4], seed: 0) == 5)
    #expect(ContextIdentifiers.free(among: [UInt32.max - 1], seed: UInt64(UInt32.max) - 4) == 3)
    var world = Self.world()
    world.instance.spec.domain.devices.autoattachVSOCK = true
    world.reconcile()
    #expect(world.instance.status.VSOCKCID != nil)
  }

  @Test func namesThePodsInterfaces() throws {
    var world = Self.world("Running")
    var primary = V1.Network()
    primary.name = "default"
    primary.pod = V1.PodNetwork()
    var second = V1.Network()
    second.name = "blue"
    second.multus = V1.MultusNetwork()
    second.multus?.networkName = "blue-net"
    world.instance.spec.networks = [primary, second]
    var known = V1.VirtualMachineInstanceNetworkInterface()
    known.name = "default"
    known.ipAddress = "10.0.0.1"
    var ofGuest = V1.VirtualMachineInstanceNetworkInterface()
    ofGuest.interfaceName = "docker0"
    world.instance.status.interfaces = [known, ofGuest]
    let interface = PodInterfaceName.secondary(network: "blue")
    world.observation.pods[0].metadata.annotations?[KubeVirtNames.networkStatus] = """
      [{"name":"cbr0","interface":"ovn0","default":true},{"name":"default/blue-net","interface":"\(interface)"}]
      """
    world.reconcile()
    let interfaces = world.instance.status.interfaces
    #expect(interfaces.map(\.podInterfaceName) == ["ovn0", interface, ""])
    #expect(interfaces.map(\.infoSource) == ["", "multus-status", ""])
    #expect(interfaces.first?.ipAddress == "10.0.0.1")
    world.observation.pods[0].metadata.annotations?[KubeVirtNames.networkStatus] = "[]"
    world.reconcile()
    #expect(world.instance.status.interfaces.map(\.name) == ["default", ""])
  }

  @Test func tellsMultusOfInterfacesThatWerePlugged() {
    var world = Self.world("Running")
    var network = V1.Network()
    network.name = "blue"
    network.multus = V1.MultusNetwork()
    network.multus?.networkName = "blue-net"
    var interface = V1.Interface()
    interface.name = "blue"
    interface.bridge = V1.InterfaceBridge()
    world.instance.spec.networks = [network]
    world.instance.spec.domain.devices.interfaces = [interface]
    world.reconcile()
    let told = world.observation.pods[0].metadata.annotations?[LauncherPodMetadata.networks]
    #expect(told?.contains("blue-net") == true)
    world.writes = []
    world.observation.pods[0].metadata.annotations?[LauncherPodMetadata.networks] = told.map { $0 + "  " }
    world.reconcile()
    #expect(world.writes.isEmpty)
    world.instance.spec.domain.devices.interfaces[0].state = "absent"
    world.reconcile()
    #expect(world.observation.pods[0].metadata.annotations?[LauncherPodMetadata.networks] == "[]")
  }

  @Test func patchesOnlyWhatIsOursOnceTheHandlerWrites() {
    var world = Self.world("Running")
    world.reconcile()
    #expect(world.writes == ["patch virtualmachineinstances"])
    #expect(world.instance.condition("Ready")?.reason == "PodConditionMissing")
    world.reconcile()
    #expect(world.writes.count == 1)
  }

  @Test func testsWhatItPatches() {
    var observed = InstanceWorld(phase: "Running", node: "node01").instance
    observed.status.activePods = ["a": "node01"]
    var wanted = observed
    wanted.status.activePods = ["a": "node01", "b": "node02"]
    wanted.status.phase = "Failed"
    let place = { JSONPointer(["status", $0]) }
    #expect(
      InstancePatch.difference(from: observed, to: wanted).operations == [
        .test(place("activePods"), ["a": "node01"]), .replace(place("activePods"), ["a": "node01", "b": "node02"]),
        .test(place("phase"), "Running"), .replace(place("phase"), "Failed"),
      ])
  }

  @Test func copiesThePodsReadinessWithItsTimes() throws {
    var world = Self.world("Running")
    var ready = InstanceWorld.condition("Ready", "False", reason: "ContainersNotReady")
    ready.lastTransitionTime = Timestamp(seconds: 5)
    world.observation.pods[0].status.conditions.append(ready)
    world.reconcile()
    let condition = try #require(world.instance.condition("Ready"))
    #expect(condition.reason == "ContainersNotReady")
    #expect(condition.lastTransitionTime == Timestamp(seconds: 5))
  }

  @Test func aPausedInstanceIsNotReady() {
    var world = Self.world("Running")
    world.reconcile()
    world.instance.status.conditions.append(V1.VirtualMachineInstanceCondition("Paused", "True"))
    world.writes = []
    world.reconcile()
    #expect(world.writes == ["patch pods/status"])
    #expect(world.observation.pods[0].condition(KubeVirtNames.unpaused)?.status == "False")
    world.instance.status.conditions.remove("Paused")
    world.reconcile()
    world.reconcile()
    #expect(world.writes == ["patch pods/status", "patch pods/status"])
    #expect(world.observation.pods[0].condition(KubeVirtNames.unpaused)?.reason == "NotPaused")
  }

  @Test func triesAgainWhenThePodCannotBeMarked() {
    var world = Self.world("Running")
    world.observation.pods[0].metadata.labels = nil
    world.refusals = ["patch pods"]
    guard case .backingOff = world.reconcile() else {
      Issue.record("not tried again")
      return
    }
    #expect(world.writes.isEmpty)
  }

  @Test func marksAnInstanceWhoseLauncherIsOld() {
    var world = Self.world("Running")
    var compute = Core.Container()
    compute.name = "compute"
    compute.image = "registry/virt-launcher:0"
    world.observation.pods[0].spec.containers = [compute]
    world.reconcile()
    #expect(world.instance.metadata.labels?[KubeVirtNames.outdatedLauncherImage] == "")
    #expect(world.instance.status.launcherContainerImageVersion == "registry/virt-launcher:0")
  }

  @Test func saysThatItIsToLeaveItsNode() {
    var world = Self.world("Running")
    world.instance.status.evacuationNodeName = "node01"
    world.reconcile()
    #expect(world.instance.hasCondition("EvictionRequested"))
    world.instance.status.evacuationNodeName = ""
    world.reconcile()
    #expect(world.instance.condition("EvictionRequested") == nil)
  }

  @Test func saysWhichChangesWaitForAMigration() {
    var world = Self.world("Running")
    var cpu = V1.CPU()
    cpu.sockets = 4
    world.instance.spec.domain.cpu = cpu
    var topology = V1.CPUTopology()
    topology.sockets = 2
    world.instance.status.currentCPUTopology = topology
    world.reconcile()
    #expect(world.instance.hasCondition("HotVCPUChange"))
    world.writes = []
    world.reconcile()
    #expect(world.writes.isEmpty)
  }
}
