import Kube

/// What is answered to a DHCP client: always the one address, and only to the one guest.
struct DHCPResponder: Sendable {
  private let configuration: GuestConfiguration
  private let address: UInt32
  private let prefixLength: Int
  private let server: UInt32

  /// Nil for a guest without IPv4.
  init?(_ configuration: GuestConfiguration) {
    guard let guest = configuration.network.ipv4, case .v4(let address) = guest.address,
      case .v4(let server)? = configuration.network.server
    else { return nil }
    self.configuration = configuration
    self.address = address
    self.server = server
    prefixLength = guest.prefixLength
  }

  /// The packet that answers this one; nil where there is nothing to be said.
  func answer(to packet: [UInt8]) -> [UInt8]? {
    guard let message = DHCPMessage(parsing: packet), let reply = reply(to: message) else { return nil }
    // Headers of IP and UDP are in what the client says (RFC 2132, section 9.10); 576 is what all take.
    let limit = message[57].flatMap { $0.count == 2 ? Int($0[0]) << 8 | Int($0[1]) : nil } ?? 576
    return reply.packet(limit: min(max(limit, 576), 1500) - 28)
  }

  func reply(to message: DHCPMessage) -> DHCPMessage? {
    guard message.operation == .request, message.hardwareAddress == configuration.mac, message.relay == 0 else {
      return nil
    }
    switch message.kind {
    case .discover: return reply(.offer, to: message)
    case .request:
      if let chosen = message.address(54), chosen != server { return nil }
      let wanted = message.address(50) ?? (message.clientAddress == 0 ? nil : message.clientAddress)
      return reply(wanted == nil || wanted == address ? .ack : .nak, to: message)
    case .inform: return reply(.ack, to: message)
    case .offer, .decline, .ack, .nak, .release, nil: return nil
    }
  }

  private func reply(_ kind: DHCPMessage.Kind, to message: DHCPMessage) -> DHCPMessage {
    var reply = DHCPMessage(.reply, transaction: message.transaction, hardwareAddress: message.hardwareAddress)
    reply.flags = message.flags
    reply.options = [.init(53, [kind.rawValue]), .init(54, server.bigEndianBytes)]
    guard kind != .nak else { return reply }
    reply.nextServer = server
    if message.kind == .inform {
      reply.clientAddress = message.clientAddress
    } else {
      reply.assignedAddress = address
      reply.options.append(.init(51, Self.leaseSeconds.bigEndianBytes))
    }
    reply.options += Self.options(configuration, prefixLength: prefixLength)
    return reply
  }

  /// 999 days: longer than any launcher lives.
  private static let leaseSeconds: UInt32 = 999 * 24 * 60 * 60

  /// In the order in which they count most (RFC 2132; 119: RFC 3397; 121: RFC 3442).
  private static func options(_ configuration: GuestConfiguration, prefixLength: Int) -> [DHCPMessage.Option] {
    let network = configuration.network
    let mask: UInt32 = prefixLength == 0 ? 0 : ~0 << (32 - UInt32(prefixLength))
    func v4(_ addresses: [IPAddress]) -> [UInt8] { addresses.filter(\.isV4).prefix(63).flatMap(\.bytes) }
    var options: [(UInt8, [UInt8])] = [
      (1, mask.bigEndianBytes), (3, network.router.map(\.bytes) ?? []), (6, v4(configuration.nameServers)),
      (121, classlessRoutes(network)),
      (26, configuration.mtu.flatMap { UInt16(exactly: $0) }?.bigEndianBytes ?? []),
      (12, text(configuration.hostname)), (15, text(configuration.domainName)),
      (119, configuration.searchList(limit: 255)), (66, text(configuration.tftpServerName)),
      (67, text(configuration.bootFileName)), (42, v4(configuration.timeServers)),
    ]
    options += configuration.privateOptions.sorted { $0.key < $1.key }.map { ($0.key, text($0.value)) }
    return options.filter { !$0.1.isEmpty }.map { DHCPMessage.Option($0.0, $0.1) }
  }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8.prefix(255)) }

  /// The length of the network, as many of its bytes as that needs, and the gateway, which is zero for what is on the
  /// link. A client that reads them does not look at option 3, so that they have the router too: last, as it may be
  /// reached by one of the others. Empty where there is nothing but the router.
  private static func classlessRoutes(_ network: GuestNetwork) -> [UInt8] {
    guard !network.routes.isEmpty else { return [] }
    var bytes: [UInt8] = []
    for route in network.routes where route.destination.address.isV4 {
      let length = route.destination.prefixLength
      bytes += [UInt8(length)] + route.destination.network.bytes.prefix((length + 7) / 8)
      bytes += route.gateway?.bytes ?? [0, 0, 0, 0]
    }
    if let router = network.router { bytes += [0] + router.bytes }
    return bytes
  }
}
