import JSON
import Kube
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

@Suite struct PrintableStatusTests {
  private func dataVolume(_ phase: String, conditions: JSONValue = []) -> JSONValue {
    ["metadata": ["name": "dv"], "status": ["phase": .string(phase), "conditions": conditions]]
  }

  /// A machine whose disk is on a claim or on a DataVolume.
  private func machine(_ strategy: String, dataVolume: Bool = false) -> V1.VirtualMachine {
    Sample.machine(strategy) { machine in
      var volume = V1.Volume()
      volume.name = "disk"
      if dataVolume {
        volume.dataVolume = V1.DataVolumeSource()
        volume.dataVolume?.name = "dv"
        var template = V1.DataVolumeTemplateSpec()
        template.metadata.name = "dv"
        machine.spec.dataVolumeTemplates = [template]
      } else {
        volume = Sample.claimVolume("disk", claim: "dv")
      }
      machine.spec.template?.spec.volumes = [volume]
    }
  }

  private func printable(
    _ phase: String?, strategy: String = "Always", deleted: Bool = false,
    conditions: [V1.VirtualMachineInstanceCondition] = [], _ edit: (inout MachineObservation) -> Void = { _ in }
  ) -> String {
    let machine = machine(strategy)
    let instance = phase.map { phase in
      Sample.started(machine, phase: phase) {
        $0.status.conditions = conditions
        if deleted { $0.metadata.deletionTimestamp = Reconciled.ago(1) }
      }
    }
    return Reconciled(machine, instance, edit).printable
  }

  @Test(arguments: [
    ("", "Starting"), ("Pending", "Starting"), ("Scheduling", "Starting"), ("Scheduled", "Starting"),
    ("Running", "Running"), ("Unknown", "Unknown"), ("WaitingForSync", "Unknown"),
  ])
  func aLiveInstanceSaysWhatItsMachineIs(_ phase: String, _ expected: String) {
    #expect(printable(phase) == expected)
    #expect(printable(phase, deleted: true) == "Stopping")
    #expect(printable(phase, strategy: "Halted") == "Stopping")
  }

  @Test(arguments: ["Succeeded", "Failed"])
  func aMachineWhoseInstanceHasEndedIsStoppedOrCrashes(_ phase: String) {
    #expect(printable(phase, strategy: "Manual") == "Stopped")
    #expect(printable(phase, strategy: "Halted") == "Stopped")
    #expect(printable(phase, strategy: "Always") == "CrashLoopBackOff")
    #expect(printable(phase, strategy: "Once") == "CrashLoopBackOff")
  }

  @Test func conditionsOfTheInstanceShow() {
    let paused = [Sample.condition("Paused", "True")]
    #expect(printable("Running", conditions: paused) == "Paused")
    #expect(printable("Scheduled", conditions: paused) == "Starting")
    let unschedulable = [Sample.condition("PodScheduled", "False", reason: "Unschedulable")]
    #expect(printable("Scheduling", conditions: unschedulable) == "ErrorUnschedulable")
    for (reason, expected) in [
      ("FailedPvcNotFound", "ErrorPvcNotFound"), ("ErrImagePull", "ErrImagePull"),
      ("ImagePullBackOff", "ImagePullBackOff"), ("FailedCreate", "Starting"),
    ] {
      #expect(
        printable("Pending", conditions: [Sample.condition("Synchronized", "False", reason: reason)]) == expected)
    }
  }

  @Test func aMigrationShowsUntilItEnds() {
    let machine = machine("Always")
    func printable(ended: Bool, paused: Bool = false) -> String {
      let instance = Sample.started(machine) {
        var migration = V1.VirtualMachineInstanceMigrationState()
        migration.startTimestamp = Reconciled.ago(10)
        if ended { migration.endTimestamp = Reconciled.ago(1) }
        $0.status.migrationState = migration
        if paused { $0.status.conditions.append(Sample.condition("Paused", "True")) }
      }
      return Reconciled(machine, instance).printable
    }
    #expect(printable(ended: false) == "Migrating")
    #expect(printable(ended: false, paused: true) == "Migrating")
    #expect(printable(ended: true) == "Running")
  }

  @Test func aMachineThatIsBeingDeletedIsTerminatingWhateverElse() {
    for phase in [nil, "Running", "Failed"] {
      let machine = Sample.machine { $0.metadata.deletionTimestamp = Reconciled.ago(1) }
      #expect(Reconciled(machine, phase.map { Sample.started(machine, phase: $0) }).printable == "Terminating")
    }
  }

  @Test(arguments: [
    ("", "Provisioning"), ("Pending", "Provisioning"), ("ImportInProgress", "Provisioning"), ("Paused", "Provisioning"),
    ("Failed", "DataVolumeError"), ("Succeeded", "Starting"), ("WaitForFirstConsumer", "Starting"),
    ("PendingPopulation", "Starting"),
  ])
  func aDataVolumeIsWaitedFor(_ phase: String, _ expected: String) {
    let result = Reconciled(machine("Always", dataVolume: true)) { $0.dataVolumes = [dataVolume(phase)] }
    #expect(result.printable == expected)
    #expect(result.actions.isEmpty == (expected != "Starting"))
    #expect(result.events.contains("Warning FailedDataVolumeImport") == (phase == "Failed"))
  }

  @Test func aDataVolumeBeyondTheQuotaIsAnError() {
    let result = Reconciled(machine("Always", dataVolume: true)) {
      $0.dataVolumes = [dataVolume("Pending", conditions: [["type": "Bound", "reason": "ErrExceededQuota"]])]
    }
    #expect(result.printable == "DataVolumeError")
  }

  @Test(
    arguments: [
      ("Always", nil, "WaitingForVolumeBinding"), ("Always", "Scheduling", "WaitingForVolumeBinding"),
      ("Once", nil, "WaitingForVolumeBinding"), ("Once", "Scheduling", "Starting"), ("Manual", nil, "Stopped"),
      ("Manual", "Scheduling", "WaitingForVolumeBinding"), ("Halted", nil, "Stopped"),
    ] as [(String, String?, String)])
  func aClaimThatIsNotBoundIsWaitedForWhereTheMachineIsToRun(_ strategy: String, _ phase: String?, _ expected: String) {
    #expect(printable(phase, strategy: strategy) { $0.claims = [Sample.claim("dv", phase: "Pending")] } == expected)
    #expect(
      printable(phase, strategy: strategy) { $0.claims = [Sample.claim("other", phase: "Pending")] }
        != "WaitingForVolumeBinding")
  }
}
