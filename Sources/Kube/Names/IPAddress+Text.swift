extension IPAddress: CustomStringConvertible {
  /// Dotted decimal, or the form of RFC 5952: lower case, the longest run of zero groups shortened.
  public var description: String {
    switch self {
    case .v4: return bytes.map(String.init).joined(separator: ".")
    case .v6(0, let low) where low >> 32 == 0xFFFF: return "::ffff:\(IPAddress.v4(UInt32(truncatingIfNeeded: low)))"
    case .v6(let high, let low):
      let groups = [high, low].flatMap { half in
        [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> UInt64($0)) }
      }
      let texts = groups.map { String($0, radix: 16) }
      guard let gap = Self.longestGap(in: groups) else { return texts.joined(separator: ":") }
      return texts[..<gap.lowerBound].joined(separator: ":") + "::" + texts[gap.upperBound...].joined(separator: ":")
    }
  }

  /// The first of the longest runs of at least two groups of zero.
  private static func longestGap(in groups: [UInt16]) -> Range<Int>? {
    var longest: Range<Int>?
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start >= 2, index - start > longest?.count ?? 0 { longest = start..<index }
      start = index + 1
    }
    return longest
  }
}

extension IPAddress {
  /// 4 or 16 bytes, the first part of the address first.
  public var bytes: [UInt8] {
    switch self {
    case .v4(let address): return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: address >> $0) }
    case .v6(let high, let low):
      let shifts: [UInt64] = [56, 48, 40, 32, 24, 16, 8, 0]
      return [high, low].flatMap { half in shifts.map { UInt8(truncatingIfNeeded: half >> $0) } }
    }
  }

  /// The address of 4 or 16 bytes; nil for another number of them.
  public init?(bytes: some Collection<UInt8>) {
    switch bytes.count {
    case 4: self = .v4(bytes.reduce(0) { $0 << 8 | UInt32($1) })
    case 16:
      self = .v6(
        high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
        low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
    default: return nil
    }
  }

  /// 32 or 128.
  public var bitCount: Int { isV4 ? 32 : 128 }

  /// Whether the address is for one link only: 169.254.0.0/16 (RFC 3927) or fe80::/10 (RFC 4291).
  public var isLinkLocal: Bool {
    switch self {
    case .v4(let address): address >> 16 == 0xA9FE
    case .v6(let high, _): high >> 54 == 0x3FA
    }
  }

  /// The address that many further on; wraps around at the end.
  public func advanced(by count: UInt32) -> IPAddress {
    switch self {
    case .v4(let address): return .v4(address &+ count)
    case .v6(let high, let low):
      let (sum, overflow) = low.addingReportingOverflow(UInt64(count))
      return .v6(high: overflow ? high &+ 1 : high, low: sum)
    }
  }
}

extension CIDR: CustomStringConvertible {
  /// Nil unless the length is 0...32, or 0...128 for version 6.
  public init?(_ address: IPAddress, prefixLength: Int) {
    self.init("\(address)/\(prefixLength)")
  }

  public var description: String { "\(address)/\(prefixLength)" }

  /// The first address of the network: the bits outside of the prefix cleared.
  public var network: IPAddress {
    switch address {
    case .v4(let bits): .v4(prefixLength == 0 ? 0 : bits & ~0 << (32 - UInt32(prefixLength)))
    case .v6(let high, let low):
      .v6(
        high: prefixLength == 0 ? 0 : prefixLength >= 64 ? high : high & ~0 << (64 - UInt64(prefixLength)),
        low: prefixLength <= 64 ? 0 : low & ~0 << (128 - UInt64(prefixLength)))
    }
  }

  /// Whether the address is in the network.
  public func contains(_ other: IPAddress) -> Bool {
    guard other.isV4 == address.isV4, let same = CIDR(other, prefixLength: prefixLength) else { return false }
    return same.network == network
  }
}
