import Glibc
import Kube
import Logging
import Transport

extension InstanceCertificates {
  /// How often a running instance looks after its certificates.
  public static let renewalInterval = Duration.seconds(12 * 3600)

  /// Makes what is missing, broken, of another's making, or has less than a third of its life left. What was made anew.
  ///
  /// Two that do so at one time take turns. Throws `StandaloneError` when a file can't be written.
  @discardableResult
  public func prepare() throws(StandaloneError) -> Set<String> {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .system("make the folder", folder, errno) }
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard lock >= 0 else { throw .system("open", folder, errno) }
    defer { close(lock) }
    // A folder of someone who was less careful.
    guard fchmod(lock, 0o700) == 0 else { throw .system("protect", folder, errno) }
    while flock(lock, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .system("lock", folder, errno) }
    }
    var made: Set<String> = []
    for authority in Authority.allCases where try prepare(authority) { made.insert(authority.rawValue) }
    if try prepareTokenKey() { made.insert("sa") }
    let server = CertificateRequest(
      commonName: "kube-apiserver", dnsNames: serverNames.filter { IPAddress($0) == nil },
      ipAddresses: serverNames.filter { IPAddress($0) != nil }, isForServer: true, isForClient: false,
      validity: lifetimes.certificate)
    if try prepare("server", server, signedBy: .serving, names: serverNames) { made.insert("server") }
    for client in clients {
      let request = CertificateRequest(
        commonName: client.user, organizations: client.groups, isForServer: false, isForClient: true,
        validity: lifetimes.certificate)
      if try prepare(client.file, request, signedBy: .clients, names: []) { made.insert(client.file) }
    }
    return made
  }

  /// Looks after the certificates until the task is cancelled. The server takes changed files by itself.
  ///
  /// - Parameter changed: called with what was made anew: a kubeconfig that holds the administrator's certificate, say,
  ///   is to be written again.
  public func keepCurrent(
    every interval: Duration = renewalInterval, changed: @Sendable (Set<String>) async -> Void
  ) async {
    while !Task.isCancelled {
      do {
        try await Task.sleep(for: interval)
        let made = try prepare()
        if !made.isEmpty { await changed(made) }
      } catch is CancellationError {
        return
      } catch {
        logger.error("certificates can't be renewed", metadata: ["reason": "\(error)"])
      }
    }
  }

  /// Whether the authority was made anew.
  private func prepare(_ authority: Authority) throws(StandaloneError) -> Bool {
    let name = authority.rawValue
    let old = readPair(name)
    let known = CertificateFacts.all(in: old?.certificatePEM ?? [])
    let problem: String
    if old == nil {
      problem = "is not there"
    } else if let old, old.isUsable(for: .zero), known.first?.isAuthority == true {
      if old.isUsable(for: lifetimes.authority / 3) { return try protect(name) }
      problem = "ends soon"
    } else {
      problem = "can't be used"
    }
    let now = Timestamp.now()
    let made: CertificateAuthority
    do {
      // Each has a name of its own: whoever trusts an old one and a new one must not take one for the other.
      made = try CertificateAuthority(
        commonName: "\(authority.commonName) \(now.text)", validity: lifetimes.authority)
    } catch { throw StandaloneError("can't make an authority: \(error)") }
    // Certificates of an authority that goes stay good until it ends itself.
    let kept = known.filter { $0.isAuthority && $0.notAfter > now.seconds }.prefix(4)
    // The key first: a crash in between leaves a pair that does not fit, which is made anew.
    try write(made.pair.keyPEM, name + ".key")
    try write(made.certificatePEM + kept.flatMap(\.pem), name + ".crt")
    log(name, problem)
    return true
  }

  private func prepareTokenKey() throws(StandaloneError) -> Bool {
    if let pem = try? File.read(path("sa.key"), limit: 1 << 20), let key = try? SigningKey(pem: pem),
      (try? key.privateKeyPEM()) != nil, let publicKey = try? key.publicKeyPEM()
    {
      if (try? read("sa.pub")) != publicKey { try write(publicKey, "sa.pub") }
      return try protect("sa")
    }
    let problem = access(path("sa.key"), F_OK) == 0 ? "can't be used" : "is not there"
    do {
      let key = try SigningKey()
      try PrivateFile.write(try key.privateKeyPEM(), to: path("sa.key"))
      try PrivateFile.write(try key.publicKeyPEM(), to: path("sa.pub"))
    } catch { throw StandaloneError("can't make a key for tokens: \(error)") }
    log("sa", problem)
    return true
  }

  /// Whether the certificate was made anew.
  private func prepare(
    _ name: String, _ request: CertificateRequest, signedBy authority: Authority, names: [String]
  ) throws(StandaloneError) -> Bool {
    let signer = try read(authority.rawValue + ".crt")
    let problem: String
    if let old = readPair(name) {
      let facts = CertificateFacts.all(in: old.certificatePEM).first
      if facts?.commonName != request.commonName || facts?.organizations != request.organizations {
        problem = "is someone else's"
      } else if !old.isUsable(signedBy: signer, names: names, for: .zero) {
        problem = "can't be used"
      } else if !old.isUsable(signedBy: signer, for: lifetimes.certificate / 3) {
        problem = "ends soon"
      } else {
        return try protect(name)
      }
    } else {
      problem = "is not there"
    }
    let pair = try issue(authority, request)
    try write(pair.keyPEM, name + ".key")
    try write(pair.certificatePEM, name + ".crt")
    log(name, problem)
    return true
  }

  private func readPair(_ name: String) -> CertificatePair? {
    guard let certificate = try? read(name + ".crt"), let key = try? read(name + ".key") else { return nil }
    return CertificatePair(certificatePEM: certificate, keyPEM: key)
  }

  private func write(_ bytes: [UInt8], _ name: String) throws(StandaloneError) {
    try PrivateFile.write(bytes, to: path(name))
  }

  /// Keys that were copied here may be readable for others; that ends now.
  /// Returns that nothing was made.
  private func protect(_ name: String) throws(StandaloneError) -> Bool {
    guard chmod(path(name + ".key"), 0o600) == 0 else { throw .system("protect", path(name + ".key"), errno) }
    return false
  }

  private func log(_ name: String, _ problem: String) {
    logger.notice("made anew: \(name), which \(problem)", metadata: ["folder": "\(folder)"])
  }
}
