import XML

/// Devices that are on PCI, family by family in the order in which they get their addresses.
enum PCIDevices {
  static let families = ["interface", "hostdev", "controller", "disk", "input", "watchdog", "rng", "memballoon"]

  /// Whether the device is one, as v1.8.4 counts: controllers and balloons are even where their model is "none".
  static func contains(_ device: XMLElement) -> Bool {
    switch device.name {
    case "hostdev": device[attribute: "type"] == "pci"
    case "controller": !["pci-root", "pcie-root"].contains(device[attribute: "model"])
    case "disk": device.child("target")?[attribute: "bus"] == "virtio"
    case "input": device[attribute: "bus"] == "virtio"
    default: families.contains(device.name)
    }
  }
}

extension XMLElement {
  /// Gives each PCI device of these an address on the root bus, where no port stands between it and the guest.
  mutating func placeOnRootComplex() throws(DomainError) {
    // QEMU itself takes 0 for the host bridge, 1 for the graphics card, 1b for sound and 1f for the chipset.
    let given = givenRootSlots
    var slots = (0x02..<0x1f).filter { $0 != 0x1b && !given.contains($0) }.makeIterator()
    for family in PCIDevices.families {
      for index in children.indices where children[index].name == family && PCIDevices.contains(children[index]) {
        guard children[index].child("address") == nil else { continue }
        guard let slot = slots.next() else {
          throw .unsupported(field: "metadata.annotations", reason: "the PCI root complex has no room for all devices")
        }
        children[index].children.append(PCIAddress(rootSlot: slot).element)
      }
    }
  }

  /// Slots of the root bus that devices were given by the user.
  private var givenRootSlots: Set<Int> {
    Set(
      children.compactMap { device in
        guard let address = device.child("address"), address[attribute: "type"] == "pci",
          Self.number(address[attribute: "bus"]) == 0
        else { return nil }
        return Self.number(address[attribute: "slot"])
      })
  }

  private static func number(_ hexadecimal: String?) -> Int? {
    hexadecimal.flatMap { Int($0.dropFirst(2), radix: 16) }
  }
}
