import Kube
import VirtTypes

/// What is to be done to a pod's network for its guest, and what the guest is plugged into then.
///
/// A function of the instance and of the links as they were at first, so that a setup that was interrupted is planned
/// again in the same way.
public struct PodNetworkPlan: Sendable, Hashable {
  public var interfaces: [PluggedInterface] = []
  public var steps: [NetworkStep] = []

  /// What may be done in the pod.
  public struct Privileges: Sendable, Hashable {
    /// Whether links and rules may be changed (CAP_NET_ADMIN).
    public var isNetworkAdministrator: Bool
    /// Whether the program passt is there.
    public var hasPasst: Bool

    public init(isNetworkAdministrator: Bool, hasPasst: Bool) {
      self.isNetworkAdministrator = isNetworkAdministrator
      self.hasPasst = hasPasst
    }
  }

  /// Cards that are bound in another way (SR-IOV, plug-ins of the configuration), or are to be taken out, are left out.
  /// - Parameter links: by name; only those that a bridge or a translation is made for are looked up.
  /// - Throws: `missingLink`, and `invalid` for networks that are too small.
  public static func plan(
    for instance: V1.VirtualMachineInstance, profile: NetworkProfile, privileges: Privileges, links: [String: PodLink],
    existing: Set<String>
  ) throws(NetworkError) -> PodNetworkPlan {
    let names = LinkNames.all(for: instance, profile: profile, existing: existing)
    var plan = PodNetworkPlan()
    for (index, interface) in instance.spec.domain.devices.interfaces.enumerated() where interface.state != "absent" {
      guard let names = names[interface.name] else { continue }
      let binding = Binding(
        interface: interface, index: index, names: names, instance: instance, profile: profile)
      switch Kind(of: interface, privileges) {
      case .bridge: try plan.bind(binding, link: found(names.pod, in: links), by: Self.bridge)
      case .masquerade: try plan.bind(binding, link: found(names.pod, in: links), by: Self.masquerade)
      case .user(let backend, let compromise):
        plan.interfaces.append(try binding.userNetwork(backend, compromise: compromise))
      case .other: continue
      }
    }
    return plan
  }

  /// The links whose first state counts: those that a plan for the same arguments looks up.
  static func links(
    for instance: V1.VirtualMachineInstance, profile: NetworkProfile, privileges: Privileges, existing: Set<String>
  ) -> [LinkNames] {
    let names = LinkNames.all(for: instance, profile: profile, existing: existing)
    return instance.spec.domain.devices.interfaces.compactMap { interface in
      guard interface.state != "absent" else { return nil }
      switch Kind(of: interface, privileges) {
      case .bridge, .masquerade: return names[interface.name]
      case .user, .other: return nil
      }
    }
  }

  private mutating func bind(
    _ binding: Binding, link: PodLink,
    by rule: (Binding, PodLink) throws(NetworkError) -> (PluggedInterface, [NetworkStep])
  ) throws(NetworkError) {
    let (interface, steps) = try rule(binding, link)
    interfaces.append(interface)
    self.steps += steps
  }

  private static func found(_ name: String, in links: [String: PodLink]) throws(NetworkError) -> PodLink {
    guard let link = links[name] else { throw .missingLink(name) }
    return link
  }

  /// One card, and all that its wiring depends on besides the link.
  struct Binding {
    var interface: V1.Interface
    /// Of the interface in the spec.
    var index: Int
    var names: LinkNames
    var instance: V1.VirtualMachineInstance
    var profile: NetworkProfile

    var requestedMAC: HardwareAddress? { HardwareAddress(interface.macAddress) }

    /// The network that the pod network is asked to show the guest.
    var podNetwork: V1.PodNetwork? { instance.spec.networks.first { $0.name == interface.name }?.pod }

    /// Each port once, in the order of the spec.
    var ports: [GuestPort] {
      var seen: Set<GuestPort> = []
      return interface.ports.compactMap { port in
        guard let number = UInt16(exactly: port.port), number > 0 else { return nil }
        let port = GuestPort(port.protocol.lowercased() == "udp" ? .udp : .tcp, number)
        return seen.insert(port).inserted ? port : nil
      }
    }

    /// Whether the card gets a queue for each of several processors.
    var hasQueues: Bool {
      let domain = instance.spec.domain
      guard domain.devices.networkInterfaceMultiqueue == true, interface.model.isEmpty || interface.model == "virtio"
      else { return false }
      let cpu = domain.cpu
      let (cores, sockets, threads) = (cpu?.cores ?? 0, cpu?.sockets ?? 0, cpu?.threads ?? 0)
      return [cores, sockets, threads].contains { $0 > 1 }
    }
  }

  private enum Kind {
    case bridge, masquerade, other
    case user(PluggedInterface.UserNetwork.Backend, compromise: String?)

    init(of interface: V1.Interface, _ privileges: Privileges) {
      if interface.bridge != nil || interface.masquerade != nil {
        guard privileges.isNetworkAdministrator else {
          self = .user(
            .slirp, compromise: "the pod's network cannot be changed without NET_ADMIN; QEMU's user network is used")
          return
        }
        self = interface.bridge != nil ? .bridge : .masquerade
      } else if interface.slirp != nil {
        self = .user(.slirp, compromise: nil)
      } else if interface.passtBinding != nil || interface.passt != nil {
        self =
          privileges.hasPasst
          ? .user(.passt, compromise: nil)
          : .user(.slirp, compromise: "passt is not installed; QEMU's user network is used")
      } else {
        self = .other
      }
    }
  }
}

extension PodNetworkPlan.Binding {
  /// A card that is plugged into a program.
  func userNetwork(
    _ backend: PluggedInterface.UserNetwork.Backend, compromise: String?
  ) throws(NetworkError) -> PluggedInterface {
    let text = podNetwork?.vmNetworkCIDR ?? ""
    let network = CIDR(text)
    guard text.isEmpty || network != nil else { throw .invalid("\"\(text)\" is not a network") }
    var plugged = PluggedInterface(
      name: interface.name, podInterfaceName: names.pod,
      attachment: .user(.init(backend: backend, network: network, ports: ports)), mac: requestedMAC)
    plugged.compromise = compromise
    return plugged
  }
}
