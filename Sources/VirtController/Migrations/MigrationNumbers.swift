import Admission
import Kube
import VirtTypes

/// Times and limits that no configuration changes.
enum MigrationNumbers {
  /// Until a migration that found no slot looks again.
  static let waitForSlot = Duration.seconds(5)
  /// Until a migration looks again whose instance has more than one pod.
  static let waitForPods = Duration.seconds(1)
  /// How long a target pod may find no node; an annotation of the migration overrides it.
  static let unschedulableTimeout: Int64 = 5 * 60
  static let unschedulableTimeoutAnnotation = "kubevirt.io/migrationUnschedulablePodTimeoutSeconds"
  /// How long a target pod may be pending for whatever reason; an annotation of the migration overrides it.
  static let pendingTimeout: Int64 = 15 * 60
  static let pendingTimeoutAnnotation = "kubevirt.io/migrationPendingPodTimeoutSeconds"
  /// Finished migrations that are kept for an instance.
  static let keptMigrations = 5
  /// The pause after a failed migration that the platform began itself; it doubles with every further failure.
  static let firstBackOff = Duration.seconds(20)
}

/// How instances migrate: what the KubeVirt object says, with the release's defaults.
public struct MigrationSettings: Sendable {
  /// Every member has a value but those whose absence means something.
  public var configuration: V1.MigrationConfiguration

  public init(_ configuration: ClusterConfiguration) {
    var settings = configuration.given.migrations ?? V1.MigrationConfiguration()
    settings.nodeDrainTaintKey = settings.nodeDrainTaintKey ?? "kubevirt.io/drain"
    settings.parallelMigrationsPerCluster = settings.parallelMigrationsPerCluster ?? 5
    settings.parallelOutboundMigrationsPerNode = settings.parallelOutboundMigrationsPerNode ?? 2
    settings.allowAutoConverge = settings.allowAutoConverge ?? false
    settings.allowPostCopy = settings.allowPostCopy ?? false
    settings.allowWorkloadDisruption = settings.allowWorkloadDisruption ?? settings.allowPostCopy
    settings.unsafeMigrationOverride = settings.unsafeMigrationOverride ?? false
    settings.disableTLS = settings.disableTLS ?? false
    settings.bandwidthPerMigration = settings.bandwidthPerMigration ?? Quantity(0)
    settings.completionTimeoutPerGiB = settings.completionTimeoutPerGiB ?? 150
    settings.progressTimeout = settings.progressTimeout ?? 150
    settings.utilityVolumesTimeout = settings.utilityVolumesTimeout ?? 150
    self.configuration = settings
  }

  /// Migrations at once in the cluster.
  public var clusterLimit: Int { Int(configuration.parallelMigrationsPerCluster ?? 5) }
  /// Migrations at once away from one node.
  public var nodeLimit: Int { Int(configuration.parallelOutboundMigrationsPerNode ?? 2) }
  /// The key of the taint that empties a node.
  public var drainTaintKey: String { configuration.nodeDrainTaintKey ?? "kubevirt.io/drain" }
  var utilityVolumesTimeout: Duration { .seconds(configuration.utilityVolumesTimeout ?? 150) }
}

/// How urgent a migration is; the greater goes first in a queue.
public enum MigrationPriority {
  public static func weight(of migration: V1.VirtualMachineInstanceMigration) -> Int {
    if migration.status.phase == MigrationPhase.running.rawValue { return 1000 }
    return switch migration.spec.priority {
    case "system-critical": 100
    case "user-triggered": 50
    case "system-maintenance": 20
    default: 0
    }
  }

  /// Of migrations that wait for a slot, where priorities are not in use.
  public static let pending = -100
}
