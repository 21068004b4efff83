import Kube
import VirtTypes

/// Networks, and the interfaces that bind the guest to them.
extension SpecRules {
  mutating func checkNetworks(_ spec: V1.VirtualMachineInstanceSpec) {
    let interfaces = spec.domain.devices.interfaces
    guard !spec.networks.isEmpty || !interfaces.isEmpty else { return }
    checkDefaultNetwork(spec.networks)
    checkNetworkSources(spec.networks)
    let networks = NameTable(spec.networks) { $0.name }
    let defaultNetwork = spec.networks.first { $0.pod != nil || $0.multus?.default == true }?.name
    for index in interfaces.indices {
      checkState(interfaces[index], index, isOnDefaultNetwork: interfaces[index].name == defaultNetwork)
    }
    for index in interfaces.indices {
      checkBinding(interfaces[index], index, networks.position(of: interfaces[index].name).map { spec.networks[$0] })
    }
    let interfaceNames = NameTable(interfaces) { $0.name }
    checkNetworkNames(spec.networks, networks, interfaceNames)
    checkInterfaceNames(interfaces, interfaceNames, networks)
    for index in interfaces.indices {
      checkNameCharacters(interfaces[index].name, index)
      checkOptions(interfaces[index], index)
      if !interfaces[index].ports.isEmpty, let position = networks.position(of: interfaces[index].name),
        spec.networks[position].pod != nil
      {
        checkPorts(interfaces[index].ports, index)
      }
      if let options = interfaces[index].dhcpOptions { checkDHCP(options, index) }
    }
  }

  /// Bindings that this release no longer has: refused when the instance is new.
  mutating func checkDiscontinuedBindings(_ spec: V1.VirtualMachineInstanceSpec) {
    let interfaces = spec.domain.devices.interfaces
    for index in interfaces.indices {
      if interfaces[index].slirp != nil {
        invalid(path.interface(index, "slirp"), "is no longer supported; use masquerade or passtBinding")
      }
      if interfaces[index].passt != nil {
        invalid(path.interface(index, "passt"), "is no longer supported; use passtBinding")
      }
      if interfaces[index].macvtap != nil {
        invalid(path.interface(index, "macvtap"), "is no longer supported; use a binding plugin")
      }
    }
  }

  private mutating func checkDefaultNetwork(_ networks: [V1.Network]) {
    let podNetworks = networks.reduce(0) { $0 + ($1.pod != nil ? 1 : 0) }
    let defaults = networks.reduce(0) { $0 + ($1.multus?.default == true ? 1 : 0) }
    if podNetworks > 1 {
      add(.duplicate, path("interfaces"), place: path("networks"), "must hold at most one pod network")
    }
    if defaults > 1 { invalid(path("networks"), "must hold at most one multus network that is the default") }
    if podNetworks > 0, defaults > 0 {
      invalid(path("networks"), "must not hold a pod network beside a multus network that is the default")
    }
  }

  private mutating func checkNetworkSources(_ networks: [V1.Network]) {
    for index in networks.indices where count(networks[index].pod != nil, networks[index].multus != nil) != 1 {
      required(path("networks[\(index)]"), "must have exactly one of pod and multus")
    }
    // Only the first is told.
    if let index = networks.firstIndex(where: { $0.multus?.networkName.isEmpty == true }) {
      required(path("networks[\(index)]"), "must have a multus.networkName")
    }
  }

  private mutating func checkState(_ interface: V1.Interface, _ index: Int, isOnDefaultNetwork: Bool) {
    switch interface.state {
    case "": break
    case "up", "down":
      if interface.sriov != nil {
        invalid(path.interface(index, "state"), "must be left out on an SR-IOV interface")
      }
    case "absent":
      if interface.bridge == nil { invalid(path.interface(index, "state"), "must be absent with bridge binding only") }
      if isOnDefaultNetwork {
        invalid(path.interface(index, "state"), "must not be absent on the default network")
      }
    default:
      invalid(path.interface(index, "state"), "is \"\(interface.state)\", must be absent, up or down")
    }
  }

  private mutating func checkBinding(_ interface: V1.Interface, _ index: Int, _ network: V1.Network?) {
    if interface.binding != nil,
      interface.bridge != nil || interface.masquerade != nil || interface.sriov != nil || interface.passtBinding != nil
    {
      invalid(
        path.interface(index, "binding"), "must not stand beside bridge, masquerade, sriov or passtBinding")
    }
    if interface.masquerade != nil { checkMasquerade(interface, index, network) }
    if interface.bridge != nil, network?.pod != nil, !configuration.permitsBridgeOnPodNetwork {
      invalid(
        path.interface(index, "name"), "names the pod network, on which this cluster does not permit bridge binding")
    }
    if interface.passtBinding != nil {
      if !configuration.allows(.passtBinding) {
        invalid(path.interface(index, "name"), "with passtBinding \(needs(.passtBinding))")
      }
      if network?.pod == nil {
        invalid(path.interface(index, "name"), "must name the pod network with passtBinding")
      }
    }
  }

  private mutating func checkMasquerade(_ interface: V1.Interface, _ index: Int, _ network: V1.Network?) {
    if network?.pod == nil {
      invalid(path.interface(index, "name"), "must name the pod network with masquerade binding")
    }
    if interface.macAddress == "02:00:00:00:00:00" {
      invalid(
        path.interface(index, "macAddress"), "is \(interface.macAddress), which masquerade binding uses itself")
    }
  }
}

/// Names of networks and interfaces: each side has one of every name that the other has.
extension SpecRules {
  private mutating func checkNetworkNames(
    _ networks: [V1.Network], _ names: NameTable, _ interfaceNames: NameTable
  ) {
    for index in names.repeated {
      duplicate(
        path("networks[\(index)].name"), "is \"\(networks[index].name)\", which another network has already")
    }
    for index in networks.indices where !interfaceNames.contains(networks[index].name) {
      let field = path("networks[\(index)].name")
      causes.append(.required(field, "\(field) '\(networks[index].name)' not found."))
    }
  }

  private mutating func checkInterfaceNames(
    _ interfaces: [V1.Interface], _ names: NameTable, _ networks: NameTable
  ) {
    for index in names.repeated {
      duplicate(
        path.interface(index, "name"),
        "is \"\(interfaces[index].name)\", which another interface has already")
    }
    for index in interfaces.indices where !networks.contains(interfaces[index].name) {
      let field = path.interface(index, "name")
      causes.append(.invalid(field, "\(field) '\(interfaces[index].name)' not found."))
    }
  }

  private mutating func checkNameCharacters(_ name: String, _ index: Int) {
    if name.isEmpty || !name.utf8.allSatisfy(isInterfaceNameByte) {
      invalid(path.interface(index, "name"), "is \"\(name)\", must be of letters, digits, '-' and '_' only")
    }
  }

  private func isInterfaceNameByte(_ byte: UInt8) -> Bool {
    isASCIILetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}

/// What an interface looks like to the guest, and what it forwards.
extension SpecRules {
  /// One more than there are: programs rely on it.
  private static let lastPort: Int32 = 65536

  private mutating func checkOptions(_ interface: V1.Interface, _ index: Int) {
    switch interface.model {
    case "", "e1000", "e1000e", "igb", "ne2k_pci", "pcnet", "rtl8139", "virtio": break
    default:
      notSupported(
        path.interface(index, "model"),
        "is \"\(interface.model)\", must be virtio, e1000, e1000e, igb, ne2k_pci, pcnet or rtl8139")
    }
    if !interface.macAddress.isEmpty {
      if let address = HardwareAddress(interface.macAddress) {
        if address.bytes.count > 6 {
          invalid(path.interface(index, "macAddress"), "has \(address.bytes.count) bytes, must have 6")
        }
      } else {
        invalid(
          path.interface(index, "macAddress"),
          "is \"\(interface.macAddress)\", must be of the form 02:00:00:00:00:01")
      }
    }
    if !interface.pciAddress.isEmpty, !PCIAddress.isValid(interface.pciAddress) {
      invalid(
        path.interface(index, "pciAddress"),
        "is \"\(interface.pciAddress)\", must be of the form 0000:81:01.0")
    }
  }

  private mutating func checkPorts(_ ports: [V1.Port], _ interface: Int) {
    checkPortNames(ports, interface)
    for index in ports.indices {
      let port = ports[index]
      if port.port == 0 {
        required(path.interface(interface, "ports[\(index)]"), "must have a port, of 1 to 65535")
      } else if port.port < 0 || port.port > Self.lastPort {
        invalid(path.interface(interface, "ports[\(index)]"), "is \(port.port), must be 1 to 65535")
      }
      switch port.protocol {
      case "", "TCP", "UDP": break
      default:
        invalid(
          path.interface(interface, "ports[\(index)].protocol"), "is \"\(port.protocol)\", must be TCP or UDP")
      }
    }
  }

  private mutating func checkPortNames(_ ports: [V1.Port], _ interface: Int) {
    var names: Set<String> = []
    for index in ports.indices where !ports[index].name.isEmpty {
      let name = ports[index].name
      if !names.insert(name).inserted {
        duplicate(path.interface(interface, "ports[\(index)].name"), "is \"\(name)\", which another port has already")
      }
      if !NameValidation.isPortName(name) {
        invalid(
          path.interface(interface, "ports[\(index)].name"),
          "is \"\(name)\", must be at most 15 of a-z, 0-9 and single '-' with a letter among them")
      }
    }
  }

  private mutating func checkDHCP(_ options: V1.DHCPOptions, _ index: Int) {
    let place = path.interface(index, "dhcpOptions.privateOptions")
    if Set(options.privateOptions.map(\.option)).count < options.privateOptions.count {
      add(.invalid, path.root, place: place, "hold an option twice")
    }
    for option in options.privateOptions where !(224...254).contains(option.option) {
      add(.invalid, path.root, place: place, "hold option \(option.option), must be 224 to 254")
    }
    for position in options.ntpServers.indices {
      let server = options.ntpServers[position]
      if IPAddress(server)?.isV4OrMapped != true {
        invalid(
          path.interface(index, "dhcpOptions.ntpServers[\(position)]"),
          "is \"\(server)\", must be an IPv4 address")
      }
    }
  }
}
