import Kube
import VirtTypes

extension V1.VirtualMachineInstanceCondition {
  init(
    _ type: String, _ status: String, reason: String = "", message: String = "", probed: Timestamp? = nil,
    changed: Timestamp? = nil
  ) {
    self.init()
    self.type = type
    self.status = status
    self.reason = reason
    self.message = message
    lastProbeTime = probed
    lastTransitionTime = changed
  }

  /// Whether it says the same, whenever that was found out.
  func says(_ other: Self) -> Bool {
    type == other.type && status == other.status && reason == other.reason && message == other.message
  }
}

extension [V1.VirtualMachineInstanceCondition] {
  func contains(_ type: String) -> Bool { contains { $0.type == type } }

  /// Puts a condition in the place of the one of its type, or at the end; one that says the same stays with its times.
  mutating func set(_ condition: Element) {
    guard let index = firstIndex(where: { $0.type == condition.type }) else { return append(condition) }
    if !self[index].says(condition) { self[index] = condition }
  }

  /// Adds a condition unless there is one of its type.
  mutating func add(_ condition: Element) { if !contains(condition.type) { append(condition) } }

  mutating func remove(_ type: String) { removeAll { $0.type == type } }
}
