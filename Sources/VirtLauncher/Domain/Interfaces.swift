import Kube
import VirtTypes
import XML

/// How a guest's interface gets its packets.
enum InterfaceAttachment {
  /// Over a tap device, which the network step fills in.
  case tap
  /// Over a program in user space that shares the guest's memory.
  case passt
  /// A virtual function of a network card, given to the guest whole.
  case hostDevice
  /// By a sidecar of the binding plugin.
  case plugin
}

extension V1.Interface {
  func attachment(_ plugins: [String: V1.InterfaceBindingPlugin]) -> InterfaceAttachment {
    if sriov != nil { return .hostDevice }
    if passtBinding != nil { return .passt }
    guard let binding else { return .tap }
    return ["tap", "managedTap"].contains(plugins[binding.name]?.domainAttachmentType) ? .tap : .plugin
  }
}

extension CurrentDomain {
  /// The interfaces to be, without those that are being plugged out.
  var presentInterfaces: [V1.Interface] { devices.interfaces.filter { $0.state != "absent" } }

  private var plugins: [String: V1.InterfaceBindingPlugin] {
    environment.configuration.given.network?.binding ?? [:]
  }

  /// Interfaces of the guest; those that are whole host devices come with these.
  func interfaces() throws(DomainError) -> [XMLElement] {
    var elements: [XMLElement] = []
    for interface in presentInterfaces {
      guard let network = spec.networks.first(where: { $0.name == interface.name }) else {
        throw .networkMissing(interface: interface.name)
      }
      switch interface.attachment(plugins) {
      case .tap: elements.append(try element(of: interface))
      case .passt: elements.append(try passtElement(of: interface, on: network))
      case .hostDevice, .plugin: break
      }
    }
    return elements
  }

  private func element(of interface: V1.Interface) throws(DomainError) -> XMLElement {
    var element = XMLElement("interface", ["type": "ethernet"], children: [XMLElement("source")])
    element.children += try commonElements(of: interface)
    if let order = interface.bootOrder {
      element.children.append(XMLElement("boot", ["order": String(order)]))
    } else {
      // Without a place in the boot order a card need not offer to boot.
      element.children.append(XMLElement("rom", ["enabled": "no"]))
    }
    return element
  }

  private func passtElement(of interface: V1.Interface, on network: V1.Network) throws(DomainError) -> XMLElement {
    let link = podInterface(of: network)
    var element = XMLElement(
      "interface", ["type": "vhostuser"], children: [XMLElement("source", ["dev": link])])
    element.children += try commonElements(of: interface)
    if let order = interface.bootOrder { element.children.append(XMLElement("boot", ["order": String(order)])) }
    element.children.append(XMLElement("backend", ["type": "passt", "logFile": environment.paths.passtLog]))
    for name in ["tcp", "udp"] {
      let ports = interface.ports.filter { ($0.protocol.isEmpty ? "tcp" : $0.protocol.lowercased()) == name }
      guard interface.ports.isEmpty || !ports.isEmpty else { continue }
      element.children.append(
        XMLElement(
          "portForward", ["proto": name],
          children: ports.map { XMLElement("range", ["start": String($0.port)]) }))
    }
    return element
  }

  private func commonElements(of interface: V1.Interface) throws(DomainError) -> [XMLElement] {
    var elements: [XMLElement] = []
    let isVirtio = ["", "virtio"].contains(interface.model)
    elements.append(XMLElement("model", ["type": isVirtio ? virtioModel : interface.model]))
    if !interface.macAddress.isEmpty { elements.append(XMLElement("mac", ["address": interface.macAddress])) }
    if interface.state == "down" { elements.append(XMLElement("link", ["state": "down"])) }
    elements.append(Self.alias(interface.name))
    let queues = isVirtio && devices.networkInterfaceMultiqueue == true ? networkQueues : nil
    if isVirtio, queues != nil || encryptsMemoryBySEV {
      elements.append(
        XMLElement("driver", ["name": "vhost", "queues": queues.map { String($0) }, "iommu": iommu]))
    }
    if interface.acpiIndex > 0 {
      elements.append(XMLElement("acpi", ["index": String(interface.acpiIndex)]))
    }
    if !interface.pciAddress.isEmpty {
      elements.append(try PCIAddress(interface.pciAddress, field: "interface \(interface.name)").element)
    }
    return elements
  }

  /// A pair of queues for each CPU, up to what a tap device can have.
  private var networkQueues: UInt64 { min(topology.vCPUs, 256) }

  /// The link of a network in the pod.
  private func podInterface(of network: V1.Network) -> String {
    let reported = instance.status.interfaces.first { $0.name == network.name }?.podInterfaceName ?? ""
    if !reported.isEmpty { return reported }
    if network.multus?.default ?? true { return "eth0" }
    return "pod" + SHA256.digest(network.name.utf8).hexadecimal.prefix(11)
  }
}
