import Kube
import VirtTypes

/// How starts that fail are counted and spaced.
enum StartFailures {
  /// Seconds after the first failure; it grows with the square of the count.
  static let firstDelay: Int64 = 10
  /// Seconds at most.
  static let longestDelay: Int64 = 300

  /// What the status says of failed starts once the instance has been looked at.
  static func counted(
    _ before: V1.VirtualMachineStartFailure?, _ strategy: RunStrategy, _ instance: V1.VirtualMachineInstance?,
    in context: ReconcileContext
  ) -> V1.VirtualMachineStartFailure? {
    guard strategy.countsStartFailures else { return nil }
    guard let instance else { return before }
    if instance.hasBeenRunning { return nil }
    guard instance.isFinal, before?.lastFailedVMIUID != instance.metadata.uid else { return before }
    var failure = before ?? V1.VirtualMachineStartFailure()
    failure.consecutiveFailCount = max(failure.consecutiveFailCount, 0) + 1
    failure.lastFailedVMIUID = instance.metadata.uid
    failure.retryAfterTimestamp = context.now + delay(after: failure.consecutiveFailCount, seed: context.seed)
    return failure
  }

  /// The pause after so many failures in a row: ten seconds times the square of their number, up to half more, and five
  /// minutes at most.
  static func delay(after count: Int, seed: UInt64) -> Duration {
    let steps = Int64(min(max(count, 1), 6))
    let base = min(firstDelay * steps * steps, longestDelay)
    var random = SeededRandom(seed: seed)
    let extra = Int64.random(in: 0...base * 500, using: &random)
    return .milliseconds(min(base * 1000 + extra, longestDelay * 1000))
  }
}

extension V1.VirtualMachineInstance {
  /// Whether the guest has ever run.
  var hasBeenRunning: Bool { status.phaseTransitionTimestamps.contains { $0.phase == "Running" } }
}
