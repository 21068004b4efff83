import Admission
import JSON
import Kube
import KubeClient
import VirtTypes

/// Brings a legacy machine's instance into being and to its end, as v0.8.0 did.
public struct LegacyMachineReconciler: Reconciler {
  public init() {}

  public func reconcile(
    _ observation: LegacyMachineObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let machine = observation.machine
    guard LegacyInstanceTemplate.isGiven(by: machine) else { return .no }
    let round = LegacyMachineRound(machine: machine, context: context)
    let claimed: LegacyMachineRound.Claimed
    switch try round.claim(observation, &journal) {
    case .failure(let failure): return .backingOff(reason: failure.message)
    case .success(let mine): claimed = mine
    }
    if machine.metadata.deletionTimestamp != nil, machine.metadata.finalizers.contains("orphan") {
      return try round.release(claimed, &journal)
    }

    var failure: LegacyFailure?
    var pause: Duration?
    if machine.metadata.deletionTimestamp == nil {
      let dataVolumes = LegacyDataVolumes(round: round)
      switch try dataVolumes.prepare(claimed.dataVolumes, &journal) {
      case .ready: failure = try round.startOrStop(claimed.instance, &journal)
      case .waiting(let until): pause = until
      case .failed(let reason): failure = reason
      }
    }
    if let refusal = try round.write(round.status(claimed, failure), &journal) {
      return .backingOff(reason: refusal)
    }
    if let failure { return .backingOff(reason: failure.message) }
    return pause.map { .after($0) } ?? .no
  }
}

/// Why a step failed, in words for people.
struct LegacyFailure: Error, Hashable {
  var message: String
}

/// One look at a machine.
struct LegacyMachineRound {
  let machine: V1.VirtualMachine
  let context: ReconcileContext

  /// What belongs to the machine.
  struct Claimed {
    var instance: V1.VirtualMachineInstance?
    var dataVolumes: [JSONValue] = []
  }

  var ownership: LegacyOwnership { LegacyOwnership(machine: machine) }

  var path: ResourcePath {
    ResourcePath(Resources.virtualMachines, namespace: machine.metadata.namespace, name: machine.metadata.name)
  }

  func path(of instance: V1.VirtualMachineInstance) -> ResourcePath {
    ResourcePath(
      Resources.virtualMachineInstances, namespace: machine.metadata.namespace, name: instance.metadata.name)
  }

  func path(ofDataVolume name: String) -> ResourcePath {
    ResourcePath(Resources.dataVolumes, namespace: machine.metadata.namespace, name: name)
  }

  func record(
    _ journal: inout WriteJournal, _ severity: ObjectEvent.Severity, _ reason: String, _ message: String
  ) {
    journal.record(ObjectEvent(.init(machine), severity, reason: reason, message: message))
  }

  // MARK: Ownership

  /// Finds what is the machine's, and takes in what nobody controls.
  func claim(
    _ observation: LegacyMachineObservation, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Result<Claimed, LegacyFailure> {
    var claimed = Claimed()
    var adoptions: [ObjectWrite] = []
    if let instance = observation.instance {
      let decision = ownership.claim.decide(instance.metadata)
      if decision == .own || decision == .adopt { claimed.instance = instance }
      if decision == .adopt { adoptions.append(ownership.adoption(of: instance.metadata, at: path(of: instance))) }
    }
    for dataVolume in observation.dataVolumes {
      let metadata = LegacyDataVolumes.metadata(of: dataVolume)
      let decision = ownership.claim.decide(metadata)
      if decision == .own || decision == .adopt { claimed.dataVolumes.append(dataVolume) }
      if decision == .adopt {
        adoptions.append(ownership.adoption(of: metadata, at: path(ofDataVolume: metadata.name)))
      }
    }
    guard !adoptions.isEmpty else { return .success(claimed) }
    if let refusal = try ownership.refusalToAdopt(at: path, &journal) {
      return .failure(LegacyFailure(message: refusal))
    }
    for outcome in try journal.perform(adoptions) {
      if case .failure(let error) = outcome { return .failure(LegacyFailure(message: error.description)) }
    }
    return .success(claimed)
  }

  /// Lets everything go, for a deletion that leaves it behind.
  func release(_ claimed: Claimed, _ journal: inout WriteJournal) throws(WriteInterruption) -> Requeue {
    var writes: [ObjectWrite] = []
    if let instance = claimed.instance {
      writes.append(ownership.release(of: instance.metadata, at: path(of: instance)))
    }
    writes += claimed.dataVolumes.map { dataVolume in
      let metadata = LegacyDataVolumes.metadata(of: dataVolume)
      return ownership.release(of: metadata, at: path(ofDataVolume: metadata.name))
    }
    guard !writes.isEmpty else { return .no }
    for outcome in try journal.perform(writes) {
      if case .failure(let error) = outcome, !error.isNotFound { return .backingOff(reason: error.description) }
    }
    return .no
  }

  // MARK: Power

  func startOrStop(
    _ instance: V1.VirtualMachineInstance?, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> LegacyFailure? {
    switch LegacyPower(machine.spec).action(on: instance, withoutSettledRequests(instance)) {
    case .none: return nil
    case .create: return try start(&journal)
    case .delete:
      guard let instance else { return nil }
      return try stop(instance, &journal)
    }
  }

  private func start(_ journal: inout WriteJournal) throws(WriteInterruption) -> LegacyFailure? {
    func fails(_ message: String, _ journal: inout WriteJournal) -> LegacyFailure {
      record(&journal, .warning, "FailedCreate", "The instance could not be created: \(message)")
      return LegacyFailure(message: message)
    }
    let instance: JSONValue
    do throws(ConversionError) { instance = try LegacyInstanceTemplate.instance(of: machine) } catch {
      return fails("\(error)", &journal)
    }
    let collection = ResourcePath(LegacyForm.resource, namespace: machine.metadata.namespace)
    switch try journal.perform(ObjectWrite(collection, .create(instance))) {
    case .failure(let error): return fails(error.description, &journal)
    case .success(let created):
      let name = created.value(at: "metadata", "name")?.string ?? ""
      record(&journal, .normal, "SuccessfulCreate", "Created the virtual machine instance \(name)")
      return nil
    }
  }

  private func stop(
    _ instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> LegacyFailure? {
    let deletion = ObjectWrite(path(of: instance), .delete(DeletionOptions(uid: instance.metadata.uid)))
    switch try journal.perform(deletion) {
    case .success:
      record(
        &journal, .normal, "SuccessfulDelete",
        "Deleted the virtual machine instance \(instance.metadata.name) (\(instance.metadata.uid))")
      return nil
    // Somebody else was faster.
    case .failure(let error) where error.isNotFound: return nil
    case .failure(let error):
      record(
        &journal, .warning, "FailedDelete",
        "The virtual machine instance \(instance.metadata.name) could not be deleted: \(error)")
      return LegacyFailure(message: error.description)
    }
  }

  // MARK: Status

  /// A stop whose instance is gone and a start whose instance is there need not be asked for any more.
  private func withoutSettledRequests(_ instance: V1.VirtualMachineInstance?) -> V1.VirtualMachineStatus {
    var status = machine.status
    status.dropSettledRequest(instance)
    return status
  }

  func status(_ claimed: Claimed, _ failure: LegacyFailure?) -> V1.VirtualMachineStatus {
    var status = withoutSettledRequests(claimed.instance)
    status.created = claimed.instance != nil
    status.ready = claimed.instance?.isRunning == true
    note(failure, in: &status)
    // What only says in another word that nothing has changed is not worth a write, unless the old word is wrong.
    if status != machine.status || !status.printableStatus.isEmpty {
      status.printableStatus = printableStatus(claimed).rawValue
    }
    return status
  }

  private func note(_ failure: LegacyFailure?, in status: inout V1.VirtualMachineStatus) {
    let type = "Failure"
    guard let failure else {
      status.conditions.removeAll { $0.type == type }
      return
    }
    // One that is there keeps its reason and message.
    if status.conditions.contains(where: { $0.type == type }) { return }
    var condition = V1.VirtualMachineCondition()
    condition.type = type
    condition.status = "True"
    condition.reason = LegacyPower(machine.spec).demand == .off ? "FailedDelete" : "FailedCreate"
    condition.message = failure.message
    condition.lastTransitionTime = context.now
    status.conditions.append(condition)
  }

  /// The text of a refusal.
  func write(
    _ status: V1.VirtualMachineStatus, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> String? {
    var place = path
    place.subresource = "status"
    var wanted = machine
    wanted.status = status
    guard let change = ObjectWrite.change(place, from: machine, to: wanted) else { return nil }
    guard case .failure(let error) = try journal.perform(change), !error.isNotFound else { return nil }
    return error.description
  }
}
