import Kube
import VirtTypes

/// A field that both a machine and its instance type set.
public struct InstancetypeConflict: Sendable, Hashable {
  /// From the machine's root.
  public var path: String
  /// What is wrong, where it is not that both set the field.
  public var message: String?
}

/// Fills an instance's spec with its instance type and its preference.
public struct InstancetypeApplication {
  private let references: InstancetypeReferences

  public init(_ references: InstancetypeReferences) { self.references = references }

  /// Applies both, or tells what stands against it.
  public func apply(
    to spec: inout V1.VirtualMachineInstanceSpec, metadata: inout ObjectMeta
  ) -> [InstancetypeConflict] {
    if let instancetype = references.instancetype {
      if let conflict = spreadConflict(instancetype) { return [conflict] }
      var conflicts = Conflicts()
      applyPlacement(instancetype, to: &spec, &conflicts)
      applyCPU(instancetype, to: &spec.domain, &conflicts)
      applyMemory(instancetype.memory, to: &spec.domain, &conflicts)
      applyDevices(instancetype, to: &spec.domain, &conflicts)
      applyAnnotations(instancetype, to: &metadata, &conflicts)
      if !conflicts.found.isEmpty { return conflicts.found }
    }
    if let preference = references.preference {
      PreferenceApplication(preference).apply(to: &spec, metadata: &metadata)
    }
    return []
  }

  private struct Conflicts {
    var found: [InstancetypeConflict] = []

    /// Notes a conflict if there is one, and tells whether there is none.
    mutating func none(_ isConflict: Bool, _ path: String) -> Bool {
      if isConflict { found.append(InstancetypeConflict(path: "spec.template.spec.\(path)")) }
      return !isConflict
    }
  }

  /// Whether the vCPUs of the instance type can't be spread as the preference wants it.
  private func spreadConflict(
    _ instancetype: Instancetype.VirtualMachineInstancetypeSpec
  ) -> InstancetypeConflict? {
    let count = instancetype.cpu.guest
    if CPUTopologyPreference(references.preference).divides(count) { return nil }
    return InstancetypeConflict(
      path: "instancetype.spec.cpu.guest",
      message: "\(count) vCPUs of the instance type can't be spread evenly as the preference wants it")
  }

  private func applyPlacement(
    _ instancetype: Instancetype.VirtualMachineInstancetypeSpec, to spec: inout V1.VirtualMachineInstanceSpec,
    _ conflicts: inout Conflicts
  ) {
    if let selector = instancetype.nodeSelector, conflicts.none(spec.nodeSelector != nil, "nodeSelector") {
      spec.nodeSelector = selector
    }
    if !instancetype.schedulerName.isEmpty, conflicts.none(!spec.schedulerName.isEmpty, "schedulerName") {
      spec.schedulerName = instancetype.schedulerName
    }
  }

  private func applyCPU(
    _ instancetype: Instancetype.VirtualMachineInstancetypeSpec, to domain: inout V1.DomainSpec,
    _ conflicts: inout Conflicts
  ) {
    var cpu = domain.cpu ?? V1.CPU()
    let given = instancetype.cpu
    let before = conflicts.found.count
    _ = conflicts.none(domain.resources.requests?["cpu"] != nil, "domain.resources.requests.cpu")
    _ = conflicts.none(domain.resources.limits?["cpu"] != nil, "domain.resources.limits.cpu")
    _ = conflicts.none(cpu.sockets != 0, "domain.cpu.sockets")
    _ = conflicts.none(cpu.cores != 0, "domain.cpu.cores")
    _ = conflicts.none(cpu.threads != 0, "domain.cpu.threads")
    _ = conflicts.none(!cpu.model.isEmpty && given.model != nil, "domain.cpu.model")
    _ = conflicts.none(
      cpu.dedicatedCpuPlacement && given.dedicatedCPUPlacement != nil, "domain.cpu.dedicatedCPUPlacement")
    _ = conflicts.none(
      cpu.isolateEmulatorThread && given.isolateEmulatorThread != nil, "domain.cpu.isolateEmulatorThread")
    _ = conflicts.none(cpu.numa != nil && given.numa != nil, "domain.cpu.numa")
    _ = conflicts.none(cpu.realtime != nil && given.realtime != nil, "domain.cpu.realtime")
    guard conflicts.found.count == before else { return }
    cpu.model = given.model ?? cpu.model
    cpu.dedicatedCpuPlacement = given.dedicatedCPUPlacement ?? cpu.dedicatedCpuPlacement
    cpu.isolateEmulatorThread = given.isolateEmulatorThread ?? cpu.isolateEmulatorThread
    cpu.numa = given.numa ?? cpu.numa
    cpu.realtime = given.realtime ?? cpu.realtime
    cpu.maxSockets = given.maxSockets ?? cpu.maxSockets
    CPUTopologyPreference(references.preference).apply(given.guest, to: &cpu)
    domain.cpu = cpu
  }

  private func applyMemory(
    _ given: Instancetype.MemoryInstancetype, to domain: inout V1.DomainSpec, _ conflicts: inout Conflicts
  ) {
    var memory = domain.memory ?? V1.Memory()
    guard conflicts.none(memory.guest != nil, "domain.memory.guest"),
      conflicts.none(memory.hugepages != nil && given.hugepages != nil, "domain.memory.hugepages"),
      conflicts.none(memory.maxGuest != nil && given.maxGuest != nil, "domain.memory.maxGuest"),
      conflicts.none(domain.resources.requests?["memory"] != nil, "domain.resources.requests.memory"),
      conflicts.none(domain.resources.limits?["memory"] != nil, "domain.resources.limits.memory")
    else { return }
    memory.guest = given.guest
    memory.hugepages = given.hugepages ?? memory.hugepages
    memory.maxGuest = given.maxGuest ?? memory.maxGuest
    domain.memory = memory
    if given.overcommitPercent > 0 {
      // Single precision, as the reference reckons: requests differ by some bytes otherwise.
      let share = 1 - Float(given.overcommitPercent) / 100
      let amount = (Float(given.guest.valueZeroOnOverflow) * share).rounded(.towardZero)
      let request = Quantity(Int64(exactly: amount) ?? .min, format: given.guest.format)
      domain.resources.requests = (domain.resources.requests ?? [:]).merging(["memory": request]) { $1 }
    }
  }

  private func applyDevices(
    _ instancetype: Instancetype.VirtualMachineInstancetypeSpec, to domain: inout V1.DomainSpec,
    _ conflicts: inout Conflicts
  ) {
    if let count = instancetype.ioThreads?.supplementalPoolThreadCount,
      conflicts.none(
        domain.ioThreads?.supplementalPoolThreadCount != nil, "domain.ioThreads.supplementalPoolThreadCount")
    {
      var threads = domain.ioThreads ?? V1.DiskIOThreads()
      threads.supplementalPoolThreadCount = count
      domain.ioThreads = threads
    }
    if let policy = instancetype.ioThreadsPolicy,
      conflicts.none(domain.ioThreadsPolicy != nil, "domain.ioThreadsPolicy")
    {
      domain.ioThreadsPolicy = policy
    }
    if let security = instancetype.launchSecurity,
      conflicts.none(domain.launchSecurity != nil, "domain.launchSecurity")
    {
      domain.launchSecurity = security
    }
    if !instancetype.gpus.isEmpty, conflicts.none(!domain.devices.gpus.isEmpty, "domain.devices.gpus") {
      domain.devices.gpus = instancetype.gpus
    }
    if !instancetype.hostDevices.isEmpty,
      conflicts.none(!domain.devices.hostDevices.isEmpty, "domain.devices.hostDevices")
    {
      domain.devices.hostDevices = instancetype.hostDevices
    }
  }

  private func applyAnnotations(
    _ instancetype: Instancetype.VirtualMachineInstancetypeSpec, to metadata: inout ObjectMeta,
    _ conflicts: inout Conflicts
  ) {
    for (key, value) in (instancetype.annotations ?? [:]).sorted(by: { $0.key < $1.key }) {
      let present = metadata.annotations?[key]
      if present != nil, present != value {
        // The reference leaves the template's path out.
        conflicts.found.append(InstancetypeConflict(path: "annotations.\(key)"))
      } else {
        metadata.annotations = (metadata.annotations ?? [:]).merging([key: value]) { $1 }
      }
    }
  }
}
