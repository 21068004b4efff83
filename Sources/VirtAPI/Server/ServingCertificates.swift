import Glibc
import Transport

/// The certificate that virt-api shows: one it was given, or one of its own making.
public enum ServingCertificates: Sendable {
  /// Files that someone else writes and renews.
  case files(certificate: String, key: String)
  /// A folder with `tls.crt`, `tls.key` and `ca.crt`; what is missing or about to expire is made.
  case ownIn(folder: String, names: [String])

  /// How long a certificate of our own lasts; a restart renews one that has less than a third of it left.
  static let validity = Duration.seconds(365 * 86400)

  /// Where the certificate and key are, after making them if need be.
  ///
  /// Throws `ServingCertificateError` when they can't be written, and `TransportError` when they can't be made.
  func prepare() throws -> TLSIdentity {
    switch self {
    case .files(let certificate, let key):
      return TLSIdentity(certificate: .file(certificate), key: .file(key))
    case .ownIn(let folder, let names):
      let identity = TLSIdentity(certificate: .file(folder + "/tls.crt"), key: .file(folder + "/tls.key"))
      if Self.isUsable(folder) { return identity }
      try Self.make(in: folder, names: names)
      return identity
    }
  }

  /// True when all three files are there and the certificate was written recently enough.
  private static func isUsable(_ folder: String) -> Bool {
    var status = stat()
    for file in ["tls.key", "ca.crt"] where stat(folder + "/" + file, &status) != 0 { return false }
    guard stat(folder + "/tls.crt", &status) == 0 else { return false }
    let age = time(nil) - status.st_mtim.tv_sec
    return age < Int(validity.components.seconds) * 2 / 3
  }

  private static func make(in folder: String, names: [String]) throws {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw ServingCertificateError(path: folder) }
    let authority = try CertificateAuthority(commonName: "swift-virt serving authority", validity: validity)
    let addresses = names.filter { IPAddressText.isAddress($0) }
    let pair = try authority.issue(
      CertificateRequest(
        commonName: "virt-api", dnsNames: names.filter { !IPAddressText.isAddress($0) }, ipAddresses: addresses,
        isForServer: true, validity: validity))
    // The certificate comes last: whoever sees it finds the key that belongs to it.
    try write(authority.certificatePEM, to: folder + "/ca.crt", mode: 0o644)
    try write(pair.keyPEM, to: folder + "/tls.key", mode: 0o600)
    try write(pair.certificatePEM, to: folder + "/tls.crt", mode: 0o644)
  }

  /// Writes beside the file and renames over it, so that a reader never sees half of it.
  private static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
    let draft = path + ".new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw ServingCertificateError(path: draft) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let failure = ServingCertificateError(path: draft)
        close(descriptor)
        throw failure
      }
      written += count
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, path) == 0 else {
      throw ServingCertificateError(path: path)
    }
  }
}

/// A certificate file could not be written.
public struct ServingCertificateError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  init(path: String) {
    self.path = path
    reason = String(cString: strerror(errno))
  }

  public var description: String { "can't write \(path): \(reason)" }
}

enum IPAddressText {
  /// True for a literal IPv4 or IPv6 address.
  static func isAddress(_ text: String) -> Bool {
    var buffer = in6_addr()
    return inet_pton(AF_INET, text, &buffer) == 1 || inet_pton(AF_INET6, text, &buffer) == 1
  }
}
