import Kube

/// A message of DHCP for IPv4 (RFC 2131, section 2).
struct DHCPMessage: Sendable, Hashable {
  enum Operation: UInt8, Sendable { case request = 1, reply = 2 }

  /// Values of option 53 (RFC 2132, section 9.6).
  enum Kind: UInt8, Sendable {
    case discover = 1
    case offer, request, decline, ack, nak, release, inform
  }

  var operation: Operation
  var transaction: UInt32
  /// Since the client began, as it says.
  var seconds: UInt16 = 0
  /// The highest bit asks for broadcast answers.
  var flags: UInt16 = 0
  /// What the client has already and can answer at.
  var clientAddress: UInt32 = 0
  /// What the client gets.
  var assignedAddress: UInt32 = 0
  var nextServer: UInt32 = 0
  /// Nonzero where the message came through another network.
  var relay: UInt32 = 0
  var hardwareAddress: HardwareAddress
  /// In the order of the packet; the parts of a long one put together (RFC 3396).
  var options: [Option] = []

  struct Option: Sendable, Hashable {
    var code: UInt8
    var value: [UInt8]

    init(_ code: UInt8, _ value: [UInt8]) {
      self.code = code
      self.value = value
    }
  }

  init(_ operation: Operation, transaction: UInt32, hardwareAddress: HardwareAddress) {
    self.operation = operation
    self.transaction = transaction
    self.hardwareAddress = hardwareAddress
  }

  /// The value of the option, where the message has it.
  subscript(option: UInt8) -> [UInt8]? { options.first { $0.code == option }?.value }

  var kind: Kind? { self[53].flatMap { $0.count == 1 ? Kind(rawValue: $0[0]) : nil } }

  /// The address in the option, where it has one.
  func address(_ option: UInt8) -> UInt32? {
    guard case .v4(let address)? = self[option].flatMap({ IPAddress(bytes: $0) }) else { return nil }
    return address
  }
}

extension DHCPMessage {
  private static let cookie: [UInt8] = [99, 130, 83, 99]
  private static let ethernet: UInt8 = 1
  private static let pad: UInt8 = 0
  private static let end: UInt8 = 255
  private static let overload: UInt8 = 52

  /// Reads a packet of an Ethernet client; nil for anything else, and for one that ends in the middle of an option.
  init?(parsing packet: [UInt8]) {
    var reader = ByteReader(packet)
    guard let operation = reader.number(UInt8.self).flatMap(Operation.init), reader.number() == Self.ethernet,
      reader.number() == UInt8(6), reader.take(1) != nil, let transaction = reader.number(UInt32.self),
      let seconds = reader.number(UInt16.self), let flags = reader.number(UInt16.self),
      let client = reader.number(UInt32.self), let assigned = reader.number(UInt32.self),
      let next = reader.number(UInt32.self), let relay = reader.number(UInt32.self),
      let hardware = reader.take(16), let mac = HardwareAddress(bytes: Array(hardware.prefix(6))),
      let serverName = reader.take(64), let file = reader.take(128), let cookie = reader.take(4),
      Array(cookie) == Self.cookie
    else { return nil }
    self.init(operation, transaction: transaction, hardwareAddress: mac)
    (self.seconds, self.flags) = (seconds, flags)
    (clientAddress, assignedAddress, nextServer, self.relay) = (client, assigned, next, relay)
    guard addOptions(reader.rest) else { return nil }
    // Options may go on in the two fields that nothing else is in then (RFC 2132, section 9.3).
    let fields = self[Self.overload]?.first ?? 0
    if fields & 1 != 0, !addOptions(file) { return nil }
    if fields & 2 != 0, !addOptions(serverName) { return nil }
  }

  private mutating func addOptions(_ bytes: ArraySlice<UInt8>) -> Bool {
    var reader = ByteReader(bytes)
    while let code = reader.number(UInt8.self) {
      if code == Self.pad { continue }
      if code == Self.end { return true }
      guard let count = reader.number(UInt8.self), let value = reader.take(Int(count)) else { return false }
      if let index = options.firstIndex(where: { $0.code == code }) {
        options[index].value += value
      } else {
        options.append(Option(code, Array(value)))
      }
    }
    return true
  }

  /// The packet, at least as long as BOOTP's (RFC 1542, section 2.1); without the last options where it would be longer
  /// than `limit` bytes.
  func packet(limit: Int) -> [UInt8] {
    var packet: [UInt8] = [operation.rawValue, Self.ethernet, 6, 0]
    packet += transaction.bigEndianBytes + seconds.bigEndianBytes + flags.bigEndianBytes
    for address in [clientAddress, assignedAddress, nextServer, relay] { packet += address.bigEndianBytes }
    packet += hardwareAddress.bytes.prefix(6) + [UInt8](repeating: 0, count: 10 + 64 + 128) + Self.cookie
    for option in options {
      let bytes = Self.bytes(of: option)
      if packet.count + bytes.count + 1 <= limit { packet += bytes }
    }
    packet.append(Self.end)
    return packet + [UInt8](repeating: Self.pad, count: max(0, 300 - packet.count))
  }

  /// A value that is too long for one option goes on in the next (RFC 3396).
  private static func bytes(of option: Option) -> [UInt8] {
    guard option.value.count > 255 else { return [option.code, UInt8(option.value.count)] + option.value }
    var bytes: [UInt8] = []
    var rest = option.value[...]
    while !rest.isEmpty {
      let part = rest.prefix(255)
      bytes += [option.code, UInt8(part.count)] + part
      rest = rest.dropFirst(part.count)
    }
    return bytes
  }
}
