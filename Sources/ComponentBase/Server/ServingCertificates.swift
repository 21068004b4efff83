import Glibc
import Transport

/// The certificate that a server of ours shows: one it was given, or one of its own making.
public enum ServingCertificates: Sendable {
  /// Files that someone else writes and renews.
  case files(certificate: String, key: String)
  /// A folder with `tls.crt` and `tls.key`, and with `ca.crt` and `ca.key`, the authority that signs them: what is
  /// missing, does not fit or is about to expire is made.
  case ownIn(folder: String, names: [String], commonName: String = "virt-api")

  /// How long a certificate of our own lasts; one that has less than a third of it left is renewed, by the same
  /// authority, so that those who trust it need not be told.
  public static let validity = Duration.seconds(365 * 86400)
  /// How long the authority lasts.
  public static let authorityValidity = Duration.seconds(10 * 365 * 86400)
  /// How often a running server looks whether its certificate must be renewed.
  public static let renewalInterval = Duration.seconds(12 * 3600)

  /// Where the certificate and key are, after making them if need be.
  ///
  /// Throws `ServingCertificateError` when they can't be written, and `TransportError` when they can't be made.
  @discardableResult
  public func prepare() throws -> TLSIdentity {
    switch self {
    case .files(let certificate, let key):
      return TLSIdentity(certificate: .file(certificate), key: .file(key))
    case .ownIn(let folder, let names, let commonName):
      try Self.makeFolder(folder)
      // Processes that share a folder take turns, and the second one finds what the first one made.
      let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard lock >= 0 else { throw ServingCertificateError(path: folder) }
      defer { close(lock) }
      guard flock(lock, LOCK_EX) == 0 else { throw ServingCertificateError(path: folder) }
      try Self.renew(in: folder, names: names, commonName: commonName)
      return TLSIdentity(certificate: .file(folder + "/tls.crt"), key: .file(folder + "/tls.key"))
    }
  }

  /// Makes the folder and those above it, for us alone.
  private static func makeFolder(_ path: String) throws {
    for end in path.indices.dropFirst() where path[end] == "/" { mkdir(String(path[..<end]), 0o755) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw ServingCertificateError(path: path) }
  }

  private static func renew(in folder: String, names: [String], commonName: String) throws {
    let authority: CertificateAuthority
    if let pair = pair("ca", in: folder), pair.isUsable(for: validity) {
      authority = CertificateAuthority(pair: pair)
    } else if let certificate = read(folder + "/ca.crt"),
      pair("tls", in: folder)?.isUsable(signedBy: certificate, names: names, for: validity / 3) == true
    {
      return  // Good as it is, made by an authority whose key someone keeps elsewhere.
    } else {
      authority = try CertificateAuthority(commonName: "swift-virt serving authority", validity: authorityValidity)
      try write(authority.pair.keyPEM, to: folder + "/ca.key", mode: 0o600)
      try write(authority.certificatePEM, to: folder + "/ca.crt", mode: 0o644)
    }
    if let pair = pair("tls", in: folder),
      pair.isUsable(signedBy: authority.certificatePEM, names: names, for: validity / 3)
    {
      return
    }
    let pair = try authority.issue(
      CertificateRequest(
        commonName: commonName, dnsNames: names.filter { !IPAddressText.isAddress($0) },
        ipAddresses: names.filter { IPAddressText.isAddress($0) }, isForServer: true, validity: validity))
    try write(pair.keyPEM, to: folder + "/tls.key", mode: 0o600)
    try write(pair.certificatePEM, to: folder + "/tls.crt", mode: 0o644)
  }

  private static func pair(_ name: String, in folder: String) -> CertificatePair? {
    guard let certificate = read("\(folder)/\(name).crt"), let key = read("\(folder)/\(name).key") else { return nil }
    return CertificatePair(certificatePEM: certificate, keyPEM: key)
  }

  private static func read(_ path: String) -> [UInt8]? { try? File.read(path, limit: 1 << 20) }

  private static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
    do {
      try File.replace(path, with: bytes, mode: mode)
    } catch TransportError.system(_, let code) {
      errno = code
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

public enum IPAddressText {
  /// True for a literal IPv4 or IPv6 address.
  public static func isAddress(_ text: String) -> Bool {
    var buffer = in6_addr()
    return inet_pton(AF_INET, text, &buffer) == 1 || inet_pton(AF_INET6, text, &buffer) == 1
  }
}
