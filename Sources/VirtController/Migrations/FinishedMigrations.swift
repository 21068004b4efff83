import Kube
import VirtTypes

/// Which finished migrations of an instance are too many.
enum FinishedMigrations {
  /// The oldest beyond the number that is kept; those that are being deleted already do not count.
  static func surplus(of migrations: [V1.VirtualMachineInstanceMigration]) -> [V1.VirtualMachineInstanceMigration] {
    let finished = migrations.filter { $0.isFinal && !$0.isBeingDeleted }.sorted {
      ($0.metadata.creationTimestamp ?? Timestamp(), $0.metadata.name)
        < ($1.metadata.creationTimestamp ?? Timestamp(), $1.metadata.name)
    }
    return Array(finished.dropLast(MigrationNumbers.keptMigrations))
  }
}
