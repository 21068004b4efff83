import Kube
import VirtTypes

/// Defaults of single fields, whatever the cluster's configuration: what is given without saying so is on.
enum ObjectDefaults {
  static func apply(to spec: inout V1.VirtualMachineInstanceSpec, makeUUID: () -> String) {
    setFirmware(&spec.domain, makeUUID)
    var features = spec.domain.features ?? V1.Features()
    setFeatures(&features)
    spec.domain.features = features
    setTimers(&spec.domain)
    for index in spec.domain.devices.disks.indices { setDisk(&spec.domain.devices.disks[index]) }
    for index in spec.domain.devices.inputs.indices { setInput(&spec.domain.devices.inputs[index]) }
    for index in spec.domain.devices.gpus.indices {
      spec.domain.devices.gpus[index].virtualGPUOptions?.display?.ramFB?.enable()
    }
    spec.livenessProbe?.setDefaults()
    spec.readinessProbe?.setDefaults()
  }

  private static func setFirmware(_ domain: inout V1.DomainSpec, _ makeUUID: () -> String) {
    var firmware = domain.firmware ?? V1.Firmware()
    if firmware.uuid.isEmpty { firmware.uuid = makeUUID() }
    domain.firmware = firmware
  }

  private static func setDisk(_ disk: inout V1.Disk) {
    if disk.disk == nil, disk.cdrom == nil, disk.lun == nil { disk.disk = V1.DiskTarget() }
    disk.cdrom?.readonly.fill(true)
    if disk.cdrom?.tray.isEmpty == true { disk.cdrom?.tray = "closed" }
    disk.blockSize?.matchVolume?.enable()
  }

  private static func setInput(_ input: inout V1.Input) {
    if input.bus.isEmpty { input.bus = "usb" }
    if input.type.isEmpty { input.type = "tablet" }
  }

  private static func setTimers(_ domain: inout V1.DomainSpec) {
    guard var timer = domain.clock?.timer else { return }
    timer.hpet?.present.fill(true)
    timer.pit?.present.fill(true)
    timer.kvm?.present.fill(true)
    timer.rtc?.present.fill(true)
    timer.hyperv?.present.fill(true)
    domain.clock?.timer = timer
  }

  private static func setFeatures(_ features: inout V1.Features) {
    features.acpi.enable()
    features.apic?.enabled.fill(true)
    features.smm?.enable()
    features.pvspinlock?.enable()
    features.hypervPassthrough?.enabled.fill(true)
    features.hyperv?.setDefaults()
  }
}

extension V1.FeatureState {
  /// On unless it says that it is off.
  mutating func enable() { enabled.fill(true) }
}

extension Optional {
  /// Takes a value where there is none.
  mutating func fill(_ value: Wrapped) { if case .none = self { self = value } }
}

extension V1.FeatureHyperv {
  fileprivate mutating func setDefaults() {
    evmcs?.enable()
    frequencies?.enable()
    ipi?.enable()
    reenlightenment?.enable()
    relaxed?.enable()
    reset?.enable()
    runtime?.enable()
    synic?.enable()
    vapic?.enable()
    vpindex?.enable()
    vendorid?.enabled.fill(true)
    synictimer?.enabled.fill(true)
    synictimer?.direct?.enable()
    tlbflush?.enabled.fill(true)
    tlbflush?.direct?.enable()
    tlbflush?.extended?.enable()
    spinlocks?.enabled.fill(true)
    if spinlocks?.enabled == true { spinlocks?.spinlocks.fill(4096) }
  }
}

extension V1.Probe {
  fileprivate mutating func setDefaults() {
    if timeoutSeconds < 1 { timeoutSeconds = 1 }
    if periodSeconds < 1 { periodSeconds = 10 }
    if successThreshold < 1 { successThreshold = 1 }
    if failureThreshold < 1 { failureThreshold = 3 }
  }
}
