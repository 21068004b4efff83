import KubeTypes

/// What the controllers ask about a launcher pod.
extension Core.Pod {
  /// All containers have ended and none will be started again.
  var hasEnded: Bool { status.phase == "Succeeded" || status.phase == "Failed" }

  var isTerminating: Bool { metadata.deletionTimestamp != nil }

  /// The container that runs the guest has ended, whatever the others do.
  var isComputeDown: Bool {
    status.containerStatuses.contains { $0.name == "compute" && $0.state.terminated != nil }
  }

  var isDownOrGoingDown: Bool { hasEnded || isTerminating || isComputeDown }

  /// Running with every container ready.
  var isReady: Bool {
    status.phase == "Running" && !isDownOrGoingDown && status.containerStatuses.allSatisfy { $0.ready }
  }

  /// The scheduler finds no node for it.
  var isUnschedulable: Bool {
    status.phase == "Pending" && !isTerminating
      && status.conditions.contains {
        $0.type == "PodScheduled" && $0.status == "False" && $0.reason == "Unschedulable"
      }
  }
}
