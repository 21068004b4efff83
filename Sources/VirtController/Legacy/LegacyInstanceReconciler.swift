import Admission
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Makes the launcher pod of a legacy instance, hands it over to the handler of its node and cleans up after it, as
/// v0.8.0 did.
public struct LegacyInstanceReconciler: Reconciler {
  /// After which time a step that failed is tried again. v0.8.0 waited for some event of the instance instead, which
  /// may never come.
  public static let retryPause = Duration.seconds(10)

  private let template = LegacyLauncherPodTemplate()

  public init() {}

  public func reconcile(
    _ observation: LegacyInstanceObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let instance = observation.instance
    let launchers = observation.launchers
    // Which of several runs the guest cannot be known; all of them go with the instance.
    if launchers.count > 1, !instance.isBeingDeleted { return .no }

    let failure = try act(observation, launchers, in: context, &journal)
    guard let phase = LegacyPhase(rawValue: instance.status.phase) else {
      return .backingOff(reason: "phase \(instance.status.phase) is none that an instance can be in")
    }
    if !phase.isHandlers {
      var wanted = LegacyInstanceStatus(observation: observation, launcher: launchers.first, phase: phase).wanted
      wanted.status.note(failure, at: context.now)
      if let refusal = try write(instance, wanted, &journal) { return .backingOff(reason: refusal) }
      if wanted.isFinal { return failure == nil || !instance.isBeingDeleted ? .no : .after(Self.retryPause) }
    }
    return failure == nil ? .no : .after(Self.retryPause)
  }

  /// The one thing that is to be done now.
  private func act(
    _ observation: LegacyInstanceObservation, _ launchers: [Core.Pod], in context: ReconcileContext,
    _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> LegacySyncFailure? {
    let instance = observation.instance
    if instance.isBeingDeleted { return try delete(launchers.filter { !$0.isTerminating }, of: instance, &journal) }
    if instance.isFinal { return nil }
    if let launcher = launchers.first {
      return launcher.isReady && !launcher.isHandedOver ? try handOver(launcher, of: instance, &journal) : nil
    }
    guard LegacyPhase(rawValue: instance.status.phase)?.isUnprocessed == true else { return nil }
    switch observation.dataVolumeState {
    case .pending: return nil
    case .failed(let name):
      let message = "The data volume \(name) could not be filled"
      record(&journal, instance, "FailedDataVolumeImport", .warning, message)
      return LegacySyncFailure(reason: "FailedDataVolumeImport", message: message)
    case .filled: return try create(observation, in: context, &journal)
    }
  }

  private func create(
    _ observation: LegacyInstanceObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> LegacySyncFailure? {
    let instance = observation.instance
    let pod: Core.Pod
    do throws(LauncherPodError) {
      pod = try template.makePod(for: instance, lookups: observation.podLookups, in: context)
    } catch {
      return LegacySyncFailure(reason: "FailedCreate", message: "The launcher pod cannot be made: \(error)")
    }
    switch try isStillUnprocessed(instance, &journal) {
    case .success(true): break
    case .success(false): return nil
    case .failure(let error):
      return LegacySyncFailure(reason: "FailedCreate", message: "The instance could not be read again: \(error)")
    }
    let collection = ResourcePath(Resources.pods, namespace: instance.metadata.namespace)
    switch try journal.perform(ObjectWrite(collection, .create(pod.jsonTree))) {
    case .success(let created):
      let name = created.value(at: "metadata", "name")?.string ?? ""
      record(&journal, instance, "SuccessfulCreate", .normal, "Created the launcher pod \(name)")
      return nil
    case .failure(let error):
      let message = "The launcher pod could not be created: \(error)"
      record(&journal, instance, "FailedCreate", .warning, message)
      return LegacySyncFailure(reason: "FailedCreate", message: message)
    }
  }

  /// Whether the instance still waits for its pod, past all caches: after a change of leaders they may be older than
  /// what the last leader did.
  private func isStillUnprocessed(
    _ instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Result<Bool, KubernetesError> {
    switch try journal.perform(ObjectWrite(path(of: instance), .get)) {
    case .success(let live):
      let phase = LegacyPhase(rawValue: live.value(at: "status", "phase")?.string ?? "")
      return .success(
        live.value(at: "metadata", "uid")?.string == instance.metadata.uid && phase?.isUnprocessed == true
          && live.value(at: "metadata", "deletionTimestamp")?.string == nil)
    case .failure(let error): return error.isNotFound ? .success(false) : .failure(error)
    }
  }

  private func delete(
    _ launchers: [Core.Pod], of instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> LegacySyncFailure? {
    guard !launchers.isEmpty else { return nil }
    let outcomes = try journal.perform(
      launchers.map { ObjectWrite(path(of: $0), .delete(DeletionOptions(uid: $0.metadata.uid))) })
    var failure: LegacySyncFailure?
    for (launcher, outcome) in zip(launchers, outcomes) {
      switch outcome {
      case .success:
        record(&journal, instance, "SuccessfulDelete", .normal, "Deleted the launcher pod \(launcher.metadata.name)")
      // Somebody else was faster.
      case .failure(let error) where error.isNotFound: break
      case .failure(let error):
        let message = "The launcher pod \(launcher.metadata.name) could not be deleted: \(error)"
        record(&journal, instance, "FailedDelete", .warning, message)
        failure = LegacySyncFailure(reason: "FailedDelete", message: message)
      }
    }
    return failure
  }

  /// From now on the handler of the pod's node looks after the guest.
  private func handOver(
    _ launcher: Core.Pod, of instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> LegacySyncFailure? {
    var wanted = launcher
    wanted.metadata.annotations = (launcher.metadata.annotations ?? [:])
      .merging([KubeVirtNames.ownedBy: LegacyPodOwner.handler.rawValue]) { $1 }
    guard let change = ObjectWrite.change(path(of: launcher), from: launcher, to: wanted) else { return nil }
    switch try journal.perform(change) {
    case .success:
      let message = "Handed the launcher pod \(launcher.metadata.name) over to node \(launcher.spec.nodeName)"
      record(&journal, instance, "SuccessfulHandOver", .normal, message)
      return nil
    case .failure(let error):
      let message = "The launcher pod \(launcher.metadata.name) could not be handed over: \(error)"
      record(&journal, instance, "FailedHandOver", .warning, message)
      return LegacySyncFailure(reason: "FailedHandOver", message: message)
    }
  }

  /// The text of a refusal.
  private func write(
    _ instance: V1.VirtualMachineInstance, _ wanted: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> String? {
    guard let change = LegacyForm.change(path(of: instance), from: instance, to: wanted),
      case .failure(let error) = try journal.perform(change), !error.isNotFound
    else { return nil }
    return error.description
  }

  private func path(of instance: V1.VirtualMachineInstance) -> ResourcePath {
    ResourcePath(
      Resources.virtualMachineInstances, namespace: instance.metadata.namespace, name: instance.metadata.name)
  }

  private func path(of pod: Core.Pod) -> ResourcePath {
    ResourcePath(Resources.pods, namespace: pod.metadata.namespace, name: pod.metadata.name)
  }

  private func record(
    _ journal: inout WriteJournal, _ instance: V1.VirtualMachineInstance, _ reason: String,
    _ severity: ObjectEvent.Severity, _ message: String
  ) {
    journal.record(ObjectEvent(.init(instance), severity, reason: reason, message: message))
  }
}

/// Why a step for an instance failed.
struct LegacySyncFailure: Hashable {
  /// One word, as in events.
  var reason: String
  var message: String
}

extension Core.Pod {
  /// The handler of its node looks after it.
  var isHandedOver: Bool { metadata.annotations?[KubeVirtNames.ownedBy] == LegacyPodOwner.handler.rawValue }
}
