import Kube
import VirtTypes

/// Why the wanted number was not reached.
struct ReplicaFailure {
  /// `FailedCreate` or `FailedDelete`.
  var reason: String
  var message: String
}

extension V1.VirtualMachineInstanceReplicaSetStatus {
  static let failureType = "ReplicaFailure"
  static let pausedType = "ReplicaPaused"

  var isPaused: Bool { conditions.contains { $0.type == Self.pausedType } }

  /// Notes the failure, or that there is none any more. A failure that is noted already keeps its reason and message.
  mutating func note(_ failure: ReplicaFailure?, at moment: Timestamp) {
    set(Self.failureType, failure.map { ($0.reason, $0.message) }, at: moment)
  }

  mutating func note(isPaused: Bool, at moment: Timestamp) {
    set(
      Self.pausedType, isPaused ? ("Paused", "the replica set does not scale while spec.paused is true") : nil,
      at: moment)
  }

  private mutating func set(_ type: String, _ finding: (reason: String, message: String)?, at moment: Timestamp) {
    guard let finding else {
      conditions.removeAll { $0.type == type }
      return
    }
    if conditions.contains(where: { $0.type == type }) { return }
    var condition = V1.VirtualMachineInstanceReplicaSetCondition()
    condition.type = type
    condition.status = "True"
    condition.reason = finding.reason
    condition.message = finding.message
    condition.lastTransitionTime = moment
    conditions.append(condition)
  }
}
