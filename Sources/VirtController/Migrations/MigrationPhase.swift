import VirtTypes

/// Where a migration stands (VirtualMachineInstanceMigration `status.phase`).
enum MigrationPhase: String, Sendable, Hashable, CaseIterable {
  case unset = ""
  /// Waits for a slot and for its target pod.
  case pending = "Pending"
  /// The target pod is there, but not ready.
  case scheduling = "Scheduling"
  /// The target pod is ready: hand-over to the handlers is next.
  case scheduled = "Scheduled"
  /// The target's handler makes ready.
  case preparingTarget = "PreparingTarget"
  /// The target's handler takes connections.
  case targetReady = "TargetReady"
  /// The source's handler moves the guest.
  case running = "Running"
  case succeeded = "Succeeded"
  case failed = "Failed"
  /// The target of a move between clusters has not heard of its source.
  case waitingForSync = "WaitingForSync"
  /// The source of a move between clusters has not heard of its target.
  case synchronizing = "Synchronizing"

  var isFinal: Bool { self == .succeeded || self == .failed }

  /// A target pod was made, and has to be there until the end.
  var hasTarget: Bool {
    switch self {
    case .scheduling, .scheduled, .preparingTarget, .targetReady, .running: true
    case .unset, .pending, .succeeded, .failed, .waitingForSync, .synchronizing: false
    }
  }

  /// The handlers have begun.
  var isHandedOver: Bool {
    switch self {
    case .preparingTarget, .targetReady, .running: true
    case .unset, .pending, .scheduling, .scheduled, .succeeded, .failed, .waitingForSync, .synchronizing: false
    }
  }
}

extension V1.VirtualMachineInstanceMigration {
  /// Nil where the object has a phase that we do not know.
  var phase: MigrationPhase? { MigrationPhase(rawValue: status.phase) }
  var isFinal: Bool { phase?.isFinal == true }
  var isBeingDeleted: Bool { metadata.deletionTimestamp != nil }

  /// Receives an instance from another namespace or cluster.
  var isDecentralizedTarget: Bool { spec.receive != nil }
  /// Sends an instance to another namespace or cluster.
  var isDecentralizedSource: Bool { spec.sendTo != nil }
  /// Makes a target pod: all but those that only send.
  var makesTargetPod: Bool { !isDecentralizedSource }

  func hasCondition(_ type: MigrationCondition) -> Bool {
    status.conditions.contains { $0.type == type.rawValue }
  }

  /// Whether an instance's migration state is that of this migration.
  func owns(_ state: V1.VirtualMachineInstanceMigrationState?) -> Bool {
    guard let state, !metadata.uid.isEmpty else { return false }
    return isDecentralizedSource
      ? state.sourceState?.migrationUID == metadata.uid : state.migrationUid == metadata.uid
  }

  /// Counts against the limits: it has a target pod, or had one and goes on.
  ///
  /// The one place that says so, for whoever counts.
  public static func counts(phase: String, hasTargetPod: Bool) -> Bool {
    guard let phase = MigrationPhase(rawValue: phase), !phase.isFinal else { return false }
    return phase.hasTarget || hasTargetPod
  }
}

/// Conditions of a migration; each is True or absent.
enum MigrationCondition: String, Sendable, Hashable {
  case abortRequested = "migrationAbortRequested"
  case rejectedByResourceQuota = "migrationRejectedByResourceQuota"
  case blockedByUtilityVolumes = "migrationBlockedByUtilityVolumes"
  case blockedByBackup = "migrationBlockedByBackup"
  case decentralizedMigrationBlocked = "decentralizedMigrationBlocked"
}
