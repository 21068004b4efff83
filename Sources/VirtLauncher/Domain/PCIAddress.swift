import XML

/// Where a device is on PCI buses: `0000:81:11.1` is domain, bus, slot and function in hexadecimal digits.
struct PCIAddress: Sendable, Hashable {
  var domain: String
  var bus: String
  var slot: String
  var function: String

  /// - Parameter field: whose address it is, for the error.
  init(_ text: String, field: String) throws(DomainError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let last = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count == 3, last.count == 2,
      (parts.prefix(2) + last).allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isHexDigit) && $0.utf8.count <= 8 })
    else {
      throw .malformed(field: field, reason: "has the PCI address \(text), and should have one such as 0000:81:11.1")
    }
    domain = String(parts[0])
    bus = String(parts[1])
    slot = String(last[0])
    function = String(last[1])
  }

  init(rootSlot: Int) {
    domain = "0000"
    bus = "00"
    let digits = String(rootSlot, radix: 16)
    slot = digits.count < 2 ? "0" + digits : digits
    function = "0"
  }

  var element: XMLElement {
    XMLElement(
      "address",
      [
        "type": "pci", "domain": "0x" + domain, "bus": "0x" + bus, "slot": "0x" + slot, "function": "0x" + function,
      ])
  }
}
