import Kube
import KubeTypes
import VirtTypes

/// Containers beside the launcher, and what they get unless the KubeVirt object says otherwise.
enum SupportContainer {
  case containerDisk, containerDiskProgram, hookSidecar, consoleLog, virtiofs

  /// The name under which the KubeVirt object sets resources (`supportContainerResources`).
  var settingName: String {
    switch self {
    case .containerDisk, .containerDiskProgram: "container-disk"
    case .hookSidecar: "sidecar"
    case .consoleLog: "guest-console-log"
    case .virtiofs: "virtiofs"
    }
  }

  /// CPU and memory.
  typealias Pair = [String: Quantity]

  func limits(whenGuaranteed: Bool) -> Pair {
    switch self {
    case .containerDisk: pair(milliCPU: 10, megabytes: 40)
    case .containerDiskProgram: pair(milliCPU: whenGuaranteed ? 10 : 100, megabytes: 40)
    case .hookSidecar: whenGuaranteed ? pair(milliCPU: 200, megabytes: 64) : [:]
    case .consoleLog: pair(milliCPU: 15, megabytes: 60)
    case .virtiofs: pair(milliCPU: 100, megabytes: 80)
    }
  }

  /// Requests of instances that are not guaranteed what they ask for.
  var requests: Pair {
    switch self {
    case .containerDisk: pair(milliCPU: 1, megabytes: 1)
    case .containerDiskProgram, .virtiofs: pair(milliCPU: 10, megabytes: 1)
    case .hookSidecar: [:]
    case .consoleLog: pair(milliCPU: 5, megabytes: 35)
    }
  }

  private func pair(milliCPU: Int64, megabytes: Int64) -> Pair {
    ["cpu": Quantity(milliCPU, scale: -3), "memory": Quantity(megabytes, scale: 6)]
  }
}

extension LauncherPodPlan {
  /// The resources of a container beside the launcher: of a guaranteed instance it requests its limits, or the pod
  /// would not be guaranteed either.
  func resources(of container: SupportContainer) -> Core.ResourceRequirements {
    let set = given.supportContainerResources.first { $0.type == container.settingName }?.resources
    let limits = container.limits(whenGuaranteed: isGuaranteed).merging(Self.cpuAndMemory(set?.limits)) { _, set in set
    }
    let requests = container.requests.merging(Self.cpuAndMemory(set?.requests)) { _, set in set }
    var resources = Core.ResourceRequirements()
    resources.limits = limits.isEmpty ? nil : limits
    resources.requests = isGuaranteed ? resources.limits : requests.isEmpty ? nil : requests
    if container == .containerDisk {
      resources.requests = (resources.requests ?? [:]).merging(["ephemeral-storage": Quantity(50, scale: 6)]) { $1 }
    }
    return resources
  }

  private static func cpuAndMemory(_ quantities: [String: Quantity]?) -> [String: Quantity] {
    (quantities ?? [:]).filter { ["cpu", "memory"].contains($0.key) }.mapValues(\.canonical)
  }
}
