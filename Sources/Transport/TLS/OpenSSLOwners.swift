import COpenSSL

/// Owns a certificate.
struct X509Owner: ~Copyable {
  let raw: OpaquePointer

  init(_ raw: OpaquePointer?) throws(TransportError) {
    guard let raw else { throw .tls(OpenSSLError.takeAll()) }
    self.raw = raw
  }

  deinit { X509_free(raw) }

  /// The first certificate in the text.
  static func read(_ pem: [UInt8]) throws(TransportError) -> X509Owner {
    let bio = try BIOOwner(BIO_new_mem_buf(pem, Int32(clamping: pem.count)))
    return try X509Owner(PEM_read_bio_X509(bio.raw, nil, { _, _, _, _ in 0 }, nil))
  }
}

/// Owns a key, which is not changed once it is made: OpenSSL counts its references with atomic operations.
struct KeyOwner: ~Copyable, @unchecked Sendable {
  let raw: OpaquePointer

  init(_ raw: OpaquePointer?) throws(TransportError) {
    guard let raw else { throw .tls(OpenSSLError.takeAll()) }
    self.raw = raw
  }

  deinit { EVP_PKEY_free(raw) }

  static func readPrivate(_ pem: [UInt8]) throws(TransportError) -> KeyOwner {
    let bio = try BIOOwner(BIO_new_mem_buf(pem, Int32(clamping: pem.count)))
    return try KeyOwner(PEM_read_bio_PrivateKey(bio.raw, nil, { _, _, _, _ in 0 }, nil))
  }

  static func readPublic(_ pem: [UInt8]) throws(TransportError) -> KeyOwner {
    let bio = try BIOOwner(BIO_new_mem_buf(pem, Int32(clamping: pem.count)))
    return try KeyOwner(PEM_read_bio_PUBKEY(bio.raw, nil, { _, _, _, _ in 0 }, nil))
  }
}

/// Owns a stream that OpenSSL reads from or writes to.
struct BIOOwner: ~Copyable {
  let raw: OpaquePointer

  init(_ raw: OpaquePointer?) throws(TransportError) {
    guard let raw else { throw .tls(OpenSSLError.takeAll()) }
    self.raw = raw
  }

  deinit { BIO_free(raw) }

  var contents: [UInt8] {
    var bytes: UnsafeMutablePointer<CChar>?
    let count = copenssl_memory_contents(raw, &bytes)
    guard let bytes, count > 0 else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
