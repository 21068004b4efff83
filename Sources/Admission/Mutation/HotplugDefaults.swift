import Kube
import VirtTypes

/// How far a new instance may grow while it runs.
struct HotplugDefaults {
  let configuration: ClusterConfiguration

  /// More vCPUs than any machine type takes.
  private static let mostVCPUs: UInt32 = 512

  func apply(to spec: inout V1.VirtualMachineInstanceSpec) {
    guard spec.architecture != Architecture.arm64.rawValue, configuration.rolloutStrategy == .liveUpdate else { return }
    if spec.domain.cpu?.maxSockets == 0 { spec.domain.cpu.map { spec.domain.cpu?.maxSockets = mostSockets($0) } }
    setMemory(&spec)
  }

  private func mostSockets(_ cpu: V1.CPU) -> UInt32 {
    if let maximum = configuration.liveUpdate.maxCPUSockets, maximum != 0 { return max(maximum, cpu.sockets) }
    // Numbers that do not fit wrap around, as in the reference.
    let maximum = cpu.sockets &* configuration.liveUpdate.maxHotplugRatio
    let perSocket = cpu.cores &* cpu.threads
    guard perSocket > 0, maximum &* perSocket > Self.mostVCPUs else { return maximum }
    return max(Self.mostVCPUs / perSocket, cpu.sockets)
  }

  private func setMemory(_ spec: inout V1.VirtualMachineInstanceSpec) {
    guard spec.domain.memory?.maxGuest == nil, let guest = spec.domain.memory?.guest else { return }
    let ratio = Int64(configuration.liveUpdate.maxHotplugRatio)
    let maximum =
      configuration.liveUpdate.maxGuest
      ?? Quantity(bytes: guest.valueZeroOnOverflow &* ratio)
    guard MemoryHotplug.obstacle(spec, maxGuest: maximum) == nil else { return }
    spec.domain.memory?.maxGuest = maximum
  }
}
