import Kube
import VirtTypes

/// The defaults that v0.8.0 gives an instance; other kinds get none.
enum LegacyDefaults {
  /// Requested where nothing is: 8 MiB.
  static let memory = Quantity(bytes: 8 << 20)
  static let machineType = "q35"
  static let networkName = "default"
  static let watchdogAction = "reset"
  static let tray = "closed"
  static let spinlocks: UInt32 = 4096

  /// Sets what is unset, in v0.8.0's order.
  static func apply(to spec: inout V1alpha2.VirtualMachineInstanceSpec, makeUUID: () -> String) {
    // The other requests go, too, as in v0.8.0.
    if spec.domain.resources.requests?["memory"] == nil { spec.domain.resources.requests = ["memory": memory] }
    if spec.domain.firmware == nil { spec.domain.firmware = V1alpha2.Firmware() }
    if spec.domain.features == nil { spec.domain.features = V1alpha2.Features() }
    if spec.domain.machine.type.isEmpty { spec.domain.machine.type = machineType }
    let bus = defaultBus(machineType: spec.domain.machine.type)
    for index in spec.domain.devices.disks.indices { apply(to: &spec.domain.devices.disks[index], bus: bus) }
    if spec.domain.devices.autoattachPodInterface ?? true, spec.networks.isEmpty { connectToPodNetwork(&spec) }
    if spec.domain.firmware?.uuid.isEmpty == true { spec.domain.firmware?.uuid = makeUUID() }
    if let timer = spec.domain.clock?.timer { spec.domain.clock?.timer = defaulted(timer) }
    if let features = spec.domain.features { spec.domain.features = defaulted(features) }
    if let watchdog = spec.domain.devices.watchdog { spec.domain.devices.watchdog = defaulted(watchdog) }
  }

  /// Limits memory as the namespace's limit ranges do where the instance does not.
  static func applyMemoryLimit(_ limit: Quantity?, to spec: inout V1alpha2.VirtualMachineInstanceSpec) {
    guard let limit, spec.domain.resources.limits?["memory"] == nil else { return }
    var limits = spec.domain.resources.limits ?? [:]
    limits["memory"] = limit
    spec.domain.resources.limits = limits
  }

  private static func defaultBus(machineType: String) -> String {
    machineType.hasPrefix("q35") || machineType.hasPrefix("pc-q35") ? "sata" : "ide"
  }

  private static func apply(to disk: inout V1alpha2.Disk, bus: String) {
    if disk.disk == nil, disk.lun == nil, disk.floppy == nil, disk.cdrom == nil { disk.disk = V1alpha2.DiskTarget() }
    if disk.disk?.bus.isEmpty == true { disk.disk?.bus = bus }
    if disk.lun?.bus.isEmpty == true { disk.lun?.bus = bus }
    if disk.cdrom?.bus.isEmpty == true { disk.cdrom?.bus = bus }
    if disk.floppy?.tray.isEmpty == true { disk.floppy?.tray = tray }
    if disk.cdrom?.tray.isEmpty == true { disk.cdrom?.tray = tray }
    if disk.cdrom != nil, disk.cdrom?.readonly == nil { disk.cdrom?.readonly = true }
  }

  /// Interfaces that were given without networks are replaced.
  private static func connectToPodNetwork(_ spec: inout V1alpha2.VirtualMachineInstanceSpec) {
    var interface = V1alpha2.Interface()
    interface.name = networkName
    interface.bridge = V1alpha2.InterfaceBridge()
    var network = V1alpha2.Network()
    network.name = networkName
    network.pod = V1alpha2.PodNetwork()
    spec.domain.devices.interfaces = [interface]
    spec.networks = [network]
  }

  private static func defaulted(_ timer: V1alpha2.Timer) -> V1alpha2.Timer {
    var timer = timer
    if let hpet = timer.hpet { timer.hpet?.present = hpet.present ?? true }
    if let hyperv = timer.hyperv { timer.hyperv?.present = hyperv.present ?? true }
    if let kvm = timer.kvm { timer.kvm?.present = kvm.present ?? true }
    if let pit = timer.pit { timer.pit?.present = pit.present ?? true }
    if let rtc = timer.rtc { timer.rtc?.present = rtc.present ?? true }
    return timer
  }

  private static func defaulted(_ features: V1alpha2.Features) -> V1alpha2.Features {
    var features = features
    features.acpi.enabled = features.acpi.enabled ?? true
    if let apic = features.apic { features.apic?.enabled = apic.enabled ?? true }
    guard var hyperv = features.hyperv else { return features }
    let states: [WritableKeyPath<V1alpha2.FeatureHyperv, V1alpha2.FeatureState?>] = [
      \.relaxed, \.reset, \.runtime, \.synic, \.synictimer, \.vapic, \.vpindex,
    ]
    for state in states {
      if let present = hyperv[keyPath: state] { hyperv[keyPath: state]?.enabled = present.enabled ?? true }
    }
    if let vendor = hyperv.vendorid { hyperv.vendorid?.enabled = vendor.enabled ?? true }
    if var locks = hyperv.spinlocks {
      locks.enabled = locks.enabled ?? true
      if locks.enabled == true { locks.spinlocks = locks.spinlocks ?? spinlocks }
      hyperv.spinlocks = locks
    }
    features.hyperv = hyperv
    return features
  }

  private static func defaulted(_ watchdog: V1alpha2.Watchdog) -> V1alpha2.Watchdog {
    var watchdog = watchdog
    var device = watchdog.i6300esb ?? V1alpha2.I6300ESBWatchdog()
    if device.action.isEmpty { device.action = watchdogAction }
    watchdog.i6300esb = device
    return watchdog
  }
}
