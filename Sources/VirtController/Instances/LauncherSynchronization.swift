import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Brings the pods of an instance to what is wanted: none when it is deleted, one when it starts.
struct LauncherSynchronization {
  let observation: InstanceObservation
  let template: LauncherPodTemplate
  let context: ReconcileContext
  /// The current pod, as it is after what was done so far.
  var pod: Core.Pod?
  /// Nil where nothing depended on it.
  private(set) var readiness: VolumeReadiness?

  private var instance: V1.VirtualMachineInstance { observation.instance }

  init(observation: InstanceObservation, template: LauncherPodTemplate, context: ReconcileContext, pod: Core.Pod?) {
    self.observation = observation
    self.template = template
    self.context = context
    self.pod = pod
  }

  /// Returns why it did not come about.
  mutating func run(_ journal: inout WriteJournal) throws(WriteInterruption) -> SynchronizationFailure? {
    if instance.isBeingDeleted { return try delete(observation.ownPods, &journal) }
    if instance.isFinal { return nil }
    let readiness = VolumeReadiness(of: observation)
    self.readiness = readiness
    if case .claimMissing(let volume, let claim) = readiness {
      let message = LauncherPodError.claimMissing(volume: volume, claim: claim).description
      record(.normal, SynchronizationFailure.Reason.claimMissing, message, &journal)
      // The claim's coming will wake us.
      return SynchronizationFailure(reason: .claimMissing, message: message, isRetried: false)
    }
    guard let pod else { return try create(readiness, &journal) }
    if readiness != .waitingForConsumer, let failure = try removeBinders(&journal) { return failure }
    if !instance.isHandedOver, let failure = try removeSurplus(besides: pod, &journal) { return failure }
    if !pod.onlyBindsVolumes, pod.isReadyForGuest { return try annotate(pod, &journal) }
    return nil
  }

  // MARK: Deletion

  private func delete(
    _ pods: [Core.Pod], _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SynchronizationFailure? {
    for pod in pods where !pod.isTerminating {
      let write = ObjectWrite(.pod(pod), .delete(DeletionOptions(uid: pod.metadata.uid)))
      switch try journal.perform(write) {
      case .success:
        record(.normal, "SuccessfulDelete", "Deleted virtual machine pod \(pod.metadata.name)", &journal)
      case .failure(let error) where error.isNotFound: break
      case .failure(let error):
        let message = "Could not delete virtual machine pod \(pod.metadata.name): \(error)"
        record(.warning, .deleteFailed, message, &journal)
        return SynchronizationFailure(reason: .deleteFailed, message: message)
      }
    }
    return nil
  }

  /// Pods that only bind volumes have done so once they run.
  private func removeBinders(_ journal: inout WriteJournal) throws(WriteInterruption) -> SynchronizationFailure? {
    try delete(
      observation.ownPods.filter { $0.onlyBindsVolumes && ($0.status.phase == "Running" || $0.hasEnded) }, &journal)
  }

  /// Launcher pods that a controller made which did not know of the first: before the hand-over none has a guest.
  private func removeSurplus(
    besides pod: Core.Pod, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SynchronizationFailure? {
    let surplus = observation.ownPods.filter {
      $0.metadata.uid != pod.metadata.uid && !$0.onlyBindsVolumes
        && $0.metadata.labels?[KubeVirtNames.migrationJobUID] == nil
    }
    return try delete(surplus, &journal)
  }

  // MARK: Creation

  /// Whether the instance still waits for its first pod, past all caches: after a change of leaders they may be older
  /// than what the last leader did. Nil when the server does not say.
  private func isStillUnprocessed(_ journal: inout WriteJournal) throws(WriteInterruption) -> Bool? {
    switch try journal.perform(ObjectWrite(.instance(instance), .get)) {
    case .success(let object):
      guard let current = try? V1.VirtualMachineInstance(json: object.jsonBytes(), options: .lenient) else {
        return nil
      }
      return current.metadata.uid == instance.metadata.uid && current.isUnprocessed && !current.isBeingDeleted
    case .failure(let error): return error.isNotFound ? false : nil
    }
  }

  private mutating func create(
    _ readiness: VolumeReadiness, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SynchronizationFailure? {
    // An instance that has had a pod never gets another: its guest may have run.
    guard instance.isUnprocessed, !instance.isReceiver, readiness != .beingPopulated else { return nil }
    var wanted: Core.Pod
    do throws(LauncherPodError) {
      wanted = try template.makePod(for: instance, lookups: observation.podLookups, in: context)
    } catch {
      if case .stateClaimMissing = error { return try createStateClaim(&journal) }
      let reason: SynchronizationFailure.Reason =
        if case .claimMissing = error { .claimMissing } else { .createFailed }
      record(.warning, reason, "Could not make the virtual machine pod: \(error)", &journal)
      return SynchronizationFailure(reason: reason, message: "Could not make the virtual machine pod: \(error)")
    }
    switch try isStillUnprocessed(&journal) {
    case true?: break
    case false?: return nil
    case nil: return SynchronizationFailure(reason: .createFailed, message: "The instance could not be read again")
    }
    if readiness == .waitingForConsumer { wanted = Self.binder(madeFrom: wanted) }
    let collection = ResourcePath(Resources.pods, namespace: instance.metadata.namespace)
    switch try journal.perform(ObjectWrite(collection, .create(wanted.jsonTree))) {
    case .success(let created):
      let pod = Core.Pod(object: created) ?? wanted
      self.pod = pod
      record(.normal, "SuccessfulCreate", "Created virtual machine pod \(pod.metadata.name)", &journal)
      return nil
    case .failure(let error):
      let message = "Could not create the virtual machine pod: \(error)"
      record(.warning, .createFailed, message, &journal)
      return SynchronizationFailure(reason: .createFailed, message: message)
    }
  }

  /// The launcher pod, turned into one that needs the same node and volumes but ends at once.
  static func binder(madeFrom launcher: Core.Pod) -> Core.Pod {
    var pod = launcher
    pod.metadata.annotations = (pod.metadata.annotations ?? [:]).merging(
      [KubeVirtNames.ephemeralProvisioning: "true"]) { $1 }
    pod.spec.readinessGates = []
    pod.spec.containers = pod.spec.containers.filter { $0.name == "compute" }
    for index in pod.spec.containers.indices {
      pod.spec.containers[index].command = ["/bin/bash", "-c", "echo bound PVCs"]
      pod.spec.containers[index].args = []
      pod.spec.containers[index].readinessProbe = nil
      pod.spec.containers[index].livenessProbe = nil
    }
    return pod
  }

  // MARK: The running pod

  /// Has the descheduler ask before it evicts the pod, from when a guest runs in it, and tells Multus of interfaces that
  /// were plugged or unplugged since.
  private mutating func annotate(
    _ pod: Core.Pod, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SynchronizationFailure? {
    let present = pod.metadata.annotations ?? [:]
    var wanted = present
    wanted[LauncherPodMetadata.evictOnly] = ""
    if let networks = attachedNetworks(present[LauncherPodMetadata.networks]) {
      wanted[LauncherPodMetadata.networks] = networks
    }
    guard wanted != present else { return nil }
    var operations: [JSONPatch.Operation] = []
    if pod.metadata.annotations == nil { operations.append(.add(JSONPointer(["metadata", "annotations"]), [:])) }
    for (name, value) in wanted.sorted(by: { $0.key < $1.key }) where present[name] != value {
      operations.append(.add(JSONPointer(["metadata", "annotations", name]), .string(value)))
    }
    switch try journal.perform(ObjectWrite(.pod(pod), .patch(.json(JSONPatch(operations))))) {
    case .success:
      var marked = pod
      marked.metadata.annotations = wanted
      self.pod = marked
      return nil
    case .failure(let error):
      return SynchronizationFailure(reason: .podPatchFailed, message: "Could not annotate the launcher pod: \(error)")
    }
  }

  /// What Multus is to attach to the pod by now; nil when it has been told so already, in whichever spelling.
  private func attachedNetworks(_ present: String?) -> String? {
    let plan: LauncherPodPlan
    let annotations: [String: String]
    do throws(LauncherPodError) {
      plan = try LauncherPodPlan(instance, observation.podLookups, context)
      annotations = try plan.networkAnnotations()
    } catch { return nil }  // The pod runs; what cannot be plugged is reported by the one who plugs it.
    let wanted = annotations[LauncherPodMetadata.networks]
    guard wanted != nil || present != nil else { return nil }
    let text = wanted ?? "[]"
    let parsed = { (text: String) in try? JSONValue(parsing: text) }
    return parsed(text) == parsed(present ?? "[]") ? nil : text
  }

  // MARK: Events

  private func record(
    _ severity: ObjectEvent.Severity, _ reason: SynchronizationFailure.Reason, _ message: String,
    _ journal: inout WriteJournal
  ) {
    record(severity, reason.rawValue, message, &journal)
  }

  private func record(
    _ severity: ObjectEvent.Severity, _ reason: String, _ message: String, _ journal: inout WriteJournal
  ) {
    journal.record(ObjectEvent(ObjectEvent.Subject(instance), severity, reason: reason, message: message))
  }
}

extension Core.Pod {
  /// Nil when the tree is no pod.
  init?(object: JSONValue) {
    guard let pod = try? Core.Pod(json: object.jsonBytes(), options: .lenient), !pod.metadata.name.isEmpty else {
      return nil
    }
    self = pod
  }
}
