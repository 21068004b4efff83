import JSON
import Kube
import KubeClient
import VirtTypes

/// The phases of a memory dump, as the status of a machine has them.
private enum DumpPhase {
  static let associating = "Associating"
  static let inProgress = "InProgress"
  static let unmounting = "Unmounting"
  static let completed = "Completed"
  static let dissociating = "Dissociating"
  static let failed = "Failed"
}

extension MachineRound {
  /// Attaches the claim of a memory dump to the machine and to its instance, or takes it off.
  mutating func handleMemoryDump(
    _ wanted: inout V1.VirtualMachine, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    guard let request = status.memoryDumpRequest else { return nil }
    let name = request.claimName
    let isAttached = instance?.spec.volumes.contains { $0.name == name } ?? false
    let canChange = instance.map { !$0.isBeingDeleted && !$0.isFinal } ?? false
    switch request.phase {
    case DumpPhase.associating:
      if wanted.spec.template?.spec.volumes.contains(where: { $0.name == name }) == false {
        wanted.spec.template?.spec.volumes.append(Self.dumpVolume(name))
      }
      return canChange && !isAttached ? try changeVolumes({ $0 + [Self.dumpVolume(name)] }, &journal) : nil
    case DumpPhase.unmounting, DumpPhase.failed:
      return canChange && isAttached ? try changeVolumes({ $0.filter { $0.name != name } }, &journal) : nil
    case DumpPhase.dissociating:
      wanted.spec.template?.spec.volumes.removeAll { $0.name == name && $0.memoryDump != nil }
      return canChange && isAttached ? try changeVolumes({ $0.filter { $0.name != name } }, &journal) : nil
    default: return nil
    }
  }

  private static func dumpVolume(_ claimName: String) -> V1.Volume {
    var volume = V1.Volume()
    volume.name = claimName
    var source = V1.MemoryDumpVolumeSource()
    source.claimName = claimName
    source.hotpluggable = true
    volume.memoryDump = source
    return volume
  }

  private mutating func changeVolumes(
    _ change: ([V1.Volume]) -> [V1.Volume], _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    let old = instance?.spec.volumes ?? []
    let refusal = try patchInstance(
      .replacing("spec", "volumes", from: Self.tree(old), to: Self.tree(change(old))), &journal)
    return refusal.map { SyncFailure(.memoryDump, "the claim of the memory dump can't be attached or taken off", $0) }
  }

  /// Moves the dump in the status on to its next phase, when the one before is over.
  mutating func settleMemoryDump() {
    guard let request = status.memoryDumpRequest else { return }
    let volumeStatus = instance?.status.volumeStatus.first { $0.name == request.claimName }
    switch request.phase {
    case DumpPhase.associating:
      if template.spec.volumes.contains(where: { $0.name == request.claimName }) {
        status.memoryDumpRequest?.phase = DumpPhase.inProgress
      }
    case DumpPhase.inProgress:
      guard let volumeStatus, let dump = volumeStatus.memoryDumpVolume else { return }
      if let start = dump.startTimestamp { status.memoryDumpRequest?.startTimestamp = start }
      switch volumeStatus.phase {
      case "MemoryDumpVolumeCompleted":
        status.memoryDumpRequest?.phase = DumpPhase.unmounting
        status.memoryDumpRequest?.endTimestamp = dump.endTimestamp
        status.memoryDumpRequest?.fileName = dump.targetFileName
      case "MemoryDumpVolumeFailed":
        status.memoryDumpRequest?.phase = DumpPhase.failed
        status.memoryDumpRequest?.message = volumeStatus.message
        status.memoryDumpRequest?.endTimestamp = dump.endTimestamp
      default: break
      }
    case DumpPhase.unmounting:
      if volumeStatus == nil { status.memoryDumpRequest?.phase = DumpPhase.completed }
    case DumpPhase.dissociating:
      let volumes = template.spec.volumes + (instance?.spec.volumes ?? [])
      if !volumes.contains(where: { $0.name == request.claimName && $0.memoryDump != nil }) {
        status.memoryDumpRequest = nil
      }
    default: break
    }
  }
}
