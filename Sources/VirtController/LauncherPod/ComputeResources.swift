import Admission
import Kube
import KubeTypes
import VirtTypes

/// What the compute container asks for and may take.
extension LauncherPodPlan {
  func computeResources() throws(LauncherPodError) -> Core.ResourceRequirements {
    var resources = Core.ResourceRequirements()
    resources.requests = (domain.resources.requests ?? [:]).mapValues(\.canonical)
    resources.limits = (domain.resources.limits ?? [:]).mapValues(\.canonical)
    addEphemeralStorage(&resources)
    addMemoryRequest(&resources)
    if instance.hasDedicatedCPUs { pinCPUs(&resources) } else { shareCPUs(&resources) }
    if instance.hasHugePages { moveMemoryToHugePages(&resources) } else { addMemoryOverhead(&resources) }
    limitMemory(&resources)
    try addDevices(&resources)
    return resources
  }

  /// For what the launcher writes to its own root.
  private func addEphemeralStorage(_ resources: inout Core.ResourceRequirements) {
    let name = "ephemeral-storage"
    let own = Quantity(50, scale: 6)
    let request = resources.requests?[name] ?? Quantity()
    resources.requests?[name] = request + own
    if let limit = resources.limits?[name] { resources.limits?[name] = limit + own }
  }
}

// CPU
extension LauncherPodPlan {
  /// Every vCPU has a CPU, as have the I/O threads of a pool of their own and the emulator when it is to be apart.
  private func pinCPUs(_ resources: inout Core.ResourceRequirements) {
    var count = instance.vCPUs.saturatingAdd(supplementalIOThreads)
    if domain.cpu?.isolateEmulatorThread == true {
      // On nodes that give CPUs out as whole cores, an odd rest would be nobody's. v1.8.4 counts the pool twice here.
      let parity = count.saturatingAdd(domain.ioThreadsPolicy == "supplementalPool" ? supplementalIOThreads : 0)
      let completesPair =
        instance.metadata.annotations?[ClusterConfiguration.emulatorThreadParityAnnotation] != nil && parity % 2 == 0
      count = count.saturatingAdd(completesPair ? 2 : 1)
    }
    resources.requests?["cpu"] = Quantity(count)
    resources.limits?["cpu"] = Quantity(count)
    if let memory = resources.requests?["memory"] { resources.limits?["memory"] = memory }
  }

  /// vCPUs share CPUs, several to one.
  private func shareCPUs(_ resources: inout Core.ResourceRequirements) {
    let count = instance.vCPUs.saturatingAdd(supplementalIOThreads)
    if resources.requests?["cpu"] == nil {
      resources.requests?["cpu"] = Self.quotient(count, Int64(configuration.cpuAllocationRatio))
    }
    if resources.limits?["cpu"] == nil, needsCPULimit { resources.limits?["cpu"] = Quantity(count) }
  }

  /// count ÷ ratio, rounded up to a billionth of a CPU.
  private static func quotient(_ count: Int64, _ ratio: Int64) -> Quantity {
    let (nanos, overflow) = count.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow, ratio > 0 else { return Quantity(count) }
    return Quantity(nanos / ratio + (nanos % ratio > 0 ? 1 : 0), scale: -9)
  }

  private var supplementalIOThreads: Int64 {
    domain.ioThreads?.supplementalPoolThreadCount.map { Int64($0) } ?? 0
  }

  /// Whether the namespace would refuse a pod without a CPU limit, or its label asks for one.
  private var needsCPULimit: Bool {
    if hasQuota(on: "limits.cpu") { return true }
    guard let labels = given.autoCPULimitNamespaceLabelSelector, let selector = try? Selector(labels) else {
      return false
    }
    return selector.matches(lookups.namespaceLabels)
  }

  private func hasQuota(on resource: String) -> Bool {
    lookups.resourceQuotas.contains { $0.value(at: "spec", "hard", resource) != nil }
  }
}

// Memory
extension LauncherPodPlan {
  /// Without a request: the limit, or the guest's memory as far as it is not overcommitted.
  private func addMemoryRequest(_ resources: inout Core.ResourceRequirements) {
    if let request = resources.requests?["memory"], !request.isZero { return }
    if let limit = resources.limits?["memory"], !limit.isZero {
      resources.requests?["memory"] = limit
      return
    }
    guard resources.requests?["memory"] == nil, let memory = domain.memory else { return }
    let pageSize = memory.hugepages.flatMap { try? Quantity($0.pageSize) }
    guard let guest = memory.guest ?? pageSize, guest.sign > 0 else { return }
    let overcommit = Int64(configuration.memoryOvercommit)
    resources.requests?["memory"] =
      overcommit == 100 ? guest.canonical : Self.share(of: guest, percent: 100, of: overcommit)
  }

  private static func share(of guest: Quantity, percent: Int64, of overcommit: Int64) -> Quantity {
    let (product, overflow) = guest.value.multipliedReportingOverflow(by: percent)
    return Quantity((overflow ? Int64.max : product) / overcommit, format: guest.format)
  }

  private func addMemoryOverhead(_ resources: inout Core.ResourceRequirements) {
    let overhead = memoryOverhead
    if !domain.resources.overcommitGuestOverhead {
      let request = resources.requests?["memory"] ?? Quantity()
      resources.requests?["memory"] = request + overhead
    }
    if let limit = resources.limits?["memory"] { resources.limits?["memory"] = limit + overhead }
  }

  /// The guest's memory comes from huge pages; ordinary memory is for the overhead and for what exceeds the guest.
  private func moveMemoryToHugePages(_ resources: inout Core.ResourceRequirements) {
    guard let pages = domain.memory?.hugepages else { return }
    let overhead = memoryOverhead
    let request = resources.requests?["memory"] ?? Quantity()
    let guest = domain.memory?.guest
    let name = "hugepages-\(pages.pageSize)"
    let paged = guest.map { request.value > $0.value ? $0.canonical : request } ?? request
    resources.requests?[name] = paged
    resources.limits?[name] = paged
    func ordinary(_ amount: Quantity) -> Quantity {
      guard let guest, amount.value > guest.value else { return overhead }
      return amount - guest + overhead
    }
    resources.requests?["memory"] = ordinary(request)
    if let limit = resources.limits?["memory"] { resources.limits?["memory"] = ordinary(limit) }
  }

  /// The limit that a namespace with a quota on limits demands: a multiple of the request.
  private func limitMemory(_ resources: inout Core.ResourceRequirements) {
    guard resources.limits?["memory"] == nil, hasQuota(on: "limits.memory"),
      let request = resources.requests?["memory"]
    else { return }
    let limit = Double(request.value) * memoryLimitRatio
    guard limit < 0x1p63 else { return }
    resources.limits?["memory"] = Quantity(Int64(limit), format: request.format)
  }

  private var memoryLimitRatio: Double {
    let label = lookups.namespaceLabels["alpha.kubevirt.io/auto-memory-limits-ratio"]
    guard let ratio = label.flatMap(Double.init), ratio.isFinite, ratio >= 1 else { return 2 }
    return ratio
  }
}

extension Int64 {
  func saturatingAdd(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
