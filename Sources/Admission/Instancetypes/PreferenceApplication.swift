import Kube
import VirtTypes

/// Fills what an instance's spec leaves open with a preference; what is given always stays.
struct PreferenceApplication {
  private let preference: Instancetype.VirtualMachinePreferenceSpec

  init(_ preference: Instancetype.VirtualMachinePreferenceSpec) { self.preference = preference }

  func apply(to spec: inout V1.VirtualMachineInstanceSpec, metadata: inout ObjectMeta) {
    applyCPUFeatures(to: &spec.domain)
    if let devices = preference.devices { DevicePreferences(devices).apply(to: &spec) }
    applyFeatures(to: &spec.domain)
    applyFirmware(to: &spec.domain)
    applyMachine(to: &spec)
    applyClock(to: &spec.domain)
    if let subdomain = preference.preferredSubdomain, spec.subdomain.isEmpty { spec.subdomain = subdomain }
    if let seconds = preference.preferredTerminationGracePeriodSeconds, spec.terminationGracePeriodSeconds == nil {
      spec.terminationGracePeriodSeconds = seconds
    }
    if let annotations = preference.annotations, !annotations.isEmpty {
      metadata.annotations = (metadata.annotations ?? [:]).merging(annotations) { given, _ in given }
    }
  }

  private func applyCPUFeatures(to domain: inout V1.DomainSpec) {
    guard let features = preference.cpu?.preferredCPUFeatures, !features.isEmpty else { return }
    var cpu = domain.cpu ?? V1.CPU()
    let given = Set(cpu.features.map(\.name))
    cpu.features += features.filter { !given.contains($0.name) }
    domain.cpu = cpu
  }

  private func applyFeatures(to domain: inout V1.DomainSpec) {
    guard let preferred = preference.features else { return }
    var features = domain.features ?? V1.Features()
    if let acpi = preferred.preferredAcpi { features.acpi = acpi }
    features.apic = features.apic ?? preferred.preferredApic
    features.kvm = features.kvm ?? preferred.preferredKvm
    features.pvspinlock = features.pvspinlock ?? preferred.preferredPvspinlock
    features.smm = features.smm ?? preferred.preferredSmm
    if let hyperv = preferred.preferredHyperv {
      features.hyperv = (features.hyperv ?? V1.FeatureHyperv()).filled(from: hyperv)
    }
    domain.features = features
  }

  private func applyFirmware(to domain: inout V1.DomainSpec) {
    guard let preferred = preference.firmware else { return }
    var firmware = domain.firmware ?? V1.Firmware()
    firmware.bootloader = preferred.bootloader(firmware.bootloader ?? V1.Bootloader())
    domain.firmware = firmware
  }

  private func applyMachine(to spec: inout V1.VirtualMachineInstanceSpec) {
    if let architecture = preference.preferredArchitecture, spec.architecture.isEmpty {
      spec.architecture = architecture
    }
    guard let type = preference.machine?.preferredMachineType, !type.isEmpty else { return }
    var machine = spec.domain.machine ?? V1.Machine()
    if machine.type.isEmpty { machine.type = type }
    spec.domain.machine = machine
  }

  private func applyClock(to domain: inout V1.DomainSpec) {
    guard let preferred = preference.clock else { return }
    var clock = domain.clock ?? V1.Clock()
    if let offset = preferred.preferredClockOffset, clock.utc == nil, clock.timezone == nil {
      clock.utc = offset.utc
      clock.timezone = offset.timezone
    }
    clock.timer = clock.timer ?? preferred.preferredTimer
    domain.clock = clock
  }
}

extension V1.FeatureHyperv {
  /// The enlightenments that are not given, taken from elsewhere.
  fileprivate func filled(from other: V1.FeatureHyperv) -> V1.FeatureHyperv {
    var filled = self
    filled.evmcs = evmcs ?? other.evmcs
    filled.frequencies = frequencies ?? other.frequencies
    filled.ipi = ipi ?? other.ipi
    filled.reenlightenment = reenlightenment ?? other.reenlightenment
    filled.relaxed = relaxed ?? other.relaxed
    filled.reset = reset ?? other.reset
    filled.runtime = runtime ?? other.runtime
    filled.spinlocks = spinlocks ?? other.spinlocks
    filled.synic = synic ?? other.synic
    filled.synictimer = synictimer ?? other.synictimer
    filled.tlbflush = tlbflush ?? other.tlbflush
    filled.vapic = vapic ?? other.vapic
    filled.vendorid = vendorid ?? other.vendorid
    filled.vpindex = vpindex ?? other.vpindex
    return filled
  }
}

extension Instancetype.FirmwarePreferences {
  /// The boot loader that is preferred where none is given, and its details where one is.
  fileprivate func bootloader(_ given: V1.Bootloader) -> V1.Bootloader {
    var bootloader = given
    if preferredUseBios == true, bootloader.bios == nil, bootloader.efi == nil { bootloader.bios = V1.BIOS() }
    if let useSerial = preferredUseBiosSerial, bootloader.bios != nil, bootloader.bios?.useSerial == nil {
      bootloader.bios?.useSerial = useSerial
    }
    if let efi = preferredEfi, bootloader.bios == nil, bootloader.efi == nil {
      bootloader.efi = efi
      return bootloader
    }
    if preferredUseEfi == true, bootloader.bios == nil, bootloader.efi == nil { bootloader.efi = V1.EFI() }
    if let secureBoot = preferredUseSecureBoot, bootloader.efi != nil, bootloader.efi?.secureBoot == nil {
      bootloader.efi?.secureBoot = secureBoot
    }
    return bootloader
  }
}
