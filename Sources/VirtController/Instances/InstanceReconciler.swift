import Admission
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Leads an instance from Pending to the hand-over to virt-handler, looks after its launcher pod, and cleans up behind
/// it (current profile).
///
/// One round has three steps: bring the pods to what is wanted (`synchronize`), mark the launcher pod with what the
/// instance says (`LauncherMarks`), and write down in the instance what is the case (`report`).
public struct InstanceReconciler: Reconciler {
  /// How pods are made.
  public var template: LauncherPodTemplate

  public init(template: LauncherPodTemplate = LauncherPodTemplate()) { self.template = template }

  public func reconcile(
    _ observation: InstanceObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let instance = observation.instance
    guard ObservedVersions.areNoted(in: instance.metadata) else {
      return try noteVersions(of: instance, &journal)
    }
    if let wait = PodPatience.remaining(for: observation, at: context.now) { return .after(wait) }
    var launcher = LauncherSynchronization(
      observation: observation, template: template, context: context, pod: observation.currentPod)
    let failure = try launcher.run(&journal)
    let marks = LauncherMarks(instance: instance, pod: launcher.pod, now: context.now)
    if let refusal = try marks.apply(&journal) { return .backingOff(reason: refusal.description) }
    return try InstanceReport(
      observation: observation, pod: launcher.pod, readiness: launcher.readiness, failure: failure, context: context
    ).write(&journal)
  }

  private func noteVersions(
    of instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    var noted = instance
    var annotations = noted.metadata.annotations ?? [:]
    annotations[KubeVirtNames.latestObservedAPIVersion] = ObservedVersions.current
    annotations[KubeVirtNames.storageObservedAPIVersion] = ObservedVersions.current
    noted.metadata.annotations = annotations
    guard let write = ObjectWrite.change(.instance(instance), from: instance, to: noted) else { return .no }
    return Requeue(of: try journal.perform(write))
  }
}

extension ResourcePath {
  static func instance(_ instance: V1.VirtualMachineInstance) -> ResourcePath {
    ResourcePath(
      Resources.virtualMachineInstances, namespace: instance.metadata.namespace, name: instance.metadata.name)
  }

  static func pod(_ pod: Core.Pod, subresource: String? = nil) -> ResourcePath {
    ResourcePath(
      Resources.pods, namespace: pod.metadata.namespace, name: pod.metadata.name, subresource: subresource)
  }
}
