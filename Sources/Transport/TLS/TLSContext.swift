import COpenSSL

/// Owns one configured `SSL_CTX`, never changed after it is made; connections of any thread are made from it.
final class TLSContext: @unchecked Sendable {  // OpenSSL's reference counting and reading are thread-safe
  let raw: OpaquePointer

  private init(_ raw: OpaquePointer) { self.raw = raw }

  deinit { SSL_CTX_free(raw) }

  /// A server's context that offers `h2` and `http/1.1`. With `clientAuthorities` it asks for a client certificate
  /// and ends the handshake of one that none of them signed; a client without certificate is let in.
  static func server(certificatePEM: [UInt8], keyPEM: [UInt8], clientAuthoritiesPEM: [UInt8]?)
    throws(TransportError) -> TLSContext
  {
    guard let raw = SSL_CTX_new(TLS_server_method()) else { throw .tls(OpenSSLError.takeAll()) }
    let context = TLSContext(raw)
    copenssl_configure(raw, 1)
    try context.use(certificatePEM: certificatePEM, keyPEM: keyPEM)
    if let clientAuthoritiesPEM {
      let count = try context.trust(clientAuthoritiesPEM, namedToClients: true)
      if count == 0 { throw .tls("no certificate in the client authorities") }
      SSL_CTX_set_verify(raw, SSL_VERIFY_PEER, nil)
    }
    SSL_CTX_set_alpn_select_cb(raw, selectProtocol, nil)
    return context
  }

  /// A client's context.
  static func client(_ configuration: TLSClientConfiguration) throws(TransportError) -> TLSContext {
    guard let raw = SSL_CTX_new(TLS_client_method()) else { throw .tls(OpenSSLError.takeAll()) }
    let context = TLSContext(raw)
    copenssl_configure(raw, 0)
    switch configuration.trust {
    case .system:
      SSL_CTX_set_default_verify_paths(raw)
      SSL_CTX_set_verify(raw, SSL_VERIFY_PEER, nil)
    case .authorities(let source):
      if try context.trust(try source.load(), namedToClients: false) == 0 { throw .tls("no certificate to trust") }
      SSL_CTX_set_verify(raw, SSL_VERIFY_PEER, nil)
    case .insecure:
      SSL_CTX_set_verify(raw, SSL_VERIFY_NONE, nil)
    }
    if let identity = configuration.identity {
      try context.use(certificatePEM: try identity.certificate.load(), keyPEM: try identity.key.load())
    }
    let offered: [UInt8] = configuration.protocols.flatMap { [UInt8($0.alpn.utf8.count)] + Array($0.alpn.utf8) }
    // Unlike the rest of OpenSSL, 0 means success here.
    if SSL_CTX_set_alpn_protos(raw, offered, UInt32(offered.count)) != 0 { throw .tls("ALPN") }
    return context
  }

  private static let selectProtocol:
    @convention(c) (
      OpaquePointer?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, UnsafeMutablePointer<UInt8>?, UnsafePointer<UInt8>?,
      UInt32, UnsafeMutableRawPointer?
    ) -> Int32 = { _, out, outCount, offered, offeredCount, _ in
      guard let offered else { return SSL_TLSEXT_ERR_NOACK }
      let list = UnsafeBufferPointer(start: offered, count: Int(offeredCount))
      for wanted in [HTTPVersion.http2, .http1_1] {
        var index = 0
        while index < list.count {
          let count = Int(list[index])
          guard index + 1 + count <= list.count else { return SSL_TLSEXT_ERR_ALERT_FATAL }
          if UnsafeBufferPointer(rebasing: list[(index + 1)..<(index + 1 + count)]).elementsEqual(wanted.alpn.utf8) {
            out?.pointee = offered + index + 1
            outCount?.pointee = UInt8(count)
            return SSL_TLSEXT_ERR_OK
          }
          index += 1 + count
        }
      }
      return SSL_TLSEXT_ERR_ALERT_FATAL
    }

  private func use(certificatePEM: [UInt8], keyPEM: [UInt8]) throws(TransportError) {
    var isLeaf = true
    try Self.eachCertificate(certificatePEM) { certificate throws(TransportError) in
      let code =
        isLeaf ? SSL_CTX_use_certificate(raw, certificate) : copenssl_add_chain_certificate(raw, certificate)
      if code != 1 { throw .tls(OpenSSLError.takeAll()) }
      isLeaf = false
    }
    if isLeaf { throw .tls("no certificate") }
    guard let bio = BIO_new_mem_buf(keyPEM, Int32(keyPEM.count)) else { throw .tls(OpenSSLError.takeAll()) }
    defer { BIO_free(bio) }
    // A passphrase callback that has none keeps OpenSSL from asking the terminal.
    guard let key = PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in 0 }, nil) else {
      throw .tls("no private key: \(OpenSSLError.takeAll())")
    }
    defer { EVP_PKEY_free(key) }
    if SSL_CTX_use_PrivateKey(raw, key) != 1 || SSL_CTX_check_private_key(raw) != 1 {
      throw .tls("the key does not belong to the certificate: \(OpenSSLError.takeAll())")
    }
  }

  /// The number of authorities added.
  private func trust(_ pem: [UInt8], namedToClients: Bool) throws(TransportError) -> Int {
    var count = 0
    try Self.eachCertificate(pem) { certificate throws(TransportError) in
      X509_STORE_add_cert(SSL_CTX_get_cert_store(raw), certificate)
      if namedToClients { SSL_CTX_add_client_CA(raw, certificate) }
      count += 1
    }
    ERR_clear_error()
    return count
  }

  private static func eachCertificate(
    _ pem: [UInt8], _ body: (OpaquePointer) throws(TransportError) -> Void
  ) throws(TransportError) {
    guard let bio = BIO_new_mem_buf(pem, Int32(pem.count)) else { throw .tls(OpenSSLError.takeAll()) }
    defer { BIO_free(bio) }
    while let certificate = PEM_read_bio_X509(bio, nil, { _, _, _, _ in 0 }, nil) {
      defer { X509_free(certificate) }
      try body(certificate)
    }
    // Only "no more PEM" may end the list: a block that cannot be read means a half-written file.
    let code = ERR_peek_last_error()
    if code != 0, copenssl_is_end_of_pem(code) == 0 { throw .tls(OpenSSLError.takeAll()) }
    ERR_clear_error()
  }
}
