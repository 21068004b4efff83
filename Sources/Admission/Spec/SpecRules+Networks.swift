import Kube
import VirtTypes

/// Networks, and the interfaces that bind the guest to them.
extension SpecRules {
  mutating func checkNetworks(_ spec: V1.VirtualMachineInstanceSpec) {
    let interfaces = spec.domain.devices.interfaces.span
    let networks = spec.networks.span
    guard !networks.isEmpty || !interfaces.isEmpty else { return }
    let defaultNetwork = checkDefaultNetwork(networks)
    checkNetworkSources(networks)
    let networkNames = NameTable(spec.networks) { $0[$1].name }
    for index in interfaces.indices {
      checkState(interfaces, index, isOnDefaultNetwork: interfaces[index].name == defaultNetwork)
    }
    for index in interfaces.indices {
      var isOnPodNetwork = false
      if let position = networkNames.position(of: interfaces[index].name, perhaps: index) {
        isOnPodNetwork = networks[position].pod != nil
      }
      checkBinding(interfaces, index, isOnPodNetwork: isOnPodNetwork)
    }
    let interfaceNames = NameTable(spec.domain.devices.interfaces) { $0[$1].name }
    checkNetworkNames(networks, networkNames, interfaceNames)
    checkInterfaceNames(interfaces, interfaceNames, networkNames)
    for index in interfaces.indices {
      checkNameCharacters(interfaces[index].name, index)
      checkOptions(interfaces, index)
      if !interfaces[index].ports.isEmpty, let position = networkNames.position(of: interfaces[index].name),
        networks[position].pod != nil
      {
        checkPorts(interfaces[index].ports, index)
      }
      if let options = interfaces[index].dhcpOptions { checkDHCP(options, index) }
    }
  }

  /// Bindings that this release no longer has: refused when the instance is new.
  mutating func checkDiscontinuedBindings(_ spec: V1.VirtualMachineInstanceSpec) {
    let interfaces = spec.domain.devices.interfaces.span
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

  /// Returns the name of the network that is the pod's default.
  private mutating func checkDefaultNetwork(_ networks: Span<V1.Network>) -> String? {
    var podNetworks = 0
    var defaults = 0
    var name: String?
    for index in networks.indices {
      let isPod = networks[index].pod != nil
      let isDefault = networks[index].multus?.default == true
      if isPod { podNetworks += 1 }
      if isDefault { defaults += 1 }
      if name == nil, networks[index].multus?.default ?? true { name = networks[index].name }
    }
    if podNetworks > 1 {
      add(.duplicate, path("interfaces"), place: path("networks"), "must hold at most one pod network")
    }
    if defaults > 1 { invalid(path("networks"), "must hold at most one multus network that is the default") }
    if podNetworks > 0, defaults > 0 {
      invalid(path("networks"), "must not hold a pod network beside a multus network that is the default")
    }
    return name
  }

  private mutating func checkNetworkSources(_ networks: Span<V1.Network>) {
    for index in networks.indices where count(networks[index].pod != nil, networks[index].multus != nil) != 1 {
      required(path("networks[\(index)]"), "must have exactly one of pod and multus")
    }
    // Only the first is told.
    for index in networks.indices where networks[index].multus?.networkName.isEmpty == true {
      return required(path("networks[\(index)]"), "must have a multus.networkName")
    }
  }

  private mutating func checkState(_ interfaces: Span<V1.Interface>, _ index: Int, isOnDefaultNetwork: Bool) {
    switch interfaces[index].state {
    case "": break
    case "up", "down":
      if interfaces[index].sriov != nil {
        invalid(path.interface(index, "state"), "must be left out on an SR-IOV interface")
      }
    case "absent":
      if interfaces[index].bridge == nil {
        invalid(path.interface(index, "state"), "must be absent with bridge binding only")
      }
      if isOnDefaultNetwork {
        invalid(path.interface(index, "state"), "must not be absent on the default network")
      }
    default:
      invalid(path.interface(index, "state"), "is \"\(interfaces[index].state)\", must be absent, up or down")
    }
  }

  private mutating func checkBinding(_ interfaces: Span<V1.Interface>, _ index: Int, isOnPodNetwork: Bool) {
    let isBridge = interfaces[index].bridge != nil
    let isMasquerade = interfaces[index].masquerade != nil
    let isSRIOV = interfaces[index].sriov != nil
    let isPasst = interfaces[index].passtBinding != nil
    if interfaces[index].binding != nil, isBridge || isMasquerade || isSRIOV || isPasst {
      invalid(
        path.interface(index, "binding"), "must not stand beside bridge, masquerade, sriov or passtBinding")
    }
    if isMasquerade { checkMasquerade(interfaces[index].macAddress, index, isOnPodNetwork: isOnPodNetwork) }
    if isBridge, isOnPodNetwork, !configuration.permitsBridgeOnPodNetwork {
      invalid(
        path.interface(index, "name"), "names the pod network, on which this cluster does not permit bridge binding")
    }
    if isPasst {
      if !configuration.allows(.passtBinding) {
        invalid(path.interface(index, "name"), "with passtBinding \(needs(.passtBinding))")
      }
      if !isOnPodNetwork {
        invalid(path.interface(index, "name"), "must name the pod network with passtBinding")
      }
    }
  }

  private mutating func checkMasquerade(_ macAddress: String, _ index: Int, isOnPodNetwork: Bool) {
    if !isOnPodNetwork {
      invalid(path.interface(index, "name"), "must name the pod network with masquerade binding")
    }
    if macAddress == "02:00:00:00:00:00" {
      invalid(
        path.interface(index, "macAddress"), "is \(macAddress), which masquerade binding uses itself")
    }
  }
}

/// Names of networks and interfaces: each side has one of every name that the other has.
extension SpecRules {
  private mutating func checkNetworkNames(
    _ networks: Span<V1.Network>, _ names: NameTable, _ interfaceNames: NameTable
  ) {
    for index in names.repeated {
      duplicate(
        path("networks[\(index)].name"), "is \"\(networks[index].name)\", which another network has already")
    }
    for index in networks.indices where !interfaceNames.contains(networks[index].name, perhaps: index) {
      let field = path("networks[\(index)].name")
      causes.append(.required(field, "\(field) '\(networks[index].name)' not found."))
    }
  }

  private mutating func checkInterfaceNames(
    _ interfaces: Span<V1.Interface>, _ names: NameTable, _ networks: NameTable
  ) {
    for index in names.repeated {
      duplicate(
        path.interface(index, "name"),
        "is \"\(interfaces[index].name)\", which another interface has already")
    }
    for index in interfaces.indices where !networks.contains(interfaces[index].name, perhaps: index) {
      let field = path.interface(index, "name")
      causes.append(.invalid(field, "\(field) '\(interfaces[index].name)' not found."))
    }
  }

  private mutating func checkNameCharacters(_ name: String, _ index: Int) {
    if name.isEmpty || !name.everyByte(isInterfaceNameByte) {
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

  private mutating func checkOptions(_ interfaces: Span<V1.Interface>, _ index: Int) {
    switch interfaces[index].model {
    case "", "e1000", "e1000e", "igb", "ne2k_pci", "pcnet", "rtl8139", "virtio": break
    default:
      notSupported(
        path.interface(index, "model"),
        "is \"\(interfaces[index].model)\", must be virtio, e1000, e1000e, igb, ne2k_pci, pcnet or rtl8139")
    }
    if !interfaces[index].macAddress.isEmpty {
      if let address = HardwareAddress(interfaces[index].macAddress) {
        if address.bytes.count > 6 {
          invalid(path.interface(index, "macAddress"), "has \(address.bytes.count) bytes, must have 6")
        }
      } else {
        invalid(
          path.interface(index, "macAddress"),
          "is \"\(interfaces[index].macAddress)\", must be of the form 02:00:00:00:00:01")
      }
    }
    if !interfaces[index].pciAddress.isEmpty, !PCIAddress.isValid(interfaces[index].pciAddress) {
      invalid(
        path.interface(index, "pciAddress"),
        "is \"\(interfaces[index].pciAddress)\", must be of the form 0000:81:01.0")
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
