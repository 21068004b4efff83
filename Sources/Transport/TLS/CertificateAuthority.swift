import COpenSSL
import Glibc

/// What a certificate is to say.
public struct CertificateRequest: Sendable {
  public var commonName: String
  public var organizations: [String]
  /// DNS names of the subject; may begin with `*.`.
  public var dnsNames: [String]
  /// Literal IPv4 and IPv6 addresses of the subject.
  public var ipAddresses: [String]
  public var isForServer: Bool
  public var isForClient: Bool
  public var validity: Duration

  public init(
    commonName: String, organizations: [String] = [], dnsNames: [String] = [], ipAddresses: [String] = [],
    isForServer: Bool = true, isForClient: Bool = false, validity: Duration = .seconds(365 * 86400)
  ) {
    self.commonName = commonName
    self.organizations = organizations
    self.dnsNames = dnsNames
    self.ipAddresses = ipAddresses
    self.isForServer = isForServer
    self.isForClient = isForClient
    self.validity = validity
  }
}

/// A certificate and its private key (PKCS #8) as PEM text.
public struct CertificatePair: Sendable, Hashable {
  public var certificatePEM: [UInt8]
  public var keyPEM: [UInt8]

  /// For TLS configurations.
  public var identity: TLSIdentity { TLSIdentity(certificate: .bytes(certificatePEM), key: .bytes(keyPEM)) }

  public init(certificatePEM: [UInt8], keyPEM: [UInt8]) {
    self.certificatePEM = certificatePEM
    self.keyPEM = keyPEM
  }

  /// Whether the key belongs to the certificate, `authority` (itself unless given) signed it, it is for all of the
  /// names and addresses, and it stays valid for at least `remaining`.
  public func isUsable(
    signedBy authority: [UInt8]? = nil, names: [String] = [], for remaining: Duration
  ) -> Bool {
    CertificateBuilder.check(self, signedBy: authority ?? certificatePEM, names: names, for: remaining)
  }
}

/// Makes ECDSA P-256 certificates: an authority of its own that signs others, and self-signed ones.
public struct CertificateAuthority: Sendable {
  public let pair: CertificatePair

  /// The authority's certificate, for those who are to trust it.
  public var certificatePEM: [UInt8] { pair.certificatePEM }

  /// Makes a new authority.
  public init(commonName: String, validity: Duration = .seconds(10 * 365 * 86400)) throws(TransportError) {
    pair = try CertificateBuilder.make(
      CertificateRequest(commonName: commonName, isForServer: false, validity: validity), isAuthority: true, signer: nil
    )
  }

  /// Uses an authority made earlier.
  public init(pair: CertificatePair) { self.pair = pair }

  /// Signs a certificate for a new key.
  public func issue(_ request: CertificateRequest) throws(TransportError) -> CertificatePair {
    try CertificateBuilder.make(request, isAuthority: false, signer: pair)
  }

  /// A certificate that vouches for itself.
  public static func selfSigned(_ request: CertificateRequest) throws(TransportError) -> CertificatePair {
    try CertificateBuilder.make(request, isAuthority: false, signer: nil)
  }
}

private enum CertificateBuilder {
  static func make(_ request: CertificateRequest, isAuthority: Bool, signer: CertificatePair?)
    throws(TransportError) -> CertificatePair
  {
    let key = try KeyOwner(copenssl_make_p256_key())
    let certificate = try X509Owner(X509_new())
    try check(X509_set_version(certificate.raw, 2))
    try setSerial(certificate.raw)
    // An hour back, for clocks that are behind.
    X509_gmtime_adj(X509_getm_notBefore(certificate.raw), -3600)
    let seconds = Int(clamping: request.validity.components.seconds)
    let days = Int32(clamping: seconds / 86400)
    X509_time_adj_ex(X509_getm_notAfter(certificate.raw), days, seconds % 86400, nil)
    let subject = X509_get_subject_name(certificate.raw)
    for organization in request.organizations { try add("O", organization, to: subject) }
    try add("CN", request.commonName, to: subject)
    try check(X509_set_pubkey(certificate.raw, key.raw))

    if let signer {
      let issuerKey = try KeyOwner.readPrivate(signer.keyPEM)
      let issuer = try X509Owner.read(signer.certificatePEM)
      try check(X509_set_issuer_name(certificate.raw, X509_get_subject_name(issuer.raw)))
      try addExtensions(request, isAuthority, to: certificate.raw, issuer: issuer.raw)
      if X509_sign(certificate.raw, issuerKey.raw, EVP_sha256()) == 0 { throw .tls(OpenSSLError.takeAll()) }
    } else {
      try check(X509_set_issuer_name(certificate.raw, subject))
      try addExtensions(request, isAuthority, to: certificate.raw, issuer: certificate.raw)
      if X509_sign(certificate.raw, key.raw, EVP_sha256()) == 0 { throw .tls(OpenSSLError.takeAll()) }
    }
    return try pem(certificate.raw, key.raw)
  }

  private static func check(_ code: Int32) throws(TransportError) {
    if code != 1 { throw .tls(OpenSSLError.takeAll()) }
  }

  /// 127 random bits: positive, and unique without a register.
  private static func setSerial(_ certificate: OpaquePointer) throws(TransportError) {
    var bytes = [UInt8](repeating: 0, count: 16)
    try check(RAND_bytes(&bytes, 16))
    bytes[0] &= 0x7f
    let number = BN_bin2bn(bytes, 16, nil)
    defer { BN_free(number) }
    if BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) == nil { throw .tls(OpenSSLError.takeAll()) }
  }

  private static func add(_ field: String, _ value: String, to name: OpaquePointer?) throws(TransportError) {
    let bytes = Array(value.utf8)
    try check(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0))
  }

  private static func addExtensions(
    _ request: CertificateRequest, _ isAuthority: Bool, to certificate: OpaquePointer, issuer: OpaquePointer
  ) throws(TransportError) {
    var extensions: [(Int32, String)] = []
    if isAuthority {
      extensions.append((NID_basic_constraints, "critical,CA:TRUE"))
      extensions.append((NID_key_usage, "critical,keyCertSign,cRLSign,digitalSignature"))
    } else {
      extensions.append((NID_basic_constraints, "critical,CA:FALSE"))
      extensions.append((NID_key_usage, "critical,digitalSignature"))
      var usages: [String] = []
      if request.isForServer { usages.append("serverAuth") }
      if request.isForClient { usages.append("clientAuth") }
      if !usages.isEmpty { extensions.append((NID_ext_key_usage, usages.joined(separator: ","))) }
    }
    extensions.append((NID_subject_key_identifier, "hash"))
    // Tells authorities of one name apart (RFC 5280 section 4.2.1.1); what signs itself needs no such hint.
    if issuer != certificate { extensions.append((NID_authority_key_identifier, "keyid")) }
    var names: [String] = []
    for name in request.dnsNames {
      // The extension is configured as text, in which a comma would begin another name.
      guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else { throw .invalidArgument("DNS name \(name)") }
      names.append("DNS:" + name)
    }
    for address in request.ipAddresses {
      guard RawAddress(literal: address, port: 0) != nil else { throw .invalidArgument("IP address \(address)") }
      names.append("IP:" + address)
    }
    if !names.isEmpty { extensions.append((NID_subject_alt_name, names.joined(separator: ","))) }
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
    for (kind, text) in extensions {
      guard let made = X509V3_EXT_conf_nid(nil, &context, kind, text) else { throw .tls(OpenSSLError.takeAll()) }
      defer { X509_EXTENSION_free(made) }
      try check(X509_add_ext(certificate, made, -1))
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "*"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  static func check(
    _ pair: CertificatePair, signedBy authority: [UInt8], names: [String], for remaining: Duration
  ) -> Bool {
    defer { ERR_clear_error() }
    guard let certificate = try? X509Owner.read(pair.certificatePEM), let key = try? KeyOwner.readPrivate(pair.keyPEM),
      let issuer = try? X509Owner.read(authority)
    else { return false }
    guard X509_check_private_key(certificate.raw, key.raw) == 1,
      X509_verify(certificate.raw, X509_get0_pubkey(issuer.raw)) == 1
    else { return false }
    var now = time(nil)
    var end = now + Int(clamping: remaining.components.seconds)
    guard X509_cmp_time(X509_get0_notBefore(certificate.raw), &now) < 0,
      X509_cmp_time(X509_get0_notAfter(certificate.raw), &end) > 0
    else { return false }
    return names.allSatisfy { name in
      if X509_check_ip_asc(certificate.raw, name, 0) == 1 { return true }
      // A wildcard is there when it stands for some name.
      let host = name.hasPrefix("*.") ? "a" + name.dropFirst() : name
      return X509_check_host(certificate.raw, host, host.utf8.count, 0, nil) == 1
    }
  }

  private static func pem(_ certificate: OpaquePointer, _ key: OpaquePointer) throws(TransportError) -> CertificatePair
  {
    let certificateText = try BIOOwner(BIO_new(BIO_s_mem()))
    let keyText = try BIOOwner(BIO_new(BIO_s_mem()))
    try check(PEM_write_bio_X509(certificateText.raw, certificate))
    try check(PEM_write_bio_PKCS8PrivateKey(keyText.raw, key, nil, nil, 0, nil, nil))
    return CertificatePair(certificatePEM: certificateText.contents, keyPEM: keyText.contents)
  }
}
