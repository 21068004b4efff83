import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Writes down in an instance what is the case: conditions, pods, volumes, interfaces, and the phase.
struct InstanceReport {
  let observation: InstanceObservation
  /// The current pod after the round's first steps.
  let pod: Core.Pod?
  /// Nil when it was not looked at.
  let readiness: VolumeReadiness?
  /// What went wrong in the round's first steps.
  let failure: SynchronizationFailure?
  let context: ReconcileContext

  /// The launcher pod: the current pod unless that one only binds volumes.
  var launcher: Core.Pod? { pod.flatMap { $0.onlyBindsVolumes ? nil : $0 } }

  var instance: V1.VirtualMachineInstance { observation.instance }

  func write(_ journal: inout WriteJournal) throws(WriteInterruption) -> Requeue {
    var draft = InstanceDraft(instance: instance, failure: failure)
    applyPods(to: &draft.instance)
    applyConditions(to: &draft.instance)
    guard advance(&draft) else {
      return .backingOff(reason: "unknown phase \(instance.status.phase)")
    }
    for event in draft.events { journal.record(event) }
    guard let write = instance.isHandedOver ? patch(to: draft.instance) : update(to: draft) else {
      return requeue(after: .no)
    }
    return requeue(after: Requeue(of: try journal.perform(write)))
  }

  private func requeue(after write: Requeue) -> Requeue {
    guard write == .no, let failure, failure.isRetried else { return write }
    return .backingOff(reason: failure.message)
  }

  // MARK: Writes

  /// Once virt-handler writes as well, a patch of what is ours.
  private func patch(to wanted: V1.VirtualMachineInstance) -> ObjectWrite? {
    let patch = InstancePatch.difference(from: instance, to: wanted)
    return patch.isEmpty ? nil : ObjectWrite(.instance(instance), .patch(.json(patch)))
  }

  /// Before and after that, the whole object.
  private func update(to draft: InstanceDraft) -> ObjectWrite? {
    var wanted = draft.instance
    if let failure = draft.failure {
      let present = wanted.condition("Synchronized")
      if present?.status != "False" || present?.reason != failure.reason.rawValue {
        wanted.status.conditions.remove("Synchronized")
        wanted.status.conditions.append(
          V1.VirtualMachineInstanceCondition(
            "Synchronized", "False", reason: failure.reason.rawValue, message: failure.message, changed: context.now))
      }
    } else {
      wanted.status.conditions.remove("Synchronized")
    }
    let phase = wanted.status.phase
    if phase != instance.status.phase, !wanted.status.phaseTransitionTimestamps.contains(where: { $0.phase == phase }) {
      var entry = V1.VirtualMachineInstancePhaseTransitionTimestamp()
      entry.phase = phase
      entry.phaseTransitionTimestamp = context.now
      wanted.status.phaseTransitionTimestamps.append(entry)
    }
    return canWait(wanted) ? nil : ObjectWrite.change(.instance(instance), from: instance, to: wanted)
  }

  /// While a pod starts, on which node it is and of which class can wait for the hand-over: nobody needs it before, and
  /// each start has a write less.
  private func canWait(_ wanted: V1.VirtualMachineInstance) -> Bool {
    guard instance.status.phase == "Scheduling" else { return false }
    var urgent = wanted
    urgent.status.activePods = instance.status.activePods
    urgent.status.qosClass = instance.status.qosClass
    return urgent == instance
  }
}

/// An instance as it is to be, with what went wrong and what is to be told on the way there.
struct InstanceDraft {
  var instance: V1.VirtualMachineInstance
  var failure: SynchronizationFailure?
  var events: [ObjectEvent] = []

  init(instance: V1.VirtualMachineInstance, failure: SynchronizationFailure?) {
    self.instance = instance
    self.failure = failure
  }
}
