import JSON
import VirtTypes

extension LegacyMachineRound {
  /// The machine's state in the word that `kubectl get` shows to clients of v1, which v0.8.0 did not know.
  ///
  /// It has to be said: where a status says nothing, the schema of v1 has `Stopped`.
  func printableStatus(_ claimed: Claimed) -> PrintableStatus {
    if machine.metadata.deletionTimestamp != nil { return .terminating }
    let action = LegacyPower(machine.spec).action(on: claimed.instance, machine.status)
    guard let instance = claimed.instance else {
      guard action == .create else { return .stopped }
      let phases = claimed.dataVolumes.map { $0.value(at: "status", "phase")?.string ?? "" }
      if phases.contains("Failed") { return .dataVolumeError }
      let filled = phases.count { $0 == "Succeeded" }
      return filled < machine.spec.dataVolumeTemplates.count ? .provisioning : .starting
    }
    if instance.isFinal { return .stopped }
    if instance.isBeingDeleted || action == .delete { return .stopping }
    if instance.isRunning { return .running }
    let scheduled = instance.condition("PodScheduled")
    return scheduled?.status == "False" && scheduled?.reason == "Unschedulable" ? .errorUnschedulable : .starting
  }
}
