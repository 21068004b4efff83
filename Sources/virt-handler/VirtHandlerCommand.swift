import ArgumentParser
import ComponentBase
import Glibc
import KubeClient
import Logging
import Transport
import VirtHandler

/// The command `virt-handler`: flags named as KubeVirt names them, besides those that all our services have.
@main
struct VirtHandlerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "virt-handler", abstract: "Looks after the guests of the node that it runs on.",
    version: "swift-virt \(BuildInformation.version), compatible with KubeVirt \(BuildInformation.compatibleRelease)")

  @Option(help: "A kubeconfig of the cluster; without it that of the pod that this runs in.")
  var kubeconfig: String?

  @Option(help: "The name of the node; without it that in NODE_NAME, else the host's.")
  var hostnameOverride: String?

  @Option(name: [.customLong("bind-address"), .customLong("listen")], help: "The IP address to serve on.")
  var bindAddress = "0.0.0.0"

  @Option(help: "The port for probes and metrics, by HTTPS; 0 takes any free one.")
  var port: UInt16 = 8443

  @Option(help: "The port for virt-api: consoles, screens and power of guests; 0 takes any free one.")
  var consoleServerPort: UInt16 = GuestServer.defaultPort

  @Option(help: "The address of this pod, for messages.")
  var podIpAddress = ""

  @Option(help: "The folder where handler and launchers of the legacy profile meet.")
  var kubevirtShareDir = "/var/run/kubevirt"

  @Option(help: "The folder of pods' volumes, as the kubelet keeps them.")
  var kubeletPodsDir = "/var/lib/kubelet/pods"

  @Option(help: "The kubelet's folder for device plugins.")
  var devicePluginsDir = "/var/lib/kubelet/device-plugins"

  @Option(help: "Seconds that a launcher may be silent.")
  var watchdogTimeoutSeconds = 30

  @Option(help: "How many guests can have each device.")
  var maxDevices = 1000

  @Option(help: "The file with the serving certificate and its chain (PEM). Read again when it changes.")
  var tlsCertFile: String?

  @Option(help: "The file with the private key of the serving certificate (PEM). Read again when it changes.")
  var tlsPrivateKeyFile: String?

  @Option(help: "The folder for a certificate of our own making, used without --tls-cert-file.")
  var certDir = "/var/run/swift-virt/virt-handler"

  @Option(help: "The file with the authorities of virt-api's client certificate (PEM). Read again when it changes.")
  var clientCaFile = "/etc/virt-handler/clientcertificates/ca.crt"

  @Option(
    name: .shortAndLong, help: "How much is logged: 0 warnings, 2 what happens, 4 every decision that is put back.")
  var v: Int = 2

  func validate() throws {
    guard (tlsCertFile == nil) == (tlsPrivateKeyFile == nil) else {
      throw ValidationError("--tls-cert-file and --tls-private-key-file go together")
    }
    guard watchdogTimeoutSeconds > 0 else { throw ValidationError("--watchdog-timeout-seconds must be positive") }
  }

  func run() async throws {
    var logger = Logger(label: "virt-handler") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(verbosity: v)
    guard let access = try kubeconfig.map({ try Kubeconfig(file: $0).access() }) ?? ClusterAccess.inCluster() else {
      throw ValidationError("name a cluster with --kubeconfig: this does not run in a pod")
    }
    guard let nodeName = hostnameOverride ?? environment("NODE_NAME") ?? hostname() else {
      throw ValidationError("name the node with --hostname-override")
    }
    var settings = HandlerSettings(nodeName: nodeName)
    settings.paths.shareDirectory = kubevirtShareDir
    settings.paths.podsDirectory = kubeletPodsDir
    settings.paths.devicePlugins = devicePluginsDir
    settings.watchdogTimeout = .seconds(watchdogTimeoutSeconds)
    var options = HandlerService.Options(certificates: certificates, clientAuthorities: clientCaFile)
    options.bindAddress = bindAddress
    options.port = port
    options.consolePort = consoleServerPort
    let group = try ReactorGroup(count: 1)
    try await HandlerService(
      options: options, client: KubernetesClient(access: access, http: HTTPClient(group: group)), settings: settings,
      group: group, logger: logger
    ).run()
  }

  private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func hostname() -> String? {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private var certificates: ServingCertificates {
    if let tlsCertFile, let tlsPrivateKeyFile { return .files(certificate: tlsCertFile, key: tlsPrivateKeyFile) }
    return .ownIn(
      folder: certDir, names: ["localhost", "127.0.0.1", "::1"], commonName: "kubevirt.io:system:node:virt-handler")
  }
}
