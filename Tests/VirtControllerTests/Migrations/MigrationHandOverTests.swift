import JSON
import Kube
import KubeClient
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

/// What the instance is told of its migration, and what remains when it is over.
@Suite struct MigrationHandOverTests {
  @Test func theHandlersAreToldOnceTheTargetPodIsReady() {
    var sample = MigrationSample(.scheduled)
    var state = V1.VirtualMachineInstanceMigrationState()
    state.sourcePod = "virt-launcher-vm-source"
    sample.migration.status.migrationState = state
    let result = sample.reconcile()
    #expect(result.headings == ["update virtualmachineinstances vm"])
    let told = result.instanceState
    #expect(told?["migrationUid"]?.string == "uid-move")
    #expect(told?["sourceNode"]?.string == "node01")
    #expect(told?["targetNode"]?.string == "node02")
    #expect(told?["targetPod"]?.string == "virt-launcher-vm-target")
    #expect(told?["sourcePod"]?.string == "virt-launcher-vm-source")
    let label = result.body("update virtualmachineinstances")
      .value(at: "metadata", "labels", "kubevirt.io/migrationTargetNodeName")
    #expect(label?.string == "node02")
    #expect(result.events == ["Normal SuccessfulHandOver"])
  }

  @Test func theHandlersGetEverySettingWithItsDefault() {
    let told = MigrationSample(.scheduled).reconcile().instanceState?["migrationConfiguration"]
    #expect(told?["parallelMigrationsPerCluster"] == 5)
    #expect(told?["parallelOutboundMigrationsPerNode"] == 2)
    #expect(told?["progressTimeout"] == 150)
    #expect(told?["completionTimeoutPerGiB"] == 150)
    #expect(told?["utilityVolumesTimeout"] == 150)
    #expect(told?["bandwidthPerMigration"]?.string == "0")
    for name in ["allowAutoConverge", "allowPostCopy", "allowWorkloadDisruption", "unsafeMigrationOverride"] {
      #expect(told?[name] == false)
    }
    #expect(told?["nodeDrainTaintKey"]?.string == "kubevirt.io/drain")
    var sample = MigrationSample(.scheduled)
    var migrations = V1.MigrationConfiguration()
    migrations.allowPostCopy = true
    sample.configuration.migrations = migrations
    #expect(sample.reconcile().instanceState?.value(at: "migrationConfiguration", "allowWorkloadDisruption") == true)
  }

  @Test func whatAnEarlierMigrationLeftIsForgotten() {
    var sample = MigrationSample(.scheduled)
    sample.handOver {
      $0.migrationUid = "uid-earlier"
      $0.completed = true
      $0.endTimestamp = Reconciled.now
    }
    let told = sample.reconcile().instanceState
    #expect(told?["migrationUid"]?.string == "uid-move")
    #expect(told?["completed"] == nil)
    #expect(told?["endTimestamp"] == nil)
  }

  @Test func aTargetPodThatIsNotReadyIsNotHandedOver() {
    var sample = MigrationSample(.scheduled)
    sample.target?.status.containerStatuses[0].ready = false
    #expect(sample.reconcile().headings.isEmpty)
  }

  @Test func aHandOverThatIsRefusedIsTriedAgain() {
    let result = MigrationSample(.scheduled).reconcile(refusing: ["update virtualmachineinstances": 409])
    #expect(result.events == ["Warning FailedHandOver"])
    #expect(result.isPutBack)
  }

  @Test(arguments: [MigrationPhase.pending, .scheduling, .scheduled])
  func deletionBeforeTheHandOverCancels(phase: MigrationPhase) {
    var sample = MigrationSample(phase)
    sample.makeTarget(phase: "Running")
    sample.migration.metadata.deletionTimestamp = Reconciled.now
    let result = sample.reconcile()
    #expect(result.headings.first == "delete pods virt-launcher-vm-target")
    #expect(result.phase == "Failed")
    #expect(result.conditions == ["migrationAbortRequested"])
    #expect(result.events == ["Normal SuccessfulDelete", "Warning FailedMigration"])
    #expect(result.bodies("update virtualmachineinstances").isEmpty)
  }

  @Test func aCancelledMigrationDoesNotForgetATargetPodThatItCouldNotDelete() {
    var sample = MigrationSample(.scheduling)
    sample.migration.metadata.deletionTimestamp = Reconciled.now
    let result = sample.reconcile(refusing: ["delete pods": 500])
    #expect(result.headings == ["delete pods virt-launcher-vm-target"])
    #expect(result.isPutBack)
  }

  @Test(arguments: [MigrationPhase.scheduled, .preparingTarget, .targetReady, .running])
  func deletionAfterTheHandOverAsksTheHandlersToAbort(phase: MigrationPhase) {
    var sample = MigrationSample(phase)
    sample.handOver()
    sample.migration.metadata.deletionTimestamp = Reconciled.now
    let result = sample.reconcile()
    #expect(result.headings.first == "update virtualmachineinstances vm")
    #expect(result.instanceState?["abortRequested"] == true)
    #expect(result.conditions == ["migrationAbortRequested"])
    #expect(result.phase != "Failed")
    #expect(result.events == ["Normal SuccessfulAbortMigration"])
    // Once is enough.
    sample.handOver { $0.abortRequested = true }
    #expect(sample.reconcile().bodies("update virtualmachineinstances").isEmpty)
  }

  @Test func anAbortThatIsRefusedIsTriedAgain() {
    var sample = MigrationSample(.running)
    sample.migration.metadata.deletionTimestamp = Reconciled.now
    let result = sample.reconcile(refusing: ["update virtualmachineinstances": 409])
    #expect(result.events == ["Warning FailedAbortMigration"])
    #expect(result.isPutBack)
  }

  @Test(arguments: [MigrationPhase.preparingTarget, .targetReady])
  func aTargetThatIsLostBeforeTheStartEndsTheMigrationOnTheInstance(phase: MigrationPhase) {
    var sample = MigrationSample(phase)
    sample.target = nil
    let result = sample.reconcile()
    let state = result.instanceState
    #expect(state?["failed"] == true && state?["completed"] == true)
    #expect(state?["startTimestamp"]?.string == Reconciled.now.text)
    #expect(state?["endTimestamp"]?.string == Reconciled.now.text)
    #expect(state?["failureReason"]?.string == "Target pod is down")
    #expect(result.phase == "Failed")
  }

  @Test func aMigrationThatTheHandlersBeganIsTheirsToEnd() {
    var sample = MigrationSample(.targetReady)
    sample.handOver { $0.startTimestamp = Reconciled.now }
    sample.target = nil
    let result = sample.reconcile()
    #expect(result.bodies("update virtualmachineinstances").isEmpty)
    #expect(result.phase == "Failed")
  }

  @Test func theTargetPodIsToldWhenTheGuestIsReadyThere() {
    var sample = MigrationSample(.running)
    sample.handOver { $0.targetNodeDomainReadyTimestamp = Reconciled.now }
    let result = sample.reconcile()
    let annotations = result.body("patch pods").value(at: "metadata", "annotations")
    #expect(annotations?["kubevirt.io/migration-target-ready-timestamp"]?.string == Reconciled.now.text)
    sample.target?.metadata.annotations = ["kubevirt.io/migration-target-ready-timestamp": "x"]
    #expect(sample.reconcile().headings.isEmpty)
  }

  @Test func aFinishedMigrationKeepsTheFinalStateAndLosesItsFinalizer() {
    var sample = MigrationSample(.succeeded)
    sample.handOver {
      $0.completed = true
      $0.endTimestamp = Reconciled.now
    }
    let result = sample.reconcile()
    #expect(
      result.headings == [
        "update virtualmachineinstancemigrations/status move", "update virtualmachineinstancemigrations move",
      ])
    let kept = result.body("update virtualmachineinstancemigrations/status").value(at: "status", "migrationState")
    #expect(kept?["completed"] == true)
    #expect(result.body("update virtualmachineinstancemigrations").value(at: "metadata", "finalizers") == nil)
  }

  @Test func aFinishedMigrationIsNotTouchedAgain() {
    var sample = MigrationSample(.failed)
    sample.migration.metadata.finalizers = []
    let result = sample.reconcile()
    #expect(result.headings.isEmpty)
    #expect(result.requeue == .no)
  }

  @Test func aFailedMigrationThatNobodyWasToldOfTakesItsTargetPodAway() {
    var sample = MigrationSample(.failed)
    sample.makeTarget(phase: "Running")
    #expect(
      sample.reconcile().headings == [
        "delete pods virt-launcher-vm-target", "update virtualmachineinstancemigrations move",
      ])
    let refused = sample.reconcile(refusing: ["delete pods": 500])
    #expect(refused.headings == ["delete pods virt-launcher-vm-target"])
    #expect(refused.isPutBack)
  }

  @Test func fiveFinishedMigrationsAreKept() {
    var sample = MigrationSample(.succeeded)
    sample.migration.metadata.finalizers = []
    sample.siblings = (0..<4).map { MigrationSample.migration("old\($0)", phase: .failed, age: 1000 + Int64($0)) }
    #expect(sample.reconcile().headings.filter { $0.hasPrefix("delete") }.isEmpty)
    sample.siblings += [
      MigrationSample.migration("oldest", phase: .succeeded, age: 5000),
      MigrationSample.migration("older", phase: .failed, age: 4000),
      MigrationSample.migration("next", phase: .pending, age: 9000),
    ]
    #expect(
      sample.reconcile().headings.filter { $0.hasPrefix("delete") } == [
        "delete virtualmachineinstancemigrations oldest", "delete virtualmachineinstancemigrations older",
      ])
  }

  @Test func theMigrationOfAnInstanceThatIsGoneGoesToo() {
    var sample = MigrationSample(.failed)
    sample.instance = nil
    #expect(
      sample.reconcile().headings == [
        "get virtualmachineinstances vm", "update virtualmachineinstancemigrations move",
        "delete virtualmachineinstancemigrations move",
      ])
  }

  @Test func theVersionAndTheInstanceAreNotedBeforeAnythingElse() {
    var sample = MigrationSample(.unset)
    sample.migration.metadata.annotations = nil
    let result = sample.reconcile()
    #expect(result.headings == ["patch virtualmachineinstancemigrations move"])
    let metadata = result.body("patch virtualmachineinstancemigrations")["metadata"]
    #expect(metadata?.value(at: "labels", "kubevirt.io/vmi-name")?.string == "vm")
    #expect(metadata?.value(at: "annotations", "kubevirt.io/storage-observed-api-version")?.string == "v1")
  }

  @Test func aStatusThatIsRefusedIsTriedAgainAndTellsNothing() {
    var sample = MigrationSample(.running)
    sample.handOver { $0.completed = true }
    let result = sample.reconcile(refusing: ["update virtualmachineinstancemigrations/status": 409])
    #expect(result.events.isEmpty)
    #expect(result.isPutBack)
  }

  @Test func theQueueKnowsWhatIsUrgent() {
    func weight(_ phase: MigrationPhase, _ priority: String?) -> Int {
      var migration = MigrationSample.migration("m", phase: phase)
      migration.spec.priority = priority
      return MigrationPriority.weight(of: migration)
    }
    #expect(weight(.running, nil) == 1000)
    #expect(weight(.pending, "system-critical") == 100)
    #expect(weight(.pending, "user-triggered") == 50)
    #expect(weight(.pending, "system-maintenance") == 20)
    #expect(weight(.pending, nil) == 0)
    #expect(MigrationPriority.pending == -100)
  }
}
