import Kube
import VirtTypes

/// What a preference asks at least of a machine.
struct PreferenceRequirements {
  private let references: InstancetypeReferences

  init(_ references: InstancetypeReferences) { self.references = references }

  /// The spec has the instance type and all defaults applied.
  func check(
    _ spec: V1.VirtualMachineInstanceSpec, _ preference: Instancetype.VirtualMachinePreferenceSpec
  ) -> [Cause] {
    guard let requirements = preference.requirements else { return [] }
    if let cpu = requirements.cpu, let cause = check(cpu.guest, spec.domain.cpu, preference) { return [cause] }
    if let memory = requirements.memory, let cause = check(memory.guest, spec.domain.memory) { return [cause] }
    if let architecture = requirements.architecture, spec.architecture != architecture {
      return [
        .notFound(
          "spec.template.spec.architecture",
          "the preference requires the architecture \(architecture), not \(spec.architecture)")
      ]
    }
    return []
  }

  private func check(
    _ required: UInt32, _ cpu: V1.CPU?, _ preference: Instancetype.VirtualMachinePreferenceSpec
  ) -> Cause? {
    if let instancetype = references.instancetype {
      guard instancetype.cpu.guest < required else { return nil }
      return .notFound(
        "spec.instancetype",
        "the preference requires \(required) vCPUs, the instance type provides \(instancetype.cpu.guest)")
    }
    let field = "spec.template.spec.domain.cpu"
    guard let cpu else { return .notFound(field, "the preference requires \(required) vCPUs, and none are given") }
    let levels = levels(cpu, CPUTopologyPreference(preference))
    let provided = levels.reduce(UInt32(1)) { product, level in product &* level.count }
    guard provided < required else { return nil }
    return .notFound(
      levels.map { "\(field).\($0.name)" }.joined(separator: ", "),
      "the preference requires \(required) vCPUs as \(levels.map(\.name).joined(separator: ", ")), not \(provided)")
  }

  private func levels(
    _ cpu: V1.CPU, _ topology: CPUTopologyPreference
  ) -> [(name: String, count: UInt32)] {
    let sockets = ("sockets", cpu.sockets)
    let cores = ("cores", cpu.cores)
    let threads = ("threads", cpu.threads)
    return switch topology {
    case .sockets: [sockets]
    case .cores: [cores]
    case .threads: [threads]
    case .any: [cores, sockets, threads]
    case .spread(_, .socketsCores): [sockets, cores]
    case .spread(_, .coresThreads): [cores, threads]
    case .spread(_, .socketsCoresThreads): [sockets, cores, threads]
    }
  }

  private func check(_ required: Quantity, _ memory: V1.Memory?) -> Cause? {
    if let instancetype = references.instancetype {
      guard instancetype.memory.guest.isLess(than: required) else { return nil }
      return .notFound(
        "spec.instancetype",
        "the preference requires \(required) of memory, the instance type provides \(instancetype.memory.guest)")
    }
    let guest = memory?.guest ?? Quantity()
    guard guest.isLess(than: required) else { return nil }
    return .notFound(
      "spec.template.spec.domain.memory", "the preference requires \(required) of memory, not \(guest)")
  }
}
