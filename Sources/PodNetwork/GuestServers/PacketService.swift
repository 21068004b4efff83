import CLinux
import Glibc
import Kube
import Synchronization

/// A socket and a thread that answers what comes in.
final class PacketService: Sendable {
  private let socket: Int32
  /// Readable once the thread is to end.
  private let ending: Int32
  private let thread = Mutex<pthread_t?>(nil)

  private init(socket: Int32, _ loop: @escaping @Sendable (_ socket: Int32, _ ending: Int32) -> Void)
    throws(NetworkError)
  {
    self.socket = socket
    ending = clinux_eventfd()
    guard ending >= 0 else {
      let failure = NetworkError.lastSystemError("start a server")
      close(socket)
      throw failure
    }
    do throws(NetworkError) {
      let ending = ending
      let started = try ThreadBody { loop(socket, ending) }.start()
      thread.withLock { $0 = started }
    } catch {
      close(socket)
      close(ending)
      throw error
    }
  }

  /// Ends the thread and closes its socket; a second call does nothing.
  func stop() {
    let running = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    guard let running else { return }
    var one: UInt64 = 1
    _ = write(ending, &one, 8)
    pthread_join(running, nil)
    close(socket)
    close(ending)
  }

  deinit { stop() }

  /// Waits for a packet.
  /// - Returns: false when the thread is to end, nil when the time is over.
  private static func hasPacket(_ socket: Int32, _ ending: Int32, milliseconds: Int32 = -1) -> Bool? {
    while true {
      var descriptors = [
        pollfd(fd: ending, events: Int16(POLLIN), revents: 0), pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&descriptors, 2, milliseconds)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      if descriptors[0].revents != 0 { return false }
      return count == 0 ? nil : true
    }
  }

  private static func check(_ result: Int32, _ step: String, _ socket: Int32) throws(NetworkError) {
    guard result != 0 else { return }
    let failure = NetworkError.lastSystemError(step)
    close(socket)
    throw failure
  }
}

// MARK: IPv4

extension PacketService {
  /// DHCP on port 67. Answers are broadcast, which all clients take in all their states, and which needs no route to a
  /// guest that the pod itself has none to.
  static func dhcp(_ responder: DHCPResponder, on device: String) throws(NetworkError) -> PacketService {
    let step = "serve DHCP on \(device)"
    let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw .lastSystemError(step) }
    for option in [SO_REUSEADDR, SO_BROADCAST] {
      try check(clinux_set_option(socket, SOL_SOCKET, option, 1), step, socket)
    }
    // A checksum would be left to hardware that a guest's device doesn't have; IPv4 can do without.
    try check(clinux_set_option(socket, SOL_SOCKET, SO_NO_CHECK, 1), step, socket)
    try check(clinux_bind_to_device(socket, device), step, socket)
    try check(clinux_bind_ipv4(socket, 67), step, socket)
    return try PacketService(socket: socket) { socket, ending in
      var buffer = [UInt8](repeating: 0, count: 2048)
      while hasPacket(socket, ending) == true {
        let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        guard count > 0, let answer = responder.answer(to: Array(buffer[..<count])) else { continue }
        _ = clinux_send_to_ipv4(socket, answer, UInt(answer.count), 0xFFFF_FFFF, 68)
      }
    }
  }
}

// MARK: IPv6

extension PacketService {
  /// ff02::1:2, all servers and relays of DHCP on the link (RFC 8415, section 7.1).
  private static let allServers = IPAddress.v6(high: 0xFF02 << 48, low: 0x1_0002)
  private static let allNodes = IPAddress.v6(high: 0xFF02 << 48, low: 1)
  private static let allRouters = IPAddress.v6(high: 0xFF02 << 48, low: 2)

  /// DHCP on port 547.
  static func dhcpV6(_ responder: DHCPv6Responder, on link: Link) throws(NetworkError) -> PacketService {
    let step = "serve DHCP for IPv6 on \(link.name)"
    let socket = Glibc.socket(AF_INET6, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw .lastSystemError(step) }
    try check(clinux_set_option(socket, SOL_SOCKET, SO_REUSEADDR, 1), step, socket)
    try check(clinux_set_option(socket, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 1), step, socket)
    try check(clinux_bind_to_device(socket, link.name), step, socket)
    try check(clinux_bind_ipv6(socket, 547), step, socket)
    try check(clinux_join_ipv6_group(socket, allServers.bytes, UInt32(link.index)), step, socket)
    return try PacketService(socket: socket) { socket, ending in
      var buffer = [UInt8](repeating: 0, count: 2048)
      while hasPacket(socket, ending) == true {
        guard let (packet, sender) = receive(socket, &buffer), let answer = responder.answer(to: packet) else {
          continue
        }
        _ = clinux_send_to_ipv6(socket, answer, UInt(answer.count), sender.bytes, 546, UInt32(link.index))
      }
    }
  }

  /// Tells of the router when asked, and from time to time.
  static func routerAdvertisement(_ message: [UInt8], on link: Link) throws(NetworkError) -> PacketService {
    let step = "advertise a router on \(link.name)"
    let socket = Glibc.socket(
      AF_INET6, Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue), Int32(IPPROTO_ICMPV6))
    guard socket >= 0 else { throw .lastSystemError(step) }
    try check(clinux_bind_to_device(socket, link.name), step, socket)
    try check(clinux_pass_router_solicitations(socket), step, socket)
    // Messages that have passed a router do not count (RFC 4861, section 6.1.2).
    for option in [IPV6_MULTICAST_HOPS, IPV6_UNICAST_HOPS] {
      try check(clinux_set_option(socket, Int32(IPPROTO_IPV6), option, 255), step, socket)
    }
    try check(clinux_join_ipv6_group(socket, allRouters.bytes, UInt32(link.index)), step, socket)
    return try PacketService(socket: socket) { socket, ending in
      var buffer = [UInt8](repeating: 0, count: 2048)
      repeat {
        _ = clinux_send_to_ipv6(socket, message, UInt(message.count), allNodes.bytes, 0, UInt32(link.index))
        guard let hasPacket = hasPacket(socket, ending, milliseconds: RouterAdvertisement.interval * 1000) else {
          continue
        }
        guard hasPacket else { return }
        _ = receive(socket, &buffer)
      } while true
    }
  }

  private static func receive(_ socket: Int32, _ buffer: inout [UInt8]) -> (packet: [UInt8], sender: IPAddress)? {
    var from = sockaddr_in6()
    let count = clinux_receive_from_ipv6(socket, &buffer, UInt(buffer.count), &from)
    guard count > 0 else { return nil }
    var address = [UInt8](repeating: 0, count: 16)
    clinux_ipv6_bytes(&from, &address)
    return IPAddress(bytes: address).map { (Array(buffer[..<count]), $0) }
  }
}
