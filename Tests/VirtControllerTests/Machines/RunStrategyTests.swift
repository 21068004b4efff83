import JSON
import Kube
import KubeClient
import Testing
import VirtTypes

@testable import VirtController

@Suite struct RunStrategyTests {
  private let start = ["create controllerrevisions", "create virtualmachineinstances"]
  private let stop = ["delete virtualmachineinstances"]
  private let release = ["patch virtualmachineinstances"]

  private func machine(
    _ strategy: String, asks requests: [V1.VirtualMachineStateChangeRequest] = []
  ) -> V1.VirtualMachine {
    Sample.machine(strategy) {
      $0.status.runStrategy = strategy
      $0.status.stateChangeRequests = requests
    }
  }

  @Test(arguments: [
    ("Always", true), ("Once", true), ("WaitAsReceiver", true), ("RerunOnFailure", false), ("Manual", false),
    ("Halted", false),
  ])
  func aMachineWithoutInstanceIsStarted(_ strategy: String, _ isStarted: Bool) {
    let result = Reconciled(machine(strategy))
    #expect(result.actions == (isStarted ? start : []))
    #expect(result.printable == (isStarted ? "Starting" : "Stopped"))
    #expect(result.events == (isStarted ? ["Normal SuccessfulCreate"] : []))
  }

  @Test(arguments: ["Always", "Once", "WaitAsReceiver", "RerunOnFailure", "Manual"])
  func aStartIsFollowed(_ strategy: String) {
    let result = Reconciled(machine(strategy, asks: [Sample.request("Start")]))
    #expect(result.actions == start)
    // It is dropped when the instance is there.
    #expect(result.status["stateChangeRequests"]?.array?.count == 1)
  }

  @Test func aStartOfAHaltedMachineSwitchesItToAlways() {
    let result = Reconciled(machine("Halted", asks: [Sample.request("Start", paused: true)]))
    #expect(result.actions == ["update virtualmachines"])
    #expect(result.body("update virtualmachines").value(at: "spec", "runStrategy") == "Always")
    #expect(result.condition("Failure")?["reason"] == "FailedCreate")
    guard case .backingOff = result.requeue else {
      Issue.record("the machine is not looked at again")
      return
    }
    let running = Sample.machine("") {
      $0.spec.runStrategy = nil
      $0.spec.running = false
      $0.status.stateChangeRequests = [Sample.request("Start")]
    }
    #expect(Reconciled(running).body("update virtualmachines").value(at: "spec", "running") == true)
  }

  @Test func aPausedStartStartsTheGuestPaused() {
    let paused = Reconciled(machine("Manual", asks: [Sample.request("Start", paused: true)]))
    #expect(paused.body("create virtualmachineinstances").value(at: "spec", "startStrategy") == "Paused")
    let plain = Reconciled(machine("Manual", asks: [Sample.request("Start")]))
    #expect(plain.body("create virtualmachineinstances").value(at: "spec", "startStrategy") == nil)
  }

  @Test(arguments: ["", "Pending", "Scheduling", "Scheduled", "Running", "Unknown"])
  func onlyAHaltedMachineEndsALiveInstanceByItself(_ phase: String) {
    for strategy in ["Always", "RerunOnFailure", "Manual", "Once", "Halted"] {
      let machine = machine(strategy)
      let result = Reconciled(machine, Sample.started(machine, phase: phase))
      #expect(result.actions == (strategy == "Halted" ? stop : []), "\(strategy) \(phase)")
    }
  }

  @Test(arguments: [
    ("Always", true, true), ("RerunOnFailure", true, true), ("Manual", false, false), ("Once", false, false),
    ("Halted", true, true),
  ])
  func anInstanceThatHasEndedIsDeletedOrKept(_ strategy: String, _ succeeded: Bool, _ failed: Bool) {
    for (phase, isDeleted) in [("Succeeded", succeeded), ("Failed", failed)] {
      let machine = machine(strategy)
      let result = Reconciled(machine, Sample.started(machine, phase: phase))
      let rerun = strategy == "RerunOnFailure" && phase == "Failed" ? ["patch virtualmachines/status"] : []
      #expect(result.actions == (isDeleted ? stop : []) + rerun + release, "\(strategy) \(phase)")
    }
  }

  @Test func aFailureIsRerun() {
    let machine = machine("RerunOnFailure")
    let result = Reconciled(machine, Sample.started(machine, phase: "Failed"))
    #expect(result.status["stateChangeRequests"] == [["action": "Start"]])
    let succeeded = Reconciled(machine, Sample.started(machine, phase: "Succeeded"))
    #expect(succeeded.status["stateChangeRequests"] == nil)
  }

  @Test func aMachineThatHasJustBeenSwitchedToRerunOnFailureIsStarted() {
    #expect(Reconciled(Sample.machine("RerunOnFailure") { $0.status.runStrategy = "Manual" }).actions == start)
    #expect(Reconciled(Sample.machine("RerunOnFailure")).actions == start)
  }

  @Test(arguments: [("Always", true), ("RerunOnFailure", true), ("Manual", true), ("Once", false)])
  func aStopOfThisInstanceIsFollowed(_ strategy: String, _ isStopped: Bool) {
    let machine = machine(strategy, asks: [Sample.request("Stop", uid: "uid-testvm"), Sample.request("Start")])
    let result = Reconciled(machine, Sample.started(machine))
    #expect(result.actions == (isStopped ? stop : []))
    #expect(result.printable == (isStopped ? "Stopping" : "Running"))
    #expect(result.status["stateChangeRequests"]?.array?.count == 2)
    #expect(result.events == (isStopped ? ["Normal SuccessfulDelete"] : []))
  }

  @Test func anInstanceOnItsWayOutIsNotDeletedAgain() {
    for strategy in ["Always", "RerunOnFailure", "Manual", "Halted"] {
      let machine = machine(strategy, asks: [Sample.request("Stop", uid: "uid-testvm")])
      for phase in ["Running", "Failed"] {
        let instance = Sample.started(machine, phase: phase) { $0.metadata.deletionTimestamp = Reconciled.ago(1) }
        #expect(!Reconciled(machine, instance).actions.contains("delete virtualmachineinstances"))
      }
    }
  }

  @Test func theDeletionIsOfTheInstanceThatWasSeen() {
    let machine = machine("Halted")
    guard
      case .delete(let options)? = Reconciled(machine, Sample.started(machine)).writes
        .first(where: { Reconciled.heading($0) == "delete virtualmachineinstances" })?.operation
    else {
      Issue.record("the instance is not deleted")
      return
    }
    #expect(options.uid == "uid-testvm")
    #expect(options.gracePeriodSeconds == nil)
  }

  @Test func aMachineThatWaitsForAMigrationStartsAReceiverAndTakesNoOtherInstance() {
    let machine = machine("WaitAsReceiver")
    let created = Reconciled(machine).body("create virtualmachineinstances")
    #expect(created.value(at: "metadata", "annotations", "kubevirt.io/create-migration-target") == "true")
    #expect(Reconciled(machine, Sample.started(machine)).condition("Failure")?["reason"] == "FailedCreate")
    let receiver = Sample.started(machine, phase: "WaitingForSync") {
      $0.metadata.annotations?["kubevirt.io/create-migration-target"] = "true"
    }
    #expect(Reconciled(machine, receiver).condition("Failure") == nil)
    #expect(Reconciled(machine, receiver).printable == "WaitingForReceiver")
  }

  @Test func runningAndRunStrategyTogetherAreNotFollowed() {
    let result = Reconciled(Sample.machine("Always") { $0.spec.running = true })
    #expect(result.headings == [])
    #expect(result.requeue != .no)
    #expect(Reconciled(Sample.machine("Sometimes")).headings == [])
  }

  @Test func theStrategyIsNotedOnceTheMachineHasHadAnInstance() {
    #expect(Reconciled(Sample.machine("Always")).status["runStrategy"] == nil)
    let machine = Sample.machine("Manual")
    #expect(Reconciled(machine, Sample.started(machine)).status["runStrategy"] == "Manual")
    #expect(Reconciled(Sample.machine("Once") { $0.status.runStrategy = "Manual" }).status["runStrategy"] == "Once")
  }

  @Test func nothingStartsWhileVolumesNeedPeople() {
    var condition = V1.VirtualMachineCondition()
    condition.type = "ManualRecoveryRequired"
    condition.status = "True"
    let result = Reconciled(Sample.machine("Always") { [condition] in $0.status.conditions = [condition] })
    #expect(result.actions == [])
    #expect(result.condition("ManualRecoveryRequired")?["status"] == "True")
  }
}
