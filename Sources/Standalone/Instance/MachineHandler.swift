import Glibc
import KubeClient
import Logging
import Synchronization
import Transport
import VirtAPI
import VirtHandler

/// The handler of this machine's guests in this process: it talks to the instance's API over HTTPS, as on a cluster.
struct MachineHandler: Sendable {
  private let handler: NodeHandler
  private let server: GuestServer
  private let tls: TLSServerConfiguration
  private let address: HandlerAddress
  private let logger: Logger

  /// - Parameters:
  ///   - url: where this instance's API is.
  ///   - address: is told where the handler listens.
  init(
    _ certificates: InstanceCertificates, url: String, options: InstanceOptions, address: HandlerAddress,
    logger: Logger
  ) throws {
    guard let endpoint = HTTPEndpoint(url: url, tls: certificates.clientConfiguration(of: .handler)) else {
      throw StandaloneError("the API's own address can't be used: \(url)")
    }
    let group = try ReactorGroup(count: 1)
    let client = KubernetesClient(access: ClusterAccess(endpoint: endpoint), http: HTTPClient(group: group))
    var settings = HandlerSettings(nodeName: options.nodeName)
    settings.paths = options.directory.nodePaths
    handler = NodeHandler(client, settings: settings, group: group, logger: logger)
    server = GuestServer(handler, logger: logger)
    tls = certificates.serverConfiguration()
    self.address = address
    self.logger = logger
  }

  func run() async {
    let running: HTTPServer
    do throws(TransportError) {
      running = try server.start(address: .tcp(host: "127.0.0.1", port: 0), tls: tls)
    } catch {
      return logger.error("guests can't be looked after", metadata: ["reason": "\(error)"])
    }
    address.set(running.address)
    await handler.run()
    await running.drain(grace: .seconds(1))
  }
}

/// Where the machine's handler listens, once it does.
final class HandlerAddress: Sendable {
  private let address = Mutex<SocketAddress?>(nil)

  func set(_ address: SocketAddress) { self.address.withLock { $0 = address } }

  /// The way from the API to the handler.
  func nodes(_ certificates: InstanceCertificates) throws(TransportError) -> any NodeHandlers {
    let tls = certificates.clientConfiguration(of: .handlerClient)
    return NodeHandlerClient(http: try HTTPClient()) { _ in
      guard let address = self.address.withLock({ $0 }) else {
        throw NodeHandlerError("the handler of this machine's guests does not listen yet")
      }
      return HTTPEndpoint(address: address, tls: tls)
    }
  }
}

extension DataDirectory {
  /// Where the machine's handler meets launchers.
  var nodePaths: NodePaths {
    var paths = NodePaths()
    paths.shareDirectory = path + "/node/run/kubevirt"
    paths.podsDirectory = path + "/node/pods"
    paths.privateDirectory = path + "/node/run/kubevirt-private"
    return paths
  }
}
