import XML

extension XMLElement {
  /// Gives each PCI device of these an address on the root bus, where no port stands between it and the guest.
  mutating func placeOnRootComplex() throws(DomainError) {
    // 0 is the host bridge, 1 the graphics card, 1f the chipset.
    var slots = (0x02..<0x1f).filter { !givenRootSlots.contains($0) }.makeIterator()
    for index in children.indices where Self.isRootDevice(children[index]) {
      guard children[index].child("address") == nil else { continue }
      guard let slot = slots.next() else {
        throw .unsupported(field: "metadata.annotations", reason: "the PCI root complex has no room for all devices")
      }
      children[index].children.append(PCIAddress(rootSlot: slot).element)
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

  private static func isRootDevice(_ device: XMLElement) -> Bool {
    switch device.name {
    case "interface", "rng", "watchdog", "vsock": true
    case "hostdev": ["pci", "mdev"].contains(device[attribute: "type"])
    case "controller": device[attribute: "type"] != "pci" && device[attribute: "model"] != "none"
    case "memballoon": device[attribute: "model"] != "none"
    case "disk": device.child("target")?[attribute: "bus"] == "virtio"
    case "input": device[attribute: "bus"] == "virtio"
    default: false
    }
  }
}
