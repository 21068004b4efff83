import VirtTypes

/// What the architectures' machines have, and what they lack.
extension SpecRules {
  /// The architecture that the specification names, or else the cluster's.
  func effectiveArchitecture(_ spec: V1.VirtualMachineInstanceSpec) -> String {
    spec.architecture.isEmpty ? configuration.defaultArchitecture : spec.architecture
  }

  mutating func checkArchitecture(_ spec: V1.VirtualMachineInstanceSpec) {
    switch spec.architecture {
    case "amd64":
      checkWatchdog(spec, "i6300esb") { $0.i6300esb != nil && $0.diag288 == nil }
      checkVideoType(spec, ["vga", "cirrus", "virtio", "ramfb", "bochs"])
    case "s390x":
      checkWatchdog(spec, "diag288") { $0.diag288 != nil && $0.i6300esb == nil }
      checkVideoType(spec, ["virtio"])
    case "arm64": checkARM(spec)
    default:
      causes.append(.invalid(path("architecture"), "unsupported architecture: \(spec.architecture)"))
    }
  }

  private mutating func checkWatchdog(
    _ spec: V1.VirtualMachineInstanceSpec, _ kind: String, _ isRight: (V1.Watchdog) -> Bool
  ) {
    guard let watchdog = spec.domain.devices.watchdog, !isRight(watchdog) else { return }
    notSupported(path.device("watchdog"), "must be \(kind) on \(spec.architecture)")
  }

  private mutating func checkVideoType(_ spec: V1.VirtualMachineInstanceSpec, _ types: [String]) {
    guard let video = spec.domain.devices.video, !types.contains(video.type) else { return }
    notSupported(
      path.device("video.type"),
      "is \"\(video.type)\", must be \(types.joined(separator: " or ")) on \(spec.architecture)")
  }

  private mutating func checkARM(_ spec: V1.VirtualMachineInstanceSpec) {
    if spec.domain.firmware?.bootloader?.bios != nil {
      notSupported(path.domain("firmware.bootloader.bios"), "must be left out on arm64, which boots by efi")
    }
    if let model = spec.domain.cpu?.model, !model.isEmpty, model != "host-passthrough" {
      notSupported(path.domain("cpu.model"), "is \"\(model)\", must be host-passthrough on arm64")
    }
    let devices = spec.domain.devices
    for index in devices.disks.indices {
      checkARMBus(devices.disks[index].disk?.bus, index, "disk")
      checkARMBus(devices.disks[index].cdrom?.bus, index, "cdrom")
      checkARMBus(devices.disks[index].lun?.bus, index, "lun")
    }
    if devices.watchdog != nil { notSupported(path.device("watchdog"), "must be left out on arm64") }
    if devices.sound != nil { notSupported(path.device("sound"), "must be left out on arm64") }
    checkVideoType(spec, ["virtio", "ramfb"])
  }

  private mutating func checkARMBus(_ bus: String?, _ index: Int, _ target: String) {
    switch bus {
    case nil, "", "virtio", "scsi": break
    case let bus?:
      notSupported(path.disk(index, "\(target).bus"), "is \"\(bus)\", must be virtio or scsi on arm64")
    }
  }
}
