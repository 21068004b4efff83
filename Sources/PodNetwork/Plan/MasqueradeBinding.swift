import Kube

/// Masquerade binding: the guest has a network of its own behind the pod's address.
extension PodNetworkPlan {
  static func masquerade(
    _ binding: Binding, _ link: PodLink
  ) throws(NetworkError) -> (PluggedInterface, [NetworkStep]) {
    let names = binding.names
    let network = try guestNetwork(binding, link)
    var plugged = PluggedInterface(
      name: binding.interface.name, podInterfaceName: names.pod,
      attachment: binding.profile == .legacy ? .bridge(names.bridge) : .tap(names.tap),
      mac: binding.requestedMAC ?? inventedMAC(binding), mtu: link.mtu)
    plugged.podAddresses = link.addresses.map(\.address)
    plugged.guestNetwork = network

    var steps: [NetworkStep] = [.bridge(names.bridge, mac: bridgeMAC, mtu: link.mtu)]
    let families = [(network.ipv4, network.router), (network.ipv6, network.routerV6)]
    for case (let guest?, let router?) in families {
      if let address = CIDR(router, prefixLength: guest.prefixLength) {
        steps.append(.addAddress(names.bridge, address))
      }
    }
    steps.append(.setUp(names.bridge))
    if binding.profile == .current {
      steps += [
        .tap(names.tap, owner: guestUser, mtu: link.mtu, hasQueues: binding.hasQueues),
        .setMaster(names.tap, bridge: names.bridge), .setUp(names.tap),
      ]
    }
    if network.ipv4 != nil {
      // The second one lets connections to 127.0.0.1 in the pod get to the guest.
      steps += [
        .sysctl(["ipv4", "ip_forward"], "1"), .sysctl(["ipv4", "conf", names.bridge, "route_localnet"], "1"),
      ]
    }
    if network.ipv6 != nil { steps.append(.sysctl(["ipv6", "conf", "all", "forwarding"], "1")) }
    for case (let guest?, let router?) in families {
      steps.append(
        .translate(
          AddressTranslation(
            podLink: names.pod, bridge: names.bridge, guest: guest.address, gateway: router, ports: binding.ports)))
    }
    return (plugged, steps)
  }

  /// The first two addresses of the networks that the spec names, for the families that the pod has.
  private static func guestNetwork(_ binding: Binding, _ link: PodLink) throws(NetworkError) -> GuestNetwork {
    var network = GuestNetwork(device: binding.names.bridge)
    if link.addresses.contains(where: \.address.isV4) {
      let (router, guest) = try addresses(of: binding.podNetwork?.vmNetworkCIDR, or: "10.0.2.0/24", isV4: true)
      (network.server, network.router, network.ipv4) = (router, router, guest)
    }
    if link.addresses.contains(where: { !$0.address.isV4 }) {
      let (router, guest) = try addresses(
        of: binding.podNetwork?.vmIPv6NetworkCIDR, or: "fd10:0:2::/120", isV4: false)
      (network.routerV6, network.ipv6) = (router, guest)
    }
    return network
  }

  private static func addresses(
    of text: String?, or standard: String, isV4: Bool
  ) throws(NetworkError) -> (router: IPAddress, guest: CIDR) {
    let text = text.flatMap { $0.isEmpty ? nil : $0 } ?? standard
    guard let network = CIDR(text), network.address.isV4 == isV4 else {
      throw .invalid("\"\(text)\" is not an \(isV4 ? "IPv4" : "IPv6") network")
    }
    guard network.prefixLength <= network.address.bitCount - 2,
      let guest = CIDR(network.network.advanced(by: 2), prefixLength: network.prefixLength)
    else { throw .invalid("the network \(text) has no room for a gateway and a guest") }
    return (network.network.advanced(by: 1), guest)
  }

  /// The same for an instance of the same name, so that the guest finds its card again after a restart; its network
  /// has no other guest that could have it too.
  private static func inventedMAC(_ binding: Binding) -> HardwareAddress? {
    let metadata = binding.instance.metadata
    let digest = SHA256.digest("\(metadata.namespace)/\(metadata.name)/\(binding.interface.name)".utf8)
    return HardwareAddress(bytes: [0x52, 0x54, 0x00] + digest.prefix(3))
  }

  /// The gateway's, in all pods.
  private static let bridgeMAC = HardwareAddress("02:00:00:00:00:00")
}
