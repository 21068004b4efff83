import JSON
import Kube
import KubeClient
import VirtTypes

extension MachineRound {
  /// Makes the instance the machine's own when nobody controls it; forgets it when another does.
  mutating func claimInstance(_ journal: inout WriteJournal) throws(WriteInterruption) -> KubernetesError? {
    guard let found = instance?.metadata else { return nil }
    let claim = ControllerClaim(
      owner: OwnerReference(controller: machine), namespace: machine.metadata.namespace,
      selection: .name(machine.metadata.name), isOwnerBeingDeleted: isBeingDeleted)
    switch claim.decide(found) {
    case .own: return nil
    case .foreign, .ignore, .release:
      instance = nil
      return nil
    case .adopt:
      switch try journal.perform(ObjectWrite(Self.path(of: machine), .get)) {
      case .failure(let error): return error
      case .success(let live):
        if let refusal = claim.refusalToAdopt(live) {
          return .status(.failure(.conflict, code: 409, message: refusal))
        }
        return try patchInstance(claim.adoption(of: found), &journal)
      }
    }
  }

  /// Brings the machine and its instance nearer to what the spec says.
  mutating func synchronize(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    if isBeingDeleted { return try tearDown(&journal) }
    if let failure = try addFinalizer(&journal) { return failure }
    if let failure = try noteGeneration(&journal) { return failure }
    if let failure = try fixInstancetypes(&journal) { return failure }
    let volumes = try prepareDataVolumes(&journal)
    // Volumes are waited for by a start, and by nothing else.
    let canFollow = volumes.areReady || strategy == .halted || instance != nil
    let failure = canFollow ? try followStrategy(&journal) : nil
    judgeTemplate()
    if let failure = failure ?? volumes.failure { return failure }
    return awaitsCreation || awaitsDeletion ? nil : try updateInstance(&journal)
  }

  /// Carries changes of the machine to its instance, and what happened to the instance back into the machine's spec. A
  /// change that fails does not hold up the others; the first failure is told.
  private mutating func updateInstance(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    var wanted = machine
    var failures: [SyncFailure?] = []
    applyVolumeRequests(to: &wanted)
    failures.append(try handleMemoryDump(&wanted, &journal))
    failures.append(try plugVolumes(for: wanted, &journal))
    if restartNeed == .unknown || restartNeed == .none, context.configuration.rolloutStrategy == .liveUpdate {
      failures += try updateResources(&journal)
    }
    failures.append(try plugInterfaces(&wanted, &journal))
    if var domain = wanted.spec.template?.spec.domain, domain.firmware?.uuid.isEmpty ?? true {
      InstanceSetup.setFirmwareUUID(&domain, machineName: machine.metadata.name)
      wanted.spec.template?.spec.domain = domain
    }
    if let refusal = try change(to: wanted, &journal) {
      failures.append(SyncFailure(.failedUpdate, "the machine can't be updated", refusal))
    }
    return failures.compactMap { $0 }.first
  }

  /// Ends the instance first; then the machine may go. With the finalizer `orphan` the instance stays.
  private mutating func tearDown(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    if instance != nil, !machine.metadata.finalizers.contains("orphan") { return try stop(&journal) }
    let finalizers = machine.metadata.finalizers
    guard finalizers.contains(KubeVirtNames.machineFinalizer) else { return nil }
    let kept = finalizers.filter { $0 != KubeVirtNames.machineFinalizer }
    let operations: [JSONPatch.Operation] = .replacing(
      "metadata", "finalizers", from: finalizers.jsonTree, to: kept.jsonTree)
    if let refusal = try patch(operations, &journal), !refusal.isNotFound {
      return SyncFailure(.failedUpdate, "the finalizer can't be removed", refusal)
    }
    return nil
  }

  private mutating func addFinalizer(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    let finalizers = machine.metadata.finalizers
    guard !finalizers.contains(KubeVirtNames.machineFinalizer) else { return nil }
    let place = JSONPointer(["metadata", "finalizers"])
    let wanted = (finalizers + [KubeVirtNames.machineFinalizer]).jsonTree
    let operations: [JSONPatch.Operation] =
      finalizers.isEmpty
      ? [.test(place, .null), .add(place, wanted)] : [.test(place, finalizers.jsonTree), .replace(place, wanted)]
    if let refusal = try patch(operations, &journal) {
      return SyncFailure(.failedUpdate, "the finalizer can't be added", refusal)
    }
    return nil
  }

  /// An instance that has ended waits for nothing more of ours.
  mutating func releaseFinalInstance(_ journal: inout WriteJournal) throws(WriteInterruption) -> KubernetesError? {
    guard let instance, instance.isFinal else { return nil }
    let finalizers = instance.metadata.finalizers
    guard finalizers.contains(KubeVirtNames.machineFinalizer) else { return nil }
    let kept = finalizers.filter { $0 != KubeVirtNames.machineFinalizer }
    let refusal = try patchInstance(
      .replacing("metadata", "finalizers", from: finalizers.jsonTree, to: kept.jsonTree), &journal)
    return refusal?.isNotFound == true ? nil : refusal
  }
}
