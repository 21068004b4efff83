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
    let settings = given.supportContainerResources.filter { $0.type == container.settingName }.map(\.resources)
    let limits = container.limits(whenGuaranteed: isGuaranteed).merging(Self.firstSet(settings.map(\.limits))) { $1 }
    let requests = container.requests.merging(Self.firstSet(settings.map(\.requests))) { $1 }
    var resources = Core.ResourceRequirements()
    resources.limits = limits.isEmpty ? nil : limits
    resources.requests = isGuaranteed ? resources.limits : requests.isEmpty ? nil : requests
    if container == .containerDisk {
      resources.requests = (resources.requests ?? [:]).merging(["ephemeral-storage": Quantity(50, scale: 6)]) { $1 }
    }
    return resources
  }

  /// CPU and memory as the first setting has them that says more than zero.
  private static func firstSet(_ settings: [[String: Quantity]?]) -> [String: Quantity] {
    settings.compactMap { $0 }.reduce(into: [:]) { result, quantities in
      let said = quantities.filter { ["cpu", "memory"].contains($0.key) && !$0.value.isZero }
      result.merge(said.mapValues(\.canonical)) { first, _ in first }
    }
  }
}
