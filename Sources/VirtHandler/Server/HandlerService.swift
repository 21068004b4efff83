import ComponentBase
import JSON
import Kube
import KubeClient
import Logging
import Transport

/// The virt-handler service on a cluster's node: guests, streams for virt-api, and probes and metrics.
public struct HandlerService: Sendable {
  public struct Options: Sendable {
    /// A literal IP address; empty for all.
    public var bindAddress = "0.0.0.0"
    /// For probes and metrics; 0 takes any free port.
    public var port: UInt16 = 8443
    /// For virt-api; 0 takes any free port.
    public var consolePort = GuestServer.defaultPort
    public var certificates: ServingCertificates
    /// Who vouches for virt-api (PEM).
    public var clientAuthorities: String

    public init(certificates: ServingCertificates, clientAuthorities: String) {
      self.certificates = certificates
      self.clientAuthorities = clientAuthorities
    }
  }

  private let options: Options
  private let client: KubernetesClient
  private let settings: HandlerSettings
  private let group: ReactorGroup
  private let logger: Logger

  /// - Parameter group: the reactors that talk to launchers.
  public init(
    options: Options, client: KubernetesClient, settings: HandlerSettings, group: ReactorGroup, logger: Logger
  ) {
    self.options = options
    self.client = client
    self.settings = settings
    self.group = group
    self.logger = logger
  }

  /// Works until SIGTERM or SIGINT; guests go on running.
  public func run() async throws {
    let signal = try ShutdownSignal()
    let handler = NodeHandler(client, settings: settings, group: group, logger: logger)
    let identity = try options.certificates.prepare()
    let onReload: @Sendable (TransportError?) -> Void = { [logger] error in
      if let error {
        logger.error("certificates could not be read again; the old ones stay", metadata: ["reason": "\(error)"])
      }
    }
    let guests = try GuestServer(handler, logger: logger).start(
      address: .tcp(host: options.bindAddress, port: options.consolePort),
      tls: TLSServerConfiguration(
        identity: identity, clientAuthorities: .file(options.clientAuthorities), onReload: onReload))
    let reference = ServerReference()
    let probes = try HTTPServer.start(
      HTTPServer.Configuration(
        address: .tcp(host: options.bindAddress, port: options.port),
        tls: TLSServerConfiguration(identity: identity, onReload: onReload), reactors: 1)
    ) { head in .respond(Self.answer(head, handler, reference.server?.metrics)) }
    reference.server = probes
    logger.notice(
      "serving",
      metadata: ["address": "\(probes.address)", "guests": "\(guests.address)", "node": "\(settings.nodeName)"])
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await handler.run() }
      let number = await signal.wait(on: probes.group)
      logger.notice("stopping", metadata: ["signal": "\(number)"])
      group.cancelAll()
    }
    await guests.drain(grace: .seconds(1))
    await probes.drain(grace: .seconds(1))
    logger.notice("stopped")
  }

  private static func answer(
    _ head: HTTPRequestHead, _ handler: NodeHandler, _ transport: TransportMetrics?
  ) -> HTTPResponse {
    guard head.method == "GET" || head.method == "HEAD" else {
      return HTTPResponse(status: 405, text: "only GET is served")
    }
    switch head.path {
    case "/livez": return HTTPResponse(status: 200, text: "ok")
    case "/healthz", "/readyz":
      if let reason = handler.unreadyReason { return HTTPResponse(status: 503, text: "not ready: \(reason)") }
      return HTTPResponse(status: 200, text: "ok")
    case "/metrics":
      let text = ServerMetrics.text(server: transport) { text in
        text.family("kubevirt_virt_handler_up", .gauge, "1 while the node's handler works.")
        text.sample("kubevirt_virt_handler_up", [], 1)
      }
      return HTTPResponse(
        status: 200, headers: ["content-type": PrometheusText.contentType], body: Array(text.utf8))
    case "/version": return HTTPResponse(status: 200, headers: .json, body: BuildInformation.versionJSON)
    default: return HTTPResponse(status: 404, text: "no such path")
    }
  }
}
