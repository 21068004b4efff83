import VirtTypes

/// Defaults that differ between processor architectures.
struct ArchitectureDefaults {
  let configuration: ClusterConfiguration

  func apply(to spec: inout V1.VirtualMachineInstanceSpec) {
    switch Architecture(rawValue: spec.architecture) {
    case .arm64:
      setBuses("virtio", &spec.domain.devices.disks)
      setFirmware(&spec.domain)
      // Guests run on this architecture only with the host's own model.
      setModel("host-passthrough", &spec.domain)
    case .s390x:
      setBuses("virtio", &spec.domain.devices.disks)
      if spec.domain.devices.watchdog != nil {
        var watchdog = spec.domain.devices.watchdog?.diag288 ?? V1.Diag288Watchdog()
        if watchdog.action.isEmpty { watchdog.action = "reset" }
        spec.domain.devices.watchdog?.diag288 = watchdog
      }
    case .amd64, nil:
      setBuses("sata", &spec.domain.devices.disks)
      if spec.domain.devices.watchdog != nil {
        var watchdog = spec.domain.devices.watchdog?.i6300esb ?? V1.I6300ESBWatchdog()
        if watchdog.action.isEmpty { watchdog.action = "reset" }
        spec.domain.devices.watchdog?.i6300esb = watchdog
      }
    }
    setModel(configuration.cpuModel.isEmpty ? "host-model" : configuration.cpuModel, &spec.domain)
  }

  /// Before the defaults of single fields, which would turn ACPI on.
  func applyFirst(to spec: inout V1.VirtualMachineInstanceSpec) {
    guard spec.architecture == Architecture.s390x.rawValue else { return }
    var features = spec.domain.features ?? V1.Features()
    if features.acpi.enabled == nil { features.acpi.enabled = false }
    spec.domain.features = features
  }

  private func setModel(_ model: String, _ domain: inout V1.DomainSpec) {
    var cpu = domain.cpu ?? V1.CPU()
    if cpu.model.isEmpty { cpu.model = model }
    domain.cpu = cpu
  }

  private func setFirmware(_ domain: inout V1.DomainSpec) {
    var firmware = domain.firmware ?? V1.Firmware()
    var bootloader = firmware.bootloader ?? V1.Bootloader()
    if firmware.bootloader == nil { bootloader.efi = V1.EFI() }
    if bootloader.efi != nil, bootloader.efi?.secureBoot == nil { bootloader.efi?.secureBoot = false }
    firmware.bootloader = bootloader
    domain.firmware = firmware
  }

  private func setBuses(_ bus: String, _ disks: inout [V1.Disk]) {
    for index in disks.indices {
      if disks[index].disk?.bus.isEmpty == true { disks[index].disk?.bus = bus }
      if disks[index].cdrom?.bus.isEmpty == true { disks[index].cdrom?.bus = bus }
      if disks[index].lun?.bus.isEmpty == true { disks[index].lun?.bus = bus }
    }
  }
}
