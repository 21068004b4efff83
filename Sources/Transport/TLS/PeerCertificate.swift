import COpenSSL

/// Who a TLS peer proved to be: the parts of its certificate that authentication needs.
public struct PeerCertificate: Sendable, Hashable {
  /// The subject's common name; Kubernetes' user name (empty when the certificate has none).
  public var commonName: String
  /// The subject's organizations; Kubernetes' groups.
  public var organizations: [String]
  /// Whether a configured authority vouches for it. False can only be seen by a client told to skip verification.
  public var isVerified: Bool
  /// The serial number in upper-case hexadecimal.
  public var serialNumber: String

  public init(commonName: String, organizations: [String], isVerified: Bool, serialNumber: String = "") {
    self.commonName = commonName
    self.organizations = organizations
    self.isVerified = isVerified
    self.serialNumber = serialNumber
  }

  init(_ certificate: OpaquePointer, isVerified: Bool) {
    let subject = X509_get_subject_name(certificate)
    self.init(
      commonName: Self.entries(subject, NID_commonName)?.last ?? "",
      organizations: Self.entries(subject, NID_organizationName) ?? [], isVerified: isVerified,
      serialNumber: Self.serial(certificate))
  }

  /// Nil when one of them cannot be read: taking the others would make another name of it.
  private static func entries(_ name: OpaquePointer?, _ kind: Int32) -> [String]? {
    var found: [String] = []
    var index = X509_NAME_get_index_by_NID(name, kind, -1)
    while index >= 0 {
      var utf8: UnsafeMutablePointer<UInt8>?
      guard let data = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)),
        case let count = ASN1_STRING_to_UTF8(&utf8, data), count >= 0, let utf8
      else {
        ERR_clear_error()
        return nil
      }
      defer { CRYPTO_free(utf8, "", 0) }
      let bytes = UnsafeBufferPointer(start: utf8, count: Int(count))
      // A NUL could make two names look alike to another program.
      if bytes.contains(0) { return nil }
      found.append(String(decoding: bytes, as: UTF8.self))
      index = X509_NAME_get_index_by_NID(name, kind, index)
    }
    return found
  }

  private static func serial(_ certificate: OpaquePointer) -> String {
    guard let number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nil) else { return "" }
    defer { BN_free(number) }
    guard let text = BN_bn2hex(number) else { return "" }
    defer { CRYPTO_free(text, "", 0) }
    return String(cString: text)
  }
}
