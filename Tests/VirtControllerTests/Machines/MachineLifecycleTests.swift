import JSON
import Kube
import KubeClient
import Testing
import VirtTypes

@testable import VirtController

/// First sight, finalizers, deletion, adoption, generations and conditions of machines.
@Suite struct MachineLifecycleTests {
  @Test func theFirstSightOfAMachineOnlyNotesTheVersion() {
    let result = Reconciled(Sample.machine { $0.metadata.annotations = ["a": "b"] })
    #expect(result.headings == ["update virtualmachines testvm"])
    let annotations = result.body("update virtualmachines").value(at: "metadata", "annotations")
    #expect(annotations?["kubevirt.io/latest-observed-api-version"] == "v1")
    #expect(annotations?["a"] == "b")
  }

  @Test func aMachineIsGivenItsFinalizerBesideOthers() throws {
    let bare = Reconciled(Sample.machine("Manual") { $0.metadata.finalizers = [] }).body("patch virtualmachines")
    #expect(
      try JSONPatch(bare).applied(to: ["metadata": ["resourceVersion": "5"]]).value(
        at: "metadata", "finalizers")
        == [.string(KubeVirtNames.machineFinalizer)])
    let shared = Reconciled(Sample.machine("Manual") { $0.metadata.finalizers = ["x"] }).body("patch virtualmachines")
    #expect(
      try JSONPatch(shared).applied(to: ["metadata": ["resourceVersion": "5", "finalizers": ["x"]]])
        .value(at: "metadata", "finalizers") == ["x", .string(KubeVirtNames.machineFinalizer)])
    #expect(throws: JSONPatchError.self) {
      try JSONPatch(shared).applied(to: ["metadata": ["resourceVersion": "6", "finalizers": ["x"]]])
    }
  }

  private let deleted = Sample.machine { $0.metadata.deletionTimestamp = Reconciled.ago(1) }

  @Test func theInstanceGoesBeforeItsMachine() {
    #expect(Reconciled(deleted, Sample.started(deleted)).actions == ["delete virtualmachineinstances"])
    let going = Sample.started(deleted) { $0.metadata.deletionTimestamp = Reconciled.ago(1) }
    #expect(Reconciled(deleted, going).actions == [])
    #expect(Reconciled(deleted).actions == ["patch virtualmachines"])
  }

  @Test func nothingStartsOfAMachineThatIsBeingDeleted() {
    var asked = deleted
    asked.status.stateChangeRequests = [Sample.request("Start")]
    asked.spec.dataVolumeTemplates = [V1.DataVolumeTemplateSpec()]
    #expect(Reconciled(asked).actions == ["patch virtualmachines"])
  }

  @Test func anOrphanedInstanceStays() {
    var orphaning = deleted
    orphaning.metadata.finalizers.append("orphan")
    let result = Reconciled(orphaning, Sample.started(orphaning))
    #expect(result.actions == ["patch virtualmachines"])
    #expect(result.body("patch virtualmachines").array?.last?["value"] == ["orphan"])
  }

  @Test func aMachineThatIsGoneWithItsLastFinalizerIsNoFailure() {
    #expect(Reconciled(deleted, refusing: ["update virtualmachines/status": 404]).requeue == .no)
    #expect(Reconciled(Sample.machine(), refusing: ["update virtualmachines/status": 409]).requeue != .no)
  }

  @Test func anInstanceThatHasEndedIsReleased() {
    let machine = Sample.machine("Manual")
    let result = Reconciled(machine, Sample.started(machine, phase: "Succeeded"))
    #expect(
      result.headings == ["update virtualmachines/status testvm", "patch virtualmachineinstances testvm"])
    #expect(
      result.body("patch virtualmachineinstances").array?.last?["value"] == [.string(KubeVirtNames.instanceFinalizer)])
  }

  // MARK: Whose instance it is

  @Test func anInstanceThatNobodyControlsIsAdopted() {
    let machine = Sample.machine()
    let stray = Sample.started(machine) { $0.metadata.ownerReferences = [] }
    let result = Reconciled(machine, stray)
    let patch = result.body("patch virtualmachineinstances")
    #expect(patch.value(at: "metadata", "uid") == "uid-testvm")
    #expect(patch.value(at: "metadata", "ownerReferences")?.array?.first?["uid"] == .string(Sample.machineUID))
    #expect(result.status["created"] == true)
  }

  @Test func nothingIsAdoptedByAMachineThatIsOnItsWayOut() {
    let machine = Sample.machine()
    let stray = Sample.started(machine) { $0.metadata.ownerReferences = [] }
    let late = Reconciled(machine, stray, objects: ["virtualmachines/testvm": deleted.jsonTree])
    #expect(late.headings == ["get virtualmachines testvm"])
    #expect(late.requeue != .no)
    #expect(Reconciled(deleted, stray).actions == ["patch virtualmachines"])
  }

  @Test func anInstanceOfAnotherIsLeftAlone() {
    let machine = Sample.machine("Halted")
    let foreign = Sample.started(machine) { $0.metadata.ownerReferences[0].uid = "another" }
    let result = Reconciled(machine, foreign)
    #expect(result.actions == [])
    #expect(result.printable == "Stopped")
  }

  // MARK: Generations

  @Test func theGenerationsOfTheMachineAndOfItsInstanceShow() {
    let old = Sample.machine()
    let new = Sample.machine {
      $0.metadata.generation = 3
      $0.spec.template?.spec.hostname = "h"
    }
    let status = Reconciled(new, Sample.started(old), startedAs: old).status
    #expect(status["observedGeneration"] == 1)
    #expect(status["desiredGeneration"] == 3)
  }

  @Test func anInstanceOfTheSameTemplateIsOfTheNewGeneration() {
    let old = Sample.machine()
    let new = Sample.machine("Manual") { $0.metadata.generation = 2 }
    let result = Reconciled(new, Sample.started(old), startedAs: old)
    #expect(result.actions == ["patch virtualmachineinstances"])
    #expect(result.body("patch virtualmachineinstances").array?.last?["value"] == ["kubevirt.io/vm-generation": "2"])
  }

  // MARK: Conditions

  @Test func conditionsOfTheInstanceAreCopiedAndTakenBack() {
    let machine = Sample.machine {
      $0.status.conditions = [
        V1.VirtualMachineCondition("AgentConnected", "True", message: "", at: Reconciled.ago(9))
      ]
    }
    let instance = Sample.started(machine) { $0.status.conditions.append(Sample.condition("LiveMigratable", "True")) }
    let result = Reconciled(machine, instance)
    #expect(result.status["conditions"]?.array?.compactMap { $0["type"]?.string } == ["Ready", "LiveMigratable"])
    #expect(result.status["ready"] == true)
    #expect(Reconciled(machine).condition("Ready")?["reason"] == "VMINotExists")
    let silent = Sample.started(machine) { $0.status.conditions = [] }
    #expect(Reconciled(machine, silent).condition("Ready")?["reason"] == "VMIConditionMissing")
  }

  @Test(arguments: ["Always", "RerunOnFailure", "Manual", "Halted", "Once"])
  func nothingIsWrittenTwice(_ strategy: String) throws {
    for phase in [nil, "Pending", "Scheduling", "Running"] {
      if phase == nil, strategy != "Halted", strategy != "Manual" { continue }
      if phase != nil, strategy == "Halted" { continue }
      var machine = Sample.machine(strategy)
      let first = Reconciled(machine, phase.map { Sample.started(machine, phase: $0) })
      machine.status = try V1.VirtualMachineStatus(test: first.status)
      let second = Reconciled(machine, phase.map { Sample.started(machine, phase: $0) })
      #expect(second.headings == [], "\(strategy) \(phase ?? "none")")
      #expect(second.requeue == .no)
    }
  }
}

@Suite struct MachineDataVolumeTests {
  private func machine(_ strategy: String = "Always", _ edit: (inout V1.VirtualMachine) -> Void = { _ in })
    -> V1.VirtualMachine
  {
    Sample.machine(strategy) {
      var template = V1.DataVolumeTemplateSpec()
      template.metadata.name = "dv"
      template.metadata.labels = ["a": "b"]
      $0.spec.dataVolumeTemplates = [template]
      edit(&$0)
    }
  }

  @Test func aMissingDataVolumeIsCreatedAndWaitedFor() {
    let result = Reconciled(machine())
    #expect(result.actions == ["create datavolumes"])
    let metadata = result.body("create datavolumes")["metadata"]
    #expect(metadata?["labels"] == ["a": "b", "kubevirt.io/created-by": .string(Sample.machineUID)])
    #expect(metadata?["annotations"] == ["cdi.kubevirt.io/allowClaimAdoption": "true"])
    #expect(metadata?["ownerReferences"]?.array?.first?["controller"] == true)
    #expect(result.events == ["Normal SuccessfulDataVolumeCreate"])
  }

  @Test func aClusterWithoutDataVolumesIsSaidClearly() {
    for result in [
      Reconciled(machine()) { $0.servesDataVolumes = false },
      Reconciled(machine(), refusing: ["create datavolumes": 404]),
    ] {
      #expect(result.condition("Failure")?["reason"] == "FailedCreate")
      #expect(result.condition("Failure")?["message"]?.string?.contains("CDI") == true)
      #expect(result.events == ["Warning FailedDataVolumeCreate"])
      #expect(!result.actions.contains("create virtualmachineinstances"))
    }
  }

  @Test func aRefusalShows() {
    let result = Reconciled(machine(), refusing: ["create datavolumes": 500])
    #expect(result.events == ["Warning FailedDataVolumeCreate"])
    #expect(result.requeue != .no)
  }

  @Test func dataVolumesThatCanWaitAreMadeForTheStart() {
    func isCreated(_ strategy: String, asks: Bool = false) -> Bool {
      let machine = machine(strategy) {
        $0.metadata.annotations?["kubevirt.io/immediate-data-volume-creation"] = "false"
        if asks { $0.status.stateChangeRequests = [Sample.request("Start")] }
      }
      return Reconciled(machine).actions.contains("create datavolumes")
    }
    #expect(isCreated("Always"))
    #expect(!isCreated("Halted"))
    #expect(isCreated("Halted", asks: true))
    #expect(!isCreated("Manual"))
    #expect(isCreated("Manual", asks: true))
  }

  @Test func aMachineIsStoppedWhateverItsDataVolumesDo() {
    let machine = machine("Halted")
    for refusals in [[:], ["create datavolumes": 404]] {
      let result = Reconciled(machine, Sample.started(machine), refusing: refusals)
      #expect(result.actions.contains("delete virtualmachineinstances"))
    }
    let manual = self.machine("Manual") { $0.status.stateChangeRequests = [Sample.request("Stop", uid: "uid-testvm")] }
    #expect(Reconciled(manual, Sample.started(manual)).actions.contains("delete virtualmachineinstances"))
  }
}
