import VirtTypes
import XML

/// Describes the machine of a legacy instance to libvirt, as v0.8.0 did, oddities included.
///
/// The MAC addresses and what user networking needs of QEMU's command line come later (`LegacyUserNetwork`).
struct LegacyDomain {
  let instance: V1alpha2.VirtualMachineInstance
  let environment: DomainEnvironment

  init(_ instance: V1.VirtualMachineInstance, _ environment: DomainEnvironment) throws(DomainError) {
    do throws(ConversionError) {
      self.instance = try V1alpha2.VirtualMachineInstance(converting: instance)
    } catch {
      throw .malformed(field: "the instance", reason: "has no form in kubevirt.io/v1alpha2: \(error)")
    }
    self.environment = environment
  }

  var spec: V1alpha2.DomainSpec { instance.spec.domain }
  var metadata: (namespace: String, name: String, uid: String) {
    (instance.metadata.namespace, instance.metadata.name, instance.metadata.uid)
  }

  /// The `domain` element.
  func element() throws(DomainError) -> XMLElement {
    let interfaces = try LegacyInterfaces(instance: instance, environment: environment)
    let disks = try LegacyDisks(instance: instance, environment: environment).elements
    let parts: [XMLElement?] = [
      XMLElement("name", text: "\(metadata.namespace)_\(metadata.name)"),
      memory,
      spec.memory?.hugepages.map { _ in XMLElement("memoryBacking", children: [XMLElement("hugepages")]) },
      XMLElement(
        "os",
        children: [
          XMLElement(
            "type", ["arch": "x86_64", "machine": spec.machine.type.isEmpty ? "q35" : spec.machine.type], text: "hvm")
        ]),
      systemInformation,
      devices(interfaces: interfaces.elements, disks: disks),
      spec.clock.map(LegacyClock.element),
      interfaces.commandLine,
      kubevirtMetadata,
      spec.features.map(LegacyFeatures.element),
      processor,
      virtualProcessors,
    ]
    return XMLElement(
      "domain",
      ["type": environment.usesKVM ? "kvm" : "qemu", "xmlns:qemu": "http://libvirt.org/schemas/domain/qemu/1.0"],
      children: parts.compactMap { $0 })
  }

  /// The guest's memory in bytes; an amount that is no whole number of them counts as none.
  private var memory: XMLElement {
    guard let amount = spec.memory?.guest ?? spec.resources.requests?["memory"] else {
      return XMLElement("memory", text: "0")
    }
    let bytes = amount.compare(to: amount.value) == 0 ? amount.value : 0
    return XMLElement("memory", ["unit": "B"], text: String(bytes))
  }

  /// v0.8.0 wrote empty `bios` and `baseBoard` elements besides, which libvirt's schema does not have.
  private var systemInformation: XMLElement {
    let uuid = spec.firmware?.uuid ?? ""
    let entries = [XMLElement("entry", ["name": "uuid"], text: uuid)]
    return XMLElement(
      "sysinfo", ["type": "smbios"], children: uuid.isEmpty ? [] : [XMLElement("system", children: entries)])
  }

  private func devices(interfaces: [XMLElement], disks: [XMLElement]) -> XMLElement {
    let devices = spec.devices
    let hasScreen = devices.autoattachGraphicsDevice != false
    var children = interfaces
    children.append(XMLElement("controller", ["type": "usb", "index": "0", "model": "none"]))
    if hasScreen {
      children.append(
        XMLElement("video", children: [XMLElement("model", ["type": "vga", "heads": "1", "vram": "16384"])]))
      children.append(
        XMLElement(
          "graphics", ["type": "vnc"],
          children: [
            XMLElement("listen", ["type": "socket", "socket": environment.paths.screen(uid: metadata.uid)])
          ]))
    }
    children.append(XMLElement("memballoon", ["model": "none"]))
    children += disks
    children.append(
      XMLElement(
        "serial", ["type": "unix"],
        children: [
          XMLElement("target", ["port": "0"]),
          XMLElement("source", ["mode": "bind", "path": environment.paths.serialConsole(uid: metadata.uid)]),
        ]))
    children.append(
      XMLElement("console", ["type": "pty"], children: [XMLElement("target", ["type": "serial", "port": "0"])]))
    if let watchdog = devices.watchdog, let action = watchdog.i6300esb?.action {
      children.append(
        XMLElement(
          "watchdog", ["model": "i6300esb", "action": action], children: [LegacyAlias.element(watchdog.name)]))
    }
    if devices.rng != nil {
      children.append(
        XMLElement(
          "rng", ["model": "virtio"],
          children: [XMLElement("backend", ["model": "random"], text: "/dev/urandom")]))
    }
    return XMLElement("devices", children: children)
  }

  /// What the launcher remembers of the instance in libvirt.
  ///
  /// The grace period is the instance's own or 0: a machine that names none is ended at once.
  private var kubevirtMetadata: XMLElement {
    let period = instance.spec.terminationGracePeriodSeconds ?? 0
    return XMLElement(
      "metadata",
      children: [
        XMLElement(
          "kubevirt", ["xmlns": "http://kubevirt.io"],
          children: [
            XMLElement("uid", text: metadata.uid),
            XMLElement(
              "graceperiod", children: [XMLElement("deletionGracePeriodSeconds", text: String(period))]),
          ])
      ])
  }

  private var cores: UInt32 { spec.cpu?.cores ?? 0 }

  private var processor: XMLElement {
    let topology =
      cores == 0 ? [] : [XMLElement("topology", ["sockets": "1", "cores": String(cores), "threads": "1"])]
    switch spec.cpu?.model ?? "" {
    case "", "host-model": return XMLElement("cpu", ["mode": "host-model"], children: topology)
    case "host-passthrough": return XMLElement("cpu", ["mode": "host-passthrough"], children: topology)
    case let model:
      return XMLElement("cpu", ["mode": "custom"], children: [XMLElement("model", text: model)] + topology)
    }
  }

  private var virtualProcessors: XMLElement? {
    cores == 0 ? nil : XMLElement("vcpu", ["placement": "static"], text: String(cores))
  }
}

enum LegacyAlias {
  /// Names that users give to devices must begin so in libvirt.
  static func element(_ name: String) -> XMLElement { XMLElement("alias", ["name": "ua-" + name]) }
}
