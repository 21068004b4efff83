import Kube
import KubeTypes
import VirtTypes

/// What is written to the instance in the course of its migration.
enum MigrationHandOver {
  /// Tells the handlers of the migration: from here on they prepare the target and move the guest.
  static func handedOver(
    _ instance: V1.VirtualMachineInstance, by migration: V1.VirtualMachineInstanceMigration, to target: Core.Pod,
    attachment: Core.Pod?, _ settings: MigrationSettings
  ) -> V1.VirtualMachineInstance {
    var wanted = instance
    let isLocal = !migration.isDecentralizedSource && !migration.isDecentralizedTarget
    var state = isLocal ? .init() : instance.status.migrationState ?? V1.VirtualMachineInstanceMigrationState()
    state.completed = false
    state.failed = false
    state.migrationUid = migration.metadata.uid
    state.sourceNode = isLocal ? instance.status.nodeName : state.sourceState?.node ?? ""
    state.targetNode = target.spec.nodeName
    state.targetPod = target.metadata.name
    state.sourcePod = migration.status.migrationState?.sourcePod ?? state.sourcePod
    state.targetAttachmentPodUID = attachment?.metadata.uid ?? ""
    state.migrationConfiguration = settings.configuration
    if !isLocal {
      var side = state.targetState ?? V1.VirtualMachineInstanceMigrationTargetState()
      side.migrationUID = migration.metadata.uid
      side.node = target.spec.nodeName
      side.pod = target.metadata.name
      side.virtualMachineInstanceUID = instance.metadata.uid
      side.domainNamespace = instance.metadata.namespace
      side.domainName = instance.metadata.name
      state.targetState = side
    }
    wanted.status.migrationState = state
    var labels = instance.metadata.labels ?? [:]
    labels[KubeVirtNames.migrationTargetNodeName] = target.spec.nodeName
    wanted.metadata.labels = labels
    return wanted
  }

  /// Asks the handlers to give up; nil when there is nothing to ask.
  static func aborted(
    _ instance: V1.VirtualMachineInstance, by migration: V1.VirtualMachineInstanceMigration
  ) -> V1.VirtualMachineInstance? {
    guard var state = instance.status.migrationState, migration.owns(state), !state.abortRequested, !state.completed,
      !state.failed
    else { return nil }
    state.abortRequested = true
    var wanted = instance
    wanted.status.migrationState = state
    return wanted
  }

  /// Ends a migration on the instance whose target is lost before the handlers began; nil when they have begun, for
  /// then it is theirs to end it.
  static func ended(
    _ instance: V1.VirtualMachineInstance, by migration: V1.VirtualMachineInstanceMigration, at now: Timestamp
  ) -> V1.VirtualMachineInstance? {
    guard var state = instance.status.migrationState, migration.owns(state), state.startTimestamp == nil,
      (state.targetDirectMigrationNodePorts ?? [:]).isEmpty, !state.failed, !state.completed
    else { return nil }
    state.startTimestamp = now
    state.endTimestamp = now
    state.failed = true
    state.completed = true
    if state.failureReason.isEmpty { state.failureReason = "Target pod is down" }
    var wanted = instance
    wanted.status.migrationState = state
    return wanted
  }

  /// Names the receiving side of a move between clusters; nil when that is done.
  static func announcedTarget(
    _ instance: V1.VirtualMachineInstance, by migration: V1.VirtualMachineInstanceMigration
  ) -> V1.VirtualMachineInstance? {
    var state = instance.status.migrationState ?? V1.VirtualMachineInstanceMigrationState()
    var side = state.targetState ?? V1.VirtualMachineInstanceMigrationTargetState()
    side.migrationUID = migration.metadata.uid
    side.virtualMachineInstanceUID = instance.metadata.uid
    side.domainNamespace = instance.metadata.namespace
    side.domainName = instance.metadata.name
    state.targetState = side
    state.migrationUid = migration.metadata.uid
    return instance.withMigrationState(state)
  }

  /// Names the sending side of a move between clusters; nil when that is done.
  static func announcedSource(
    _ instance: V1.VirtualMachineInstance, by migration: V1.VirtualMachineInstanceMigration, from source: Core.Pod?
  ) -> V1.VirtualMachineInstance? {
    var state = instance.status.migrationState ?? V1.VirtualMachineInstanceMigrationState()
    var side = state.sourceState ?? V1.VirtualMachineInstanceMigrationSourceState()
    side.migrationUID = migration.metadata.uid
    side.node = instance.status.nodeName
    side.pod = source?.metadata.name ?? side.pod
    side.selinuxContext = instance.status.selinuxContext
    side.virtualMachineInstanceUID = instance.metadata.uid
    side.domainNamespace = instance.metadata.namespace
    side.domainName = instance.metadata.name
    state.sourceState = side
    state.sourceNode = instance.status.nodeName
    return instance.withMigrationState(state)
  }
}

extension V1.VirtualMachineInstance {
  fileprivate func withMigrationState(_ state: V1.VirtualMachineInstanceMigrationState) -> Self? {
    if status.migrationState == state { return nil }
    var wanted = self
    wanted.status.migrationState = state
    return wanted
  }
}
