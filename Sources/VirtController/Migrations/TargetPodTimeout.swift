import Kube
import KubeTypes
import VirtTypes

/// How long a target pod may wait for a node.
enum TargetPodTimeout: Equatable {
  /// Nothing to wait for, or nothing to be said yet.
  case none
  /// To be looked at again after this long.
  case waiting(Duration)
  case exceeded(reason: String)

  init(of pod: Core.Pod, for migration: V1.VirtualMachineInstanceMigration, at now: Timestamp) {
    guard pod.status.phase == "Pending", !pod.isTerminating, let created = pod.metadata.creationTimestamp else {
      self = .none
      return
    }
    let age = max(0, now.seconds - created.seconds)
    let pending = Self.seconds(
      migration, MigrationNumbers.pendingTimeoutAnnotation, or: MigrationNumbers.pendingTimeout)
    var rest = pending - age
    if pod.isUnschedulable {
      let unschedulable = Self.seconds(
        migration, MigrationNumbers.unschedulableTimeoutAnnotation, or: MigrationNumbers.unschedulableTimeout)
      if age >= unschedulable {
        self = .exceeded(reason: "no node was found for it within \(unschedulable) seconds")
        return
      }
      rest = min(rest, unschedulable - age)
    }
    self = rest <= 0 ? .exceeded(reason: "it was pending for \(pending) seconds") : .waiting(.seconds(rest))
  }

  /// What the annotation says, unless it is no whole number.
  private static func seconds(
    _ migration: V1.VirtualMachineInstanceMigration, _ annotation: String, or usual: Int64
  ) -> Int64 {
    migration.metadata.annotations?[annotation].flatMap { Int64($0) } ?? usual
  }
}
