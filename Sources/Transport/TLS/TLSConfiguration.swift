/// Where PEM text comes from.
public enum PEMSource: Sendable, Hashable {
  case file(String)
  case bytes([UInt8])

  /// - Throws: `TransportError.system` when the file cannot be read or is larger than 16 MiB.
  func load() throws(TransportError) -> [UInt8] {
    switch self {
    case .bytes(let bytes): return bytes
    case .file(let path): return try File.read(path, limit: 16 << 20)
    }
  }

  var path: String? {
    if case .file(let path) = self { path } else { nil }
  }
}

/// A certificate (with its chain after it) and its private key, in PEM.
public struct TLSIdentity: Sendable, Hashable {
  public var certificate: PEMSource
  public var key: PEMSource

  public init(certificate: PEMSource, key: PEMSource) {
    self.certificate = certificate
    self.key = key
  }
}

/// How a server speaks TLS: 1.2 or newer, ALPN `h2` and `http/1.1`, no renegotiation, no session resumption.
///
/// What comes from files is read again when a file changes.
public struct TLSServerConfiguration: Sendable {
  public var identity: TLSIdentity
  /// Authorities for client certificates. With nil no certificate is asked for. Otherwise a client may present one
  /// (it need not), and a certificate that no authority vouches for ends the handshake.
  public var clientAuthorities: PEMSource?
  /// Called on a reactor's thread after the files changed: nil once the new ones are in use, else why the old ones
  /// stay in use.
  public var onReload: @Sendable (TransportError?) -> Void

  public init(
    identity: TLSIdentity, clientAuthorities: PEMSource? = nil,
    onReload: @escaping @Sendable (TransportError?) -> Void = { _ in }
  ) {
    self.identity = identity
    self.clientAuthorities = clientAuthorities
    self.onReload = onReload
  }
}

/// How a client speaks TLS and whom it trusts.
public struct TLSClientConfiguration: Sendable, Hashable {
  public enum Trust: Sendable, Hashable {
    /// The authorities that the operating system ships.
    case system
    /// Only these authorities.
    case authorities(PEMSource)
    /// Anyone: neither authority nor name is checked.
    case insecure
  }

  public var trust: Trust
  /// The name that the server's certificate must be for and that is sent as SNI; nil means the host of the URL.
  public var serverName: String?
  /// The client's own certificate.
  public var identity: TLSIdentity?
  /// The protocols offered by ALPN, in order of preference.
  public var protocols: [HTTPVersion]

  public init(
    trust: Trust = .system, serverName: String? = nil, identity: TLSIdentity? = nil,
    protocols: [HTTPVersion] = [.http2, .http1_1]
  ) {
    self.trust = trust
    self.serverName = serverName
    self.identity = identity
    self.protocols = protocols
  }
}
