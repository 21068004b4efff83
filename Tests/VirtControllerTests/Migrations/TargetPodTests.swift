import JSON
import Kube
import KubeClient
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

/// When a migration gets a target pod, and when it gives one up.
@Suite struct TargetPodTests {
  private func configuration(_ change: (inout V1.MigrationConfiguration) -> Void) -> V1.KubeVirtConfiguration {
    var migrations = V1.MigrationConfiguration()
    change(&migrations)
    var configuration = V1.KubeVirtConfiguration()
    configuration.migrations = migrations
    return configuration
  }

  @Test func aPendingMigrationMakesItsTargetPod() {
    let result = MigrationSample(.pending).reconcile()
    #expect(result.headings.first == "create pods")
    #expect(
      result.body("create pods").value(at: "metadata", "annotations", "from")?.string == "virt-launcher-vm-source")
    #expect(result.events == ["Normal SuccessfulCreate"])
    let state = result.body("update virtualmachineinstancemigrations/status").value(at: "status", "migrationState")
    #expect(state?["sourcePod"]?.string == "virt-launcher-vm-source")
  }

  @Test func fiveMigrationsMoveAtOnceInACluster() {
    var sample = MigrationSample(.pending)
    sample.load = MigrationLoad(inCluster: 4)
    #expect(sample.reconcile().bodies("create pods").count == 1)
    sample.load = MigrationLoad(inCluster: 5)
    let result = sample.reconcile()
    #expect(result.bodies("create pods").isEmpty)
    #expect(result.requeue == .after(.seconds(5)))
    sample.configuration = configuration { $0.parallelMigrationsPerCluster = 6 }
    #expect(sample.reconcile().bodies("create pods").count == 1)
  }

  @Test func twoMigrationsLeaveANodeAtOnce() {
    var sample = MigrationSample(.pending)
    sample.load = MigrationLoad(inCluster: 1, outOfNode: 1)
    #expect(sample.reconcile().bodies("create pods").count == 1)
    sample.load = MigrationLoad(inCluster: 2, outOfNode: 2)
    let result = sample.reconcile()
    #expect(result.bodies("create pods").isEmpty)
    #expect(result.requeue == .after(.seconds(5)))
    sample.configuration = configuration { $0.parallelOutboundMigrationsPerNode = 3 }
    #expect(sample.reconcile().bodies("create pods").count == 1)
  }

  @Test func aMigrationCountsFromItsTargetPodToItsEnd() {
    typealias Migration = V1.VirtualMachineInstanceMigration
    #expect(!Migration.counts(phase: "", hasTargetPod: false))
    #expect(!Migration.counts(phase: "Pending", hasTargetPod: false))
    #expect(Migration.counts(phase: "Pending", hasTargetPod: true))
    for phase in ["Scheduling", "Scheduled", "PreparingTarget", "TargetReady", "Running"] {
      #expect(Migration.counts(phase: phase, hasTargetPod: false))
    }
    #expect(!Migration.counts(phase: "Succeeded", hasTargetPod: true))
    #expect(!Migration.counts(phase: "Failed", hasTargetPod: true))
  }

  @Test func aSecondPodOfTheInstanceIsWaitedFor() throws {
    var sample = MigrationSample(.pending)
    sample.others = [Sample.pod("virt-launcher-vm-old", of: try #require(sample.instance), on: "node03")]
    let result = sample.reconcile()
    #expect(result.bodies("create pods").isEmpty)
    #expect(result.requeue == .after(.seconds(1)))
    sample.others[0].status.phase = "Succeeded"
    #expect(sample.reconcile().bodies("create pods").count == 1)
  }

  @Test func onlyARunningInstanceWithAPodMoves() {
    var sample = MigrationSample(.pending)
    sample.instance?.status.phase = "Scheduled"
    #expect(sample.reconcile().bodies("create pods").isEmpty)
    sample.instance?.status.phase = "Running"
    sample.source = nil
    #expect(sample.reconcile().bodies("create pods").isEmpty)
  }

  @Test func anInstanceThatIsBeingDeletedDoesNotMove() {
    var sample = MigrationSample(.pending)
    sample.instance?.metadata.deletionTimestamp = Reconciled.now
    #expect(sample.reconcile().bodies("create pods").isEmpty)
  }

  @Test func aQuotaThatIsUsedUpIsTold() {
    let result = MigrationSample(.pending).reconcile(
      refusing: ["create pods": 403], message: "pods is forbidden: exceeded quota: small")
    #expect(result.conditions == ["migrationRejectedByResourceQuota"])
    #expect(result.events == ["Warning FailedCreate"])
    #expect(result.isPutBack)
  }

  @Test func anyOtherRefusalIsTriedAgainWithoutACondition() {
    let result = MigrationSample(.pending).reconcile(refusing: ["create pods": 500])
    #expect(result.conditions.isEmpty)
    #expect(result.isPutBack)
  }

  @Test func aPodThatCannotBeMadeIsTold() {
    let result = MigrationSample(.pending).reconcile(template: .claimMissing(volume: "disk", claim: "data"))
    #expect(result.bodies("create pods").isEmpty)
    #expect(result.events == ["Warning FailedCreate"])
    #expect(result.isPutBack)
  }

  @Test func utilityVolumesAndBackupsHoldItBack() {
    var volumes = MigrationSample(.pending)
    volumes.instance?.spec.utilityVolumes = [.init()]
    let result = volumes.reconcile()
    #expect(result.bodies("create pods").isEmpty)
    #expect(result.conditions == ["migrationBlockedByUtilityVolumes"])
    #expect(result.requeue == .after(.seconds(5)))
    var backup = MigrationSample(.pending)
    var tracking = V1.ChangedBlockTrackingStatus()
    tracking.backupStatus = V1.VirtualMachineInstanceBackupStatus()
    backup.instance?.status.changedBlockTracking = tracking
    #expect(backup.reconcile().conditions == ["migrationBlockedByBackup"])
    tracking.backupStatus?.completed = true
    backup.instance?.status.changedBlockTracking = tracking
    backup.migration.status.conditions = [MigrationPhaseTests.condition(.blockedByBackup)]
    let free = backup.reconcile()
    #expect(free.conditions.isEmpty)
    #expect(free.bodies("create pods").count == 1)
  }

  @Test func utilityVolumesAreWaitedForFor150Seconds() {
    var sample = MigrationSample(.pending)
    sample.instance?.spec.utilityVolumes = [.init()]
    sample.migration.status.conditions = [MigrationPhaseTests.condition(.blockedByUtilityVolumes, age: 149)]
    #expect(sample.reconcile().phase != "Failed")
    sample.migration.status.conditions = [MigrationPhaseTests.condition(.blockedByUtilityVolumes, age: 150)]
    #expect(sample.reconcile().phase == "Failed")
    sample.configuration = configuration { $0.utilityVolumesTimeout = 200 }
    #expect(sample.reconcile().phase != "Failed")
  }

  @Test func aPodThatFindsNoNodeIsGivenUpAfterFiveMinutes() {
    var sample = MigrationSample(.scheduling)
    sample.makeTarget(age: 299, unschedulable: true)
    let waiting = sample.reconcile()
    #expect(waiting.events == ["Warning migrationTargetPodUnschedulable"])
    #expect(waiting.requeue == .after(.seconds(1)))
    #expect(waiting.headings.isEmpty)
    sample.makeTarget(age: 300, unschedulable: true)
    let over = sample.reconcile()
    #expect(over.headings.first == "delete pods virt-launcher-vm-target")
    #expect(over.events == ["Warning migrationTargetPodUnschedulable", "Normal SuccessfulDelete"])
  }

  @Test func aPodThatIsPendingIsGivenUpAfterFifteenMinutes() {
    var sample = MigrationSample(.scheduling)
    sample.makeTarget(age: 840)
    #expect(sample.reconcile().requeue == .after(.seconds(60)))
    sample.makeTarget(age: 900)
    #expect(sample.reconcile().headings.first == "delete pods virt-launcher-vm-target")
  }

  @Test func annotationsSetOtherTimes() {
    var sample = MigrationSample(.scheduling)
    sample.migration.metadata.annotations?["kubevirt.io/migrationUnschedulablePodTimeoutSeconds"] = "10"
    sample.migration.metadata.annotations?["kubevirt.io/migrationPendingPodTimeoutSeconds"] = "20"
    sample.makeTarget(age: 12)
    #expect(sample.reconcile().requeue == .after(.seconds(8)))
    sample.makeTarget(age: 12, unschedulable: true)
    #expect(sample.reconcile().headings.first == "delete pods virt-launcher-vm-target")
    sample.makeTarget(age: 20)
    #expect(sample.reconcile().headings.first == "delete pods virt-launcher-vm-target")
    sample.migration.metadata.annotations?["kubevirt.io/migrationPendingPodTimeoutSeconds"] = "soon"
    #expect(sample.reconcile().requeue == .after(.seconds(880)))
  }

  @Test func aPodThatCannotBeGivenUpIsTriedAgain() {
    var sample = MigrationSample(.scheduling)
    sample.makeTarget(age: 900)
    let result = sample.reconcile(refusing: ["delete pods": 500])
    #expect(result.events == ["Warning FailedDelete"])
    #expect(result.isPutBack)
  }

  @Test func failedMigrationsOfThePlatformBackOffFrom20SecondsDoubling() {
    var sample = MigrationSample(.pending)
    sample.migration = MigrationSample.migration("move", phase: .pending, age: 1, evacuates: true)
    let failures: [(count: Int, pause: Int64)] = [(1, 20), (2, 40), (3, 80)]
    for (count, pause) in failures {
      sample.siblings = (0..<count).map {
        MigrationSample.migration("old\($0)", phase: .failed, age: 100 + Int64($0), failedAgo: 5, evacuates: true)
      }
      let result = sample.reconcile()
      #expect(result.bodies("create pods").isEmpty)
      #expect(result.requeue == .after(.seconds(pause - 5)))
      #expect(result.events == ["Warning MigrationBackoff"])
    }
  }

  @Test func nothingElseBacksOff() {
    var sample = MigrationSample(.pending)
    let failure = MigrationSample.migration("old", phase: .failed, age: 100, failedAgo: 5, evacuates: true)
    sample.siblings = [failure]
    // A user's own wish.
    #expect(sample.reconcile().bodies("create pods").count == 1)
    // The pause is over.
    sample.migration = MigrationSample.migration("move", phase: .pending, age: 1, evacuates: true)
    sample.siblings = [MigrationSample.migration("old", phase: .failed, age: 100, failedAgo: 20, evacuates: true)]
    #expect(sample.reconcile().bodies("create pods").count == 1)
    // A success in between.
    sample.siblings = [
      MigrationSample.migration("good", phase: .succeeded, age: 50, evacuates: true), failure,
    ]
    #expect(sample.reconcile().bodies("create pods").count == 1)
    // Another one is newer.
    sample.siblings = [failure, MigrationSample.migration("newer", phase: .pending, age: 0, evacuates: true)]
    #expect(sample.reconcile().bodies("create pods").count == 1)
  }
}
