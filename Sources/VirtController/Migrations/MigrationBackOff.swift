import Kube
import VirtTypes

/// Keeps migrations that the platform begins by itself from failing in a loop.
enum MigrationBackOff {
  /// How long a migration has still to wait; nil for not at all.
  ///
  /// Counted are the failures since the last success among migrations for an evacuation or a workload update, without
  /// those that are being deleted; the pause begins with the latest failure. Only the newest migration waits.
  static func remaining(
    for migration: V1.VirtualMachineInstanceMigration, among siblings: [V1.VirtualMachineInstanceMigration],
    at now: Timestamp
  ) -> Duration? {
    guard isAutomatic(migration) else { return nil }
    let history = ([migration] + siblings).filter(isAutomatic).sorted(by: isNewer)
    guard history.count > 1, history[0].metadata.uid == migration.metadata.uid else { return nil }
    var pause = Duration.zero
    for earlier in history.dropFirst() {
      if earlier.phase == .succeeded { break }
      if earlier.isBeingDeleted || earlier.phase != .failed { continue }
      pause = pause == .zero ? MigrationNumbers.firstBackOff : pause * 2
    }
    guard pause > .zero, let failure = momentOfFailure(history[1]) else { return nil }
    let rest = failure + pause - now
    return rest > .zero ? rest : nil
  }

  private static func isAutomatic(_ migration: V1.VirtualMachineInstanceMigration) -> Bool {
    let annotations = migration.metadata.annotations ?? [:]
    return annotations[KubeVirtNames.evacuationMigration] != nil
      || annotations[KubeVirtNames.workloadUpdateMigration] != nil
  }

  private static func isNewer(
    _ left: V1.VirtualMachineInstanceMigration, _ right: V1.VirtualMachineInstanceMigration
  ) -> Bool {
    (left.metadata.creationTimestamp ?? Timestamp(), left.metadata.name)
      > (right.metadata.creationTimestamp ?? Timestamp(), right.metadata.name)
  }

  private static func momentOfFailure(_ migration: V1.VirtualMachineInstanceMigration) -> Timestamp? {
    migration.status.phaseTransitionTimestamps.first { $0.phase == MigrationPhase.failed.rawValue }?
      .phaseTransitionTimestamp
  }
}
