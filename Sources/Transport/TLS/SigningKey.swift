import COpenSSL

/// A key for signed tokens (JWS, RFC 7515): makes and checks signatures, with the public half alone only checks them.
///
/// P-256 keys are for ES256, RSA keys of 2048 bits or more for RS256 (RFC 7518 sections 3.3 and 3.4). An `EVP_PKEY` is
/// not changed once it is made, so threads may share it.
public final class SigningKey: Sendable {
  public enum Algorithm: String, Sendable, Hashable {
    case es256 = "ES256"
    case rs256 = "RS256"
  }

  public let algorithm: Algorithm
  /// The SHA-256 of the public key's DER: the same for the private key and its public half.
  public let fingerprint: [UInt8]
  private let key: KeyOwner

  /// Makes a new P-256 key.
  public convenience init() throws(TransportError) {
    try self.init(KeyOwner(copenssl_make_p256_key()))
  }

  /// Reads a private key, or a public one, in PEM.
  ///
  /// Throws `TransportError.tls` for anything else, and for keys of other kinds.
  public convenience init(pem: [UInt8]) throws(TransportError) {
    defer { ERR_clear_error() }
    if let key = try? KeyOwner.readPrivate(pem) {
      try self.init(key)
    } else {
      try self.init(KeyOwner.readPublic(pem))
    }
  }

  private init(_ key: consuming KeyOwner) throws(TransportError) {
    switch EVP_PKEY_get_base_id(key.raw) {
    case EVP_PKEY_EC:
      var name = [CChar](repeating: 0, count: 32)
      guard EVP_PKEY_get_group_name(key.raw, &name, name.count, nil) == 1,
        name.prefix(while: { $0 != 0 }).map(UInt8.init(bitPattern:)).elementsEqual("prime256v1".utf8)
      else { throw .tls("the signing key is on another curve than P-256") }
      algorithm = .es256
    case EVP_PKEY_RSA:
      guard EVP_PKEY_get_bits(key.raw) >= 2048 else { throw .tls("the signing key is too short") }
      algorithm = .rs256
    default: throw .tls("signing keys are P-256 or RSA keys")
    }
    var der: UnsafeMutablePointer<UInt8>?
    let count = i2d_PUBKEY(key.raw, &der)
    guard count > 0, let der else { throw .tls(OpenSSLError.takeAll()) }
    defer { CRYPTO_free(der, "", 0) }
    fingerprint = SHA256.digest(UnsafeRawBufferPointer(start: der, count: Int(count)))
    self.key = key
  }

  public func privateKeyPEM() throws(TransportError) -> [UInt8] {
    let text = try BIOOwner(BIO_new(BIO_s_mem()))
    guard PEM_write_bio_PKCS8PrivateKey(text.raw, key.raw, nil, nil, 0, nil, nil) == 1 else {
      throw .tls(OpenSSLError.takeAll())
    }
    return text.contents
  }

  public func publicKeyPEM() throws(TransportError) -> [UInt8] {
    let text = try BIOOwner(BIO_new(BIO_s_mem()))
    guard PEM_write_bio_PUBKEY(text.raw, key.raw) == 1 else { throw .tls(OpenSSLError.takeAll()) }
    return text.contents
  }

  /// The message's signature in the form of JWS: for ES256, r and s of 32 bytes each.
  public func sign(_ message: [UInt8]) throws(TransportError) -> [UInt8] {
    guard let context = EVP_MD_CTX_new() else { throw .tls(OpenSSLError.takeAll()) }
    defer { EVP_MD_CTX_free(context) }
    var count = 0
    guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key.raw) == 1,
      EVP_DigestSign(context, nil, &count, message, message.count) == 1
    else { throw .tls(OpenSSLError.takeAll()) }
    var signature = [UInt8](repeating: 0, count: count)
    guard EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else {
      throw .tls(OpenSSLError.takeAll())
    }
    signature.removeLast(signature.count - count)
    return algorithm == .es256 ? try Self.joined(signature) : signature
  }

  /// Whether the signature is this key's, of this message.
  public func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    defer { ERR_clear_error() }
    guard let encoded = algorithm == .es256 ? Self.encoded(signature) : signature, let context = EVP_MD_CTX_new() else {
      return false
    }
    defer { EVP_MD_CTX_free(context) }
    return EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key.raw) == 1
      && EVP_DigestVerify(context, encoded, encoded.count, message, message.count) == 1
  }

  /// From the DER of ECDSA-Sig-Value (RFC 3279 section 2.2.3) to r and s side by side.
  private static func joined(_ der: [UInt8]) throws(TransportError) -> [UInt8] {
    let value = der.withUnsafeBufferPointer { bytes in
      var start = bytes.baseAddress
      return d2i_ECDSA_SIG(nil, &start, bytes.count)
    }
    guard let value else { throw .tls(OpenSSLError.takeAll()) }
    defer { ECDSA_SIG_free(value) }
    var result = [UInt8](repeating: 0, count: 64)
    let isComplete = result.withUnsafeMutableBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return false }
      return BN_bn2binpad(ECDSA_SIG_get0_r(value), start, 32) == 32
        && BN_bn2binpad(ECDSA_SIG_get0_s(value), start + 32, 32) == 32
    }
    guard isComplete else { throw .tls(OpenSSLError.takeAll()) }
    return result
  }

  /// From r and s side by side to DER; nil unless they are 64 bytes.
  private static func encoded(_ signature: [UInt8]) -> [UInt8]? {
    guard signature.count == 64, let value = ECDSA_SIG_new() else { return nil }
    defer { ECDSA_SIG_free(value) }
    let r = BN_bin2bn(Array(signature[..<32]), 32, nil)
    let s = BN_bin2bn(Array(signature[32...]), 32, nil)
    guard let r, let s, ECDSA_SIG_set0(value, r, s) == 1 else {
      BN_free(r)
      BN_free(s)
      return nil
    }
    var der: UnsafeMutablePointer<UInt8>?
    let count = i2d_ECDSA_SIG(value, &der)
    guard count > 0, let der else { return nil }
    defer { CRYPTO_free(der, "", 0) }
    return Array(UnsafeBufferPointer(start: der, count: Int(count)))
  }
}

/// The hash SHA-256 (FIPS 180-4).
public enum SHA256 {
  public static func digest(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { digest($0) } }

  static func digest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: 32)
    EVP_Digest(bytes.baseAddress, bytes.count, &result, nil, EVP_sha256(), nil)
    return result
  }
}

extension [UInt8] {
  /// Whether the bytes are the same, in a time that does not depend on where they differ.
  public func equalsInConstantTime(_ other: [UInt8]) -> Bool {
    count == other.count && CRYPTO_memcmp(self, other, count) == 0
  }
}
