import Admission
import JSON
import Kube
import KubeClient
import VirtTypes

/// Keeps the wanted number of alike instances.
public struct ReplicaSetReconciler: Reconciler {
  /// Instances made or deleted in one round, at most.
  public static let burst = 250

  public init() {}

  public func reconcile(
    _ observation: ReplicaSetObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let set = observation.replicaSet
    let rules = ReplicaSetRules(observation.profile)
    let path = ResourcePath(Resources.replicaSets, namespace: set.metadata.namespace, name: set.metadata.name)
    if rules.notesObservedVersions, !ObservedVersions.areNoted(in: set.metadata) {
      return Requeue(of: try journal.perform(ObservedVersions.note(at: path)))
    }
    guard let template = set.spec.template, let labels = template.metadata.labels, !labels.isEmpty,
      let given = set.spec.selector, let selector = try? Selector(given), selector.matches(labels)
    else { return .no }

    let claim = ControllerClaim(
      owner: rules.ownerReference(to: set), namespace: set.metadata.namespace, selection: .labels(selector),
      isOwnerBeingDeleted: set.metadata.deletionTimestamp != nil)
    let claims = InstanceClaims(by: claim, among: observation.instances)
    if let fault = try carryOut(claims, by: claim, at: path, rules, &journal) { return .backingOff(reason: fault) }
    let instances = (claims.owned + claims.adopted).sorted { $0.metadata.name < $1.metadata.name }
    let active = instances.filter(rules.isActive)

    var failure: ReplicaFailure?
    if !set.spec.paused, set.metadata.deletionTimestamp == nil {
      let difference = active.count - Int(set.spec.replicas ?? 1)
      let reason = difference < 0 ? "FailedCreate" : "FailedDelete"
      var fault = try scale(set, active, by: difference, rules, &journal)
      if fault == nil {
        fault = try delete(instances.filter(rules.isFinished), of: set, &journal)
      }
      failure = fault.map { ReplicaFailure(reason: reason, message: $0) }
    }

    var status = set.status
    status.replicas = Int32(clamping: active.count)
    status.readyReplicas = Int32(clamping: active.count(where: rules.isReady))
    if rules.publishesSelector { status.labelSelector = given.text }
    status.note(failure, at: context.now)
    status.note(isPaused: set.spec.paused, at: context.now)
    if let fault = try write(status, of: set, at: path, &journal) { return .backingOff(reason: fault) }
    if let failure, rules.retriesScaling { return .backingOff(reason: failure.message) }
    return .no
  }

  /// Takes instances in and lets others go; the text of the first refusal.
  private func carryOut(
    _ claims: InstanceClaims, by claim: ControllerClaim, at path: ResourcePath, _ rules: ReplicaSetRules,
    _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> String? {
    if !claims.adopted.isEmpty {
      // The cache may not know yet that the set is being deleted; the server does.
      switch try journal.perform(ObjectWrite(path, .get)) {
      case .failure(let error): return error.description
      case .success(let fresh): if let refusal = claim.refusalToAdopt(fresh) { return refusal }
      }
    }
    let testsVersion = rules.testsVersionOfOwned
    let adoptions = claims.adopted.map {
      ObjectWrite(self.path(of: $0), .patch(claim.adoption(of: $0.metadata, testsVersion: testsVersion)))
    }
    let releases = claims.released.map {
      ObjectWrite(self.path(of: $0), .patch(claim.release(of: $0.metadata, testsVersion: testsVersion)))
    }
    let writes = adoptions + releases
    guard !writes.isEmpty else { return nil }
    for outcome in try journal.perform(writes) {
      if case .failure(let error) = outcome, !error.isNotFound { return error.description }
    }
    return nil
  }

  /// Makes missing instances or deletes surplus ones; the text of the first refusal.
  private func scale(
    _ set: V1.VirtualMachineInstanceReplicaSet, _ active: [V1.VirtualMachineInstance], by difference: Int,
    _ rules: ReplicaSetRules, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> String? {
    let count = min(abs(difference), Self.burst)
    if difference == 0 { return nil }
    if difference > 0 {
      return try delete(Array(Self.victims(among: active, isReady: rules.isReady).prefix(count)), of: set, &journal)
    }
    guard let instance = rules.makeInstance(of: set) else {
      let message = "the template cannot be written as \(rules.groupVersion)"
      journal.record(ObjectEvent(.init(set), .warning, reason: "FailedCreate", message: message))
      return message
    }
    let collection = ResourcePath(rules.apiVersion, namespace: set.metadata.namespace)
    let outcomes = try journal.perform(Array(repeating: ObjectWrite(collection, .create(instance)), count: count))
    var fault: String?
    for outcome in outcomes {
      switch outcome {
      case .success(let created):
        let name = created.value(at: "metadata", "name")?.string ?? ""
        let message = "Started the virtual machine by creating the new virtual machine instance \(name)"
        journal.record(ObjectEvent(.init(set), reason: "SuccessfulCreate", message: message))
      case .failure(let error):
        fault = fault ?? error.description
        let message = "Error creating virtual machine instance: \(error)"
        journal.record(ObjectEvent(.init(set), .warning, reason: "FailedCreate", message: message))
      }
    }
    return fault
  }

  /// Whom to delete first: those that are not ready, and among them the newest, which have the least to lose.
  static func victims(
    among instances: [V1.VirtualMachineInstance], isReady: (V1.VirtualMachineInstance) -> Bool
  ) -> [V1.VirtualMachineInstance] {
    let ranked = instances.map { (instance: $0, isReady: isReady($0)) }
    return ranked.sorted { left, right in
      if left.isReady != right.isReady { return !left.isReady }
      let (older, newer) = (left.instance.metadata, right.instance.metadata)
      if older.creationTimestamp != newer.creationTimestamp {
        return older.creationTimestamp ?? Timestamp() > newer.creationTimestamp ?? Timestamp()
      }
      return older.name < newer.name
    }.map(\.instance)
  }

  /// The text of the first refusal.
  private func delete(
    _ instances: [V1.VirtualMachineInstance], of set: V1.VirtualMachineInstanceReplicaSet,
    _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> String? {
    if instances.isEmpty { return nil }
    let outcomes = try journal.perform(
      instances.map { ObjectWrite(path(of: $0), .delete(DeletionOptions(uid: $0.metadata.uid))) })
    var fault: String?
    for (instance, outcome) in zip(instances, outcomes) {
      switch outcome {
      case .success:
        let message = "Stopped the virtual machine by deleting the virtual machine instance \(instance.metadata.uid)"
        journal.record(ObjectEvent(.init(set), reason: "SuccessfulDelete", message: message))
      // Somebody else was faster.
      case .failure(let error) where error.isNotFound: break
      case .failure(let error):
        fault = fault ?? error.description
        let message = "Error deleting virtual machine instance \(instance.metadata.name): \(error)"
        journal.record(ObjectEvent(.init(set), .warning, reason: "FailedDelete", message: message))
      }
    }
    return fault
  }

  /// The text of a refusal.
  private func write(
    _ status: V1.VirtualMachineInstanceReplicaSetStatus, of set: V1.VirtualMachineInstanceReplicaSet,
    at path: ResourcePath, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> String? {
    var place = path
    place.subresource = "status"
    var wanted = set
    wanted.status = status
    guard let change = ObjectWrite.change(place, from: set, to: wanted) else { return nil }
    if case .failure(let error) = try journal.perform(change) { return error.isNotFound ? nil : error.description }
    switch (set.status.isPaused, status.isPaused) {
    case (false, true): journal.record(ObjectEvent(.init(set), reason: "SuccessfulPaused", message: "Paused"))
    case (true, false): journal.record(ObjectEvent(.init(set), reason: "SuccessfulResumed", message: "Resumed"))
    default: break
    }
    return nil
  }

  private func path(of instance: V1.VirtualMachineInstance) -> ResourcePath {
    ResourcePath(
      Resources.virtualMachineInstances, namespace: instance.metadata.namespace, name: instance.metadata.name)
  }
}
