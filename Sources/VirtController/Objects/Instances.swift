import Kube
import VirtTypes

/// What several controllers ask about an instance.
extension V1.VirtualMachineInstance {
  /// It has ended, and will not run again.
  var isFinal: Bool { status.phase == "Succeeded" || status.phase == "Failed" }

  var isBeingDeleted: Bool { metadata.deletionTimestamp != nil }

  var isRunning: Bool { status.phase == "Running" }

  /// Whether a migration of the instance has begun and not ended.
  var isMigrating: Bool {
    guard let migration = status.migrationState else { return false }
    return migration.startTimestamp != nil && migration.endTimestamp == nil
  }

  /// The condition of a type, nil when it is not there.
  func condition(_ type: String) -> V1.VirtualMachineInstanceCondition? {
    status.conditions.first { $0.type == type }
  }

  /// Whether the condition is there and True.
  func hasCondition(_ type: String) -> Bool { condition(type)?.status == "True" }
}
