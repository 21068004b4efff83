import ComponentBase
import ArgumentParser
import KubeClient
import Logging
import Transport
import VirtAPI

/// The command `virt-api`: flags named as Kubernetes' servers name them.
@main
struct VirtAPICommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "virt-api",
    abstract: "Admits, defaults and converts virtual machine objects for a Kubernetes API server.",
    version: "swift-virt \(BuildInformation.version), compatible with KubeVirt \(BuildInformation.compatibleRelease)")

  @Option(help: "The IP address to listen on; \"::\" means all addresses of both families.")
  var bindAddress = "0.0.0.0"

  @Option(help: "The port to serve HTTPS on; 0 takes any free one.")
  var securePort: UInt16 = 8443

  @Option(help: "The file with the serving certificate and its chain (PEM). Read again when it changes.")
  var tlsCertFile: String?

  @Option(help: "The file with the private key of the serving certificate (PEM). Read again when it changes.")
  var tlsPrivateKeyFile: String?

  @Option(
    help: "The folder for a certificate of our own making (tls, ca: .crt, .key), used without --tls-cert-file.")
  var certDir = "/var/run/swift-virt/virt-api"

  @Option(
    name: .customLong("tls-san"), parsing: .upToNextOption,
    help: "More DNS names and IP addresses for a certificate of our own making.")
  var subjectNames: [String] = []

  @Option(
    help: """
      The file with the authority of the front proxy's client certificate (PEM), whose word about users counts. \
      Without it that is what the cluster's API server says in kube-system/extension-apiserver-authentication.
      """)
  var requestheaderClientCaFile: String?

  @Option(
    name: .customLong("requestheader-allowed-names"),
    help: "With --requestheader-client-ca-file: the common names of the front proxy, with commas; any when empty.")
  var allowedProxyNames = ""

  @Option(help: "A kubeconfig of the cluster to watch presets, the configuration and instance types in.")
  var kubeconfig: String?

  @Option(help: "A folder of manifests (YAML or JSON, Lists too) to take objects from instead of a cluster.")
  var objects: String?

  @Option(help: "Threads that serve, each with its own listening socket; one a core unless said.")
  var reactors: Int?

  @Option(help: "Seconds to go on serving after SIGTERM while /readyz says no, until load balancers have noticed.")
  var shutdownDelay: Int = 0

  @Option(help: "Seconds that requests under way may take after SIGTERM.")
  var shutdownGracePeriod: Int = 25

  @Option(
    name: .shortAndLong, help: "How much is logged: 0 warnings, 2 what happens, 4 a line a request, 6 everything.")
  var v: Int = 2

  func validate() throws {
    guard (tlsCertFile == nil) == (tlsPrivateKeyFile == nil) else {
      throw ValidationError("--tls-cert-file and --tls-private-key-file go together")
    }
    guard kubeconfig == nil || objects == nil else {
      throw ValidationError("--kubeconfig and --objects exclude each other: objects come from one place")
    }
    if let objects, let reason = ManifestDirectory(path: objects).unreadableReason {
      throw ValidationError("--objects \(objects): the folder can't be read: \(reason)")
    }
    guard allowedProxyNames.isEmpty || requestheaderClientCaFile != nil else {
      throw ValidationError("--requestheader-allowed-names is of use with --requestheader-client-ca-file only")
    }
    if let reactors, !(1...256).contains(reactors) { throw ValidationError("--reactors must be 1 to 256") }
    guard (0...3600).contains(shutdownDelay) else {
      throw ValidationError("--shutdown-delay must be 0 to 3600 seconds")
    }
    guard (0...3600).contains(shutdownGracePeriod) else {
      throw ValidationError("--shutdown-grace-period must be 0 to 3600 seconds")
    }
  }

  func run() async throws {
    let logger = makeLogger()
    let cluster = try makeClient()
    try await VirtAPIServer(options: options, source: makeSource(cluster, logger), cluster: cluster, logger: logger)
      .run()
  }

  /// The cluster of a kubeconfig, or the one around us when we run in a pod; nil where objects come from a folder.
  private func makeClient() throws -> KubernetesClient? {
    if objects != nil { return nil }
    guard let access = try kubeconfig.map({ try Kubeconfig(file: $0).access() }) ?? ClusterAccess.inCluster() else {
      return nil
    }
    return KubernetesClient(access: access, http: try HTTPClient())
  }

  /// A folder, the cluster, or nothing.
  private func makeSource(_ cluster: KubernetesClient?, _ logger: Logger) -> any ObjectSource {
    if let objects {
      return DirectoryObjectSource(directory: ManifestDirectory(path: objects), logger: logger)
    }
    if let cluster { return ClusterObjectSource(client: cluster, logger: logger) }
    logger.warning("neither --objects nor --kubeconfig, and not in a pod: no presets, no configuration, no look-ups")
    return DirectoryObjectSource(directory: nil, logger: logger)
  }

  private var options: VirtAPIServer.Options {
    var options = VirtAPIServer.Options(certificates: certificates)
    options.bindAddress = bindAddress
    options.port = securePort
    options.frontProxy = requestheaderClientCaFile.map { file in
      FrontProxy(
        authorities: .file(file), allowedNames: Set(allowedProxyNames.split(separator: ",").map(String.init)))
    }
    options.reactors = reactors
    options.shutdownDelay = .seconds(shutdownDelay)
    options.gracePeriod = .seconds(shutdownGracePeriod)
    return options
  }

  private var certificates: ServingCertificates {
    if let tlsCertFile, let tlsPrivateKeyFile { return .files(certificate: tlsCertFile, key: tlsPrivateKeyFile) }
    let serviceNames = ["virt-api", "virt-api.kubevirt", "virt-api.kubevirt.svc", "virt-api.kube-system.svc"]
    return .ownIn(folder: certDir, names: ["localhost", "127.0.0.1", "::1"] + serviceNames + subjectNames)
  }

  private func makeLogger() -> Logger {
    var logger = Logger(label: "virt-api") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(verbosity: v)
    return logger
  }
}
