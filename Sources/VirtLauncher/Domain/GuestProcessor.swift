import VirtTypes
import XML

extension CurrentDomain {
  /// Model, features, topology and memory cells.
  func processor(_ cells: [PlacedCell]?) -> XMLElement {
    let model = domain.cpu?.model ?? ""
    var children: [XMLElement] = []
    let mode: String
    switch model {
    case "", "host-model": mode = "host-model"
    case "host-passthrough": mode = model
    default:
      mode = "custom"
      children.append(XMLElement("model", text: model))
    }
    children.append(
      XMLElement(
        "topology",
        [
          "sockets": String(topology.mostSockets ?? topology.sockets), "cores": String(topology.cores),
          "threads": String(topology.threads),
        ]))
    let features = domain.cpu?.features ?? []
    children += features.map { feature in
      XMLElement("feature", ["name": feature.name, "policy": feature.policy.isEmpty ? nil : feature.policy])
    }
    // Kernels and CPUs have dropped it, and named models still list it: guests could not move.
    if mode == "custom" { children.append(XMLElement("feature", ["name": "mpx", "policy": "disable"])) }
    if let numa = numa(cells) { children.append(numa) }
    return XMLElement("cpu", ["mode": mode], children: children)
  }

  /// Cells of the guest: those that its CPUs are of on the node, or one where memory is shared or of huge pages.
  private func numa(_ cells: [PlacedCell]?) -> XMLElement? {
    if mapsNUMA, let cells {
      return XMLElement(
        "numa",
        children: cells.enumerated().map { index, cell in
          XMLElement(
            "cell",
            [
              "id": String(index), "cpus": cell.vCPUs.map(String.init).joined(separator: ","),
              "memory": String(cell.memoryBytes), "unit": "b",
            ])
        })
    }
    guard hasHugePages || sharesMemory else { return nil }
    let cell = XMLElement(
      "cell",
      [
        "id": "0", "cpus": "0-\(topology.mostVCPUs - 1)", "memory": String(memoryBytes / 1024), "unit": "KiB",
      ])
    return XMLElement("numa", children: [cell])
  }

  /// How many CPUs, and which of them are plugged in: those of the first socket for good.
  var virtualProcessors: [XMLElement] {
    let count = XMLElement("vcpu", ["placement": "static"], text: String(topology.mostVCPUs))
    guard topology.mostSockets != nil else { return [count] }
    let list = (0..<topology.mostVCPUs).map { id in
      XMLElement(
        "vcpu",
        [
          "id": String(id), "enabled": id < topology.vCPUs ? "yes" : "no",
          "hotpluggable": id < topology.vCPUsPerSocket ? "no" : "yes",
        ])
    }
    return [count, XMLElement("vcpus", children: list)]
  }
}
