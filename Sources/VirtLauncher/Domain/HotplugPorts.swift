import VirtTypes
import XML

/// Room on the guest's PCI Express bus for what is plugged in later: every port takes one device.
public struct HotplugPorts: Sendable, Hashable {
  /// For network interfaces, which come to have as many ports as the guest has interfaces, but four.
  public var placeholderInterfaces: Int
  /// For anything.
  public var extraRootPorts: Int
  /// What is on the bus from the start, placeholders included.
  public var portsInUse: Int

  init(placeholderInterfaces: Int, extraRootPorts: Int, portsInUse: Int) {
    self.placeholderInterfaces = placeholderInterfaces
    self.extraRootPorts = extraRootPorts
    self.portsInUse = portsInUse
  }

  /// - Parameter domain: the rendered domain of the instance.
  public init(for instance: V1.VirtualMachineInstance, domain: XMLElement) {
    let annotations = instance.metadata.annotations ?? [:]
    let interfaces = instance.spec.domain.devices.interfaces.count
    let slots = annotations["kubevirt.io/pci-interface-slot-count"].flatMap(Int.init) ?? 4
    placeholderInterfaces = interfaces == 0 ? 0 : min(max(slots - interfaces, 0), 32)
    let devices = domain.child("devices")?.children ?? []
    portsInUse = placeholderInterfaces + devices.count(where: PCIDevices.contains)
    // Guests with more memory are thought to get more devices.
    let isLarge = (domain.child("memory").flatMap { UInt64($0.text) } ?? 0) > 2 << 30
    let (total, free) = isLarge ? (16, 6) : (8, 3)
    extraRootPorts = max(total - portsInUse, free - placeholderInterfaces, 0)
    if annotations["kubevirt.io/placePCIDevicesOnRootComplex"]?.lowercased() == "true" {
      placeholderInterfaces = 0
      extraRootPorts = 0
    }
  }
}

extension XMLElement {
  /// The domain with as many root ports as its devices take and as are to be free. libvirt would make no more than the
  /// devices take.
  public func padded(with ports: HotplugPorts) -> XMLElement {
    let machine = descendant("os", "type")?[attribute: "machine"] ?? ""
    guard machine == "q35" || machine.hasPrefix("pc-q35"), ports.placeholderInterfaces + ports.extraRootPorts > 0,
      let index = children.firstIndex(where: { $0.name == "devices" })
    else { return self }
    var domain = self
    let port = XMLElement("controller", ["type": "pci", "model": "pcie-root-port"])
    let hasRoot = domain.children[index].children.contains { $0[attribute: "model"] == "pcie-root" }
    if !hasRoot {
      domain.children[index].children.append(
        XMLElement("controller", ["type": "pci", "index": "0", "model": "pcie-root"]))
    }
    domain.children[index].children += Array(repeating: port, count: ports.portsInUse + ports.extraRootPorts)
    return domain
  }
}
