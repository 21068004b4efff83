import JSON
import Kube
import KubeClient
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

/// What makes a migration go on, and what makes it fail.
@Suite struct MigrationPhaseTests {
  @Test func aNewMigrationWaitsForItsTurn() {
    let result = MigrationSample(.unset).reconcile()
    #expect(result.phase == "Pending")
    let entry = result.body("update virtualmachineinstancemigrations/status")
      .value(at: "status", "phaseTransitionTimestamps")?[0]
    #expect(entry?["phase"]?.string == "Pending")
    #expect(entry?["phaseTransitionTimestamp"]?.string == Reconciled.now.text)
  }

  @Test func aNewMigrationFailsWhileAnotherHoldsTheInstance() {
    var sample = MigrationSample(.unset)
    sample.siblings = [MigrationSample.migration("other", phase: .running)]
    sample.handOver { $0.migrationUid = "uid-other" }
    let result = sample.reconcile()
    #expect(result.phase == "Failed")
    #expect(result.events == ["Warning FailedMigration"])
  }

  @Test(arguments: [MigrationPhase.succeeded, .failed, nil])
  func aMigrationThatIsOverOrGoneHoldsNothing(phase: MigrationPhase?) {
    var sample = MigrationSample(.unset)
    if let phase { sample.siblings = [MigrationSample.migration("other", phase: phase)] }
    sample.handOver { $0.migrationUid = "uid-other" }
    #expect(sample.reconcile().phase == "Pending")
  }

  @Test func movesBetweenClustersWaitForTheOtherSide() {
    var receiver = MigrationSample(.unset)
    receiver.migration.spec.receive = V1.VirtualMachineInstanceMigrationTarget()
    #expect(receiver.reconcile().phase == "WaitingForSync")
    var sender = MigrationSample(.unset)
    sender.migration.spec.sendTo = V1.VirtualMachineInstanceMigrationSource()
    #expect(sender.reconcile().phase == "Synchronizing")
  }

  @Test func bothSidesSayWhoTheyAre() {
    var receiver = MigrationSample(.waitingForSync)
    receiver.migration.spec.receive = V1.VirtualMachineInstanceMigrationTarget()
    let announced = receiver.reconcile().instanceState
    #expect(announced?.value(at: "targetState", "migrationUID")?.string == "uid-move")
    #expect(announced?.value(at: "targetState", "domainName")?.string == "vm")
    var sender = MigrationSample(.synchronizing)
    sender.migration.spec.sendTo = V1.VirtualMachineInstanceMigrationSource()
    let source = sender.reconcile().instanceState?["sourceState"]
    #expect(source?["migrationUID"]?.string == "uid-move")
    #expect(source?["node"]?.string == "node01")
    #expect(source?["pod"]?.string == "virt-launcher-vm-source")
  }

  @Test func aReceiverGoesOnOnceItKnowsItsSource() {
    var sample = MigrationSample(.waitingForSync)
    sample.migration.spec.receive = V1.VirtualMachineInstanceMigrationTarget()
    sample.handOver {
      var source = V1.VirtualMachineInstanceMigrationSourceState()
      source.migrationUID = "far"
      $0.sourceState = source
    }
    #expect(sample.reconcile().phase == "Pending")
  }

  @Test func theTargetPodMakesItScheduling() {
    var sample = MigrationSample(.pending)
    sample.makeTarget()
    #expect(sample.reconcile().phase == "Scheduling")
  }

  @Test func pluggedVolumesWantAnAttachmentPodThatIsReady() throws {
    var sample = MigrationSample(.pending)
    var volume = V1.VolumeStatus()
    volume.name = "data"
    volume.hotplugVolume = V1.HotplugVolumeStatus()
    sample.instance?.status.volumeStatus = [volume]
    sample.makeTarget(phase: "Running")
    #expect(sample.reconcile().phase != "Scheduling")
    let instance = try #require(sample.instance)
    sample.attachment = Sample.pod("hp-volume-x", of: instance, on: "node02")
    #expect(sample.reconcile().phase == "Scheduling")
    sample.migration.status.phase = "Scheduling"
    #expect(sample.reconcile().phase == "Scheduled")
    sample.attachment?.status.phase = "Failed"
    #expect(sample.reconcile().phase == "Failed")
  }

  @Test func aReadyTargetPodMakesItScheduled() {
    var sample = MigrationSample(.scheduling)
    sample.migration.status.conditions = [Self.condition(.rejectedByResourceQuota)]
    let result = sample.reconcile()
    #expect(result.phase == "Scheduled")
    #expect(result.conditions.isEmpty)
    sample.makeTarget(phase: "Pending")
    #expect(sample.reconcile().phase == "Scheduling")
  }

  @Test func theHandOverMakesItPrepare() {
    var sample = MigrationSample(.scheduled)
    #expect(sample.reconcile().phase == nil)
    sample.handOver()
    #expect(sample.reconcile().phase == "PreparingTarget")
  }

  @Test func theAddressOfTheTargetMakesItReady() {
    var sample = MigrationSample(.preparingTarget)
    #expect(sample.reconcile().phase == nil)
    sample.handOver { $0.targetNodeAddress = "10.0.0.2" }
    #expect(sample.reconcile().phase == "TargetReady")
  }

  @Test func theStartMakesItRunning() {
    var sample = MigrationSample(.targetReady)
    #expect(sample.reconcile().phase == nil)
    sample.handOver { $0.startTimestamp = Reconciled.now }
    #expect(sample.reconcile().phase == "Running")
  }

  @Test func completionMakesItSucceed() {
    var sample = MigrationSample(.running)
    #expect(sample.reconcile().phase == nil)
    sample.handOver { $0.completed = true }
    let result = sample.reconcile()
    #expect(result.phase == "Succeeded")
    #expect(result.events == ["Normal SuccessfulMigration"])
  }

  @Test(arguments: ["HotVCPUChange", "HotMemoryChange", "MigrationRequired"])
  func aChangeThatWaitsForTheMigrationIsWaitedFor(condition: String) {
    var sample = MigrationSample(.running)
    sample.handOver { $0.completed = true }
    sample.instance?.status.conditions = [Sample.condition(condition, "True")]
    #expect(sample.reconcile().phase == nil)
  }

  @Test(arguments: MigrationPhase.allCases.filter { !$0.isFinal })
  func anInstanceThatEndedFailsIt(phase: MigrationPhase) {
    var sample = MigrationSample(phase)
    sample.instance?.status.phase = "Succeeded"
    #expect(sample.reconcile().phase == "Failed")
  }

  @Test(arguments: MigrationPhase.allCases.filter { !$0.isFinal })
  func anInstanceThatIsGoneFailsItAfterTheServerWasAsked(phase: MigrationPhase) {
    var sample = MigrationSample(phase)
    sample.instance = nil
    let result = sample.reconcile()
    #expect(result.headings.first == "get virtualmachineinstances vm")
    #expect(result.phase == "Failed")
    // The cache is behind.
    let late = sample.reconcile(objects: ["virtualmachineinstances/vm": Sample.instance("vm").jsonTree])
    #expect(late.phase == nil)
    #expect(late.requeue == .after(.seconds(1)))
    let unknown = sample.reconcile(refusing: ["get virtualmachineinstances": 500])
    #expect(unknown.phase == nil && unknown.isPutBack)
  }

  @Test(arguments: MigrationPhase.allCases.filter(\.hasTarget))
  func aTargetPodThatEndedOrIsGoneFailsIt(phase: MigrationPhase) {
    var sample = MigrationSample(phase)
    sample.target?.status.phase = "Failed"
    #expect(sample.reconcile().phase == "Failed")
    sample.target = nil
    #expect(sample.reconcile().phase == "Failed")
  }

  @Test func aTargetPodThatIsToldToGoFailsItBeforeTheHandOverOnly() {
    var early = MigrationSample(.scheduling)
    early.target?.metadata.deletionTimestamp = Reconciled.now
    #expect(early.reconcile().phase == "Failed")
    var late = MigrationSample(.running)
    late.target?.metadata.deletionTimestamp = Reconciled.now
    #expect(late.reconcile().phase == nil)
  }

  @Test(arguments: MigrationPhase.allCases.filter(\.isHandedOver))
  func aStateThatIsClearedOrTakenOverFailsIt(phase: MigrationPhase) {
    var sample = MigrationSample(phase)
    sample.instance?.status.migrationState = nil
    #expect(sample.reconcile().phase == "Failed")
    sample.handOver { $0.migrationUid = "uid-other" }
    #expect(sample.reconcile().phase == "Failed")
  }

  @Test func theFailureThatTheSourceReportsFailsItWithItsReason() {
    var sample = MigrationSample(.running)
    sample.handOver {
      $0.failed = true
      $0.completed = true
      $0.failureReason = "no route"
    }
    let result = sample.reconcile()
    #expect(result.phase == "Failed")
    #expect(result.journal.events.first?.message.hasSuffix("no route") == true)
  }

  @Test func aPhaseOfANewerReleaseIsLeftAlone() {
    var sample = MigrationSample(.pending)
    sample.migration.status.phase = "Teleporting"
    let result = sample.reconcile()
    #expect(result.headings.isEmpty)
  }

  static func condition(_ type: MigrationCondition, age: Int64 = 0) -> V1.VirtualMachineInstanceMigrationCondition {
    var condition = V1.VirtualMachineInstanceMigrationCondition()
    condition.type = type.rawValue
    condition.status = "True"
    condition.lastProbeTime = Reconciled.ago(age)
    return condition
  }
}
