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

  /// Current profile: it runs the guest or is about to. The container of the guest has only to be started, for its
  /// readiness probe may speak of the guest, and so has Istio's, which waits for a service; all others are ready.
  var isReadyForGuest: Bool {
    status.phase == "Running" && !isDownOrGoingDown
      && status.containerStatuses.allSatisfy {
        $0.name == "compute" || $0.name == "istio-proxy" ? $0.state.running != nil : $0.ready
      }
  }

  /// The condition of a type, nil when it is not there.
  func condition(_ type: String) -> Core.PodCondition? { status.conditions.first { $0.type == type } }

  /// The image of the container that runs the guest; empty where there is none.
  var computeImage: String { spec.containers.first { $0.name == "compute" }?.image ?? "" }

  /// The scheduler finds no node for it.
  var isUnschedulable: Bool {
    status.phase == "Pending" && !isTerminating
      && status.conditions.contains {
        $0.type == "PodScheduled" && $0.status == "False" && $0.reason == "Unschedulable"
      }
  }
}
