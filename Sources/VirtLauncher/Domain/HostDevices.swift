import JSON
import VirtTypes
import XML

/// Addresses that device plugins put into the launcher's variables, given out in order.
struct DeviceAddresses {
  private var left: [String: [Substring]]

  init(_ variables: [String: String]) {
    left = variables.filter { $0.key.contains("RESOURCE_") }.mapValues { $0.split(separator: ",") }
  }

  enum Kind: String, CaseIterable {
    case pci = "PCI_RESOURCE"
    case mediated = "MDEV_PCI_RESOURCE"
    case usb = "USB_RESOURCE"
  }

  /// The next address of a resource such as `vendor.com/gpu`; nil when all are taken or it is of another kind.
  mutating func take(_ kind: Kind, resource: String) -> String? {
    let name = kind.rawValue + "_" + String(resource.uppercased().map { "/.".contains($0) ? "_" : $0 })
    guard let first = left[name]?.first else { return nil }
    left[name]?.removeFirst()
    return String(first)
  }
}

extension CurrentDomain {
  /// Devices of the node that the guest gets whole: PCI and USB devices, GPUs and shares of them, network cards.
  func hostDevices() throws(DomainError) -> [XMLElement] {
    var addresses = DeviceAddresses(environment.variables)
    var elements: [XMLElement] = []
    for device in devices.hostDevices {
      elements.append(
        try element(
          device.deviceName, name: device.name, alias: "hostdevice-" + device.name, claim: device.claimName,
          from: &addresses))
    }
    for gpu in devices.gpus {
      var element = try element(
        gpu.deviceName, name: gpu.name, alias: "gpu-" + gpu.name, claim: gpu.claimName, from: &addresses)
      if element[attribute: "type"] == "mdev" { addDisplay(to: &element, gpu.virtualGPUOptions?.display) }
      elements.append(element)
    }
    return elements + (try networkFunctions())
  }

  private func element(
    _ resource: String, name: String, alias: String, claim: String?, from addresses: inout DeviceAddresses
  ) throws(DomainError) -> XMLElement {
    guard claim == nil else {
      throw .unsupported(field: "device \(name)", reason: "devices of resource claims are not supported")
    }
    for kind in DeviceAddresses.Kind.allCases {
      guard let address = addresses.take(kind, resource: resource) else { continue }
      var element = try Self.element(kind, address, name: name)
      element.children.append(Self.alias(alias))
      return element
    }
    throw .deviceMissing(name: name, resource: resource)
  }

  private static func element(
    _ kind: DeviceAddresses.Kind, _ address: String, name: String
  ) throws(DomainError) -> XMLElement {
    switch kind {
    case .pci: return try pciDevice(address, name: name)
    case .mediated:
      let source = XMLElement("source", children: [XMLElement("address", ["uuid": address])])
      return XMLElement(
        "hostdev", ["type": "mdev", "mode": "subsystem", "model": "vfio-pci"], children: [source])
    case .usb:
      let parts = address.split(separator: ":")
      guard parts.count == 2, parts.allSatisfy({ UInt($0) != nil }) else {
        throw .malformed(field: "device \(name)", reason: "has the USB address \(address), and should have bus:device")
      }
      let place = XMLElement("address", ["bus": String(parts[0]), "device": String(parts[1])])
      return XMLElement(
        "hostdev", ["type": "usb", "mode": "subsystem"], children: [XMLElement("source", children: [place])])
    }
  }

  /// A PCI device that is bound to vfio already.
  private static func pciDevice(_ address: String, name: String) throws(DomainError) -> XMLElement {
    let place = try PCIAddress(address, field: "device \(name)").element
    return XMLElement(
      "hostdev", ["type": "pci", "managed": "no"], children: [XMLElement("source", children: [place])])
  }

  /// A share of a GPU shows what it draws, from the firmware's first picture on, unless that is turned off.
  private func addDisplay(to element: inout XMLElement, _ display: V1.VGPUDisplayOptions?) {
    guard display?.enabled ?? true else { return }
    element[attribute: "display"] = "on"
    if display?.ramFB?.isOn ?? true { element[attribute: "ramfb"] = "on" }
  }

  /// Virtual functions for SR-IOV interfaces, by what the pod's network plugin wrote down. Those that are not there are
  /// left out: they may be plugged in later.
  private func networkFunctions() throws(DomainError) -> [XMLElement] {
    let interfaces = presentInterfaces.filter { $0.sriov != nil }
    guard !interfaces.isEmpty else { return [] }
    var elements: [XMLElement] = []
    for interface in interfaces {
      let entry = environment.networkInfo["interfaces"]?.array?.first { $0["network"]?.string == interface.name }
      guard let address = entry?.value(at: "deviceInfo", "pci", "pci-address")?.string else { continue }
      var element = try Self.pciDevice(address, name: interface.name)
      if let order = interface.bootOrder { element.children.append(XMLElement("boot", ["order": String(order)])) }
      if !interface.pciAddress.isEmpty {
        element.children.append(try PCIAddress(interface.pciAddress, field: "interface \(interface.name)").element)
      }
      element.children.append(Self.alias("sriov-" + interface.name))
      elements.append(element)
    }
    return elements
  }
}
