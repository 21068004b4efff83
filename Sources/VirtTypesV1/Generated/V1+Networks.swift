// Made from openapi/v1/networks.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Options that the guest gets by DHCP.
  public struct DHCPOptions: Sendable {
    /// Name of the file to boot (option 67).
    public var bootFileName: String = ""
    /// IPv4 addresses of time servers (option 42).
    public var ntpServers: [String] = []
    /// Options for private use.
    public var privateOptions: [DHCPPrivateOptions] = []
    /// Name of the TFTP server (option 66).
    public var tftpServerName: String = ""

    public init() {}
  }
}

extension V1.DHCPOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["bootFileName", "ntpServers", "privateOptions", "tftpServerName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bootFileName", &bootFileName)
      case 1: reader.member("ntpServers", &ntpServers)
      case 2: reader.member("privateOptions", &privateOptions)
      case 3: reader.member("tftpServerName", &tftpServerName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656c6946746f6f62:
      if key.equals("bootFileName") { return 0 }
    case 0x657672655370746e:
      if key.equals("ntpServers") { return 1 }
    case 0x4f65746176697270:
      if key.equals("privateOptions") { return 2 }
    case 0x7672655370746674:
      if key.equals("tftpServerName") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bootFileName", bootFileName)
    writer.memberUnlessEmpty("ntpServers", ntpServers)
    writer.memberUnlessEmpty("privateOptions", privateOptions)
    writer.memberUnlessEmpty("tftpServerName", tftpServerName)
    writer.endObject()
  }
}

extension V1 {
  /// A DHCP option for private use.
  public struct DHCPPrivateOptions: Sendable {
    /// Number of the option, 224 to 254.
    public var option: Int = 0
    /// Value of the option.
    public var value: String = ""

    public init() {}
  }
}

extension V1.DHCPPrivateOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["option", "value"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("option", &option)
      case 1: reader.member("value", &value)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6f6974706f:
      if key.count == 6 { return 0 }  // option
    case 0x65756c6176:
      if key.count == 5 { return 1 }  // value
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("option", option)
    writer.member("value", value)
    writer.endObject()
  }
}

extension V1 {
  /// The former macvtap binding, which is refused; a binding plugin takes its place.
  public struct DeprecatedInterfaceMacvtap: Sendable {

    public init() {}
  }
}

extension V1.DeprecatedInterfaceMacvtap: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// The former passt binding, which is refused; `passtBinding` takes its place.
  public struct DeprecatedInterfacePasst: Sendable {

    public init() {}
  }
}

extension V1.DeprecatedInterfacePasst: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// The former slirp binding, which is refused; a binding plugin takes its place.
  public struct DeprecatedInterfaceSlirp: Sendable {

    public init() {}
  }
}

extension V1.DeprecatedInterfaceSlirp: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// A network interface of the guest; one way of binding at most is set.
  public struct Interface: Sendable {
    /// Index by which the guest can name the interface, unique in the guest.
    public var acpiIndex: Int = 0
    /// Binds by a plugin of the configuration.
    public var binding: PluginBinding?
    /// Place in the order of devices to boot from, 1 being the first.
    public var bootOrder: UInt?
    /// Binds by a bridge to the pod's interface.
    public var bridge: InterfaceBridge?
    /// Options that the guest gets by DHCP.
    @Boxed public var dhcpOptions: DHCPOptions?
    /// MAC address, such as de:ad:00:00:be:af; made up when empty.
    public var macAddress: String = ""
    /// The former macvtap binding, which is refused.
    public var macvtap: DeprecatedInterfaceMacvtap?
    /// Binds by address translation behind the pod's address.
    public var masquerade: InterfaceMasquerade?
    /// Model of the card, such as virtio, e1000 or e1000e; virtio when empty.
    public var model: String = ""
    /// Name of the network, which is the interface's too.
    public var name: String = ""
    /// The former passt binding, which is refused.
    public var passt: DeprecatedInterfacePasst?
    /// Binds by passt, which translates in user space.
    public var passtBinding: InterfacePasstBinding?
    /// Address on the PCI bus, such as 0000:81:01.1.
    public var pciAddress: String = ""
    /// Ports of the guest that are reached from outside; all when there are none.
    public var ports: [Port] = []
    /// The former slirp binding, which is refused.
    public var slirp: DeprecatedInterfaceSlirp?
    /// Gives the guest a virtual function of a network card.
    public var sriov: InterfaceSRIOV?
    /// Whether the link is up or down, or the interface is to be unplugged (absent).
    public var state: String = ""
    /// Tag that the guest finds in its metadata.
    public var tag: String = ""

    public init() {}
  }
}

extension V1.Interface: JSONStructure {
  public static let memberNames: [StaticString] = [
    "acpiIndex", "binding", "bootOrder", "bridge", "dhcpOptions", "macAddress", "macvtap", "masquerade", "model",
    "name", "passt", "passtBinding", "pciAddress", "ports", "slirp", "sriov", "state", "tag",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("acpiIndex", &acpiIndex)
      case 1: reader.member("binding", &binding)
      case 2: reader.member("bootOrder", &bootOrder)
      case 3: reader.member("bridge", &bridge)
      case 4: reader.member("dhcpOptions", &dhcpOptions)
      case 5: reader.member("macAddress", &macAddress)
      case 6: reader.member("macvtap", &macvtap)
      case 7: reader.member("masquerade", &masquerade)
      case 8: reader.member("model", &model)
      case 9: reader.member("name", &name)
      case 10: reader.member("passt", &passt)
      case 11: reader.member("passtBinding", &passtBinding)
      case 12: reader.member("pciAddress", &pciAddress)
      case 13: reader.member("ports", &ports)
      case 14: reader.member("slirp", &slirp)
      case 15: reader.member("sriov", &sriov)
      case 16: reader.member("state", &state)
      case 17: reader.member("tag", &tag)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x65646e4969706361:
      if key.equals("acpiIndex") { return 0 }
    case 0x676e69646e6962:
      if key.count == 7 { return 1 }  // binding
    case 0x6564724f746f6f62:
      if key.equals("bootOrder") { return 2 }
    case 0x656764697262:
      if key.count == 6 { return 3 }  // bridge
    case 0x6974704f70636864:
      if key.equals("dhcpOptions") { return 4 }
    case 0x657264644163616d:
      if key.equals("macAddress") { return 5 }
    case 0x7061747663616d:
      if key.count == 7 { return 6 }  // macvtap
    case 0x617265757173616d:
      if key.equals("masquerade") { return 7 }
    case 0x6c65646f6d:
      if key.count == 5 { return 8 }  // model
    case 0x656d616e:
      if key.count == 4 { return 9 }  // name
    case 0x7473736170:
      if key.count == 5 { return 10 }  // passt
    case 0x6e69427473736170:
      if key.equals("passtBinding") { return 11 }
    case 0x6572646441696370:
      if key.equals("pciAddress") { return 12 }
    case 0x7374726f70:
      if key.count == 5 { return 13 }  // ports
    case 0x7072696c73:
      if key.count == 5 { return 14 }  // slirp
    case 0x766f697273:
      if key.count == 5 { return 15 }  // sriov
    case 0x6574617473:
      if key.count == 5 { return 16 }  // state
    case 0x676174:
      if key.count == 3 { return 17 }  // tag
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("acpiIndex", acpiIndex)
    writer.memberUnlessEmpty("binding", binding)
    writer.memberUnlessEmpty("bootOrder", bootOrder)
    writer.memberUnlessEmpty("bridge", bridge)
    writer.memberUnlessEmpty("dhcpOptions", dhcpOptions)
    writer.memberUnlessEmpty("macAddress", macAddress)
    writer.memberUnlessEmpty("macvtap", macvtap)
    writer.memberUnlessEmpty("masquerade", masquerade)
    writer.memberUnlessEmpty("model", model)
    writer.member("name", name)
    writer.memberUnlessEmpty("passt", passt)
    writer.memberUnlessEmpty("passtBinding", passtBinding)
    writer.memberUnlessEmpty("pciAddress", pciAddress)
    writer.memberUnlessEmpty("ports", ports)
    writer.memberUnlessEmpty("slirp", slirp)
    writer.memberUnlessEmpty("sriov", sriov)
    writer.memberUnlessEmpty("state", state)
    writer.memberUnlessEmpty("tag", tag)
    writer.endObject()
  }
}

extension V1 {
  /// Binds by a bridge to the pod's interface.
  public struct InterfaceBridge: Sendable {

    public init() {}
  }
}

extension V1.InterfaceBridge: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// Binds by address translation behind the pod's address.
  public struct InterfaceMasquerade: Sendable {

    public init() {}
  }
}

extension V1.InterfaceMasquerade: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// Binds by passt, which translates in user space.
  public struct InterfacePasstBinding: Sendable {

    public init() {}
  }
}

extension V1.InterfacePasstBinding: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// Gives the guest a virtual function of a network card.
  public struct InterfaceSRIOV: Sendable {

    public init() {}
  }
}

extension V1.InterfaceSRIOV: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// A network that Multus attaches.
  public struct MultusNetwork: Sendable {
    /// True makes it the pod's first network, in place of the cluster's.
    public var `default`: Bool = false
    /// Name of the NetworkAttachmentDefinition, with its namespace and a slash before it where that is another.
    public var networkName: String = ""

    public init() {}
  }
}

extension V1.MultusNetwork: JSONStructure {
  public static let memberNames: [StaticString] = ["default", "networkName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("default", &`default`)
      case 1: reader.member("networkName", &networkName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746c7561666564:
      if key.count == 7 { return 0 }  // default
    case 0x4e6b726f7774656e:
      if key.equals("networkName") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("default", `default`)
    writer.member("networkName", networkName)
    writer.endObject()
  }
}

extension V1 {
  /// A network; besides the name exactly one member is set.
  public struct Network: Sendable {
    /// A network that Multus attaches.
    public var multus: MultusNetwork?
    /// Name of the network, which interfaces refer to.
    public var name: String = ""
    /// The cluster's pod network.
    public var pod: PodNetwork?

    public init() {}
  }
}

extension V1.Network: JSONStructure {
  public static let memberNames: [StaticString] = ["multus", "name", "pod"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("multus", &multus)
      case 1: reader.member("name", &name)
      case 2: reader.member("pod", &pod)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7375746c756d:
      if key.count == 6 { return 0 }  // multus
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x646f70:
      if key.count == 3 { return 2 }  // pod
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("multus", multus)
    writer.member("name", name)
    writer.memberUnlessEmpty("pod", pod)
    writer.endObject()
  }
}

extension V1 {
  /// Binds by a plugin.
  public struct PluginBinding: Sendable {
    /// Name of the plugin in the configuration.
    public var name: String = ""

    public init() {}
  }
}

extension V1.PluginBinding: JSONStructure {
  public static let memberNames: [StaticString] = ["name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.endObject()
  }
}

extension V1 {
  /// The cluster's pod network.
  public struct PodNetwork: Sendable {
    /// IPv6 network between guest and pod; fd10:0:2::/120 when empty.
    public var vmIPv6NetworkCIDR: String = ""
    /// IPv4 network between guest and pod; 10.0.2.0/24 when empty.
    public var vmNetworkCIDR: String = ""

    public init() {}
  }
}

extension V1.PodNetwork: JSONStructure {
  public static let memberNames: [StaticString] = ["vmIPv6NetworkCIDR", "vmNetworkCIDR"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("vmIPv6NetworkCIDR", &vmIPv6NetworkCIDR)
      case 1: reader.member("vmNetworkCIDR", &vmNetworkCIDR)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x654e367650496d76:
      if key.equals("vmIPv6NetworkCIDR") { return 0 }
    case 0x726f7774654e6d76:
      if key.equals("vmNetworkCIDR") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("vmIPv6NetworkCIDR", vmIPv6NetworkCIDR)
    writer.memberUnlessEmpty("vmNetworkCIDR", vmNetworkCIDR)
    writer.endObject()
  }
}

extension V1 {
  /// A port of the guest that is reached from outside.
  public struct Port: Sendable {
    /// Name of the port, for people and for services.
    public var name: String = ""
    /// Number of the port, 1 to 65535.
    public var port: Int32 = 0
    /// TCP, which is the default, or UDP.
    public var `protocol`: String = ""

    public init() {}
  }
}

extension V1.Port: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "port", "protocol"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("port", &port)
      case 2: reader.member("protocol", &`protocol`)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x74726f70:
      if key.count == 4 { return 1 }  // port
    case 0x6c6f636f746f7270:
      if key.count == 8 { return 2 }  // protocol
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.member("port", port)
    writer.memberUnlessEmpty("protocol", `protocol`)
    writer.endObject()
  }
}
