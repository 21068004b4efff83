import Kube

/// A card of the guest and what it is plugged into: what the domain's `<interface>` and the guest's DHCP server are
/// made of.
public struct PluggedInterface: Sendable, Hashable {
  /// Of the interface in the instance's spec, which is its network's too; the domain has it as the alias `ua-<name>`.
  public var name: String
  /// The pod's link that stands behind it, such as `eth0`.
  public var podInterfaceName: String
  public var attachment: Attachment
  /// The guest's address on the link; nil where libvirt may make one up.
  public var mac: HardwareAddress?
  /// Bytes; nil where the default of 1500 holds.
  public var mtu: Int?
  /// The pod's addresses on that link, those that Kubernetes shows.
  public var podAddresses: [IPAddress] = []
  /// What the guest learns about its network from our servers; nil where there are none to be run.
  public var guestNetwork: GuestNetwork?
  /// Why this is not the binding that the spec asks for; nil where it is.
  public var compromise: String?

  public init(
    name: String, podInterfaceName: String, attachment: Attachment, mac: HardwareAddress? = nil, mtu: Int? = nil
  ) {
    self.name = name
    self.podInterfaceName = podInterfaceName
    self.attachment = attachment
    self.mac = mac
    self.mtu = mtu
  }

  /// What libvirt connects the card to.
  public enum Attachment: Sendable, Hashable {
    /// A bridge to which a libvirt with privileges adds a device of its own: `<interface type='bridge'>`.
    case bridge(String)
    /// A device that is there already: `<interface type='ethernet'><target dev='…' managed='no'/>`.
    case tap(String)
    /// A translator in user space, without anything in the pod: `<interface type='user'>`.
    case user(UserNetwork)
  }

  /// User networking: the guest's connections become sockets of a process.
  public struct UserNetwork: Sendable, Hashable {
    public var backend: Backend
    /// The guest's network; nil for the back end's own choice.
    public var network: CIDR?
    /// The pod's ports that lead to the same ports of the guest.
    public var ports: [GuestPort]

    public init(backend: Backend, network: CIDR? = nil, ports: [GuestPort] = []) {
      self.backend = backend
      self.network = network
      self.ports = ports
    }

    public enum Backend: String, Sendable, Hashable {
      /// QEMU's own.
      case slirp
      /// The program passt, a process for each card.
      case passt
    }
  }
}

/// A port of the guest that is reached by the pod's address.
public struct GuestPort: Sendable, Hashable {
  public enum TransportProtocol: String, Sendable, Hashable {
    case tcp, udp
  }

  public var transport: TransportProtocol
  public var number: UInt16

  public init(_ transport: TransportProtocol, _ number: UInt16) {
    self.transport = transport
    self.number = number
  }
}

/// What the guest gets to know of its network by DHCP and router advertisements.
public struct GuestNetwork: Sendable, Hashable {
  /// The device on which our servers listen.
  public var device: String
  /// The address that the server goes by; on the device.
  public var server: IPAddress?
  /// The guest's address and the size of its network; nil for a guest without IPv4.
  public var ipv4: CIDR?
  /// Nil where nothing leads out of the network.
  public var router: IPAddress?
  /// Besides the one to the router.
  public var routes: [Route] = []
  public var ipv6: CIDR?
  public var routerV6: IPAddress?

  public init(device: String) { self.device = device }

  /// The way to a network.
  public struct Route: Sendable, Hashable {
    public var destination: CIDR
    /// Nil where the network is on the link itself.
    public var gateway: IPAddress?

    public init(_ destination: CIDR, gateway: IPAddress? = nil) {
      self.destination = destination
      self.gateway = gateway
    }
  }
}
