import Kube
import VirtTypes

extension LegacyRuleContext {
  private static let models: Set = ["e1000", "e1000e", "ne2k_pci", "pcnet", "rtl8139", "virtio"]

  /// Nothing is looked at unless there are both networks and interfaces.
  mutating func checkNetworks(bootOrders: Set<UInt>) {
    let interfaces = spec.domain.devices.interfaces
    guard !spec.networks.isEmpty, !interfaces.isEmpty else { return }
    var networks: [String: V1alpha2.Network] = [:]
    for (index, network) in spec.networks.enumerated() {
      networks[network.name] = network
      checkNetwork(network, field: "\(path).networks[\(index)]")
    }
    var names: Set<String> = []
    var portNames: Set<String> = []
    var bootOrders = bootOrders
    for (index, interface) in interfaces.enumerated() {
      let field = "\(interfacesPath)[\(index)]"
      let network = networks[interface.name]
      checkConnection(interface, network: network, field: field + ".name")
      if !names.insert(interface.name).inserted {
        duplicate(field + ".name", "\"\(interface.name)\" is the name of another interface already")
      }
      if network?.pod != nil { checkPorts(interface.ports, field: field, names: &portNames) }
      checkDevice(interface, field: field)
      checkBootOrder(interface.bootOrder, index: index, bootOrders: &bootOrders)
      if !interface.pciAddress.isEmpty, !Self.isPCIAddress(interface.pciAddress) {
        invalid(field + ".pciAddress", "\"\(interface.pciAddress)\" is no PCI address; write it as in 0000:81:00.1")
      }
    }
    if names.count != networks.count {
      required(
        path + ".networks", "must have as many names (\(networks.count)) as there are interfaces (\(names.count))")
    }
  }

  private mutating func checkNetwork(_ network: V1alpha2.Network, field: String) {
    switch (network.pod, network.multus) {
    case (nil, nil): required(field + ".pod", "is missing; a network is either pod or multus")
    case (.some, .some): required(field, "must be either pod or multus, not both")
    default: break
    }
    if let multus = network.multus, multus.networkName.isEmpty {
      required(field + ".multus", "needs a networkName")
    }
  }

  private mutating func checkConnection(_ interface: V1alpha2.Interface, network: V1alpha2.Network?, field: String) {
    if let network {
      if interface.slirp != nil, network.pod == nil {
        invalid(field, "\"\(interface.name)\" uses slirp, which needs a pod network")
      }
    } else {
      invalid(field, "\"\(interface.name)\" is the name of no network")
    }
  }

  /// 65536 passes, as in v0.8.0.
  private static let highestPort: Int32 = 65536

  private mutating func checkPorts(_ ports: [V1alpha2.Port], field: String, names: inout Set<String>) {
    for (index, port) in ports.enumerated() {
      let field = "\(field).ports[\(index)]"
      if port.port == 0 {
        required(field, "needs a port number")
      } else if port.port < 0 || port.port > Self.highestPort {
        invalid(field, "has port \(port.port); it must be from 1 to 65535")
      }
      if !port.protocol.isEmpty, port.protocol != "TCP", port.protocol != "UDP" {
        invalid(field + ".protocol", "\"\(port.protocol)\" is not known; use TCP or UDP")
      }
      if !port.name.isEmpty, !names.insert(port.name).inserted {
        duplicate(field + ".name", "\"\(port.name)\" is the name of another port already")
      }
    }
  }

  private mutating func checkDevice(_ interface: V1alpha2.Interface, field: String) {
    if !interface.model.isEmpty, !Self.models.contains(interface.model) {
      let known = Self.models.sorted().joined(separator: ", ")
      add(.notSupported, field + ".model", "\"\(interface.model)\" is not supported; use one of \(known)")
    }
    if !interface.macAddress.isEmpty {
      let length = HardwareAddress(interface.macAddress)?.bytes.count
      if length != 6 {
        invalid(
          field + ".macAddress",
          "\"\(interface.macAddress)\" is no address of six bytes; write it as in de:ad:00:00:be:af")
      }
    }
  }

  private mutating func checkBootOrder(_ order: UInt?, index: Int, bootOrders: inout Set<UInt>) {
    guard let order else { return }
    if order == 0 {
      // v0.8.0 names the specification's index here.
      invalid("\(path)[\(index)].bootOrder", "must be 1 or more")
    } else if !bootOrders.insert(order).inserted {
      invalid("\(interfacesPath)[\(index)].bootOrder", "\(order) is used by another disk or interface already")
    }
  }

  /// `dddd:dd:dd.d` in hexadecimal digits, the last one octal; v0.8.0 takes any character but a line feed for the point.
  static func isPCIAddress(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count == 12 else { return false }
    for (index, scalar) in scalars.enumerated() {
      let fits =
        switch index {
        case 4, 7: scalar == ":"
        case 10: scalar != "\n"
        case 11: ("0"..."7").contains(scalar)
        default: scalar.properties.isASCIIHexDigit
        }
      if !fits { return false }
    }
    return true
  }
}
