import ArgumentParser
import Kube
import KubeClient
import Transport

/// The flags that every command has: kubectl's, for the connection to the cluster.
struct ConnectionOptions: ParsableArguments {
  @Option(help: "Path to the kubeconfig file to use.")
  var kubeconfig: String?

  @Option(help: "The name of the kubeconfig context to use.")
  var context: String?

  @Option(help: "The name of the kubeconfig cluster to use.")
  var cluster: String?

  @Option(help: "The name of the kubeconfig user to use.")
  var user: String?

  @Option(
    name: [.customShort("n", allowingJoined: true), .long], help: "The namespace of this request.")
  var namespace: String?

  @Option(
    name: [.customShort("s", allowingJoined: true), .long], help: "The address and port of the Kubernetes API server.")
  var server: String?

  @Option(help: "The name to check the server's certificate for, where it is not the host's.")
  var tlsServerName: String?

  @Flag(help: "Don't check the server's certificate. This makes the connection insecure.")
  var insecureSkipTlsVerify = false

  @Option(help: "Path to the certificate file of the authority that the server's certificate is from.")
  var certificateAuthority: String?

  @Option(help: "Path to a client certificate file.")
  var clientCertificate: String?

  @Option(help: "Path to a client key file.")
  var clientKey: String?

  @Option(help: "Bearer token to authenticate with.")
  var token: String?

  @Option(name: .customLong("as"), help: "The user in whose name the request is made.")
  var impersonatedUser: String?

  @Option(name: .customLong("as-group"), help: "A group of that user; may be given several times.")
  var impersonatedGroups: [String] = []

  @Option(name: .customLong("as-uid"), help: "The uid of that user.")
  var impersonatedUID: String?

  @Option(help: "How long to wait for an answer, such as 30s or 2m; 0 waits without end.")
  var requestTimeout: String?

  @Option(name: [.customShort("v", allowingJoined: true), .customLong("v")], help: "How much is logged.")
  var verbosity = 0

  /// Where the cluster is, after flags, files and the environment.
  func access() throws -> ClusterAccess {
    var overrides = ClusterOverrides(context: context)
    overrides.cluster = cluster
    overrides.user = user
    overrides.namespace = namespace
    overrides.server = server
    overrides.tlsServerName = tlsServerName
    overrides.skipsTLSVerification = insecureSkipTlsVerify ? true : nil
    overrides.certificateAuthority = certificateAuthority
    overrides.clientCertificate = clientCertificate
    overrides.clientKey = clientKey
    overrides.token = token
    if let impersonatedUser {
      overrides.impersonation = ClusterAccess.Impersonation(
        user: impersonatedUser, groups: impersonatedGroups, uid: impersonatedUID ?? "")
    }
    return try ClusterAccess.standard(file: kubeconfig, overrides: overrides)
  }

  func validate() throws {
    if impersonatedUser == nil, !impersonatedGroups.isEmpty || impersonatedUID != nil {
      throw ValidationError("--as-group and --as-uid need --as: groups alone are nobody's")
    }
    if let requestTimeout, Self.seconds(requestTimeout) == nil {
      throw ValidationError("--request-timeout must be a duration such as 30s, 2m or 1h, not \"\(requestTimeout)\"")
    }
  }

  /// What a cluster is asked through.
  func connect() throws -> Cluster {
    let access = try access()
    return Cluster(
      client: KubernetesClient(access: access, http: try HTTPClient()), namespace: access.namespace,
      timeout: requestTimeout.flatMap(Self.seconds) ?? .seconds(30))
  }

  /// A number of seconds, or Go's notation of a duration.
  private static func seconds(_ text: String) -> Duration? {
    guard let duration = Int64(text).map({ .seconds($0) }) ?? GoDuration(text)?.duration, duration >= .zero else {
      return nil
    }
    return duration == .zero ? .seconds(365 * 86400) : duration
  }
}
