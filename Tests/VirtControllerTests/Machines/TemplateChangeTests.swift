import JSON
import Kube
import KubeClient
import Testing
import VirtTypes

@testable import VirtController

/// What changes of a template do to the running instance.
@Suite struct TemplateChangeTests {
  private func changed(
    stage: Bool = false, from before: (inout V1.VirtualMachineInstanceSpec) -> Void = { _ in },
    instance edit: (inout V1.VirtualMachineInstance) -> Void = { _ in },
    _ change: (inout V1.VirtualMachineInstanceSpec) -> Void
  ) -> Reconciled {
    let old = Sample.machine(template: before)
    var new = old
    new.metadata.generation = 2
    if var spec = new.spec.template?.spec {
      change(&spec)
      new.spec.template?.spec = spec
    }
    let instance = Sample.started(old) {
      $0.status.memory = V1.MemoryStatus()
      $0.status.memory?.guestAtBoot = Quantity(bytes: 1 << 30)
      $0.status.memory?.guestCurrent = Quantity(bytes: 1 << 30)
      edit(&$0)
    }
    var configuration = V1.KubeVirtConfiguration()
    configuration.vmRolloutStrategy = stage ? "Stage" : "LiveUpdate"
    return Reconciled(new, instance, startedAs: old, configuration: configuration)
  }

  private func needsRestart(_ result: Reconciled) -> Bool { result.condition("RestartRequired")?["status"] == "True" }

  private func patches(_ result: Reconciled) -> JSONValue { result.body("patch virtualmachineinstances") }

  @Test func mostFieldsNeedARestart() {
    for stage in [true, false] {
      #expect(needsRestart(changed(stage: stage) { $0.hostname = "h" }))
      #expect(needsRestart(changed(stage: stage) { $0.domain.cpu?.cores = 2 }))
      #expect(needsRestart(changed(stage: stage) { $0.volumes.append(Sample.claimVolume("v", claim: "c")) }))
      #expect(changed(stage: stage) { $0.hostname = "h" }.actions == [])
    }
  }

  @Test func liveUpdatableFieldsNeedARestartOnlyWhereChangesAreStaged() {
    let changes: [(inout V1.VirtualMachineInstanceSpec) -> Void] = [
      { $0.domain.cpu?.sockets = 2 }, { $0.domain.memory?.guest = Quantity(bytes: 2 << 30) },
      { $0.nodeSelector = ["a": "b"] }, { $0.tolerations = [Toleration()] }, { $0.affinity = Affinity() },
    ]
    for change in changes {
      let staged = changed(stage: true, change)
      #expect(needsRestart(staged))
      #expect(staged.actions == [])
      let live = changed(change)
      #expect(!needsRestart(live))
      #expect(live.actions == ["patch virtualmachineinstances"])
    }
  }

  @Test func aRestartIsNotNeededAnyMoreWhenTheTemplateIsAsBefore() {
    let machine = Sample.machine {
      $0.status.conditions = [
        V1.VirtualMachineCondition("RestartRequired", "True", message: "", at: Reconciled.ago(9))
      ]
    }
    #expect(!needsRestart(Reconciled(machine, Sample.started(machine))))
    #expect(!needsRestart(Reconciled(machine)))
    // Nobody knows what the instance was started with.
    #expect(needsRestart(Reconciled(machine, Sample.started(machine)) { $0.revisions = [] }))
  }

  @Test func theConditionKeepsItsTimeWhileItHolds() {
    let old = Sample.machine()
    let moment = Reconciled.ago(500)
    let new = Sample.machine {
      $0.metadata.generation = 2
      $0.spec.template?.spec.hostname = "h"
      $0.status.conditions = [
        V1.VirtualMachineCondition("RestartRequired", "True", message: TemplateChanges.restartMessage, at: moment)
      ]
    }
    let result = Reconciled(new, Sample.started(old), startedAs: old)
    #expect(result.condition("RestartRequired")?["lastTransitionTime"] == .string(moment.text))
  }

  @Test func amountsThatAreWrittenInAnotherWayAreTheSame() throws {
    let written = try Quantity(exactly: "1024Mi")
    let result = changed { $0.domain.memory?.guest = written }
    #expect(!needsRestart(result))
  }

  // MARK: Processors

  @Test func socketsArePluggedWithTheirShareOfTheRequests() {
    let result = changed(from: { $0.domain.resources.requests = ["cpu": Quantity(100, scale: -3)] }) {
      $0.domain.cpu?.sockets = 3
    }
    #expect(
      patches(result) == [
        ["op": "test", "path": "/spec/domain/cpu/sockets", "value": 1],
        ["op": "replace", "path": "/spec/domain/cpu/sockets", "value": 3],
        ["op": "test", "path": "/spec/domain/resources/requests/cpu", "value": "100m"],
        ["op": "replace", "path": "/spec/domain/resources/requests/cpu", "value": "300m"],
      ])
  }

  @Test func socketsThatCanNotBePluggedNeedARestart() {
    #expect(needsRestart(changed { $0.domain.cpu?.sockets = 5 }))
    #expect(needsRestart(changed(from: { $0.domain.cpu?.sockets = 2 }) { $0.domain.cpu?.sockets = 1 }))
    let queues = changed(from: { $0.domain.devices.networkInterfaceMultiqueue = true }) { $0.domain.cpu?.sockets = 2 }
    #expect(needsRestart(queues))
    #expect(queues.actions == [])
  }

  @Test func socketsWaitForAChangeThatIsUnderWay() {
    let result = changed(instance: { $0.status.conditions.append(Sample.condition("HotVCPUChange", "True")) }) {
      $0.domain.cpu?.sockets = 2
    }
    #expect(result.condition("Failure")?["reason"] == "HotPlugCPUError")
    #expect(result.requeue != .no)
    #expect(result.actions == [])
  }

  // MARK: Memory

  @Test func memoryIsPluggedWithWhatIsRequestedForIt() {
    let result = changed(from: { $0.domain.resources.requests = ["memory": Quantity(bytes: 1 << 30)] }) {
      $0.domain.memory?.guest = Quantity(bytes: 2 << 30)
    }
    #expect(
      patches(result) == [
        ["op": "test", "path": "/spec/domain/memory/guest", "value": "1Gi"],
        ["op": "replace", "path": "/spec/domain/memory/guest", "value": "2Gi"],
        ["op": "test", "path": "/spec/domain/resources/requests/memory", "value": "1Gi"],
        ["op": "replace", "path": "/spec/domain/resources/requests/memory", "value": "2Gi"],
      ])
  }

  @Test func memoryThatCanNotBePluggedNeedsARestart() {
    #expect(needsRestart(changed { $0.domain.memory?.guest = Quantity(bytes: 5 << 30) }))
    #expect(needsRestart(changed { $0.domain.memory?.guest = Quantity(bytes: 1 << 29) }))
    #expect(
      needsRestart(
        changed(instance: { $0.spec.domain.memory?.maxGuest = nil }) {
          $0.domain.memory?.guest = Quantity(bytes: 2 << 30)
        }))
  }

  // MARK: Placement

  @Test func placementIsAddedReplacedAndRemoved() {
    #expect(
      patches(changed { $0.nodeSelector = ["a": "b"] }) == [
        ["op": "add", "path": "/spec/nodeSelector", "value": ["a": "b"]]
      ])
    #expect(
      patches(changed(from: { $0.nodeSelector = ["a": "b"] }) { $0.nodeSelector = ["c": "d"] }) == [
        ["op": "test", "path": "/spec/nodeSelector", "value": ["a": "b"]],
        ["op": "replace", "path": "/spec/nodeSelector", "value": ["c": "d"]],
      ])
    #expect(
      patches(changed(from: { $0.nodeSelector = ["a": "b"] }) { $0.nodeSelector = nil }) == [
        ["op": "test", "path": "/spec/nodeSelector", "value": ["a": "b"]],
        ["op": "remove", "path": "/spec/nodeSelector"],
      ])
  }

  @Test func placementStaysDuringAMigration() {
    let result = changed(instance: {
      $0.status.migrationState = V1.VirtualMachineInstanceMigrationState()
      $0.status.migrationState?.startTimestamp = Reconciled.ago(5)
    }) { $0.nodeSelector = ["a": "b"] }
    #expect(result.condition("Failure")?["reason"] == "AffinityChangeError")
  }

  // MARK: Interfaces

  private func bridge(_ name: String, state: String = "") -> (V1.Interface, V1.Network) {
    var interface = V1.Interface()
    interface.name = name
    interface.bridge = V1.InterfaceBridge()
    interface.state = state
    var network = V1.Network()
    network.name = name
    network.multus = V1.MultusNetwork()
    network.multus?.networkName = name
    return (interface, network)
  }

  private func connect(_ spec: inout V1.VirtualMachineInstanceSpec, _ name: String, state: String = "") {
    let (interface, network) = bridge(name, state: state)
    spec.domain.devices.interfaces.append(interface)
    spec.networks.append(network)
  }

  @Test func aBridgeIsPluggedUnderEitherRollout() {
    for stage in [true, false] {
      let result = changed(stage: stage) { connect(&$0, "blue") }
      #expect(!needsRestart(result))
      let paths = patches(result).array?.compactMap { $0["path"]?.string }
      #expect(
        paths == [
          "/spec/networks", "/spec/networks", "/spec/domain/devices/interfaces", "/spec/domain/devices/interfaces",
        ])
    }
  }

  @Test func otherInterfacesNeedARestart() {
    let masquerade = changed {
      connect(&$0, "blue")
      $0.domain.devices.interfaces[1].bridge = nil
      $0.domain.devices.interfaces[1].masquerade = V1.InterfaceMasquerade()
    }
    #expect(needsRestart(masquerade))
    #expect(needsRestart(changed { $0.domain.devices.interfaces[0].model = "e1000" }))
    #expect(needsRestart(changed { $0.domain.devices.interfaces = [] }))
  }

  @Test func anInterfaceLeavesThePodOnlyWhenItsNameThereIsItsOwn() {
    func result(podName: String) -> Reconciled {
      changed(
        from: { connect(&$0, "blue") },
        instance: {
          var report = V1.VirtualMachineInstanceNetworkInterface()
          report.name = "blue"
          report.podInterfaceName = podName
          $0.status.interfaces = [report]
        }
      ) { $0.domain.devices.interfaces[1].state = "absent" }
    }
    #expect(result(podName: "podcde5a54e7f9").actions == ["patch virtualmachineinstances"])
    #expect(result(podName: "net1").actions == [])
    #expect(result(podName: "").actions == [])
    #expect(!needsRestart(result(podName: "net1")))
  }

  @Test func absentInterfacesLeaveTheTemplateWhenNothingHoldsThem() {
    let machine = Sample.machine("Halted", template: { connect(&$0, "blue", state: "absent") })
    let result = Reconciled(machine)
    #expect(result.actions == ["update virtualmachines"])
    let spec = result.body("update virtualmachines").value(at: "spec", "template", "spec")
    #expect(spec?["networks"]?.array?.count == 1)
    #expect(spec?.value(at: "domain", "devices", "interfaces")?.array?.count == 1)
  }

  // MARK: Volumes

  private func plug(_ spec: inout V1.VirtualMachineInstanceSpec) {
    spec.volumes.append(Sample.claimVolume("hp", claim: "c", hotpluggable: true))
    spec.domain.devices.disks.append(Sample.disk("hp"))
  }

  @Test func pluggableVolumesReachTheInstance() {
    let result = changed(plug)
    #expect(!needsRestart(result))
    #expect(
      patches(result).array?.compactMap { $0["path"]?.string } == ["/spec/volumes", "/spec/domain/devices/disks"])
  }

  @Test func volumesThatWerePluggedIntoTheInstanceAloneStay() {
    #expect(changed(instance: { plug(&$0.spec) }, { _ in }).bodies("patch virtualmachineinstances").count == 1)
    let paths = patches(changed(instance: { plug(&$0.spec) }, { _ in })).array?.compactMap { $0["path"]?.string }
    #expect(paths?.contains("/spec/volumes") == false)
  }

  @Test func volumeRequestsReachTheTemplateAndTheInstance() throws {
    var options = V1.AddVolumeOptions()
    options.name = "hp"
    options.disk = Sample.disk("hp")
    options.volumeSource = V1.HotplugVolumeSource()
    options.volumeSource?.persistentVolumeClaim = V1.PersistentVolumeClaimVolumeSource()
    options.volumeSource?.persistentVolumeClaim?.claimName = "c"
    var request = V1.VirtualMachineVolumeRequest()
    request.addVolumeOptions = options
    let machine = Sample.machine { [request] in $0.status.volumeRequests = [request] }
    let result = Reconciled(machine, Sample.started(machine))
    #expect(result.actions == ["patch virtualmachineinstances", "update virtualmachines"])
    #expect(result.status["volumeRequests"] == nil)
    let updated = try V1.VirtualMachine(test: result.body("update virtualmachines"))
    #expect(updated.spec.template?.spec.volumes.map(\.name) == ["hp"])

    var removal = V1.VirtualMachineVolumeRequest()
    removal.removeVolumeOptions = V1.RemoveVolumeOptions()
    removal.removeVolumeOptions?.name = "hp"
    let plugged = Sample.machine { [removal] in
      $0.spec.template = updated.spec.template
      $0.status.volumeRequests = [removal]
    }
    let removed = Reconciled(plugged, Sample.started(plugged))
    #expect(removed.actions == ["patch virtualmachineinstances", "update virtualmachines"])
    #expect(removed.status["volumeRequests"] == nil)
  }

  // MARK: Memory dumps

  @Test func aMemoryDumpIsAttachedDumpedAndTakenOff() {
    func reconciled(_ phase: String, attached: Bool, volume: String? = nil) -> Reconciled {
      var dump = V1.Volume()
      dump.name = "claim"
      dump.memoryDump = V1.MemoryDumpVolumeSource()
      dump.memoryDump?.claimName = "claim"
      let machine = Sample.machine { [dump] in
        $0.status.memoryDumpRequest = V1.VirtualMachineMemoryDumpRequest()
        $0.status.memoryDumpRequest?.claimName = "claim"
        $0.status.memoryDumpRequest?.phase = phase
        if attached { $0.spec.template?.spec.volumes = [dump] }
      }
      return Reconciled(
        machine,
        Sample.started(machine) {
          guard let volume else { return }
          var status = V1.VolumeStatus()
          status.name = "claim"
          status.phase = volume
          status.memoryDumpVolume = V1.DomainMemoryDumpInfo()
          $0.status.volumeStatus = [status]
        })
    }
    func phase(_ result: Reconciled) -> JSONValue? { result.status.value(at: "memoryDumpRequest", "phase") }
    let attaching = reconciled("Associating", attached: false)
    #expect(attaching.actions == ["patch virtualmachineinstances", "update virtualmachines"])
    #expect(phase(attaching) == "InProgress")
    #expect(phase(reconciled("InProgress", attached: true, volume: "MemoryDumpVolumeCompleted")) == "Unmounting")
    #expect(phase(reconciled("InProgress", attached: true, volume: "MemoryDumpVolumeFailed")) == "Failed")
    #expect(reconciled("Unmounting", attached: true).actions == ["patch virtualmachineinstances"])
    #expect(phase(reconciled("Unmounting", attached: true)) == "Completed")
    let dissociating = reconciled("Dissociating", attached: true)
    #expect(dissociating.actions == ["patch virtualmachineinstances", "update virtualmachines"])
  }
}
