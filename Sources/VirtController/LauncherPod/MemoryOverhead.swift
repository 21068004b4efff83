import Kube
import VirtTypes

/// Memory that a launcher pod needs beside that of its guest.
extension LauncherPodPlan {
  /// The overhead of the whole instance, as it is added to the compute container's memory.
  var memoryOverhead: Quantity {
    var overhead = pageTables
    for part in MemoryOverheadPart.allCases {
      let count = part.count(in: self)
      if count > 0 { overhead += part.amount * count }
    }
    if let added = domain.memory?.reservedOverhead?.addedOverhead { overhead += added }
    if let text = given.additionalGuestMemoryOverheadRatio, let ratio = Double(text) {
      overhead += Quantity(Self.kilos(overhead, times: ratio - 1), scale: 3)
    }
    return overhead + networkBindingMemory
  }

  /// One bit of page tables for every 512 bits of memory that is asked for.
  private var pageTables: Quantity {
    let kilos = domain.resources.requests?["memory"]?.scaledValue(exponent: 3) ?? 0
    let (bytes, overflow) = kilos.multipliedReportingOverflow(by: 1000)
    return Quantity((overflow ? Int64.max : bytes) / 512)
  }

  /// A share of an amount in whole thousands of bytes, rounded towards zero.
  private static func kilos(_ amount: Quantity, times ratio: Double) -> Int64 {
    let kilos = Double(amount.scaledValue(exponent: 3)) * ratio
    return kilos.isFinite && abs(kilos) < 1e15 ? Int64(kilos) : 0
  }

  /// What passt and binding plugins ask for; a plugin counts once, however many interfaces it serves.
  private var networkBindingMemory: Quantity {
    var memory = Quantity()
    if devices.interfaces.contains(where: { $0.passtBinding != nil }) { memory += Quantity(mebibytes: 250) }
    for plugin in bindingPlugins {
      if let request = plugin.computeResourceOverhead?.requests?["memory"] { memory += request }
    }
    return memory
  }
}

/// The parts of the overhead, of v1.8.4: measured there for programs and devices of its launcher.
enum MemoryOverheadPart: CaseIterable {
  case monitor, launcher, logDaemon, libvirtDaemon, emulator
  case virtualCPUs, ioThread, graphics, arm64, passthrough
  case downwardMetrics, execProbes, anyExecProbe, encryptedMemory, tpm, guaranteed

  /// What one of it takes.
  var amount: Quantity {
    switch self {
    case .monitor, .logDaemon: Quantity(mebibytes: 25)
    case .launcher, .anyExecProbe, .guaranteed: Quantity(mebibytes: 100)
    case .libvirtDaemon: Quantity(mebibytes: 40)
    case .emulator: Quantity(mebibytes: 30)
    case .virtualCPUs, .ioThread: Quantity(mebibytes: 8)
    case .graphics: Quantity(mebibytes: 32)
    case .arm64: Quantity(mebibytes: 128)
    case .passthrough: Quantity(mebibytes: 1024)
    case .downwardMetrics: Quantity(mebibytes: 1)
    case .execProbes: Quantity(mebibytes: 10)
    case .encryptedMemory: Quantity(mebibytes: 256)
    case .tpm: Quantity(mebibytes: 53)
    }
  }

  /// How many of it the instance has.
  func count(in plan: LauncherPodPlan) -> Int64 {
    let (spec, domain, devices) = (plan.spec, plan.domain, plan.devices)
    return switch self {
    case .monitor, .launcher, .logDaemon, .libvirtDaemon, .emulator, .ioThread: 1
    case .virtualCPUs: max(1, domain.cpu == nil ? plan.cpusOfResources : plan.instance.vCPUs)
    case .graphics: devices.autoattachGraphicsDevice != false ? 1 : 0
    case .arm64: spec.architecture == "arm64" ? 1 : 0
    case .passthrough: plan.instance.hasPassthroughDevices ? 1 : 0
    case .downwardMetrics: spec.volumes.contains { $0.downwardMetrics != nil } ? 1 : 0
    case .execProbes: Int64(plan.execProbes)
    case .anyExecProbe: plan.execProbes > 0 ? 1 : 0
    case .encryptedMemory: domain.launchSecurity?.sev != nil || domain.launchSecurity?.snp != nil ? 1 : 0
    case .tpm: plan.hasTPM ? 1 : 0
    case .guaranteed: plan.isGuaranteed ? 1 : 0
    }
  }
}

extension LauncherPodPlan {
  /// Probes that run a command in the guest.
  fileprivate var execProbes: Int {
    [spec.livenessProbe, spec.readinessProbe].count { $0?.exec != nil }
  }

  /// CPUs that resources ask for, where the guest's topology is not said.
  fileprivate var cpusOfResources: Int64 {
    (domain.resources.limits?["cpu"] ?? domain.resources.requests?["cpu"])?.value ?? 0
  }

  var hasTPM: Bool { devices.tpm.map { $0.enabled != false } ?? false }
}

extension Quantity {
  init(mebibytes: Int64) { self.init(bytes: mebibytes << 20) }
}
