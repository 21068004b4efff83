import Kube
import VirtTypes
import XML

/// The network devices of a legacy instance.
struct LegacyInterfaces {
  let elements: [XMLElement]
  /// What user networking adds to QEMU's command line; nil where there is none.
  let commandLine: XMLElement?

  init(
    instance: V1alpha2.VirtualMachineInstance, environment: DomainEnvironment
  ) throws(DomainError) {
    let bridges = Self.bridges(instance.spec.networks)
    var elements: [XMLElement] = []
    var arguments: [String] = []
    var user = LegacyUserNetwork(
      searchDomains: environment.searchDomains.isEmpty ? ["cluster.local"] : environment.searchDomains)
    for interface in instance.spec.domain.devices.interfaces {
      guard let network = instance.spec.networks.first(where: { $0.name == interface.name }) else {
        throw .networkMissing(interface: interface.name)
      }
      elements.append(Self.element(interface, bridge: bridges[network.name]))
      if interface.slirp != nil { arguments += ["-netdev", try user.backend(of: interface, on: network)] }
    }
    self.elements = elements
    commandLine = arguments.isEmpty ? nil : LegacyUserNetwork.commandLine(arguments)
  }

  /// Of each network the bridge in the pod: that of the pod's own link, or those of multus' links in their order.
  static func bridges(_ networks: [V1alpha2.Network]) -> [String: String] {
    var bridges: [String: String] = [:]
    var count = 0
    for network in networks {
      if network.multus != nil {
        count += 1
        bridges[network.name] = "k6t-net\(count)"
      } else {
        bridges[network.name] = "k6t-eth0"
      }
    }
    return bridges
  }

  private static func element(_ interface: V1alpha2.Interface, bridge: String?) -> XMLElement {
    var children: [XMLElement] = []
    var type: String?
    let given = interface.model.isEmpty ? "virtio" : interface.model
    var model = given
    if interface.bridge != nil {
      type = "bridge"
      children.append(XMLElement("source", ["bridge": bridge]))
    } else if interface.slirp != nil {
      type = "user"
      model = LegacyUserNetwork.model(given)
      children.append(XMLElement("source"))
    }
    if let address = address(interface.pciAddress) { children.append(address) }
    children.append(XMLElement("model", ["type": model]))
    if let order = interface.bootOrder, interface.bridge != nil {
      children.append(XMLElement("boot", ["order": String(order)]))
    }
    children.append(LegacyAlias.element(interface.name))
    return XMLElement("interface", ["type": type], children: children)
  }

  /// `0000:81:11.1` in libvirt's form; nil for other text.
  private static func address(_ text: String) -> XMLElement? {
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." }).map { "0x" + $0 }
    guard parts.count == 4 else { return nil }
    return XMLElement(
      "address", ["type": "pci", "domain": parts[0], "bus": parts[1], "slot": parts[2], "function": parts[3]])
  }
}
