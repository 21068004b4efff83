import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// The next status of a migration, from what is observed: the table of phases.
struct MigrationProgress {
  var status: V1.VirtualMachineInstanceMigrationStatus
  var events: [(severity: ObjectEvent.Severity, reason: String, message: String)] = []

  private let observation: MigrationObservation
  private let settings: MigrationSettings
  private let now: Timestamp

  /// - Parameters:
  ///   - isRefusedByQuota: making the target pod failed in this round, because a quota is used up.
  ///   - instanceIsGone: the API server says that there is no such instance.
  init(
    _ observation: MigrationObservation, _ settings: MigrationSettings, isRefusedByQuota: Bool, instanceIsGone: Bool,
    at now: Timestamp
  ) {
    self.observation = observation
    self.settings = settings
    self.now = now
    status = observation.migration.status
    let migration = observation.migration
    // An object with a phase that we do not know belongs to a newer release.
    guard let phase = migration.phase else { return }
    if phase.isFinal {
      if observation.isHandedOver { status.migrationState = observation.instance?.status.migrationState }
    } else if instanceIsGone {
      fail("the instance does not exist any more")
    } else if let instance = observation.instance {
      if let reason = failure(of: instance, in: phase) {
        if migration.isBeingDeleted, !observation.isHandedOver { add(.abortRequested) }
        fail(reason)
      } else if migration.isBeingDeleted {
        add(.abortRequested)
        advance(from: phase, instance, isRefusedByQuota: isRefusedByQuota)
      } else {
        advance(from: phase, instance, isRefusedByQuota: isRefusedByQuota)
      }
      noteSourcePod(in: phase)
    }
    if status.phase != migration.status.phase,
      !status.phaseTransitionTimestamps.contains(where: { $0.phase == status.phase })
    {
      var entry = V1.VirtualMachineInstanceMigrationPhaseTransitionTimestamp()
      entry.phase = status.phase
      entry.phaseTransitionTimestamp = now
      status.phaseTransitionTimestamps.append(entry)
    }
    if !observation.synchronizationAddresses.isEmpty {
      status.synchronizationAddresses = observation.synchronizationAddresses
    }
  }

  /// Why the migration cannot go on; the first that applies.
  private func failure(of instance: V1.VirtualMachineInstance, in phase: MigrationPhase) -> String? {
    let migration = observation.migration
    let state = instance.status.migrationState
    let target = observation.targetPod
    if instance.isFinal, !migration.isDecentralizedSource { return "the instance ended during the migration" }
    if migration.isBeingDeleted, !observation.isHandedOver { return "the migration was cancelled" }
    // Before the handlers know of it, a pod that is told to go is as lost as one that has ended.
    if let target, observation.isHandedOver ? target.hasEnded : target.isDownOrGoingDown {
      return "the target pod ended during the migration"
    }
    if phase.hasTarget, target == nil, migration.makesTargetPod {
      return "the target pod was removed during the migration"
    }
    if phase.isHandedOver, !observation.isSynchronized { return "the instance's migration state was cleared" }
    if phase.isHandedOver, !migration.owns(state) { return "another migration took over the instance" }
    if migration.owns(state), state?.failed == true {
      let reason = state?.failureReason ?? ""
      return "the source node reported that the migration failed" + (reason.isEmpty ? "" : ": \(reason)")
    }
    if let attachment = observation.attachmentPod, attachment.hasEnded {
      return "the target's attachment pod ended during the migration"
    }
    if phase == .pending, target == nil, MigrationBlock.utilityVolumes.holds(instance),
      let since = migration.status.conditions.first(where: {
        $0.type == MigrationCondition.blockedByUtilityVolumes.rawValue
      })?.lastProbeTime, now - since >= settings.utilityVolumesTimeout
    {
      return "the instance's utility volumes were not taken off in time"
    }
    if phase == .unset, !observation.mayMigrate {
      return "the instance is not eligible: another migration of it is in progress"
    }
    return nil
  }

  private mutating func advance(
    from phase: MigrationPhase, _ instance: V1.VirtualMachineInstance, isRefusedByQuota: Bool
  ) {
    let migration = observation.migration
    let state = instance.status.migrationState
    switch phase {
    case .unset:
      if migration.isDecentralizedTarget {
        enter(.waitingForSync)
      } else {
        enter(migration.isDecentralizedSource ? .synchronizing : .pending)
      }
    case .waitingForSync:
      if state?.sourceState?.migrationUID.isEmpty == false { enter(.pending) }
    case .synchronizing:
      if observation.isSynchronized { enter(.pending) }
    case .pending:
      noteBlocks(instance)
      if migration.isDecentralizedSource {
        if instance.isRunning { enter(.scheduling) }
      } else if observation.targetPod != nil {
        if observation.isAttached { enter(.scheduling) }
      } else if isRefusedByQuota {
        add(.rejectedByResourceQuota)
      }
    case .scheduling:
      remove(.rejectedByResourceQuota)
      if migration.isDecentralizedSource {
        if state?.targetState?.pod.isEmpty == false { enter(.scheduled) }
      } else if observation.targetPod?.isReady == true, observation.isAttached {
        enter(.scheduled)
      }
    case .scheduled:
      if observation.isHandedOver, state?.targetNode.isEmpty == false { enter(.preparingTarget) }
    case .preparingTarget:
      let address = migration.isDecentralizedSource ? state?.targetState?.nodeAddress : state?.targetNodeAddress
      if address?.isEmpty == false { enter(.targetReady) }
    case .targetReady:
      if state?.startTimestamp != nil { enter(.running) }
    case .running:
      let isChanging = ["HotVCPUChange", "HotMemoryChange", "MigrationRequired"].contains { instance.hasCondition($0) }
      if state?.completed == true, !isChanging {
        enter(.succeeded)
        events.append((.normal, "SuccessfulMigration", "Source node reported migration succeeded"))
      }
    case .succeeded, .failed: break
    }
  }

  /// Conditions of a migration that has to wait for something in the instance.
  private mutating func noteBlocks(_ instance: V1.VirtualMachineInstance) {
    set(.blockedByUtilityVolumes, to: MigrationBlock.utilityVolumes.holds(instance))
    set(.blockedByBackup, to: MigrationBlock.backup.holds(instance))
  }

  /// The source is noted while it is still the only pod.
  private mutating func noteSourcePod(in phase: MigrationPhase) {
    guard phase == .pending, !MigrationPhase.isFinalName(status.phase), let source = observation.sourcePod else {
      return
    }
    var state = status.migrationState ?? V1.VirtualMachineInstanceMigrationState()
    state.sourcePod = source.metadata.name
    status.migrationState = state
  }

  private mutating func enter(_ phase: MigrationPhase) { status.phase = phase.rawValue }

  private mutating func fail(_ reason: String) {
    enter(.failed)
    events.append((.warning, "FailedMigration", "Migration failed: \(reason)"))
  }

  private mutating func set(_ condition: MigrationCondition, to holds: Bool) {
    if holds { add(condition) } else { remove(condition) }
  }

  private mutating func add(_ type: MigrationCondition) {
    if status.conditions.contains(where: { $0.type == type.rawValue }) { return }
    var condition = V1.VirtualMachineInstanceMigrationCondition()
    condition.type = type.rawValue
    condition.status = "True"
    condition.lastProbeTime = now
    status.conditions.append(condition)
  }

  private mutating func remove(_ type: MigrationCondition) {
    status.conditions.removeAll { $0.type == type.rawValue }
  }
}

extension MigrationPhase {
  fileprivate static func isFinalName(_ name: String) -> Bool { MigrationPhase(rawValue: name)?.isFinal == true }
}

/// What of an instance holds its migration back.
enum MigrationBlock: CaseIterable {
  /// Volumes for the platform's own use, which cannot move.
  case utilityVolumes
  case backup

  func holds(_ instance: V1.VirtualMachineInstance) -> Bool {
    switch self {
    case .utilityVolumes: return !instance.spec.utilityVolumes.isEmpty
    case .backup:
      guard let backup = instance.status.changedBlockTracking?.backupStatus else { return false }
      return !backup.completed && !backup.failed
    }
  }

  static func blocks(_ instance: V1.VirtualMachineInstance) -> Bool { allCases.contains { $0.holds(instance) } }
}
