import JSON
import KubeTypes
import VirtTypes

/// What the decision on a legacy instance is made from.
public struct LegacyInstanceObservation: Sendable {
  /// From the cache of instances.
  public var instance: V1.VirtualMachineInstance
  /// From the cache of pods: those made for the instance (index by its uid). Others do no harm.
  public var pods: [Core.Pod]
  /// From the cache of data volumes, of the instance's namespace: those that its volumes name.
  public var dataVolumes: [JSONValue]
  public var podLookups: LauncherPodLookups

  public init(
    instance: V1.VirtualMachineInstance, pods: [Core.Pod] = [], dataVolumes: [JSONValue] = [],
    podLookups: LauncherPodLookups = LauncherPodLookups()
  ) {
    self.instance = instance
    self.pods = pods
    self.dataVolumes = dataVolumes
    self.podLookups = podLookups
  }

  /// The instance's launcher pods.
  var launchers: [Core.Pod] {
    pods.filter { pod in
      pod.metadata.namespace == instance.metadata.namespace
        && pod.metadata.labels?[KubeVirtNames.component] == KubeVirtNames.launcher
        && pod.metadata.labels?[KubeVirtNames.createdBy] == instance.metadata.uid
    }
  }

  /// How far the data volumes are that the instance's volumes name.
  var dataVolumeState: DataVolumeState {
    var state = DataVolumeState.filled
    for volume in instance.spec.volumes {
      guard let name = volume.dataVolume?.name else { continue }
      let dataVolume = dataVolumes.first { $0.value(at: "metadata", "name")?.string == name }
      switch dataVolume?.value(at: "status", "phase")?.string {
      case "Succeeded": break
      case "Failed": return .failed(name)
      default: state = .pending
      }
    }
    return state
  }

  enum DataVolumeState: Hashable {
    case filled, pending
    /// By name the one that could not be filled.
    case failed(String)
  }
}

/// Where a legacy instance is in its life.
enum LegacyPhase: String {
  case unset = ""
  case pending = "Pending"
  case scheduling = "Scheduling"
  case scheduled = "Scheduled"
  case running = "Running"
  case succeeded = "Succeeded"
  case failed = "Failed"

  /// Nobody has done anything for the instance yet.
  var isUnprocessed: Bool { self == .unset || self == .pending }
  var isFinal: Bool { self == .succeeded || self == .failed }
  /// The handler writes the status.
  var isHandlers: Bool { self == .scheduled || self == .running }
}
