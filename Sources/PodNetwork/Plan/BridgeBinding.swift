import Kube

/// Bridge binding: the guest takes the place of the pod on its network, with the pod's hardware address and IP address.
extension PodNetworkPlan {
  static func bridge(
    _ binding: Binding, _ link: PodLink
  ) throws(NetworkError) -> (PluggedInterface, [NetworkStep]) {
    let names = binding.names
    let guestNetwork = try network(binding, link)
    var plugged = PluggedInterface(
      name: binding.interface.name, podInterfaceName: names.pod,
      attachment: binding.profile == .legacy ? .bridge(names.bridge) : .tap(names.tap),
      mac: binding.requestedMAC ?? link.mac, mtu: link.mtu)
    plugged.podAddresses = link.addresses.map(\.address)
    plugged.guestNetwork = guestNetwork
    let server = guestNetwork?.server.flatMap { CIDR($0, prefixLength: 32) }
    let steps =
      binding.profile == .legacy
      ? legacySteps(names, link, server) : currentSteps(names, link, server, hasQueues: binding.hasQueues)
    return (plugged, steps)
  }

  /// What the pod knew of its network; nil for a link without IPv4.
  private static func network(_ binding: Binding, _ link: PodLink) throws(NetworkError) -> GuestNetwork? {
    guard let address = link.addresses.first(where: \.address.isV4) else { return nil }
    // A one before the interface's number, as if both were digits: .10 for the first, .11 for the second.
    guard let server = IPAddress("169.254.75.1\(binding.index)") else {
      throw .invalid("there are too many interfaces")
    }
    var network = GuestNetwork(device: binding.names.bridge)
    network.server = server
    network.ipv4 = address
    let routes = link.routes.filter { $0.destination.address.isV4 }
    let fallback = routes.first { $0.destination.prefixLength == 0 } ?? routes.first { $0.gateway != nil }
    network.router = fallback?.gateway
    // A route by the pod's own address is one that the guest gets by having that address.
    network.routes = routes.filter { $0.source != address.address && $0.destination.prefixLength > 0 }
      .map { GuestNetwork.Route($0.destination, gateway: $0.gateway) }
    return network
  }

  private static func legacySteps(_ names: LinkNames, _ link: PodLink, _ server: CIDR?) -> [NetworkStep] {
    var steps: [NetworkStep] = [
      .bridge(names.bridge, mac: nil, mtu: link.mtu), .setMaster(names.pod, bridge: names.bridge),
      .setUp(names.bridge),
    ]
    if let server { steps.append(.addAddress(names.bridge, server)) }
    steps += link.addresses.filter(\.address.isV4).map { .removeAddress(names.pod, $0) }
    steps += [.setMAC(names.pod, link.spareMAC), .setUp(names.pod)]
    return steps
  }

  private static func currentSteps(
    _ names: LinkNames, _ link: PodLink, _ server: CIDR?, hasQueues: Bool
  ) -> [NetworkStep] {
    var steps: [NetworkStep] = [
      .bridge(names.bridge, mac: nil, mtu: link.mtu), .rename(names.pod, to: names.renamed),
    ]
    steps += link.addresses.map { .removeAddress(names.renamed, $0) }
    steps += [
      .setMAC(names.renamed, link.spareMAC), .setMaster(names.renamed, bridge: names.bridge),
      .stopLearning(names.renamed), .setUp(names.renamed),
      .tap(names.tap, owner: guestUser, mtu: link.mtu, hasQueues: hasQueues),
      .setMaster(names.tap, bridge: names.bridge), .setUp(names.tap),
      .placeholder(names.pod, mac: link.mac, mtu: link.mtu),
    ]
    steps += link.addresses.map { .addAddress(names.pod, $0) }
    if let server { steps.append(.addAddress(names.bridge, server)) }
    // Without it the pod would answer for the guest, whose address is that of the placeholder too.
    steps += [.setUp(names.bridge), .sysctl(["ipv4", "conf", "all", "arp_ignore"], "1")]
    return steps
  }

  /// User and group of QEMU in v1's launchers.
  static let guestUser: UInt32 = 107
}
