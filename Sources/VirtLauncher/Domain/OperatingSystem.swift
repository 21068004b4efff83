import VirtTypes
import XML

extension CurrentDomain {
  /// Machine type, firmware, and what is booted.
  func operatingSystem() throws(DomainError) -> XMLElement {
    let firmware = domain.firmware
    let machine = domain.machine?.type ?? ""
    var children = [
      XMLElement("type", ["arch": "x86_64", "machine": machine.isEmpty ? "q35" : machine], text: "hvm")
    ]
    let tables = try acpiTables()
    if !tables.isEmpty { children.append(XMLElement("acpi", children: tables)) }
    children.append(XMLElement("smbios", ["mode": "sysinfo"]))
    if spec.startStrategy == "Paused" {
      children.append(XMLElement("bootmenu", ["enable": "yes", "timeout": "10000"]))
    }
    children += try loader()
    if firmware?.bootloader?.bios?.useSerial == true { children.append(XMLElement("bios", ["useserial": "yes"])) }
    if let boot = firmware?.kernelBoot {
      let files = [("kernel", boot.container?.kernelPath), ("initrd", boot.container?.initrdPath)]
      for (name, path) in files {
        guard let file = path?.split(separator: "/").last else { continue }
        children.append(XMLElement(name, text: environment.paths.kernelBoot(String(file))))
      }
      if !boot.kernelArgs.isEmpty { children.append(XMLElement("cmdline", text: boot.kernelArgs)) }
    }
    return XMLElement("os", children: children)
  }

  /// Licences that firmware hands to Windows, each the file of a secret.
  private func acpiTables() throws(DomainError) -> [XMLElement] {
    guard let acpi = domain.firmware?.acpi else { return [] }
    var tables: [XMLElement] = []
    for (type, name) in [("slic", acpi.slicNameRef), ("msdm", acpi.msdmNameRef)] where !name.isEmpty {
      guard spec.volumes.contains(where: { $0.name == name && $0.secret != nil }) else {
        throw .malformed(
          field: "spec.domain.firmware.acpi.\(type)NameRef", reason: "names \(name), which is no volume of a secret")
      }
      tables.append(XMLElement("table", ["type": type], text: "\(environment.paths.secret(name))/\(type).bin"))
    }
    return tables
  }

  /// What the guest reads of its machine: the cluster's names, the instance's numbers.
  var systemInformation: XMLElement {
    let smbios = environment.configuration.given.smbios ?? V1.SMBiosConfiguration()
    func given(_ value: String, _ fallback: String) -> String { value.isEmpty ? fallback : value }
    var system: [(String, String)] = []
    if let firmware = domain.firmware {
      if !firmware.uuid.isEmpty { system.append(("uuid", firmware.uuid)) }
      if !firmware.serial.isEmpty { system.append(("serial", firmware.serial)) }
    }
    system += [
      ("manufacturer", given(smbios.manufacturer, "KubeVirt")), ("family", given(smbios.family, "KubeVirt")),
      ("product", given(smbios.product, "None")), ("sku", smbios.sku), ("version", smbios.version),
    ]
    let chassisOfGuest = domain.chassis
    let chassis = [
      ("manufacturer", chassisOfGuest?.manufacturer), ("version", chassisOfGuest?.version),
      ("serial", chassisOfGuest?.serial),
      ("asset", chassisOfGuest?.asset), ("sku", chassisOfGuest?.sku),
    ].compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name, $0) } }
    return XMLElement(
      "sysinfo", ["type": "smbios"],
      children: [
        XMLElement("system", children: system.map(Self.entry)), XMLElement("bios"), XMLElement("baseBoard"),
        XMLElement("chassis", children: chassis.map(Self.entry)),
      ])
  }

  private static func entry(_ name: String, _ value: String) -> XMLElement {
    XMLElement("entry", ["name": name], text: value)
  }
}
