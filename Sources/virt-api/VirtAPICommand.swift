import Glibc
import KubeClient
import Logging
import Transport
import VirtAPI

/// The command `virt-api`.
@main
struct VirtAPICommand {
  private static let abstract = "Admits, defaults and converts virtual machine objects for a Kubernetes API server."
  /// As in BSD's sysexits.h.
  private static let usageError: Int32 = 64

  let flags: VirtAPIFlags

  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.contains("--help") || arguments.contains("-h") {
      return print("\(abstract)\n\nUsage: virt-api [flags]\n\nFlags:\n\(VirtAPIFlags.table.help)")
    }
    if arguments.contains("--version") {
      return print(
        "swift-virt \(BuildInformation.version), compatible with KubeVirt \(BuildInformation.compatibleRelease)")
    }
    let flags: VirtAPIFlags
    do {
      flags = try VirtAPIFlags(arguments)
    } catch {
      fail("\(error); see virt-api --help", usageError)
    }
    if let folder = flags.objects, let reason = ManifestDirectory(path: folder).unreadableReason {
      fail("--objects \(folder): the folder can't be read: \(reason)", usageError)
    }
    do {
      try await VirtAPICommand(flags: flags).run()
    } catch {
      fail("\(error)", EXIT_FAILURE)
    }
  }

  private static func fail(_ message: String, _ status: Int32) -> Never {
    let line = Array("Error: \(message)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(status)
  }

  private func run() async throws {
    let logger = makeLogger()
    try await VirtAPIServer(options: options, source: try makeSource(logger), logger: logger).run()
  }

  /// A folder, the cluster of a kubeconfig, the cluster around us when we run in a pod, or nothing.
  private func makeSource(_ logger: Logger) throws -> any ObjectSource {
    if let objects = flags.objects {
      return DirectoryObjectSource(directory: ManifestDirectory(path: objects), logger: logger)
    }
    if let access = try flags.kubeconfig.map({ try Kubeconfig(file: $0).access() }) ?? ClusterAccess.inCluster() {
      return ClusterObjectSource(client: KubernetesClient(access: access, http: try HTTPClient()), logger: logger)
    }
    logger.warning("neither --objects nor --kubeconfig, and not in a pod: no presets, no configuration, no look-ups")
    return DirectoryObjectSource(directory: nil, logger: logger)
  }

  private var options: VirtAPIServer.Options {
    var options = VirtAPIServer.Options(certificates: certificates)
    options.bindAddress = flags.bindAddress
    options.port = flags.securePort
    options.clientAuthorityFile = flags.clientCAFile
    options.reactors = flags.reactors
    options.shutdownDelay = .seconds(flags.shutdownDelay)
    options.gracePeriod = .seconds(flags.shutdownGracePeriod)
    return options
  }

  private var certificates: ServingCertificates {
    if let certificate = flags.tlsCertFile, let key = flags.tlsPrivateKeyFile {
      return .files(certificate: certificate, key: key)
    }
    let serviceNames = ["virt-api", "virt-api.kubevirt", "virt-api.kubevirt.svc", "virt-api.kube-system.svc"]
    return .ownIn(folder: flags.certDir, names: ["localhost", "127.0.0.1", "::1"] + serviceNames + flags.subjectNames)
  }

  private func makeLogger() -> Logger {
    var logger = Logger(label: "virt-api") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel =
      switch flags.verbosity {
      case ..<1: .warning
      case 1: .notice
      case 2, 3: .info
      case 4, 5: .debug
      default: .trace
      }
    return logger
  }
}
