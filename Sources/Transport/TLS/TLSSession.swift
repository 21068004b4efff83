import COpenSSL
import Glibc

/// Owns one `SSL`: a connection's TLS state. OpenSSL reads and writes the socket itself.
final class TLSSession {
  enum Handshake { case done, wantsRead, wantsWrite, failed(String) }
  enum Transfer {
    case bytes(Int), blocked
    /// A read that must send first (the answer to a key update).
    case blockedOnOutput
    case endOfInput, failed(String)
  }

  private let raw: OpaquePointer

  /// A session that accepts.
  init?(acceptingWith context: TLSContext) {
    guard let made = SSL_new(context.raw) else { return nil }
    raw = made
    SSL_set_accept_state(raw)
  }

  /// A session that connects to `host` (a DNS name or an IP address), which the certificate must be for.
  init?(connectingWith context: TLSContext, host: String, verifiesHost: Bool) {
    guard let made = SSL_new(context.raw) else { return nil }
    raw = made
    SSL_set_connect_state(raw)
    let isAddress = RawAddress(literal: host, port: 0) != nil
    if !isAddress, copenssl_set_server_name(raw, host) != 1 { return nil }
    if verifiesHost {
      // A name must be among the subject's alternative ones (RFC 9525 section 2), as a whole or with `*` for its first
      // label: a common name may be the name of a user.
      SSL_set_hostflags(raw, UInt32(X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
      let isSet =
        isAddress ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(raw), host) : SSL_set1_host(raw, host)
      if isSet != 1 { return nil }
    }
  }

  deinit { SSL_free(raw) }

  func attach(_ fd: Int32) -> Bool { SSL_set_fd(raw, fd) == 1 }

  func handshake() -> Handshake {
    clearErrors()
    let code = SSL_do_handshake(raw)
    if code == 1 { return .done }
    switch SSL_get_error(raw, code) {
    case SSL_ERROR_WANT_READ: return .wantsRead
    case SSL_ERROR_WANT_WRITE: return .wantsWrite
    default:
      let verification = SSL_get_verify_result(raw)
      let text = OpenSSLError.takeAll()
      if verification != Int(X509_V_OK), let reason = X509_verify_cert_error_string(verification) {
        return .failed("certificate not accepted: \(String(cString: reason))")
      }
      return .failed(text.isEmpty ? "connection closed during the handshake" : text)
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
    clearErrors()
    let count = SSL_read(raw, buffer.baseAddress, Int32(buffer.count))
    return count > 0 ? .bytes(Int(count)) : failure(count)
  }

  func write(_ bytes: UnsafeRawBufferPointer) -> Transfer {
    clearErrors()
    let count = SSL_write(raw, bytes.baseAddress, Int32(min(bytes.count, 1 << 30)))
    return count > 0 ? .bytes(Int(count)) : failure(count)
  }

  /// SSL_get_error looks at the thread's error queue, where an earlier call may have left something.
  private func clearErrors() { if ERR_peek_error() != 0 { ERR_clear_error() } }

  private func failure(_ code: Int32) -> Transfer {
    let systemError = errno
    switch SSL_get_error(raw, code) {
    case SSL_ERROR_WANT_READ: return .blocked
    case SSL_ERROR_WANT_WRITE: return .blockedOnOutput
    case SSL_ERROR_ZERO_RETURN: return .endOfInput
    case SSL_ERROR_SYSCALL where systemError != 0 && ERR_peek_error() == 0:
      // A reset is not an end: what has arrived may be incomplete.
      return .failed(String(cString: strerror(systemError)))
    default:
      let text = OpenSSLError.takeAll()
      return text.isEmpty ? .endOfInput : .failed(text)
    }
  }

  /// Whether bytes lie decrypted or read ahead, for which epoll will not wake us.
  var hasPending: Bool { SSL_has_pending(raw) == 1 }

  func sendCloseNotify() {
    _ = SSL_shutdown(raw)
    ERR_clear_error()
  }

  /// The protocol chosen by ALPN (RFC 7301); nil when none was.
  var negotiatedProtocol: String? {
    var bytes: UnsafePointer<UInt8>?
    var count: UInt32 = 0
    SSL_get0_alpn_selected(raw, &bytes, &count)
    guard let bytes, count > 0 else { return nil }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
  }

  /// The certificate that the peer presented; one that failed verification never gets here on a server.
  var peerCertificate: PeerCertificate? {
    guard let certificate = SSL_get1_peer_certificate(raw) else { return nil }
    defer { X509_free(certificate) }
    return PeerCertificate(certificate, isVerified: SSL_get_verify_result(raw) == Int(X509_V_OK))
  }
}

enum OpenSSLError {
  /// Empties this thread's error queue into one line.
  static func takeAll() -> String {
    var lines: [String] = []
    var text = [CChar](repeating: 0, count: 256)
    while true {
      let code = ERR_get_error()
      if code == 0 { break }
      ERR_error_string_n(code, &text, text.count)
      lines.append(
        text.withUnsafeBufferPointer {
          String(decoding: $0.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        })
    }
    return lines.joined(separator: "; ")
  }
}
