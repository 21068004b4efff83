import VirtTypes

/// The actions of change requests, which the endpoints start, stop and restart leave in the status.
enum StateChange {
  static let start = "Start"
  static let stop = "Stop"
  /// In a request's data: starts the guest paused.
  static let paused = "paused"
}

extension V1.VirtualMachineStatus {
  /// Whether a start comes first.
  var asksToStart: Bool { stateChangeRequests.first?.action == StateChange.start }

  /// Whether the first thing asked for is a start with the guest paused.
  var asksToStartPaused: Bool {
    asksToStart && stateChangeRequests.first?.data?[StateChange.paused] == "true"
  }

  /// Whether the first thing asked for is to stop this very instance.
  func asksToStop(_ instance: V1.VirtualMachineInstance) -> Bool {
    guard let request = stateChangeRequests.first, request.action == StateChange.stop else { return false }
    return request.uid == instance.metadata.uid
  }

  /// Drops the first request when it has been carried out, or can't be any more.
  mutating func dropSettledRequest(_ instance: V1.VirtualMachineInstance?) {
    guard let request = stateChangeRequests.first else { return }
    let isSettled =
      switch request.action {
      case StateChange.stop: instance.map { request.uid != $0.metadata.uid } ?? true
      case StateChange.start: instance.map { !$0.isFinal && !$0.isBeingDeleted } ?? false
      default: false
      }
    if isSettled { stateChangeRequests.removeFirst() }
  }
}
