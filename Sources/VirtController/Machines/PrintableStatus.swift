import Kube
import KubeTypes
import VirtTypes

/// A machine's state in one word, for people.
enum PrintableStatus: String, Sendable, Hashable, CaseIterable {
  case terminating = "Terminating"
  case stopping = "Stopping"
  case migrating = "Migrating"
  case paused = "Paused"
  case running = "Running"
  case errorPvcNotFound = "ErrorPvcNotFound"
  case dataVolumeError = "DataVolumeError"
  case errorUnschedulable = "ErrorUnschedulable"
  case provisioning = "Provisioning"
  case waitingForVolumeBinding = "WaitingForVolumeBinding"
  case errImagePull = "ErrImagePull"
  case imagePullBackOff = "ImagePullBackOff"
  case starting = "Starting"
  case crashLoopBackOff = "CrashLoopBackOff"
  case stopped = "Stopped"
  case waitingForReceiver = "WaitingForReceiver"
  case unknown = "Unknown"
}

extension MachineRound {
  /// The first of these that holds, in this order.
  var printableStatus: PrintableStatus {
    let rules: [(PrintableStatus, (Self) -> Bool)] = [
      (.terminating, \.isBeingDeleted), (.stopping, \.isStopping), (.migrating, \.isMigrating),
      (.paused, { $0.instance?.isRunning == true && $0.instance?.hasCondition("Paused") == true }),
      (.running, { $0.instance?.isRunning == true }),
      (.errorPvcNotFound, { $0.isOutOfSync("FailedPvcNotFound") }),
      (.dataVolumeError, { $0.usedDataVolumes.contains(where: \.hasFailed) }),
      (.errorUnschedulable, \.isUnschedulable),
      (.provisioning, { $0.usedDataVolumes.contains { !$0.isReadyToUse } }),
      (.waitingForVolumeBinding, { $0.isSetToStart && $0.hasUnboundClaim }),
      (.errImagePull, { $0.isOutOfSync("ErrImagePull") }), (.imagePullBackOff, { $0.isOutOfSync("ImagePullBackOff") }),
      (.starting, \.isStarting), (.crashLoopBackOff, \.isInCrashLoop), (.stopped, \.isStopped),
      (.waitingForReceiver, \.isWaitingForReceiver),
    ]
    return rules.first { $0.1(self) }?.0 ?? .unknown
  }

  private var isStopping: Bool {
    guard let instance, !instance.isFinal else { return false }
    return instance.isBeingDeleted || awaitsDeletion
  }

  private var isMigrating: Bool {
    guard let migration = instance?.status.migrationState, let start = migration.startTimestamp else { return false }
    return start <= context.now && !(migration.endTimestamp.map { $0 <= context.now } ?? false)
  }

  private var isStarting: Bool {
    guard let instance else { return awaitsCreation }
    return ["", "Pending", "Scheduling", "Scheduled"].contains(instance.status.phase)
  }

  private var isStopped: Bool { instance?.isFinal ?? !awaitsCreation }

  private var isInCrashLoop: Bool {
    isStopped && strategy.countsStartFailures && (status.startFailure?.consecutiveFailCount ?? 0) > 0
  }

  private var isWaitingForReceiver: Bool {
    strategy == .waitAsReceiver && (instance.map { $0.status.phase == "WaitingForSync" } ?? true)
  }

  private var isUnschedulable: Bool {
    guard let condition = instance?.condition("PodScheduled") else { return false }
    return condition.status == "False" && condition.reason == "Unschedulable"
  }

  /// Whether the instance says that it is not as its spec asks, for this reason.
  private func isOutOfSync(_ reason: String) -> Bool {
    guard let condition = instance?.condition("Synchronized") else { return false }
    return condition.status == "False" && condition.reason == reason
  }

  /// Whether the machine is to run, or to start.
  private var isSetToStart: Bool {
    switch strategy {
    case .always, .waitAsReceiver: true
    case .halted: false
    case .once: instance == nil
    case .manual: instance.map { !status.asksToStop($0) } ?? status.asksToStart
    case .rerunOnFailure: instance.map { $0.status.phase != "Succeeded" && !status.asksToStop($0) } ?? true
    }
  }

  /// Those of the DataVolumes that there are which the machine's volumes use.
  private var usedDataVolumes: [DataVolumeState] {
    let names = Set(template.spec.volumes.compactMap { $0.dataVolume?.name })
    return observation.dataVolumes.map(DataVolumeState.init).filter { names.contains($0.name) }
  }

  private var hasUnboundClaim: Bool {
    let names = Set(template.spec.volumes.compactMap(\.claimInUse))
    return observation.claims.contains { names.contains($0.metadata.name) && $0.status.phase != "Bound" }
  }
}
