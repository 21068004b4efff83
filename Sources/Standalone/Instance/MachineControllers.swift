import KubeClient
import Logging
import Transport
import VirtController

/// The controllers of virtual machines in this process: they talk to its API over HTTPS, as on a cluster.
struct MachineControllers: Sendable {
  private let manager: ControllerManager

  /// - Parameter url: where this instance's API is.
  init(_ certificates: InstanceCertificates, url: String, logger: Logger) throws {
    let tls = certificates.clientConfiguration(of: .controller)
    guard let endpoint = HTTPEndpoint(url: url, tls: tls) else {
      throw StandaloneError("the API's own address can't be used: \(url)")
    }
    let client = KubernetesClient(access: ClusterAccess(endpoint: endpoint), http: try HTTPClient())
    manager = ControllerManager(
      client, settings: ControllerSettings(), logger: logger)
  }

  /// There is one process only, so nobody else can lead.
  func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await manager.follow() }
      group.addTask { await manager.lead() }
    }
  }
}
