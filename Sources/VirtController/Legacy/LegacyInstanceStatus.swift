import Kube
import KubeTypes
import VirtTypes

/// What a legacy instance is to look like, as long as the controller writes its status.
struct LegacyInstanceStatus {
  let observation: LegacyInstanceObservation
  /// The pod as it was before this round's writes.
  let launcher: Core.Pod?
  let phase: LegacyPhase

  var wanted: V1.VirtualMachineInstance {
    var wanted = observation.instance
    switch phase {
    case .unset, .pending: wanted.status.phase = next.rawValue
    case .scheduling: schedule(&wanted)
    case .succeeded, .failed:
      if launcher == nil { wanted.metadata.finalizers.removeAll { $0 == KubeVirtNames.legacyInstanceFinalizer } }
    case .scheduled, .running: break
    }
    return wanted
  }

  /// What follows the first two phases.
  private var next: LegacyPhase {
    if launcher != nil { return .scheduling }
    if observation.instance.isBeingDeleted { return .failed }
    if case .failed = observation.dataVolumeState { return .failed }
    return .pending
  }

  private func schedule(_ wanted: inout V1.VirtualMachineInstance) {
    guard let launcher else {
      wanted.status.phase = LegacyPhase.failed.rawValue
      return
    }
    wanted.status.copyScheduling(of: launcher)
    if launcher.isHandedOver {
      wanted.status.phase = LegacyPhase.scheduled.rawValue
      wanted.status.nodeName = launcher.spec.nodeName
      wanted.metadata.labels = (wanted.metadata.labels ?? [:])
        .merging([KubeVirtNames.nodeName: launcher.spec.nodeName]) { $1 }
      var interface = V1.VirtualMachineInstanceNetworkInterface()
      interface.ipAddress = launcher.status.podIP
      wanted.status.interfaces = [interface]
    } else if launcher.isDownOrGoingDown {
      wanted.status.phase = LegacyPhase.failed.rawValue
    }
  }
}

extension V1.VirtualMachineInstanceStatus {
  /// Says why no node is found for the pod, as long as that is so.
  fileprivate mutating func copyScheduling(of pod: Core.Pod) {
    let type = "PodScheduled"
    guard let refused = pod.status.conditions.first(where: { $0.type == type && $0.status == "False" }) else {
      conditions.removeAll { $0.type == type }
      return
    }
    if conditions.contains(where: { $0.type == type }) { return }
    var condition = V1.VirtualMachineInstanceCondition()
    condition.type = type
    condition.status = refused.status
    condition.reason = refused.reason
    condition.message = refused.message
    condition.lastProbeTime = refused.lastProbeTime
    condition.lastTransitionTime = refused.lastTransitionTime
    conditions.append(condition)
  }

  /// Notes that a step failed, or that none did. A failure that is noted already stays as it is.
  mutating func note(_ failure: LegacySyncFailure?, at moment: Timestamp) {
    let type = "Synchronized"
    guard let failure else {
      conditions.removeAll { $0.type == type }
      return
    }
    if conditions.contains(where: { $0.type == type }) { return }
    var condition = V1.VirtualMachineInstanceCondition()
    condition.type = type
    condition.status = "False"
    condition.reason = failure.reason
    condition.message = failure.message
    condition.lastTransitionTime = moment
    conditions.append(condition)
  }
}
