import Kube
import VirtTypes

/// CPUs: requests and limits, topology, pinning, and the machine they are in.
extension SpecRules {
  mutating func checkCPU(_ spec: V1.VirtualMachineInstanceSpec) {
    let request = spec.domain.resources.requests?["cpu"]
    let limit = spec.domain.resources.limits?["cpu"]
    if let request, request.milliValueZeroOnOverflow < 0 {
      invalid(path.domain("resources.requests.cpu"), "is \(request.text), must not be negative")
    }
    if let limit, limit.milliValueZeroOnOverflow < 0 {
      invalid(path.domain("resources.limits.cpu"), "is \(limit.text), must not be negative")
    }
    if let request, let limit, limit.milliValueZeroOnOverflow > 0,
      request.milliValueZeroOnOverflow > limit.milliValueZeroOnOverflow
    {
      invalid(
        path.domain("resources.requests.cpu"), "is \(request.text), must not exceed the CPU limit \(limit.text)")
    }
    guard let cpu = spec.domain.cpu else { return }
    if cpu.dedicatedCpuPlacement { checkDedicatedCPUs(spec, cpu) }
    checkNUMA(spec, cpu)
    if cpu.isolateEmulatorThread, !cpu.dedicatedCpuPlacement {
      invalid(path.domain("cpu.isolateEmulatorThread"), "needs dedicatedCpuPlacement")
    }
    checkCPUFeatures(cpu.features)
    if cpu.maxSockets != 0, cpu.sockets > cpu.maxSockets {
      invalid(path.domain("cpu.sockets"), "is \(cpu.sockets), must not exceed maxSockets, which is \(cpu.maxSockets)")
    }
  }

  private mutating func checkCPUFeatures(_ features: [V1.CPUFeature]) {
    for index in features.indices {
      switch features[index].policy {
      case "", "force", "require", "optional", "disable", "forbid": break
      default:
        notSupported(
          path.domain("cpu.features[\(index)].policy"),
          "is \"\(features[index].policy)\", must be force, require, optional, disable or forbid")
      }
    }
  }

  private mutating func checkNUMA(_ spec: V1.VirtualMachineInstanceSpec, _ cpu: V1.CPU) {
    guard cpu.numa?.guestMappingPassthrough != nil else { return }
    if !cpu.dedicatedCpuPlacement {
      invalid(path.domain("cpu.numa.guestMappingPassthrough"), "needs dedicatedCpuPlacement")
    }
    if spec.domain.memory?.hugepages == nil {
      invalid(path.domain("cpu.numa.guestMappingPassthrough"), "needs huge pages")
    }
  }

  mutating func checkRealtime(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let cpu = spec.domain.cpu, cpu.realtime != nil else { return }
    if !cpu.dedicatedCpuPlacement {
      required(path.domain("cpu.dedicatedCpuPlacement"), "must be true for a realtime guest")
    }
    if cpu.numa?.guestMappingPassthrough == nil {
      required(path.domain("cpu.numa.guestMappingPassthrough"), "must be there for a realtime guest")
    }
  }

  mutating func checkMachineType(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let machine = spec.domain.machine, !machine.type.isEmpty else { return }
    let patterns = configuration.emulatedMachines(ofArchitecture: spec.architecture)
    if !patterns.contains(where: { ShellPattern.matches(machine.type, $0) }) {
      invalid(
        path.domain("machine.type"),
        "is \"\(machine.type)\", must match one of \(patterns.joined(separator: ", "))")
    }
  }

  mutating func checkIOThreads(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let policy = spec.domain.ioThreadsPolicy else { return }
    switch policy {
    case "shared", "auto": break
    case "supplementalPool":
      if spec.domain.ioThreads?.supplementalPoolThreadCount ?? 0 == 0 {
        add(
          .invalid, path.domain("ioThreads.count"), place: path.domain("ioThreads.supplementalPoolThreadCount"),
          "must be at least 1 when ioThreadsPolicy is supplementalPool")
      }
    default:
      invalid(path.domain("ioThreadsPolicy"), "is \"\(policy)\", must be shared, auto or supplementalPool")
    }
  }
}

/// CPUs that belong to one guest alone: their number must be whole, and said in one voice.
extension SpecRules {
  private mutating func checkDedicatedCPUs(_ spec: V1.VirtualMachineInstanceSpec, _ cpu: V1.CPU) {
    let requests = spec.domain.resources.requests
    let limits = spec.domain.resources.limits
    checkMemoryForDedicatedCPUs(spec)
    checkIsWhole(requests?["cpu"], "resources.requests.cpu")
    checkIsWhole(limits?["cpu"], "resources.limits.cpu")
    checkMemoryIsFixed(request: requests?["memory"], limit: limits?["memory"])

    let request = requests?["cpu"]?.valueZeroOnOverflow ?? 0
    let limit = limits?["cpu"]?.valueZeroOnOverflow ?? 0
    let guestCPUs = Int64(cpu.virtualCPUs)
    let field = "cpu.dedicatedCpuPlacement"
    if request == 0, limit == 0, guestCPUs == 0 {
      invalid(path.domain(field), "needs to know how many: give cores, or a CPU request or limit")
    }
    if request > 0, limit > 0, request != limit {
      invalid(path.domain(field), "needs the CPU request, \(request), to be the CPU limit, \(limit)")
    }
    if request > 0 || limit > 0, guestCPUs > 0, request != guestCPUs, limit != guestCPUs {
      invalid(path.domain(field), "needs the CPU request or limit to be the number of the guest's CPUs, \(guestCPUs)")
    }
    if effectiveArchitecture(spec) == "arm64", cpu.threads > 1 {
      invalid(path("architecture"), "is arm64, where a core with dedicated CPUs has 1 thread, not \(cpu.threads)")
    }
    if cpu.threads > 2 {
      invalid(path.domain(field), "allows at most 2 threads to a core, not \(cpu.threads)")
    }
  }

  private mutating func checkMemoryForDedicatedCPUs(_ spec: V1.VirtualMachineInstanceSpec) {
    let memory = spec.domain.memory
    let amounts = [
      spec.domain.resources.requests?["memory"], spec.domain.resources.limits?["memory"], memory?.guest,
    ]
    if memory?.hugepages == nil, amounts.allSatisfy({ $0?.isZero ?? true }) {
      invalid(path.domain("resources.limits.memory"), "must be given with dedicated CPUs")
    }
  }

  private mutating func checkMemoryIsFixed(request: Quantity?, limit: Quantity?) {
    let requested = request?.valueZeroOnOverflow ?? 0
    let limited = limit?.valueZeroOnOverflow ?? 0
    if requested > 0, limited > 0, requested != limited {
      invalid(
        path.domain("resources.requests.memory"), "must be the memory limit when the guest has dedicated CPUs")
    }
  }

  private mutating func checkIsWhole(_ quantity: Quantity?, _ member: String) {
    guard let quantity else { return }
    let whole = quantity.valueZeroOnOverflow
    if whole > 0, whole &* 1000 != quantity.milliValueZeroOnOverflow {
      invalid(path.domain(member), "is \(quantity.text), must be a whole number with dedicated CPUs")
    }
  }
}

extension V1.CPU {
  /// The product of sockets, cores and threads, of those that are given; 0 when none is. It wraps around, as in the
  /// reference.
  var virtualCPUs: UInt32 {
    [cores, sockets, threads].reduce(0) { product, factor in
      factor == 0 ? product : product == 0 ? factor : product &* factor
    }
  }
}
