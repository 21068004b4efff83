import ArgumentParser
import ComponentBase
import Glibc
import KubeClient
import Logging
import Transport
import VirtController

/// The command `virt-controller`: flags named as Kubernetes' controllers name them.
@main
struct VirtControllerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "virt-controller", abstract: "Brings virtual machines to the state that their objects ask for.",
    version: "swift-virt \(BuildInformation.version), compatible with KubeVirt \(BuildInformation.compatibleRelease)")

  @Option(help: "A kubeconfig of the cluster; without it that of the pod that this runs in.")
  var kubeconfig: String?

  @Option(help: "The IP address to serve probes and metrics on; \"::\" means all addresses of both families.")
  var bindAddress = "0.0.0.0"

  @Option(help: "The port to serve probes and metrics on, by HTTPS; 0 takes any free one.")
  var securePort: UInt16 = 8443

  @Option(help: "The file with the serving certificate and its chain (PEM). Read again when it changes.")
  var tlsCertFile: String?

  @Option(help: "The file with the private key of the serving certificate (PEM). Read again when it changes.")
  var tlsPrivateKeyFile: String?

  @Option(help: "The folder for a certificate of our own making (tls, ca: .crt, .key), used without --tls-cert-file.")
  var certDir = "/var/run/swift-virt/virt-controller"

  @Option(help: "The image of launcher pods.")
  var launcherImage = "virt-launcher"

  @Option(help: "The name of the Secret by which nodes pull that image.")
  var imagePullSecret = ""

  @Option(help: "The folder on nodes where handler and launchers meet.")
  var kubevirtShareDir = "/var/run/kubevirt"

  @Option(help: "The folder in launchers for what does not outlive them.")
  var ephemeralDiskDir = "/var/run/kubevirt-ephemeral-disks"

  @Option(help: "The folder in launchers for disks out of images.")
  var containerDiskDir = "/var/run/kubevirt/container-disks"

  @Option(
    help: "The namespace of the components, of the KubeVirt object and of the lease; that of the pod unless said.")
  var installNamespace: String?

  @Option(help: "Whether to act only while holding the lease, so that several may run.")
  var leaderElect = true

  @Option(help: "The name of the lease.")
  var leaderElectResourceName = "virt-controller"

  @Option(help: "Seconds that others wait for a leader that does not renew its lease.")
  var leaderElectLeaseDuration = 15

  @Option(help: "Seconds that a leader acts without having renewed its lease.")
  var leaderElectRenewDeadline = 10

  @Option(help: "Seconds between attempts to take or renew the lease.")
  var leaderElectRetryPeriod = 2

  @Option(
    name: .shortAndLong, help: "How much is logged: 0 warnings, 2 what happens, 4 every decision that is put back.")
  var v: Int = 2

  func validate() throws {
    guard (tlsCertFile == nil) == (tlsPrivateKeyFile == nil) else {
      throw ValidationError("--tls-cert-file and --tls-private-key-file go together")
    }
    do { _ = try electionOptions() } catch { throw ValidationError("the times of leader election: \(error)") }
  }

  func run() async throws {
    let logger = makeLogger()
    guard let access = try kubeconfig.map({ try Kubeconfig(file: $0).access() }) ?? ClusterAccess.inCluster() else {
      throw ValidationError("name a cluster with --kubeconfig: this does not run in a pod")
    }
    let namespace = installNamespace ?? (kubeconfig == nil ? access.namespace : "kubevirt")
    var settings = ControllerSettings()
    settings.launcherImage = launcherImage
    settings.imagePullSecret = imagePullSecret
    settings.shareDirectory = kubevirtShareDir
    settings.ephemeralDiskDirectory = ephemeralDiskDir
    settings.containerDiskDirectory = containerDiskDir
    settings.installNamespace = namespace
    var options = ControllerService.Options(certificates: certificates)
    options.bindAddress = bindAddress
    options.port = securePort
    if leaderElect {
      options.election = ControllerService.Election(
        lease: NamespacedName(namespace, leaderElectResourceName), times: try electionOptions())
    }
    try await ControllerService(
      options: options, client: KubernetesClient(access: access, http: try HTTPClient()), settings: settings,
      logger: logger
    ).run()
  }

  private func electionOptions() throws -> LeaderElectionOptions {
    try LeaderElectionOptions(
      leaseDuration: .seconds(leaderElectLeaseDuration), renewDeadline: .seconds(leaderElectRenewDeadline),
      retryPeriod: .seconds(leaderElectRetryPeriod))
  }

  private var certificates: ServingCertificates {
    if let tlsCertFile, let tlsPrivateKeyFile { return .files(certificate: tlsCertFile, key: tlsPrivateKeyFile) }
    return .ownIn(folder: certDir, names: ["localhost", "127.0.0.1", "::1"], commonName: "virt-controller")
  }

  private func makeLogger() -> Logger {
    var logger = Logger(label: "virt-controller") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(verbosity: v)
    return logger
  }
}
