import Kube
import VirtTypes

/// Condition types of machines that do not come from their instances.
enum MachineCondition {
  static let ready = "Ready"
  static let failure = "Failure"
  static let restartRequired = "RestartRequired"
  static let manualRecoveryRequired = "ManualRecoveryRequired"

  static let ownTypes: Set = [ready, failure, restartRequired, manualRecoveryRequired]
}

extension [V1.VirtualMachineCondition] {
  /// Takes a condition in: in the place of the one of its type, or at the end. One that says the same stays as it is, so
  /// that its times do.
  mutating func set(_ condition: V1.VirtualMachineCondition) {
    guard let index = firstIndex(where: { $0.type == condition.type }) else {
      append(condition)
      return
    }
    let present = self[index]
    if present.status != condition.status || present.reason != condition.reason || present.message != condition.message
    {
      self[index] = condition
    }
  }

  mutating func remove(_ type: String) { removeAll { $0.type == type } }
}

extension V1.VirtualMachineCondition {
  init(_ type: String, _ status: String, reason: String = "", message: String, at moment: Timestamp) {
    self.init()
    self.type = type
    self.status = status
    self.reason = reason
    self.message = message
    lastTransitionTime = moment
  }

  /// The machine's copy of a condition of its instance.
  init(_ condition: V1.VirtualMachineInstanceCondition) {
    self.init()
    type = condition.type
    status = condition.status
    reason = condition.reason
    message = condition.message
    lastProbeTime = condition.lastProbeTime
    lastTransitionTime = condition.lastTransitionTime
  }
}

extension MachineRound {
  /// Brings the status's conditions up to date: restart, readiness, failure, then what the instance says of itself.
  mutating func settleConditions(_ failure: SyncFailure?) {
    switch restartNeed {
    case .unknown: break
    case .none: status.conditions.remove(MachineCondition.restartRequired)
    case .needed(let message):
      status.conditions.set(
        V1.VirtualMachineCondition(MachineCondition.restartRequired, "True", message: message, at: context.now))
    }
    status.conditions.set(readiness)
    if let failure {
      status.conditions.set(
        V1.VirtualMachineCondition(
          MachineCondition.failure, "True", reason: failure.reason.rawValue, message: failure.message, at: context.now))
    } else {
      status.conditions.remove(MachineCondition.failure)
    }
    let copied = (instance?.status.conditions ?? []).filter { !MachineCondition.ownTypes.contains($0.type) }
    for condition in copied { status.conditions.set(V1.VirtualMachineCondition(condition)) }
    let kept = MachineCondition.ownTypes.union(copied.map(\.type))
    status.conditions.removeAll { !kept.contains($0.type) }
  }

  private var readiness: V1.VirtualMachineCondition {
    if let condition = instance?.condition(MachineCondition.ready) { return V1.VirtualMachineCondition(condition) }
    var missing =
      instance == nil
      ? V1.VirtualMachineCondition(
        MachineCondition.ready, "False", reason: "VMINotExists", message: "There is no virtual machine instance",
        at: context.now)
      : V1.VirtualMachineCondition(
        MachineCondition.ready, "False", reason: "VMIConditionMissing",
        message: "The virtual machine instance does not say whether it is ready", at: context.now)
    missing.lastProbeTime = context.now
    return missing
  }
}
