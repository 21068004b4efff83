import COpenSSL
import Glibc

/// What a certificate says, for those who look after certificates.
public struct CertificateFacts: Sendable, Hashable {
  public var commonName: String
  public var organizations: [String]
  /// Seconds since 1970.
  public var notBefore: Int64
  /// Seconds since 1970.
  public var notAfter: Int64
  public var isAuthority: Bool
  /// The certificate alone, in PEM.
  public var pem: [UInt8]

  /// All certificates of a PEM text, in its order, up to the first that can't be read.
  public static func all(in pem: [UInt8]) -> [CertificateFacts] {
    defer { ERR_clear_error() }
    var found: [CertificateFacts] = []
    guard let bio = try? BIOOwner(BIO_new_mem_buf(pem, Int32(clamping: pem.count))) else { return [] }
    while let raw = PEM_read_bio_X509(bio.raw, nil, { _, _, _, _ in 0 }, nil) {
      guard let certificate = try? X509Owner(raw), let facts = CertificateFacts(certificate) else { break }
      found.append(facts)
    }
    return found
  }

  private init?(_ certificate: borrowing X509Owner) {
    let subject = PeerCertificate(certificate.raw, isVerified: false)
    guard let begin = Self.seconds(X509_get0_notBefore(certificate.raw)),
      let end = Self.seconds(X509_get0_notAfter(certificate.raw)), let text = try? BIOOwner(BIO_new(BIO_s_mem())),
      PEM_write_bio_X509(text.raw, certificate.raw) == 1
    else { return nil }
    commonName = subject.commonName
    organizations = subject.organizations
    notBefore = begin
    notAfter = end
    isAuthority = X509_check_ca(certificate.raw) == 1
    pem = text.contents
  }

  private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
    var parts = tm()
    guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
    return Int64(timegm(&parts))
  }
}
