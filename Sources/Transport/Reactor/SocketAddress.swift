import CLinux
import Glibc

/// Where a server listens or a client connects.
public enum SocketAddress: Sendable, Hashable, CustomStringConvertible {
  /// A host name or a literal IPv4 or IPv6 address, and a port; port 0 asks a server for any free one.
  case tcp(host: String, port: UInt16)
  /// The path of a UNIX stream socket, at most 107 bytes.
  case unix(path: String)

  public var description: String {
    switch self {
    case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): "unix:\(path)"
    }
  }

  /// The port; nil for a UNIX socket.
  public var port: UInt16? {
    if case .tcp(_, let port) = self { port } else { nil }
  }
}

/// The kernel's form of an address, ready for bind and connect.
struct RawAddress: Sendable {
  var storage = sockaddr_storage()
  var length: socklen_t = 0

  var family: Int32 { Int32(storage.ss_family) }

  init() {}

  /// A literal address; nil when `host` is a name.
  init?(literal host: String, port: UInt16) {
    var v4 = sockaddr_in()
    if inet_pton(AF_INET, host, &v4.sin_addr) == 1 {
      v4.sin_family = sa_family_t(AF_INET)
      v4.sin_port = port.bigEndian
      store(v4)
      return
    }
    var v6 = sockaddr_in6()
    guard inet_pton(AF_INET6, host, &v6.sin6_addr) == 1 else { return nil }
    v6.sin6_family = sa_family_t(AF_INET6)
    v6.sin6_port = port.bigEndian
    store(v6)
  }

  init(unixPath: String) throws(TransportError) {
    var address = sockaddr_un()
    guard !unixPath.utf8.contains(0), clinux_set_unix_path(&address, unixPath) == 0 else {
      throw .invalidArgument("socket path of more than 107 bytes or with a NUL: \(unixPath)")
    }
    store(address)
  }

  init(_ pointer: UnsafePointer<sockaddr>, length: socklen_t) {
    let count = min(Int(length), MemoryLayout<sockaddr_storage>.size)
    withUnsafeMutableBytes(of: &storage) { $0.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: count)) }
    self.length = socklen_t(count)
  }

  private mutating func store<T>(_ address: T) {
    withUnsafeMutableBytes(of: &storage) { target in
      withUnsafeBytes(of: address) { target.copyMemory(from: $0) }
    }
    length = socklen_t(MemoryLayout<T>.size)
  }

  func withPointer<T>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> T) -> T {
    withUnsafeBytes(of: storage) { bytes in
      guard let base = bytes.baseAddress else { preconditionFailure("a sockaddr_storage has bytes") }
      return body(base.assumingMemoryBound(to: sockaddr.self), length)
    }
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The literal form; a UNIX peer is `unix:`.
  var socketAddress: SocketAddress {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    return withUnsafeBytes(of: storage) { bytes in
      switch family {
      case AF_INET:
        var address = bytes.loadUnaligned(as: sockaddr_in.self)
        inet_ntop(AF_INET, &address.sin_addr, &text, socklen_t(text.count))
        return .tcp(host: Self.text(text), port: UInt16(bigEndian: address.sin_port))
      case AF_INET6:
        var address = bytes.loadUnaligned(as: sockaddr_in6.self)
        inet_ntop(AF_INET6, &address.sin6_addr, &text, socklen_t(text.count))
        return .tcp(host: Self.text(text), port: UInt16(bigEndian: address.sin6_port))
      default:
        return .unix(path: "")
      }
    }
  }
}
