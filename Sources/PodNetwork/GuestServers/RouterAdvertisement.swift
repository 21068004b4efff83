import Kube

/// What tells a guest that there is a router and that it gets its address by DHCP (RFC 4861, section 4.2).
enum RouterAdvertisement {
  /// The ICMPv6 message with a checksum of zero, which the kernel fills in; nil for a guest without IPv6.
  /// - Parameter mac: of the device that it is sent from.
  static func message(_ configuration: GuestConfiguration, mac: HardwareAddress) -> [UInt8]? {
    guard let guest = configuration.network.ipv6 else { return nil }
    let (kind, hopLimit): (UInt8, UInt8) = (134, 64)
    // Addresses and the rest come by DHCP: both flags.
    var message: [UInt8] = [kind, 0, 0, 0, hopLimit, 0xC0]
    message += lifetimeSeconds.bigEndianBytes + [UInt8](repeating: 0, count: 8)
    message += [1, 1] + mac.bytes.prefix(6)
    if let mtu = configuration.mtu { message += [5, 1, 0, 0] + UInt32(clamping: mtu).bigEndianBytes }
    // The network is on the link, but nobody makes up an address in it: flag L without A.
    message += [3, 4, UInt8(guest.prefixLength), 0x80]
    message += UInt32.max.bigEndianBytes + UInt32.max.bigEndianBytes + [0, 0, 0, 0] + guest.network.bytes
    let servers = configuration.nameServers.filter { !$0.isV4 }.prefix(8)
    if !servers.isEmpty {
      // RFC 8106, section 5.1.
      message += [25, UInt8(1 + 2 * servers.count), 0, 0] + UInt32.max.bigEndianBytes + servers.flatMap(\.bytes)
    }
    return message
  }

  /// The longest that hosts take for a router's lifetime.
  private static let lifetimeSeconds: UInt16 = 9000
  /// Seconds between two messages that nobody asked for.
  static let interval: Int32 = 300
}
