import Kube
import VirtTypes

/// Rules of instance types, in a namespace or of the cluster.
enum InstancetypeValidation {
  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      guard request.operation == .create || request.operation == .update else { return .allowed() }
      let spec = try reading.object(Instancetype.VirtualMachineInstancetype.self, schema: .members).spec
      if request.operation == .update { _ = try reading.oldObject(Instancetype.VirtualMachineInstancetype.self) }
      return .unless(causes(spec), warnings: warnings(spec))
    }
  }

  private static func causes(_ spec: Instancetype.VirtualMachineInstancetypeSpec) -> [Cause] {
    let field = "spec.memory.overcommitPercent"
    let percent = spec.memory.overcommitPercent
    var causes: [Cause] = []
    if !(0...100).contains(percent) {
      causes.append(.invalid(field, "\(field) must be within 0 and 100, not \(percent)"))
    }
    if percent != 0, spec.memory.hugepages != nil {
      causes.append(.invalid(field, "\(field) can't be combined with spec.memory.hugepages"))
    }
    return causes
  }

  private static func warnings(_ spec: Instancetype.VirtualMachineInstancetypeSpec) -> [String] {
    spec.launchSecurity == nil
      ? [] : ["spec.launchSecurity of instance types is deprecated; set preferredLaunchSecurity in a preference"]
  }
}

/// Rules of preferences, in a namespace or of the cluster.
enum PreferenceValidation {
  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      guard request.operation == .create || request.operation == .update else { return .allowed() }
      let spec = try reading.object(Instancetype.VirtualMachinePreference.self, schema: .members).spec
      if request.operation == .update { _ = try reading.oldObject(Instancetype.VirtualMachinePreference.self) }
      return .unless(causes(spec), warnings: warnings(spec))
    }
  }

  private static func causes(_ spec: Instancetype.VirtualMachinePreferenceSpec) -> [Cause] {
    guard let cpu = spec.cpu else { return [] }
    if let topology = cpu.preferredCPUTopology, !CPUTopologyPreference.names.contains(topology) {
      return [
        .invalid(
          "spec.cpu.preferredCPUTopology",
          "spec.cpu.preferredCPUTopology must be sockets, cores, threads, spread or any, not \"\(topology)\"")
      ]
    }
    guard case .spread(let ratio, let across) = CPUTopologyPreference(spec) else { return [] }
    if let across = cpu.spreadOptions?.across, CPUTopologyPreference.Spread(rawValue: across) == nil {
      return [
        .invalid(
          "spec.cpu.spreadOptions.across",
          "spec.cpu.spreadOptions.across must be SocketsCores, CoresThreads or SocketsCoresThreads, not \"\(across)\"")
      ]
    }
    if across == .coresThreads, ratio != CPUTopologyPreference.threadsPerCore {
      return [
        .invalid(
          "spec.cpu.spreadOptions.ratio", "spec.cpu.spreadOptions.ratio must be 2 across CoresThreads, not \(ratio)")
      ]
    }
    return []
  }

  private static func warnings(_ spec: Instancetype.VirtualMachinePreferenceSpec) -> [String] {
    var warnings: [String] = []
    if let topology = spec.cpu?.preferredCPUTopology, topology.utf8.starts(with: "prefer".utf8) {
      warnings.append("spec.cpu.preferredCPUTopology \"\(topology)\" is deprecated; write it without \"prefer\"")
    }
    if spec.firmware?.preferredUseEfi != nil {
      warnings.append("spec.firmware.preferredUseEfi is deprecated; use spec.firmware.preferredEfi")
    }
    if spec.firmware?.preferredUseSecureBoot != nil {
      warnings.append("spec.firmware.preferredUseSecureBoot is deprecated; use spec.firmware.preferredEfi")
    }
    return warnings
  }
}
