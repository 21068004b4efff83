import Kube
import VirtTypes

/// Why an instance could not be given its defaults.
enum DefaultingError: Error, CustomStringConvertible {
  /// The cluster's default interface is a bridge, which it does not permit.
  case bridgeNotPermitted
  /// The cluster's default interface is of a kind that no longer exists.
  case discontinuedInterface(String)

  var description: String {
    switch self {
    case .bridgeNotPermitted: "bridge interface is not enabled in kubevirt-config"
    case .discontinuedInterface(let name):
      "the cluster's default network interface \"\(name)\" is no longer supported; use bridge or masquerade"
    }
  }
}

/// What an instance's spec gets where it says nothing: stored in new instances, and assumed when machines are checked.
struct InstanceDefaults {
  let configuration: ClusterConfiguration

  func apply(to spec: inout V1.VirtualMachineInstanceSpec) throws(DefaultingError) {
    if spec.architecture.isEmpty { spec.architecture = configuration.defaultArchitecture }
    setMachineType(&spec)
    setRequests(&spec.domain)
    setGuestMemory(&spec.domain)
    setTopology(&spec.domain)
    setPullPolicies(&spec.volumes)
    if spec.evictionStrategy == nil { spec.evictionStrategy = configuration.evictionStrategy }
    try setNetwork(&spec)
    addDisks(&spec)
  }

  private func setMachineType(_ spec: inout V1.VirtualMachineInstanceSpec) {
    var machine = spec.domain.machine ?? V1.Machine()
    if machine.type.isEmpty { machine.type = configuration.machineType(ofArchitecture: spec.architecture) }
    spec.domain.machine = machine
  }

  private func setRequests(_ domain: inout V1.DomainSpec) {
    let hasRequest = domain.resources.requests?["cpu"].map { !$0.isZero } ?? false
    if let limit = domain.resources.limits?["cpu"], !limit.isZero, !hasRequest {
      domain.resources.requests = (domain.resources.requests ?? [:]).merging(["cpu": limit]) { $1 }
    }
    let request = configuration.cpuRequest
    if !request.isEqual(to: ClusterConfiguration.defaultCPURequest), domain.resources.requests?["cpu"] == nil,
      domain.cpu?.dedicatedCpuPlacement != true
    {
      domain.resources.requests = (domain.resources.requests ?? [:]).merging(["cpu": request]) { $1 }
    }
  }

  private func setGuestMemory(_ domain: inout V1.DomainSpec) {
    var memory = domain.memory ?? V1.Memory()
    if memory.guest == nil {
      if let request = domain.resources.requests?["memory"], !request.isZero {
        memory.guest = request
      } else if let limit = domain.resources.limits?["memory"], !limit.isZero {
        memory.guest = limit
      } else if let hugepages = memory.hugepages {
        memory.guest = try? Quantity(exactly: hugepages.pageSize)
      }
    }
    domain.memory = memory
  }

  /// Sockets rather than cores: guests perform best so.
  private func setTopology(_ domain: inout V1.DomainSpec) {
    var cpu = domain.cpu ?? V1.CPU()
    guard cpu.cores == 0, cpu.sockets == 0, cpu.threads == 0 else { return }
    let amount = domain.resources.limits?["cpu"] ?? domain.resources.requests?["cpu"]
    cpu.sockets = amount.map { UInt32(truncatingIfNeeded: $0.valueZeroOnOverflow) } ?? 1
    cpu.cores = 1
    cpu.threads = 1
    domain.cpu = cpu
  }

  private func setPullPolicies(_ volumes: inout [V1.Volume]) {
    for index in volumes.indices {
      guard let disk = volumes[index].containerDisk, disk.imagePullPolicy.isEmpty else { continue }
      volumes[index].containerDisk?.imagePullPolicy = ImageReference.pullPolicy(disk.image)
    }
  }

  private func setNetwork(_ spec: inout V1.VirtualMachineInstanceSpec) throws(DefaultingError) {
    guard spec.domain.devices.autoattachPodInterface != false, spec.networks.isEmpty,
      spec.domain.devices.interfaces.isEmpty
    else { return }
    var interface = V1.Interface()
    interface.name = "default"
    switch configuration.defaultNetworkInterface {
    case "bridge":
      guard configuration.permitsBridgeOnPodNetwork else { throw .bridgeNotPermitted }
      interface.bridge = V1.InterfaceBridge()
    case "masquerade": interface.masquerade = V1.InterfaceMasquerade()
    case let name: throw .discontinuedInterface(name)
    }
    var network = V1.Network()
    network.name = "default"
    network.pod = V1.PodNetwork()
    spec.domain.devices.interfaces = [interface]
    spec.networks = [network]
  }

  /// A volume that nothing uses is given a disk.
  private func addDisks(_ spec: inout V1.VirtualMachineInstanceSpec) {
    guard !spec.volumes.isEmpty else { return }
    var used = Set(spec.domain.devices.disks.map(\.name))
    used.formUnion(spec.domain.devices.filesystems.map(\.name))
    for volume in spec.volumes where !used.contains(volume.name) {
      var disk = V1.Disk()
      disk.name = volume.name
      spec.domain.devices.disks.append(disk)
    }
  }
}

/// Names of container images.
enum ImageReference {
  /// When an image is pulled if nobody says: always where its name does not fix what it stands for.
  static func pullPolicy(_ image: String) -> String {
    let isFixed = image.contains { $0 == ":" || $0 == "@" }
    return image.hasSuffix(":latest") || !isFixed ? "Always" : "IfNotPresent"
  }
}
