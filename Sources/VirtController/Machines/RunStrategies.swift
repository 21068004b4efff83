import JSON
import Kube
import KubeClient
import VirtTypes

extension MachineRound {
  /// Starts or stops the instance as the strategy and the first change request say.
  mutating func followStrategy(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    switch strategy {
    case .always: try keepRunning(&journal)
    case .rerunOnFailure: try rerunOnFailure(&journal)
    case .manual: try followRequests(&journal)
    case .halted: try keepHalted(&journal)
    case .once: instance == nil ? try start(&journal) : nil
    case .waitAsReceiver: try waitAsReceiver(&journal)
    }
  }

  private mutating func keepRunning(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    guard let instance else { return try startUnlessBackingOff(&journal) }
    return instance.isFinal || status.asksToStop(instance) ? try stop(&journal) : nil
  }

  private mutating func rerunOnFailure(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    if let instance {
      guard instance.isFinal || status.asksToStop(instance), !instance.isBeingDeleted else { return nil }
      if let failure = try stop(&journal) { return failure }
      return instance.status.phase == "Failed" ? try requestStart(&journal) : nil
    }
    // A machine that has just been switched to this strategy is started too.
    guard status.asksToStart || status.runStrategy != strategy.rawValue else { return nil }
    return try startUnlessBackingOff(&journal)
  }

  private mutating func followRequests(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    if let instance { return status.asksToStop(instance) ? try stop(&journal) : nil }
    return status.asksToStart ? try start(&journal) : nil
  }

  /// A start that is asked for of a halted machine switches it to Always; the next reconcile starts it.
  private mutating func keepHalted(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    if instance != nil { return try stop(&journal) }
    guard status.asksToStart else { return nil }
    var wanted = machine
    if wanted.spec.running != nil {
      wanted.spec.running = true
    } else {
      wanted.spec.runStrategy = RunStrategy.always.rawValue
    }
    if let refusal = try change(to: wanted, &journal) {
      return SyncFailure(.failedCreate, "the machine can't be switched to run", refusal)
    }
    return SyncFailure(.failedCreate, "the machine was halted and has been switched to run; its start follows")
  }

  private mutating func waitAsReceiver(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    guard let instance else { return try start(&journal) }
    if instance.isReceiver || instance.status.migrationState?.endTimestamp != nil { return nil }
    return SyncFailure(
      .failedCreate, "the machine waits for a migration to it, but its instance is none that receives one")
  }
}

// MARK: Start and stop

extension MachineRound {
  private mutating func startUnlessBackingOff(
    _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    if let moment = status.startFailure?.retryAfterTimestamp, moment > context.now {
      delay = moment - context.now
      return nil
    }
    return try start(&journal)
  }

  /// Creates the instance, after a revision that keeps the spec that it is made from.
  private mutating func start(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    // Its volumes may be in a bad state: people have to look after them first.
    if status.conditions.contains(where: { $0.type == "ManualRecoveryRequired" && $0.status == "True" }) { return nil }
    let created: V1.VirtualMachineInstance
    let instancetypes = try findInstancetypes(&journal)
    do throws(InstanceSetup.Fault) {
      created = try InstanceSetup(
        machine, status, strategy, context.configuration, try instancetypes.get(), annotations: instancetypeAnnotations
      ).makeInstance()
    } catch {
      journal.record(ObjectEvent(subject, .warning, reason: "FailedCreate", message: error.message))
      return SyncFailure(.failedCreate, error.message)
    }
    if let failure = try keepRevision(&journal) { return failure }
    var path = instancePath
    path.name = nil
    switch try journal.perform(ObjectWrite(path, .create(created.jsonTree))) {
    case .failure(let error):
      let failure = SyncFailure(
        .failedCreate, "the virtual machine instance \(created.metadata.name) can't be created", error)
      journal.record(ObjectEvent(subject, .warning, reason: "FailedCreate", message: failure.message))
      return failure
    case .success:
      awaitsCreation = true
      restartNeed = .none
      journal.record(
        ObjectEvent(
          subject, reason: "SuccessfulCreate",
          message: "Started the virtual machine by creating the new virtual machine instance \(created.metadata.name)"))
      return nil
    }
  }

  /// Deletes the instance, which is given its own grace period.
  mutating func stop(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    guard let instance, !instance.isBeingDeleted else { return nil }
    let write = ObjectWrite(instancePath, .delete(DeletionOptions(uid: instance.metadata.uid)))
    if case .failure(let error) = try journal.perform(write), !error.isNotFound {
      let failure = SyncFailure(
        .failedDelete, "the virtual machine instance \(instance.metadata.name) can't be deleted", error)
      journal.record(ObjectEvent(subject, .warning, reason: "FailedDelete", message: failure.message))
      return failure
    }
    awaitsDeletion = true
    restartNeed = .none
    journal.record(
      ObjectEvent(
        subject, reason: "SuccessfulDelete",
        message: "Stopped the virtual machine by deleting the virtual machine instance \(instance.metadata.uid)"))
    return nil
  }

  /// Notes that the machine is to be started again once its failed instance is gone.
  private mutating func requestStart(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    var request = V1.VirtualMachineStateChangeRequest()
    request.action = StateChange.start
    let requests = status.stateChangeRequests + [request]
    let add = JSONPatch.Operation.add(JSONPointer(["status", "stateChangeRequests"]), requests.jsonTree)
    if let refusal = try patch([add], subresource: "status", &journal) {
      return SyncFailure(.failedCreate, "the start after a failure can't be noted", refusal)
    }
    status.stateChangeRequests = requests
    return nil
  }
}
