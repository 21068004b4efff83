/// A server that a client talks to: where it is, and how.
public struct HTTPEndpoint: Sendable, Hashable {
  public var address: SocketAddress
  /// Nil speaks in the clear.
  public var tls: TLSClientConfiguration?
  /// Whether a connection in the clear speaks HTTP/2 from its first byte; otherwise it speaks HTTP/1.1.
  public var usesHTTP2InTheClear: Bool
  /// What requests name as `host` or `:authority`.
  public var authority: String

  /// - Parameter authority: nil means host and port, without the scheme's default port; `localhost` over a UNIX socket.
  public init(
    address: SocketAddress, tls: TLSClientConfiguration? = nil, usesHTTP2InTheClear: Bool = false,
    authority: String? = nil
  ) {
    self.address = address
    self.tls = tls
    self.usesHTTP2InTheClear = usesHTTP2InTheClear
    if let authority {
      self.authority = authority
    } else if case .tcp(let host, let port) = address {
      let name = host.contains(":") ? "[\(host)]" : host
      self.authority = port == (tls == nil ? 80 : 443) ? name : "\(name):\(port)"
    } else {
      self.authority = "localhost"
    }
  }

  /// An endpoint from `https://host[:port]` or `http://host[:port]`; nil for anything else (user information, a port
  /// that is no number …). What follows the authority is ignored.
  ///
  /// - Parameter tls: used when the scheme is https.
  public init?(url: String, tls: TLSClientConfiguration = TLSClientConfiguration()) {
    let isSecure: Bool
    let rest: Substring
    if url.hasPrefix("https://") {
      isSecure = true
      rest = url.dropFirst(8)
    } else if url.hasPrefix("http://") {
      isSecure = false
      rest = url.dropFirst(7)
    } else {
      return nil
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.isEmpty, authority.utf8.allSatisfy(HTTPGrammar.isAuthorityByte) else { return nil }
    var host = authority
    var port: UInt16 = isSecure ? 443 : 80
    let afterHost: Substring
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<end]
      afterHost = authority[authority.index(after: end)...]
    } else {
      let colon = authority.firstIndex(of: ":") ?? authority.endIndex
      host = authority[..<colon]
      afterHost = authority[colon...]
    }
    if !afterHost.isEmpty {
      guard afterHost.hasPrefix(":"), let number = UInt16(afterHost.dropFirst()) else { return nil }
      port = number
    }
    guard !host.isEmpty else { return nil }
    self.init(address: .tcp(host: String(host), port: port), tls: isSecure ? tls : nil)
  }
}
