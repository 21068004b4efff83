import Admission
import Kube
import VirtTypes

/// Changes of a running guest that a migration will bring: conditions say that they wait for one.
enum PendingChanges {
  static func report(in instance: inout V1.VirtualMachineInstance, _ configuration: ClusterConfiguration) {
    if wantsOtherCPUs(instance) { instance.status.conditions.add(.init("HotVCPUChange", "True")) }
    if wantsOtherMemory(instance) {
      instance.status.conditions.add(.init("HotMemoryChange", "True"))
      if let ratio = configuration.given.additionalGuestMemoryOverheadRatio {
        instance.setLabel(KubeVirtNames.memoryHotplugOverheadRatio, ratio)
      }
    }
    if movesVolumes(instance) { instance.status.conditions.add(.init("VolumesChange", "True")) }
  }

  private static func wantsOtherCPUs(_ instance: V1.VirtualMachineInstance) -> Bool {
    guard let present = instance.status.currentCPUTopology, let wanted = instance.spec.domain.cpu else { return false }
    return count(present.sockets, present.cores, present.threads) != count(wanted.sockets, wanted.cores, wanted.threads)
  }

  /// Numbers that are not given count as one.
  private static func count(_ numbers: UInt32...) -> UInt64 {
    numbers.reduce(1) { $0.multipliedReportingOverflow(by: UInt64(max($1, 1))).partialValue }
  }

  private static func wantsOtherMemory(_ instance: V1.VirtualMachineInstance) -> Bool {
    guard let memory = instance.spec.domain.memory, memory.maxGuest != nil, let wanted = memory.guest,
      let status = instance.status.memory, let requested = status.guestRequested
    else { return false }
    return wanted != requested
  }

  /// A volume is to be taken from one claim to another, and the specification names the other already.
  private static func movesVolumes(_ instance: V1.VirtualMachineInstance) -> Bool {
    instance.status.migratedVolumes.contains { moved in
      guard let source = moved.sourcePVCInfo?.claimName, let destination = moved.destinationPVCInfo?.claimName,
        source != destination
      else { return false }
      return instance.spec.volumes.first { $0.name == moved.volumeName }?.claimInUse == destination
    }
  }
}
