/// An Internet address, version 4 or 6, without zone.
public enum IPAddress: Sendable, Hashable {
  case v4(UInt32)
  case v6(high: UInt64, low: UInt64)

  /// Reads what Go's net.ParseIP reads: dotted decimal without leading zeros, or RFC 4291 text without zone.
  public init?(_ text: some StringProtocol) {
    if text.utf8.contains(UInt8(ascii: ":")) {
      guard let groups = Self.parseV6(String(text)) else { return nil }
      self = .v6(high: Self.join(groups[0..<4]), low: Self.join(groups[4..<8]))
    } else {
      guard let address = Self.parseV4(text) else { return nil }
      self = .v4(address)
    }
  }

  public var isV4: Bool { if case .v4 = self { true } else { false } }

  /// Whether the address is of version 4, or one that stands for such in version 6 (RFC 4291, section 2.5.5.2).
  public var isV4OrMapped: Bool {
    switch self {
    case .v4: true
    case .v6(let high, let low): high == 0 && low >> 32 == 0xFFFF
    }
  }

  private static func join(_ groups: ArraySlice<UInt16>) -> UInt64 { groups.reduce(0) { $0 << 16 | UInt64($1) } }

  private static func parseV4(_ text: some StringProtocol) -> UInt32? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0") else { return nil }
      var number: UInt32 = 0
      for byte in part {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + UInt32(byte - 0x30)
      }
      guard number <= 255 else { return nil }
      address = address << 8 | number
    }
    return address
  }

  /// The eight groups; `::` stands for one or more groups of zero, and the last two may be written as version 4.
  private static func parseV6(_ text: String) -> [UInt16]? {
    let bytes = Array(text.utf8)
    let colon = UInt8(ascii: ":")
    guard let gap = (0..<max(0, bytes.count - 1)).first(where: { bytes[$0] == colon && bytes[$0 + 1] == colon })
    else {
      let groups = parseGroups(bytes[...])
      return groups?.count == 8 ? groups : nil
    }
    let head = bytes[..<gap]
    let tail = bytes[(gap + 2)...]
    guard let before = head.isEmpty ? [] : parseGroups(head, mayEndInV4: false),
      let after = tail.isEmpty ? [] : parseGroups(tail), before.count + after.count <= 7
    else { return nil }
    return before + Array(repeating: 0, count: 8 - before.count - after.count) + after
  }

  private static func parseGroups(_ bytes: ArraySlice<UInt8>, mayEndInV4: Bool = true) -> [UInt16]? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if mayEndInV4, index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let address = parseV4(Substring(decoding: part, as: UTF8.self)) else { return nil }
        groups += [UInt16(address >> 16), UInt16(address & 0xFFFF)]
        continue
      }
      guard (1...4).contains(part.count) else { return nil }
      var group: UInt16 = 0
      for byte in part {
        guard let digit = hexDigitValue(byte) else { return nil }
        group = group << 4 | UInt16(digit)
      }
      groups.append(group)
    }
    return groups
  }
}

/// A network: an address and how many leading bits of it count, as in `10.0.2.0/24`.
public struct CIDR: Sendable, Hashable {
  public let address: IPAddress
  /// 0...32 or 0...128.
  public let prefixLength: Int

  /// Reads what Go's net.ParseCIDR reads. The address may have bits set outside the prefix.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPAddress(parts[0]), !parts[1].isEmpty, parts[1].utf8.count <= 8,
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(parts[1]),
      length <= (address.isV4 ? 32 : 128)
    else { return nil }
    self.address = address
    prefixLength = length
  }
}
