import CLinux
import Glibc
import Processes

/// Whether something accepts connections.
enum TCPCheck {
  /// What is wrong; nil when the connection came about.
  ///
  /// - Parameter host: a literal IP address.
  static func fault(host: String, port: Int, timeout: Duration) async -> String? {
    await BlockingCall.run { connect(host, port, Int32(timeout.components.seconds * 1000)) }
  }

  private static func connect(_ host: String, _ port: Int, _ milliseconds: Int32) -> String? {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let address = found else { return "\(host) is no address" }
    defer { freeaddrinfo(found) }
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let file = socket(address.pointee.ai_family, kind, 0)
    guard file >= 0 else { return String(cString: strerror(errno)) }
    defer { close(file) }
    if Glibc.connect(file, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 { return nil }
    guard errno == EINPROGRESS else { return String(cString: strerror(errno)) }
    var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
    guard poll(&wait, 1, milliseconds) > 0 else { return "no connection in time" }
    var code: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(file, SOL_SOCKET, SO_ERROR, &code, &length)
    return code == 0 ? nil : String(cString: strerror(code))
  }
}
