import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// What a migration does to pods and to its instance in one round.
struct MigrationSync {
  let observation: MigrationObservation
  let settings: MigrationSettings
  let context: ReconcileContext
  let makeTargetPod: MigrationReconciler.MakeTargetPod

  /// When to look again; a failure is in here, too.
  var requeue = Requeue.no
  /// No target pod was made because a quota is used up.
  var isRefusedByQuota = false
  /// The failure leaves something behind that must not be forgotten by a change of phase.
  var holdsStatus = false

  init(
    observation: MigrationObservation, settings: MigrationSettings, context: ReconcileContext,
    makeTargetPod: @escaping MigrationReconciler.MakeTargetPod
  ) {
    self.observation = observation
    self.settings = settings
    self.context = context
    self.makeTargetPod = makeTargetPod
  }

  private var migration: V1.VirtualMachineInstanceMigration { observation.migration }

  mutating func run(_ journal: inout WriteJournal) throws(WriteInterruption) {
    guard let instance = observation.instance, let phase = migration.phase else { return }
    if migration.isBeingDeleted, !observation.isHandedOver, !phase.isFinal {
      return try removeTarget("the migration was cancelled", &journal)
    }
    if instance.isBeingDeleted { return }
    if migration.isBeingDeleted, !phase.isFinal { return try abort(instance, &journal) }
    if observation.isHandedOver, instance.status.migrationState?.completed == true { return }
    guard observation.mayMigrate || phase == .unset || phase.isFinal else {
      requeue = .backingOff(reason: "another migration of the instance is in progress")
      return
    }
    switch phase {
    case .unset, .succeeded: break
    case .waitingForSync:
      try write(MigrationHandOver.announcedTarget(instance, by: migration), over: instance, &journal)
    case .synchronizing:
      let wanted = MigrationHandOver.announcedSource(instance, by: migration, from: observation.sourcePod)
      try write(wanted, over: instance, &journal)
    case .pending:
      // Without a synchronization service nothing makes the other side of a move between clusters.
      if migration.isDecentralizedSource || migration.isDecentralizedTarget { return }
      if let pod = observation.targetPod { try watch(pod, &journal) } else { try begin(instance, &journal) }
    case .scheduling:
      if let pod = observation.targetPod { try watch(pod, &journal) }
    case .scheduled: try handOver(instance, &journal)
    case .preparingTarget, .targetReady: try endIfTargetIsLost(instance, &journal)
    case .running: try markTarget(instance, &journal)
    case .failed:
      if observation.isHandedOver {
        try endIfTargetIsLost(instance, &journal)
      } else {
        try removeTarget("the migration failed", &journal)
      }
    }
  }

  /// Makes the target pod when its turn has come.
  private mutating func begin(
    _ instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) {
    if let rest = MigrationBackOff.remaining(for: migration, among: observation.siblings, at: context.now) {
      let message =
        "migrations of \(instance.metadata.namespace)/\(instance.metadata.name) failed: waiting before the next"
      journal.record(ObjectEvent(.init(instance), .warning, reason: "MigrationBackoff", message: message))
      requeue = .after(rest)
      return
    }
    guard instance.isRunning, let source = observation.sourcePod else { return }
    if MigrationBlock.blocks(instance) {
      requeue = .after(MigrationNumbers.waitForSlot)
      return
    }
    if observation.activePodCount > 1 {
      requeue = .after(MigrationNumbers.waitForPods)
      return
    }
    if observation.load.inCluster >= settings.clusterLimit || observation.load.outOfNode >= settings.nodeLimit {
      requeue = .after(MigrationNumbers.waitForSlot)
      return
    }
    guard let node = observation.sourceNode else {
      requeue = .backingOff(reason: "node \(instance.status.nodeName) of the instance is not known")
      return
    }
    let pod: Core.Pod
    switch makeTargetPod(observation, instance, MigrationSource(pod: source, node: node), context) {
    case .success(let made): pod = made
    case .failure(let error): return refuse(error.description, instance, &journal)
    }
    let collection = ResourcePath(Resources.pods, namespace: instance.metadata.namespace)
    switch try journal.perform(ObjectWrite(collection, .create(pod.jsonTree))) {
    case .success(let created):
      let name = created.value(at: "metadata", "name")?.string ?? ""
      tell(.normal, "SuccessfulCreate", "Created migration target pod \(name)", &journal)
    case .failure(let error):
      isRefusedByQuota = error.code == 403 && error.description.contains("exceeded quota")
      refuse(error.description, instance, &journal)
    }
  }

  private mutating func refuse(
    _ reason: String, _ instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) {
    let message = "Error creating migration target pod: \(reason)"
    journal.record(ObjectEvent(.init(instance), .warning, reason: "FailedCreate", message: message))
    requeue = .backingOff(reason: reason)
  }

  /// Gives up on a target pod that finds no node.
  private mutating func watch(_ pod: Core.Pod, _ journal: inout WriteJournal) throws(WriteInterruption) {
    if pod.isUnschedulable {
      tell(
        .warning, "migrationTargetPodUnschedulable", "no node fits the target pod \(pod.metadata.name) yet", &journal)
    }
    switch TargetPodTimeout(of: pod, for: migration, at: context.now) {
    case .none: break
    case .waiting(let rest): requeue = .after(rest)
    case .exceeded(let reason): try removeTarget(reason, &journal)
    }
  }

  private mutating func removeTarget(
    _ reason: String, _ journal: inout WriteJournal
  ) throws(WriteInterruption) {
    guard let pod = observation.targetPod, !pod.isTerminating else { return }
    let path = ResourcePath(Resources.pods, namespace: pod.metadata.namespace, name: pod.metadata.name)
    switch try journal.perform(ObjectWrite(path, .delete(DeletionOptions(uid: pod.metadata.uid)))) {
    case .success:
      tell(.normal, "SuccessfulDelete", "Deleted migration target pod \(pod.metadata.name): \(reason)", &journal)
    case .failure(let error) where error.isNotFound: break
    case .failure(let error):
      tell(.warning, "FailedDelete", "Error deleting migration target pod \(pod.metadata.name): \(error)", &journal)
      requeue = .backingOff(reason: error.description)
      holdsStatus = true
    }
  }

  private mutating func handOver(
    _ instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) {
    guard !observation.isHandedOver, let pod = observation.targetPod, pod.isReady, observation.isAttached else {
      return
    }
    let wanted = MigrationHandOver.handedOver(
      instance, by: migration, to: pod, attachment: observation.attachmentPod, settings)
    switch try write(wanted, over: instance, &journal) {
    case nil: break
    case .success:
      tell(.normal, "SuccessfulHandOver", "The target pod is ready, and its virt-handler prepares the target", &journal)
    case .failure(let error):
      tell(.warning, "FailedHandOver", "Error handing the migration over to virt-handler: \(error)", &journal)
    }
  }

  private mutating func abort(
    _ instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) {
    switch try write(MigrationHandOver.aborted(instance, by: migration), over: instance, &journal) {
    case nil: break
    case .success: tell(.normal, "SuccessfulAbortMigration", "Asked virt-handler to cancel the migration", &journal)
    case .failure(let error):
      tell(.warning, "FailedAbortMigration", "Error asking virt-handler to cancel the migration: \(error)", &journal)
    }
  }

  private mutating func endIfTargetIsLost(
    _ instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) {
    guard migration.makesTargetPod, observation.targetPod?.hasEnded ?? true else { return }
    let outcome = try write(MigrationHandOver.ended(instance, by: migration, at: context.now), over: instance, &journal)
    switch outcome {
    case nil: break
    case .success:
      let message = "VirtualMachineInstance migration uid \(migration.metadata.uid) failed. reason: Target pod is down"
      journal.record(ObjectEvent(.init(instance), .warning, reason: "FailedMigration", message: message))
    case .failure: holdsStatus = true
    }
  }

  /// Says on the target pod since when the guest is ready there.
  private mutating func markTarget(
    _ instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) {
    guard let pod = observation.targetPod,
      pod.metadata.annotations?[KubeVirtNames.migrationTargetReadyTimestamp] == nil,
      let moment = instance.status.migrationState?.targetNodeDomainReadyTimestamp
    else { return }
    let path = ResourcePath(Resources.pods, namespace: pod.metadata.namespace, name: pod.metadata.name)
    let annotations: JSONValue = [KubeVirtNames.migrationTargetReadyTimestamp: .string(moment.text)]
    let patch = ObjectWrite(path, .patch(.merge(["metadata": ["annotations": annotations]])))
    requeue = Requeue(of: try journal.perform(patch))
    if case .backingOff = requeue { holdsStatus = true }
  }

  /// Changes the instance; nil when nothing is to be changed. A refusal puts the migration back.
  @discardableResult
  private mutating func write(
    _ wanted: V1.VirtualMachineInstance?, over instance: V1.VirtualMachineInstance, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> WriteOutcome? {
    let path = ResourcePath(
      Resources.virtualMachineInstances, namespace: instance.metadata.namespace, name: instance.metadata.name)
    guard let wanted, let change = ObjectWrite.change(path, from: instance, to: wanted) else { return nil }
    let outcome = try journal.perform(change)
    if case .failure(let error) = outcome { requeue = .backingOff(reason: error.description) }
    return outcome
  }

  private func tell(
    _ severity: ObjectEvent.Severity, _ reason: String, _ message: String, _ journal: inout WriteJournal
  ) {
    journal.record(ObjectEvent(.init(migration), severity, reason: reason, message: message))
  }
}
