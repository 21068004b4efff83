/// A message between a client and a server of DHCP for IPv6 (RFC 8415, section 8).
struct DHCPv6Message: Sendable, Hashable {
  enum Kind: UInt8, Sendable {
    case solicit = 1
    case advertise, request, confirm, renew, rebind, reply, release, decline, reconfigure, informationRequest
  }

  var kind: Kind
  /// 24 bits.
  var transaction: UInt32
  var options: [Option]

  /// Numbers: RFC 8415, section 21; 23 and 24: RFC 3646.
  struct Option: Sendable, Hashable {
    var code: UInt16
    var value: [UInt8]

    init(_ code: UInt16, _ value: [UInt8]) {
      self.code = code
      self.value = value
    }

    static let clientIdentifier: UInt16 = 1
    static let serverIdentifier: UInt16 = 2
    static let addressAssociation: UInt16 = 3
    static let address: UInt16 = 5
    static let statusCode: UInt16 = 13
    static let rapidCommit: UInt16 = 14
    static let nameServers: UInt16 = 23
    static let searchDomains: UInt16 = 24

    var bytes: [UInt8] {
      let value = self.value.prefix(Int(UInt16.max))
      return code.bigEndianBytes + UInt16(value.count).bigEndianBytes + value
    }
  }

  init(_ kind: Kind, transaction: UInt32, options: [Option] = []) {
    self.kind = kind
    self.transaction = transaction
    self.options = options
  }

  subscript(option: UInt16) -> [UInt8]? { options.first { $0.code == option }?.value }

  /// Nil for relayed messages, and for a packet that ends in the middle of an option.
  init?(parsing packet: [UInt8]) {
    var reader = ByteReader(packet)
    guard let kind = reader.number(UInt8.self).flatMap(Kind.init), let high = reader.number(UInt8.self),
      let low = reader.number(UInt16.self), let options = Self.options(in: reader.rest)
    else { return nil }
    self.init(kind, transaction: UInt32(high) << 16 | UInt32(low), options: options)
  }

  static func options(in bytes: ArraySlice<UInt8>) -> [Option]? {
    var reader = ByteReader(bytes)
    var options: [Option] = []
    while !reader.isAtEnd {
      guard let code = reader.number(UInt16.self), let count = reader.number(UInt16.self),
        let value = reader.take(Int(count))
      else { return nil }
      options.append(Option(code, Array(value)))
    }
    return options
  }

  var packet: [UInt8] {
    [kind.rawValue] + transaction.bigEndianBytes.dropFirst() + options.flatMap(\.bytes)
  }
}
