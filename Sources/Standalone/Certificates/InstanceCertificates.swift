import Glibc
import Kube
import Logging
import Transport
import VirtHandler

/// The authorities, keys and certificates of one instance, in a folder that only its owner may read.
///
/// Authorities are as kubeadm has them: `ca` for the server's certificate, `client-ca` for those of clients,
/// `front-proxy-ca` for the aggregation layer; `sa.key` signs tokens of service accounts. An authority's file begins
/// with the one that signs now; earlier ones, which are still trusted, follow.
public struct InstanceCertificates: Sendable {
  /// How long things last.
  public struct Lifetimes: Sendable, Hashable {
    public var authority = Duration.seconds(10 * 365 * 86400)
    public var certificate = Duration.seconds(365 * 86400)

    public init() {}
  }

  /// A client that the instance has a certificate for: a file name, and what the certificate says.
  public struct Client: Sendable, Hashable {
    public var file: String
    public var user: String
    public var groups: [String]

    public init(file: String, user: String, groups: [String]) {
      self.file = file
      self.user = user
      self.groups = groups
    }

    /// May do everything.
    public static let administrator = Client(file: "admin", user: "swift-virt-admin", groups: ["system:masters"])
    /// The service account that virt-controller has on a cluster; roles say what it may.
    public static let controller = Client(
      file: "virt-controller", user: "system:serviceaccount:kubevirt:kubevirt-controller",
      groups: ["system:serviceaccounts", "system:serviceaccounts:kubevirt"])
    /// The service account that virt-handler has on a cluster.
    public static let handler = Client(
      file: "virt-handler", user: "system:serviceaccount:kubevirt:kubevirt-handler",
      groups: ["system:serviceaccounts", "system:serviceaccounts:kubevirt"])
    /// Runs the pods of this machine: it is root where all objects are kept, so nothing is withheld from it.
    public static let node = Client(
      file: "node", user: "system:node:swift-virt", groups: ["system:nodes", "system:masters"])
    /// As whom the API asks the node's handler; the name that handlers expect.
    public static let handlerClient = Client(file: "virt-handler-client", user: GuestServer.clientName, groups: [])
  }

  enum Authority: String, CaseIterable, Sendable {
    case serving = "ca"
    case clients = "client-ca"
    case frontProxy = "front-proxy-ca"

    var commonName: String {
      switch self {
      case .serving: "swift-virt serving authority"
      case .clients: "swift-virt client authority"
      case .frontProxy: "swift-virt front proxy authority"
      }
    }
  }

  let folder: String
  let serverNames: [String]
  let clients: [Client]
  let lifetimes: Lifetimes
  let logger: Logger

  /// - Parameters:
  ///   - serverNames: further DNS names and IP addresses that clients may call the server by.
  ///   - clients: those that get a certificate of their own, besides the administrator.
  public init(
    folder: String, serverNames: [String] = [], clients: [Client] = [], lifetimes: Lifetimes = Lifetimes(),
    logger: Logger
  ) {
    self.folder = folder
    var names: [String] = []
    for name in ServerNames.standard + serverNames where !names.contains(name) { names.append(name) }
    self.serverNames = names
    self.clients = [.administrator, .controller, .handler, .handlerClient, .node] + clients
    self.lifetimes = lifetimes
    self.logger = logger
  }

  // MARK: what others use

  /// For the server: files that are read again when they change.
  public func serverConfiguration(
    onReload: @escaping @Sendable (TransportError?) -> Void = { _ in }
  ) -> TLSServerConfiguration {
    TLSServerConfiguration(
      identity: TLSIdentity(certificate: .file(path("server.crt")), key: .file(path("server.key"))),
      clientAuthorities: .file(path("client-ca.crt")), onReload: onReload)
  }

  /// The authorities that clients are to trust.
  public func servingAuthorities() throws(StandaloneError) -> [UInt8] { try read("ca.crt") }

  /// The certificate of a client that was named at the beginning.
  public func pair(of client: Client) throws(StandaloneError) -> CertificatePair {
    CertificatePair(certificatePEM: try read(client.file + ".crt"), keyPEM: try read(client.file + ".key"))
  }

  /// For clients in this process: the server's authorities and the certificate of one of the named clients.
  public func clientConfiguration(of client: Client) -> TLSClientConfiguration {
    TLSClientConfiguration(
      trust: .authorities(.file(path("ca.crt"))),
      identity: TLSIdentity(
        certificate: .file(path(client.file + ".crt")), key: .file(path(client.file + ".key"))))
  }

  /// Keys for tokens of service accounts; the first one signs.
  public func tokenKeys() throws(StandaloneError) -> [SigningKey] {
    do {
      return [try SigningKey(pem: try File.read(path("sa.key"), limit: 1 << 20))]
    } catch { throw StandaloneError("can't read \(path("sa.key")): \(error)") }
  }

  /// Signs a client certificate, kept nowhere.
  ///
  /// Throws `StandaloneError` when the authority can't be read, and for a user without a name.
  public func issue(user: String, groups: [String], validity: Duration) throws(StandaloneError) -> CertificatePair {
    guard !user.isEmpty else { throw StandaloneError("a certificate needs a user's name") }
    return try issue(
      .clients,
      CertificateRequest(
        commonName: user, organizations: groups, isForServer: false, isForClient: true, validity: validity))
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func read(_ name: String) throws(StandaloneError) -> [UInt8] {
    do {
      return try File.read(path(name), limit: 1 << 20)
    } catch { throw StandaloneError("can't read \(path(name)): \(error)") }
  }

  func issue(_ authority: Authority, _ request: CertificateRequest) throws(StandaloneError) -> CertificatePair {
    let signer = CertificatePair(
      certificatePEM: try read(authority.rawValue + ".crt"), keyPEM: try read(authority.rawValue + ".key"))
    do {
      return try CertificateAuthority(pair: signer).issue(request)
    } catch { throw StandaloneError("can't make a certificate for \(request.commonName): \(error)") }
  }
}

/// What clients may call the server.
public enum ServerNames {
  /// The names under which pods and people on this machine know it.
  static var standard: [String] {
    var names = ["localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc"]
    names += ["kubernetes.default.svc.cluster.local", "127.0.0.1", "::1"]
    var buffer = [CChar](repeating: 0, count: 256)
    if gethostname(&buffer, buffer.count - 1) == 0 {
      let host = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).lowercased()
      if NameValidation.isDNS1123Subdomain(host) { names.append(host) }
    }
    return names
  }

  /// The names for a server that listens there: the address itself, or all of the machine's when it is for all.
  public static func forBindAddress(_ address: String) -> [String] {
    guard address == "0.0.0.0" || address == "::" else { return [address] }
    var addresses: [String] = []
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var next = list
    while let entry = next {
      next = entry.pointee.ifa_next
      guard let socket = entry.pointee.ifa_addr else { continue }
      let family = Int32(socket.pointee.sa_family)
      // Those of IPv6 that are good on one link only carry a zone, which a certificate can't.
      guard family == AF_INET || family == AF_INET6 else { continue }
      let length = family == AF_INET ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      guard
        getnameinfo(socket, socklen_t(length), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
      else { continue }
      let address = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if IPAddress(address) != nil, !addresses.contains(address) { addresses.append(address) }
    }
    return addresses.sorted()
  }
}
