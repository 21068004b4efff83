import Kube
import VirtTypes
import XML

extension CurrentDomain {
  /// The guest's memory in bytes.
  var memoryBytes: UInt64 {
    let amount =
      domain.memory?.guest ?? domain.resources.requests?["memory"] ?? domain.resources.limits?["memory"]
    return UInt64(max(amount?.value ?? 0, 0))
  }

  /// Size of the guest's huge pages in bytes.
  var hugePageBytes: UInt64 {
    let size = domain.memory?.hugepages.flatMap { try? Quantity($0.pageSize) }
    return UInt64(max(size?.value ?? 0, 0))
  }

  /// Whether processes besides QEMU reach into the guest's memory.
  var sharesMemory: Bool {
    devices.filesystems.contains { $0.virtiofs != nil } || devices.interfaces.contains { $0.passtBinding != nil }
  }

  /// Amount, upper bound and backing.
  func memoryElements(_ cells: [PlacedCell]?) -> [XMLElement] {
    var elements = [XMLElement("memory", ["unit": "b"], text: String(memoryBytes))]
    if let most = domain.memory?.maxGuest, most.compare(to: Int64(clamping: memoryBytes)) != 0 {
      elements.append(XMLElement("maxMemory", ["unit": "b", "slots": "0"], text: String(max(most.value, 0))))
    }
    if let backing = memoryBacking(cells) { elements.append(backing) }
    return elements
  }

  private func memoryBacking(_ cells: [PlacedCell]?) -> XMLElement? {
    guard hasHugePages || sharesMemory || isRealtime else { return nil }
    var children: [XMLElement] = []
    let cells = mapsNUMA ? cells ?? [] : []
    if hasHugePages {
      let pages = cells.indices.map { index in
        XMLElement("page", ["size": String(hugePageBytes), "unit": "b", "nodeset": String(index)])
      }
      children.append(XMLElement("hugepages", children: pages))
    }
    if hasHugePages || sharesMemory { children.append(XMLElement("source", ["type": "memfd"])) }
    if sharesMemory { children.append(XMLElement("access", ["mode": "shared"])) }
    if !cells.isEmpty { children.append(XMLElement("allocation", ["mode": "immediate"])) }
    if isRealtime { children.append(XMLElement("nosharepages")) }
    return XMLElement("memoryBacking", children: children)
  }

  /// Gives unused memory back to the node; a guest that is to be fast keeps it.
  var memoryBalloon: XMLElement {
    guard devices.autoattachMemBalloon != false else { return XMLElement("memballoon", ["model": "none"]) }
    let given = environment.configuration.given
    let keepsPages =
      hasDedicatedCPUs || hasHugePages || isRealtime || domain.cpu?.isolateEmulatorThread == true
      || given.virtualMachineOptions?.disableFreePageReporting != nil
      || hasAnnotation("kubevirt.io/free-page-reporting-disabled")
    var children: [XMLElement] = []
    let period = given.memBalloonStatsPeriod ?? 10
    if period > 0 { children.append(XMLElement("stats", ["period": String(period)])) }
    children += iommuDriver
    return XMLElement(
      "memballoon", ["model": virtioModel, "freePageReporting": Self.onOff(!keepsPages)], children: children)
  }
}
