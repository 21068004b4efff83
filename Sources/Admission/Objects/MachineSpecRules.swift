import Kube
import VirtTypes

/// Rules of a virtual machine's spec, wherever one is written: in a machine or in a pool's template.
struct MachineSpecRules {
  static let runningWarning = "spec.running is deprecated, please use spec.runStrategy instead."

  let context: RuleContext
  /// Where the spec is.
  let path: String

  private static let runStrategies: Set<String> = ["Halted", "Manual", "Always", "RerunOnFailure", "Once"]

  func check(_ spec: V1.VirtualMachineSpec) -> [Cause] {
    guard let template = spec.template else {
      return [.required("\(path).template", "missing virtual machine template.")]
    }
    var causes = validateInstanceMetadata(template.metadata, at: "\(path).template.metadata", context: context)
    causes += validateInstanceSpec(template.spec, at: SpecPath("\(path).template.spec"), context: context)
    causes += validateDataVolumeTemplates(spec.dataVolumeTemplates, at: path, usedBy: template.spec.volumes)
    causes += runStrategyCauses(spec)
    causes += liveUpdateCauses(template.spec)
    return causes
  }

  private func runStrategyCauses(_ spec: V1.VirtualMachineSpec) -> [Cause] {
    if spec.running != nil && spec.runStrategy != nil {
      return [.invalid("\(path).running", "running and runStrategy exclude each other; set runStrategy only")]
    }
    guard let strategy = spec.runStrategy else {
      return spec.running == nil ? [.invalid("\(path).running", "RunStrategy must be specified")] : []
    }
    if Self.runStrategies.contains(strategy) { return [] }
    if strategy == "WaitAsReceiver", context.configuration.allows(.decentralizedLiveMigration) { return [] }
    return [
      .invalid(
        "\(path).runStrategy",
        "Invalid RunStrategy (\(strategy)); use Halted, Manual, Always, RerunOnFailure or Once")
    ]
  }

  private func liveUpdateCauses(_ spec: V1.VirtualMachineInstanceSpec) -> [Cause] {
    guard context.configuration.rolloutStrategy == .liveUpdate else { return [] }
    var causes: [Cause] = []
    if let cpu = spec.domain.cpu, cpu.sockets != 0, cpu.maxSockets != 0, cpu.sockets > cpu.maxSockets {
      causes.append(
        .invalid(
          "\(path).template.spec.domain.cpu.sockets",
          "sockets must be at most maxSockets (\(cpu.maxSockets)), not \(cpu.sockets)"))
    }
    if spec.domain.memory?.maxGuest != nil, let obstacle = MemoryHotplug.obstacle(spec) {
      causes.append(.invalid("\(path).template.spec.domain.memory.guest", obstacle))
    }
    return causes
  }
}
