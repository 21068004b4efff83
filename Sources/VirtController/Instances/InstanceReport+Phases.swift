import Admission
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Phases and their transitions: what each leads to, and what is reported in it.
extension InstanceReport {
  /// Returns false for a phase that no version knows.
  func advance(_ draft: inout InstanceDraft) -> Bool {
    switch instance.status.phase {
    case "", "Pending": advancePending(&draft)
    case "Scheduling": advanceScheduling(&draft)
    case "Scheduled", "Running": advanceHandedOver(&draft)
    case "Succeeded", "Failed": cleanUp(&draft)
    case "WaitingForSync": advanceReceiver(&draft)
    default: return false
    }
    return true
  }

  // MARK: Pending

  private func advancePending(_ draft: inout InstanceDraft) {
    let phases = observation.usedDataVolumes.map(DataVolumePhase.init(of:))
    if launcher != nil {
      draft.instance.status.phase = "Scheduling"
    } else if instance.isBeingDeleted || phases.contains(.failed) {
      draft.instance.status.phase = "Failed"
    } else {
      draft.instance.status.phase = instance.isReceiver ? "WaitingForSync" : "Pending"
      if phases.contains(.waitingForFirstConsumer) { reportProvisioning(&draft) }
      if let failure = draft.failure, failure.reason == .claimMissing {
        // As if the scheduler had met the missing claim.
        draft.instance.status.conditions.set(
          V1.VirtualMachineInstanceCondition(
            "PodScheduled", "False", reason: "Unschedulable", message: failure.message))
      }
    }
  }

  private func reportProvisioning(_ draft: inout InstanceDraft) {
    draft.instance.status.conditions.add(V1.VirtualMachineInstanceCondition("Provisioning", "True"))
    if let pod { reportScheduling(of: pod, &draft) }
  }

  /// That no node was found for a pod, or that an image cannot be had.
  private func reportScheduling(of pod: Core.Pod, _ draft: inout InstanceDraft) {
    if let scheduled = pod.condition("PodScheduled"), scheduled.status == "False" {
      draft.instance.status.conditions.add(V1.VirtualMachineInstanceCondition(of: scheduled))
    } else {
      draft.instance.status.conditions.remove("PodScheduled")
    }
    if let failure = ImagePulls.failure(in: pod) { draft.failure = failure }
  }

  // MARK: Scheduling

  private func advanceScheduling(_ draft: inout InstanceDraft) {
    draft.instance.status.conditions.remove("Provisioning")
    guard let launcher else {
      draft.instance.status.phase = "Failed"
      return
    }
    draft.instance.status.qosClass = launcher.status.qosClass.isEmpty ? nil : launcher.status.qosClass
    reportScheduling(of: launcher, &draft)
    if instance.isBeingDeleted || launcher.isDownOrGoingDown {
      draft.instance.status.phase = "Failed"
    } else if launcher.isReadyForGuest {
      handOver(to: launcher, &draft)
    }
  }

  /// From here on virt-handler of the pod's node looks after the guest.
  private func handOver(to launcher: Core.Pod, _ draft: inout InstanceDraft) {
    if instance.spec.domain.cpu?.dedicatedCpuPlacement == true, launcher.status.qosClass != "Guaranteed" {
      let message = "The pod of an instance with dedicated CPUs is not of class Guaranteed"
      draft.failure = SynchronizationFailure(reason: .notGuaranteed, message: message, isRetried: false)
      draft.events.append(
        ObjectEvent(
          ObjectEvent.Subject(instance), .warning, reason: SynchronizationFailure.Reason.notGuaranteed.rawValue,
          message: message))
      return
    }
    draft.instance.status.volumeStatus = VolumeReport(observation).statuses(&draft.events)
    draft.instance.status.interfaces = InterfaceReport(instance: instance, launcher: launcher).statuses
    draft.instance.status.phase = "Scheduled"
    draft.instance.setLabel(KubeVirtNames.nodeName, launcher.spec.nodeName)
    draft.instance.status.nodeName = launcher.spec.nodeName
    if launcher.metadata.annotations?[LauncherPodMetadata.migratesOverUnixSockets] == "true" {
      draft.instance.status.migrationTransport = "Unix"
    }
    if instance.spec.domain.devices.autoattachVSOCK == true, draft.instance.status.VSOCKCID == nil {
      draft.instance.status.VSOCKCID = ContextIdentifiers.free(
        among: observation.usedContextIdentifiers, seed: context.seed)
    }
  }

  // MARK: Scheduled, Running

  private func advanceHandedOver(_ draft: inout InstanceDraft) {
    guard let launcher else {
      draft.instance.status.phase = "Failed"
      return
    }
    draft.instance.status.volumeStatus = VolumeReport(observation).statuses(&draft.events)
    guard instance.isRunning else { return }
    draft.instance.status.interfaces = InterfaceReport(instance: instance, launcher: launcher).statuses
    PendingChanges.report(in: &draft.instance, context.configuration)
  }

  // MARK: Succeeded, Failed

  /// Lets the object go when nothing of it runs any more.
  private func cleanUp(_ draft: inout InstanceDraft) {
    var finalizers = draft.instance.metadata.finalizers
    if observation.ownPods.isEmpty {
      finalizers.removeAll { $0 == KubeVirtNames.instanceFinalizer || $0 == KubeVirtNames.legacyInstanceFinalizer }
      draft.instance.setLabel(KubeVirtNames.outdatedLauncherImage, nil)
      draft.instance.status.launcherContainerImageVersion = ""
    }
    if !observation.hasOwnerMachine { finalizers.removeAll { $0 == KubeVirtNames.machineFinalizer } }
    draft.instance.metadata.finalizers = finalizers
  }

  // MARK: WaitingForSync

  /// The migration makes the pod and virt-handler the next phase; all we do is end the waiting.
  private func advanceReceiver(_ draft: inout InstanceDraft) {
    if instance.isBeingDeleted { draft.instance.status.phase = "Failed" }
  }
}
