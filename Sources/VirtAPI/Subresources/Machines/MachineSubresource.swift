import Admission
import JSON
import Kube
import KubeClient
import VirtTypes

/// What can be asked of a machine by its own path: `…/virtualmachines/NAME/start` and so on.
public enum MachineSubresource: String, Sendable, Hashable, CaseIterable {
  case start
  case stop
  case restart
  case migrate
  case addVolume = "addvolume"
  case removeVolume = "removevolume"

  /// Whether the launcher pods must be known for this request: a restart without grace ends the pod itself.
  public func readsPods(_ body: [UInt8]) -> Bool {
    guard self == .restart, let options = try? SubresourceBody.decode(V1.RestartOptions.self, from: body) else {
      return false
    }
    return options.gracePeriodSeconds == 0
  }

  /// Decides on a request: a pure function of it and of what came of the writes.
  public func decide(
    _ request: MachineRequest, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SubresourceDecision {
    do throws(DecisionEnd) {
      switch self {
      case .start: try StartMachine(request).decide(&journal)
      case .stop: try StopMachine(request).decide(&journal)
      case .restart: try RestartMachine(request).decide(&journal)
      case .migrate: try MigrateMachine(request).decide(&journal)
      case .addVolume: try AddMachineVolume(request).decide(&journal)
      case .removeVolume: try RemoveMachineVolume(request).decide(&journal)
      }
      return .accepted
    } catch {
      switch error {
      case .refused(let status): return .refused(status)
      case .needs(let interruption): throw interruption
      }
    }
  }
}

/// What becomes of a request.
public enum SubresourceDecision: Sendable, Hashable {
  /// Done, or on its way (HTTP 202).
  case accepted
  case refused(Status)
}

/// Ends a decision before its end.
enum DecisionEnd: Error {
  case refused(Status)
  /// Writes have to be carried out first.
  case needs(WriteInterruption)
}
