import VirtTypes

/// Firmware: boot loader, a kernel from an image, and tables that are handed to the guest.
extension SpecRules {
  /// These rules hold for presets too.
  mutating func checkFirmware(_ firmware: V1.Firmware?) {
    guard let firmware else { return }
    if let loader = firmware.bootloader, loader.efi != nil, loader.bios != nil {
      invalid(path.domain("firmware.bootloader"), "must be only one of efi and bios")
    }
    if let kernelBoot = firmware.kernelBoot { check(kernelBoot) }
  }

  private mutating func check(_ kernelBoot: V1.KernelBoot) {
    guard let container = kernelBoot.container else {
      if !kernelBoot.kernelArgs.isEmpty {
        invalid(path.domain("firmware.kernelBoot.kernelArgs"), "need a container with the kernel")
      }
      return
    }
    let field = "firmware.kernelBoot.container"
    if container.image.isEmpty { required(path.domain("\(field).image"), "must not be empty") }
    if container.kernelPath.isEmpty, container.initrdPath.isEmpty {
      required(path.domain(field), "must have a kernelPath or an initrdPath")
    }
    if !container.kernelPath.isEmpty, !ContainerFilePath.isValid(container.kernelPath) {
      invalid(path.domain("\(field).kernelPath"), "is \"\(container.kernelPath)\", \(ContainerFilePath.rule)")
    }
    if !container.initrdPath.isEmpty, !ContainerFilePath.isValid(container.initrdPath) {
      invalid(path.domain("\(field).initrdPath"), "is \"\(container.initrdPath)\", \(ContainerFilePath.rule)")
    }
  }

  /// Secure boot, which is on unless it is switched off, keeps its secrets in system management mode.
  mutating func checkSecureBoot(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let efi = spec.domain.firmware?.bootloader?.efi, efi.isSecureBootOn else { return }
    if !isOn(spec.domain.features?.smm) {
      add(
        .invalid, path("domain"), place: path.domain("firmware.bootloader.efi.secureBoot"),
        "needs features.smm to be enabled")
    }
  }

  /// Tables come from secrets, which are volumes.
  mutating func checkACPITables(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let tables = spec.domain.firmware?.acpi else { return }
    if tables.slicNameRef.isEmpty, tables.msdmNameRef.isEmpty {
      return add(
        .invalid, path("acpi"), place: path.domain("firmware.acpi"), "must have a slicNameRef or an msdmNameRef")
    }
    checkTable(tables.slicNameRef, "slicNameRef", spec.volumes)
    checkTable(tables.msdmNameRef, "msdmNameRef", spec.volumes)
  }

  private mutating func checkTable(_ name: String, _ member: String, _ volumes: [V1.Volume]) {
    guard !name.isEmpty else { return }
    let field = path("acpi.\(member)")
    let place = path.domain("firmware.acpi.\(member)")
    // Of volumes with one name the first counts here.
    guard let volume = volumes.first(where: { $0.name == name }) else {
      return add(.invalid, field, place: place, "is \"\(name)\", must be the name of a volume")
    }
    if volume.secret == nil {
      add(.invalid, field, place: place, "names volume \"\(name)\", which must be a secret")
    }
  }

  /// Whether a feature is there and not switched off.
  func isOn(_ feature: V1.FeatureState?) -> Bool {
    guard let feature else { return false }
    return feature.enabled ?? true
  }
}

extension V1.EFI {
  var isSecureBootOn: Bool { secureBoot ?? true }
  var isPersistent: Bool { persistent ?? false }
}
