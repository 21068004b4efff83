import Kube

/// What is answered to a DHCP client for IPv6: always the one address. There is only one guest on the link.
struct DHCPv6Responder: Sendable {
  private typealias Option = DHCPv6Message.Option

  private let address: IPAddress
  private let identifier: [UInt8]
  private let extra: [DHCPv6Message.Option]

  /// Nil for a guest without IPv6.
  /// - Parameter serverMAC: of the device, of which the server's identifier is made (DUID-LL, RFC 8415, section 11.4).
  init?(_ configuration: GuestConfiguration, serverMAC: HardwareAddress) {
    guard let guest = configuration.network.ipv6 else { return nil }
    address = guest.address
    identifier = [0, 3, 0, 1] + serverMAC.bytes
    let servers = configuration.nameServers.filter { !$0.isV4 }.flatMap(\.bytes)
    extra = [
      DHCPv6Message.Option(Option.nameServers, servers),
      DHCPv6Message.Option(Option.searchDomains, configuration.searchList(limit: 1024)),
    ].filter { !$0.value.isEmpty }
  }

  /// The packet that answers this one; nil where there is nothing to be said.
  func answer(to packet: [UInt8]) -> [UInt8]? {
    DHCPv6Message(parsing: packet).flatMap { reply(to: $0) }?.packet
  }

  /// RFC 8415, section 18.3.
  func reply(to message: DHCPv6Message) -> DHCPv6Message? {
    if let chosen = message[Option.serverIdentifier], chosen != identifier { return nil }
    switch message.kind {
    case .solicit:
      guard message[Option.clientIdentifier] != nil else { return nil }
      guard message[Option.rapidCommit] != nil else { return reply(.advertise, message, associations(message)) }
      return reply(.reply, message, [Option(Option.rapidCommit, [])] + associations(message))
    case .request, .renew:
      guard message[Option.clientIdentifier] != nil, message[Option.serverIdentifier] != nil else { return nil }
      return reply(.reply, message, associations(message))
    case .rebind:
      guard message[Option.clientIdentifier] != nil else { return nil }
      return reply(.reply, message, associations(message))
    case .confirm:
      let isOurs = addresses(message).allSatisfy { $0 == address }
      return reply(.reply, message, [Self.status(isOurs ? 0 : Self.notOnLink)])
    case .release, .decline: return reply(.reply, message, [Self.status(0)])
    case .informationRequest: return reply(.reply, message, [])
    case .advertise, .reply, .reconfigure: return nil
    }
  }

  private static let notOnLink: UInt16 = 4

  private func reply(
    _ kind: DHCPv6Message.Kind, _ message: DHCPv6Message, _ options: [DHCPv6Message.Option]
  ) -> DHCPv6Message {
    var all: [Option] = []
    if let client = message[Option.clientIdentifier] { all.append(Option(Option.clientIdentifier, client)) }
    all.append(Option(Option.serverIdentifier, identifier))
    return DHCPv6Message(kind, transaction: message.transaction, options: all + options + extra)
  }

  /// The address for the first association that the client asks for. Times without end, so that it never asks again.
  private func associations(_ message: DHCPv6Message) -> [DHCPv6Message.Option] {
    guard let asked = message[Option.addressAssociation], asked.count >= 12 else { return [] }
    let forever = UInt32.max.bigEndianBytes
    let entry = Option(Option.address, address.bytes + forever + forever)
    return [Option(Option.addressAssociation, Array(asked.prefix(4)) + forever + forever + entry.bytes)]
  }

  private func addresses(_ message: DHCPv6Message) -> [IPAddress] {
    message.options.filter { $0.code == Option.addressAssociation }.flatMap { association in
      (DHCPv6Message.options(in: association.value.dropFirst(12)) ?? [])
        .filter { $0.code == Option.address }.compactMap { IPAddress(bytes: $0.value.prefix(16)) }
    }
  }

  private static func status(_ code: UInt16) -> DHCPv6Message.Option {
    Option(Option.statusCode, code.bigEndianBytes)
  }
}
