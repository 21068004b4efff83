import PodNetwork
import XML

extension XMLElement {
  /// The domain with its cards plugged into what stands ready for them in the pod, found by their aliases.
  func withNetwork(_ plugged: [PluggedInterface]) -> XMLElement {
    var domain = self
    guard let devices = domain.children.firstIndex(where: { $0.name == "devices" }) else { return domain }
    for index in domain.children[devices].children.indices {
      let device = domain.children[devices].children[index]
      guard device.name == "interface", let interface = plugged.first(where: { $0.name == device.instanceName })
      else { continue }
      domain.children[devices].children[index] = device.plugged(interface)
    }
    return domain
  }

  private func plugged(_ interface: PluggedInterface) -> XMLElement {
    var device = self
    device.children.removeAll { ["source", "target", "mtu", "backend"].contains($0.name) }
    if let mac = interface.mac {
      device.children.removeAll { $0.name == "mac" }
      device.children.insert(XMLElement("mac", ["address": "\(mac)"]), at: 0)
    }
    switch interface.attachment {
    case .bridge(let name):
      device[attribute: "type"] = "bridge"
      device.children.insert(XMLElement("source", ["bridge": name]), at: 0)
    case .tap(let name):
      device[attribute: "type"] = "ethernet"
      device.children.append(XMLElement("target", ["dev": name, "managed": "no"]))
    case .user(let network):
      device[attribute: "type"] = "user"
      if let range = network.network {
        device.children.append(
          XMLElement(
            "ip",
            ["family": "ipv4", "address": "\(range.address)", "prefix": "\(range.prefixLength)"]))
      }
      if network.backend == .passt {
        device.children.append(XMLElement("backend", ["type": "passt"]))
        for transport in [GuestPort.TransportProtocol.tcp, .udp] {
          let ports = network.ports.filter { $0.transport == transport }
          if ports.isEmpty { continue }
          device.children.append(
            XMLElement(
              "portForward", ["proto": transport.rawValue],
              children: ports.map { XMLElement("range", ["start": "\($0.number)"]) }))
        }
      }
    }
    if let mtu = interface.mtu { device.children.append(XMLElement("mtu", ["size": "\(mtu)"])) }
    return device
  }
}
