import JSON
import Kube
import KubeClient
import Testing
import VirtTypes

@testable import VirtController

/// What a machine's instance is made of, and the revision that is kept of it.
@Suite struct MachineStartTests {
  private func created(_ machine: V1.VirtualMachine) throws -> V1.VirtualMachineInstance {
    try V1.VirtualMachineInstance(test: Reconciled(machine).body("create virtualmachineinstances"))
  }

  @Test func theInstanceBelongsToTheMachineAndHasItsName() throws {
    let instance = try created(Sample.machine { $0.spec.template?.metadata.annotations = ["a": "b"] })
    #expect(instance.metadata.name == "testvm")
    #expect(instance.metadata.namespace == "default")
    #expect(instance.metadata.labels == ["app": "web"])
    #expect(instance.metadata.annotations == ["a": "b", "kubevirt.io/vm-generation": "1"])
    #expect(instance.metadata.finalizers == ["kubevirt.io/virtualMachineControllerFinalize"])
    let owner = try #require(instance.metadata.controllerReference)
    #expect(owner.apiVersion == "kubevirt.io/v1")
    #expect(owner.kind == "VirtualMachine")
    #expect(owner.uid == Sample.machineUID)
    #expect(owner.blockOwnerDeletion == true)
    #expect(instance.status.virtualMachineRevisionName == "revision-start-vm-\(Sample.machineUID)-1")
  }

  @Test func theFirmwareUUIDFollowsFromTheNameWhereNoneIsGiven() throws {
    let open = try created(Sample.machine { $0.spec.template?.spec.domain.firmware = nil })
    #expect(open.spec.domain.firmware?.uuid == "5a9fc181-957e-5c32-9e5a-2de5e9673531")
    let given = try created(Sample.machine { $0.spec.template?.spec.domain.firmware?.uuid = "mine" })
    #expect(given.spec.domain.firmware?.uuid == "mine")
  }

  @Test func aRunningMachinesTemplateIsGivenItsFirmwareUUIDWithoutARestart() {
    let machine = Sample.machine { $0.spec.template?.spec.domain.firmware = nil }
    let result = Reconciled(machine, Sample.started(machine))
    #expect(result.actions == ["update virtualmachines"])
    #expect(
      result.body("update virtualmachines").value(at: "spec", "template", "spec", "domain", "firmware", "uuid")
        == "5a9fc181-957e-5c32-9e5a-2de5e9673531")
    let next = Sample.machine { $0.metadata.generation = 2 }
    #expect(Reconciled(next, Sample.started(machine), startedAs: machine).condition("RestartRequired") == nil)
  }

  @Test func devicesThatEveryGuestNeedsAreAdded() throws {
    let instance = try created(
      Sample.machine {
        $0.spec.template?.spec.networks = []
        $0.spec.template?.spec.domain.devices.interfaces = []
        $0.spec.template?.spec.domain.devices.autoattachInputDevice = true
        $0.spec.template?.spec.volumes = [Sample.claimVolume("root", claim: "c")]
      })
    #expect(instance.spec.networks.map(\.name) == ["default"])
    #expect(instance.spec.domain.devices.interfaces.first?.bridge != nil)
    #expect(instance.spec.domain.devices.inputs.map(\.name) == ["default-0"])
    #expect(instance.spec.domain.devices.disks.map(\.name) == ["root"])
  }

  @Test func aRevisionKeepsTheSpecBeforeTheInstanceIsCreated() {
    let machine = Sample.machine()
    let result = Reconciled(machine)
    #expect(result.actions == ["create controllerrevisions", "create virtualmachineinstances"])
    let revision = result.body("create controllerrevisions")
    #expect(revision["revision"] == 1)
    #expect(revision.value(at: "data", "spec") == machine.spec.jsonTree)
  }

  @Test func theRevisionOfTheSameGenerationIsUsedAgainAndOlderOnesGo() {
    let machine = Sample.machine { $0.metadata.generation = 2 }
    let same = Reconciled(machine) { $0.revisions = [MachineRevision.make(of: machine)] }
    #expect(same.actions == ["create virtualmachineinstances"])
    let older = Reconciled(machine) { $0.revisions = [MachineRevision.make(of: Sample.machine())] }
    #expect(
      older.headings.prefix(2) == [
        "delete controllerrevisions revision-start-vm-\(Sample.machineUID)-1", "create controllerrevisions",
      ])
    let foreign: JSONValue = ["metadata": ["name": "something-else"]]
    #expect(Reconciled(machine) { $0.revisions = [foreign] }.actions.first == "create controllerrevisions")
  }

  @Test func amountsThatAreWrittenInAnotherWayMakeNoNewRevision() throws {
    let amount = try Quantity(exactly: "1024Mi")
    let machine = Sample.machine { $0.spec.template?.spec.domain.memory?.guest = amount }
    let stored = try JSONValue(json: MachineRevision.make(of: machine).jsonBytes())
    #expect(Reconciled(machine) { $0.revisions = [stored] }.actions == ["create virtualmachineinstances"])
  }

  @Test(arguments: ["create controllerrevisions", "create virtualmachineinstances"])
  func aStartThatIsRefusedShowsAndIsTriedAgain(_ refused: String) {
    let result = Reconciled(Sample.machine(), refusing: [refused: 500])
    #expect(result.condition("Failure")?["reason"] == "FailedCreate")
    #expect(result.printable == "Stopped")
    guard case .backingOff = result.requeue else {
      Issue.record("the start is not tried again")
      return
    }
    let isInstance = refused == "create virtualmachineinstances"
    #expect(result.events == (isInstance ? ["Warning FailedCreate"] : []))
    #expect(result.actions.contains("create virtualmachineinstances") == isInstance)
  }

  @Test func aStopThatIsRefusedShows() {
    let machine = Sample.machine("Halted")
    let result = Reconciled(machine, Sample.started(machine), refusing: ["delete virtualmachineinstances": 500])
    #expect(result.condition("Failure")?["reason"] == "FailedDelete")
    #expect(result.printable == "Running")
    #expect(result.events == ["Warning FailedDelete"])
    let gone = Reconciled(machine, Sample.started(machine), refusing: ["delete virtualmachineinstances": 404])
    #expect(gone.condition("Failure") == nil)
  }

  @Test func aFailureGoesWhenThingsGoWell() {
    let machine = Sample.machine {
      $0.status.conditions = [
        V1.VirtualMachineCondition("Failure", "True", reason: "FailedCreate", message: "", at: Reconciled.ago(9))
      ]
    }
    #expect(Reconciled(machine).condition("Failure") == nil)
  }
}

@Suite struct MachineInstancetypeTests {
  private let machine = Sample.machine {
    $0.spec.template?.spec.domain.cpu = nil
    $0.spec.template?.spec.domain.memory = nil
    $0.spec.instancetype = V1.InstancetypeMatcher()
    $0.spec.instancetype?.name = "small"
  }
  private let small: JSONValue = [
    "apiVersion": "instancetype.kubevirt.io/v1beta1", "kind": "VirtualMachineClusterInstancetype",
    "metadata": ["name": "small", "uid": "7", "generation": 3],
    "spec": ["cpu": ["guest": 2], "memory": ["guest": "2Gi"]],
  ]
  private var copy: JSONValue { InstancetypeRevision.make(of: small, for: machine) }

  @Test func aCopyOfTheInstanceTypeIsKeptAndApplied() throws {
    let result = Reconciled(
      machine,
      objects: ["virtualmachineclusterinstancetypes/small": small, "controllerrevisions/testvm-small-7-3": copy])
    #expect(
      result.actions == [
        "create controllerrevisions", "create controllerrevisions", "create virtualmachineinstances",
      ])
    #expect(result.body("create controllerrevisions").value(at: "data", "spec", "cpu", "guest") == 2)
    #expect(result.status.value(at: "instancetypeRef", "controllerRevisionRef", "name") == "testvm-small-7-3")
    let instance = try V1.VirtualMachineInstance(test: result.body("create virtualmachineinstances"))
    #expect(instance.spec.domain.cpu?.sockets == 2)
    #expect(instance.spec.domain.memory?.guest?.canonicalText == "2Gi")
    #expect(instance.metadata.annotations?["kubevirt.io/cluster-instancetype-name"] == "small")
  }

  @Test func theCopyIsUsedFromThenOn() {
    var fixed = machine
    fixed.status.instancetypeRef = V1.InstancetypeStatusRef()
    fixed.status.instancetypeRef?.name = "small"
    fixed.status.instancetypeRef?.controllerRevisionRef = V1.ControllerRevisionRef()
    fixed.status.instancetypeRef?.controllerRevisionRef?.name = "testvm-small-7-3"
    let result = Reconciled(fixed, objects: ["controllerrevisions/testvm-small-7-3": copy])
    #expect(result.actions == ["create controllerrevisions", "create virtualmachineinstances"])
  }

  @Test func aMachineWithoutItsInstanceTypeIsNotStartedButCanBeStopped() {
    let result = Reconciled(machine)
    #expect(result.actions == [])
    #expect(result.events == ["Warning FailedCreate"])
    #expect(result.condition("Failure")?["reason"] == "FailedCreate")
    var halted = machine
    halted.spec.runStrategy = "Halted"
    #expect(Reconciled(halted, Sample.started(machine)).actions == ["delete virtualmachineinstances"])
  }

  @Test func aConflictBetweenTheMachineAndItsInstanceTypeIsNoStart() {
    var both = machine
    both.spec.template?.spec.domain.memory = V1.Memory()
    both.spec.template?.spec.domain.memory?.guest = Quantity(bytes: 1 << 30)
    let result = Reconciled(
      both,
      objects: ["virtualmachineclusterinstancetypes/small": small, "controllerrevisions/testvm-small-7-3": copy])
    #expect(!result.actions.contains("create virtualmachineinstances"))
    #expect(result.condition("Failure")?["message"]?.string?.contains("domain.memory.guest") == true)
  }
}
