import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Brings a migration from its object to the hand-over to the handlers, follows what they report, and tidies up.
public struct MigrationReconciler: Reconciler {
  /// Makes the pod that the instance moves to.
  public typealias MakeTargetPod =
    @Sendable (MigrationObservation, V1.VirtualMachineInstance, MigrationSource, ReconcileContext)
    -> Result<Core.Pod, LauncherPodError>

  let makeTargetPod: MakeTargetPod

  /// Makes target pods from the launcher pod template.
  public init() {
    self.init { observation, instance, source, context in
      do throws(LauncherPodError) {
        return .success(
          try LauncherPodTemplate().makeTargetPod(
            for: instance, migration: observation.migration, source: source, lookups: observation.podLookups,
            in: context))
      } catch { return .failure(error) }
    }
  }

  init(makeTargetPod: @escaping MakeTargetPod) { self.makeTargetPod = makeTargetPod }

  public func reconcile(
    _ observation: MigrationObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let migration = observation.migration
    let path = ResourcePath(
      Resources.migrations, namespace: migration.metadata.namespace, name: migration.metadata.name)
    if !ObservedVersions.areNoted(in: migration.metadata) {
      return Requeue(of: try journal.perform(firstSight(of: migration, at: path)))
    }
    var instanceIsGone = false
    if observation.instance == nil {
      switch try confirmAbsence(of: migration, &journal) {
      case .present: return .after(MigrationNumbers.waitForPods)
      case .unknown(let reason): return .backingOff(reason: reason)
      case .gone: instanceIsGone = true
      }
    }

    let settings = MigrationSettings(context.configuration)
    var sync = MigrationSync(
      observation: observation, settings: settings, context: context,
      makeTargetPod: makeTargetPod)
    try sync.run(&journal)
    // What was to be undone is not undone yet: stay as we are, so that it is tried again.
    if case .backingOff = sync.requeue, sync.holdsStatus { return sync.requeue }

    let progress = MigrationProgress(
      observation, settings, isRefusedByQuota: sync.isRefusedByQuota, instanceIsGone: instanceIsGone, at: context.now)
    let object: JSONValue
    switch try write(progress, of: migration, at: path, &journal) {
    case .failure(let error): return error.isNotFound ? .no : .backingOff(reason: error.description)
    case .success(let written): object = written
    }
    if case .backingOff = sync.requeue { return sync.requeue }
    guard migration.isFinal else { return sync.requeue }
    return sync.requeue.combined(
      with: try tidyUp(observation, object, at: path, instanceIsGone: instanceIsGone, &journal))
  }

  /// Notes the API version and the label by which migrations of an instance are found.
  private func firstSight(of migration: V1.VirtualMachineInstanceMigration, at path: ResourcePath) -> ObjectWrite {
    let metadata: JSONValue = [
      "annotations": [
        KubeVirtNames.latestObservedAPIVersion: .string(ObservedVersions.current),
        KubeVirtNames.storageObservedAPIVersion: .string(ObservedVersions.current),
      ],
      "labels": [KubeVirtNames.instanceName: .string(migration.spec.vmiName)],
    ]
    return ObjectWrite(path, .patch(.merge(["metadata": metadata])))
  }

  private enum Absence {
    case gone
    case present
    case unknown(String)
  }

  /// Asks the server, for the cache of instances may be behind that of migrations.
  private func confirmAbsence(
    of migration: V1.VirtualMachineInstanceMigration, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Absence {
    let path = ResourcePath(
      Resources.virtualMachineInstances, namespace: migration.metadata.namespace, name: migration.spec.vmiName)
    return switch try journal.perform(ObjectWrite(path, .get)) {
    case .success: .present
    case .failure(let error): error.isNotFound ? .gone : .unknown(error.description)
    }
  }

  /// The object afterwards.
  private func write(
    _ progress: MigrationProgress, of migration: V1.VirtualMachineInstanceMigration, at path: ResourcePath,
    _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> WriteOutcome {
    var wanted = migration
    wanted.status = progress.status
    var place = path
    place.subresource = "status"
    var outcome = WriteOutcome.success(migration.jsonTree)
    if let change = ObjectWrite.change(place, from: migration, to: wanted) { outcome = try journal.perform(change) }
    guard case .success = outcome else { return outcome }
    for event in progress.events {
      journal.record(ObjectEvent(.init(migration), event.severity, reason: event.reason, message: event.message))
    }
    return outcome
  }

  /// Lets go of a finished migration, and of older ones that nobody needs any more.
  private func tidyUp(
    _ observation: MigrationObservation, _ object: JSONValue, at path: ResourcePath, instanceIsGone: Bool,
    _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let migration = observation.migration
    if migration.metadata.finalizers.contains(KubeVirtNames.migrationFinalizer) {
      let kept = migration.metadata.finalizers.filter { $0 != KubeVirtNames.migrationFinalizer }
      var metadata = object["metadata"] ?? [:]
      metadata["finalizers"] = kept.isEmpty ? nil : .array(kept.map { .string($0) })
      var released = object
      released["metadata"] = metadata
      let outcome = try journal.perform(ObjectWrite(path, .change(from: object, to: released)))
      if case .failure(let error) = outcome, !error.isNotFound { return .backingOff(reason: error.description) }
    }
    let everyone = [migration] + observation.siblings
    let surplus = instanceIsGone ? [migration].filter { !$0.isBeingDeleted } : FinishedMigrations.surplus(of: everyone)
    guard !surplus.isEmpty else { return .no }
    let deletions = surplus.map { old in
      ObjectWrite(
        ResourcePath(Resources.migrations, namespace: old.metadata.namespace, name: old.metadata.name),
        .delete(DeletionOptions(uid: old.metadata.uid)))
    }
    for outcome in try journal.perform(deletions) {
      if case .failure(let error) = outcome, !error.isNotFound { return .backingOff(reason: error.description) }
    }
    return .no
  }
}
