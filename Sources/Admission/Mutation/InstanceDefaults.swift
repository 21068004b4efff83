import Kube
import VirtTypes

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
    try DefaultDevices.connectToNetwork(&spec, configuration)
    DefaultDevices.addMissingDisks(&spec)
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
}

/// Names of container images.
enum ImageReference {
  /// When an image is pulled if nobody says: always where its name does not fix what it stands for.
  static func pullPolicy(_ image: String) -> String {
    let isFixed = image.contains { $0 == ":" || $0 == "@" }
    return image.hasSuffix(":latest") || !isFixed ? "Always" : "IfNotPresent"
  }
}
