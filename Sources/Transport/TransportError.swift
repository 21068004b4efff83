import Glibc

/// What can go wrong on a connection, a request or while a server or client is set up.
public enum TransportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A system call failed; `code` is its errno.
  case system(call: String, code: Int32)
  /// OpenSSL refused a certificate, key, context or handshake.
  case tls(String)
  /// The name could not be resolved.
  case nameResolution(String)
  /// The connection or stream ended before the exchange did.
  case connectionClosed
  /// The other side broke the protocol.
  case protocolViolation(String)
  /// The other side reset this HTTP/2 stream with this error code (RFC 9113 section 7).
  case streamReset(UInt32)
  /// A limit or deadline of `Limits` ended it.
  case limit(LimitKind)
  /// The request's deadline passed.
  case deadlineExceeded
  /// The server is draining or the client was shut down.
  case shutDown
  /// The argument cannot be used.
  case invalidArgument(String)

  public var description: String {
    switch self {
    case .system(let call, let code): "\(call): \(String(cString: strerror(code)))"
    case .tls(let text): "TLS: \(text)"
    case .nameResolution(let text): "name resolution: \(text)"
    case .connectionClosed: "connection closed"
    case .protocolViolation(let text): "protocol violation: \(text)"
    case .streamReset(let code): "stream reset with code \(code)"
    case .limit(let kind): "limit reached: \(kind.rawValue)"
    case .deadlineExceeded: "deadline exceeded"
    case .shutDown: "shut down"
    case .invalidArgument(let text): "invalid argument: \(text)"
    }
  }

  static func lastSystemError(_ call: String) -> TransportError { .system(call: call, code: errno) }
}
