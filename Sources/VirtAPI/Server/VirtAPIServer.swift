import ComponentBase
import Admission
import KubeClient
import Logging
import Transport

/// The virt-api service: webhooks, conversion, health and metrics behind one TLS port.
public struct VirtAPIServer: Sendable {
  public struct Options: Sendable {
    /// A literal IP address; empty for all.
    public var bindAddress = "0.0.0.0"
    /// 0 takes any free port.
    public var port: UInt16 = 8443
    public var certificates: ServingCertificates
    /// The front proxy whose word about users counts; nil follows what the cluster's API server says of it.
    public var frontProxy: FrontProxy?
    /// The way to what runs on nodes; nil where nothing does.
    public var nodes: (any NodeHandlers)?
    /// Threads that serve; nil means one a core.
    public var reactors: Int?
    /// How long to go on serving as before, but for readiness, when the server is told to stop: until every load
    /// balancer has heard of it.
    public var shutdownDelay = Duration.zero
    /// How long requests under way may take when the server is told to stop.
    public var gracePeriod = Duration.seconds(25)

    public init(certificates: ServingCertificates) { self.certificates = certificates }
  }

  let options: Options
  let source: any ObjectSource
  let cluster: KubernetesClient?
  let logger: Logger
  /// For requests to subresources.
  private let frontProxy: FrontProxyKnowledge
  private let running = ServerReference()

  /// - Parameter cluster: the API server that is asked for permissions, and for whose machines subresources are
  ///   served; without one all of that is refused.
  public init(options: Options, source: any ObjectSource, cluster: KubernetesClient? = nil, logger: Logger) {
    self.options = options
    self.source = source
    self.cluster = cluster
    self.logger = logger
    frontProxy = FrontProxyKnowledge(options.frontProxy)
  }

  /// Serves until SIGTERM or SIGINT, then finishes what is under way.
  public func run() async throws {
    let signal = try ShutdownSignal()
    let service = try start()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await source.follow() }
      group.addTask { await renewCertificates() }
      if let cluster, options.frontProxy == nil {
        let follower = FrontProxyFollower(client: cluster, knowledge: frontProxy, server: running, logger: logger)
        group.addTask { await follower.run() }
      }
      let number = await signal.wait(on: service.server.group)
      logger.notice("stopping", metadata: ["signal": "\(number)", "grace": "\(options.gracePeriod)"])
      await service.drain(after: options.shutdownDelay, grace: options.gracePeriod)
      group.cancelAll()
    }
    logger.notice("stopped")
  }

  /// Renews a certificate of our own making before it expires; the server notices the new files by itself.
  private func renewCertificates() async {
    while (try? await Task.sleep(for: ServingCertificates.renewalInterval)) != nil {
      do {
        try options.certificates.prepare()
      } catch {
        logger.error("the certificate could not be renewed", metadata: ["reason": "\(error)"])
      }
    }
  }

  /// Listens and serves; the caller follows the object source and drains the service in the end.
  func start() throws -> RunningService {
    let metrics = AdmissionMetrics()
    let health = HealthService(source: source)
    let admission = AdmissionService(handler: ReviewHandler(), source: source, metrics: metrics, logger: logger)
    let conversion = ConversionService(metrics: metrics, logger: logger)
    let routes = VirtAPIRoutes(
      admission: admission, conversion: conversion, health: health, subresources: subresources(health)
    ) { [running] in
      Self.metricsText(metrics, server: running.server?.metrics)
    }
    let server = try HTTPServer.start(try configuration()) { routes.handler(for: $0) }
    running.server = server
    logger.notice("serving", metadata: ["address": "\(server.address)", "version": "\(BuildInformation.version)"])
    return RunningService(server: server, health: health)
  }

  private func subresources(_ health: HealthService) -> SubresourceServer {
    let objects: any SubresourceObjects =
      cluster.map { ClusterSubresourceObjects(client: $0) } ?? NoSubresourceObjects()
    let service = SubresourceService(
      objects: objects, nodes: options.nodes, configuration: { [source] in source.snapshot.configuration },
      health: { health.readiness }, logger: logger)
    return SubresourceServer(
      service: service, proxy: { [frontProxy] in frontProxy.current },
      reviews: cluster.map { ClusterAccessReviews(client: $0) }, logger: logger)
  }

  /// The service while it listens.
  struct RunningService: Sendable {
    let server: HTTPServer
    let health: HealthService

    /// Says "not ready" first, so that nobody new comes while what is under way is finished.
    func drain(after delay: Duration = .zero, grace: Duration) async {
      health.beginDraining()
      try? await Task.sleep(for: delay)
      await server.drain(grace: grace)
    }
  }

  private func configuration() throws -> HTTPServer.Configuration {
    let tls = TLSServerConfiguration(
      identity: try options.certificates.prepare(),
      clientAuthorities: frontProxy.current?.authorities,
      onReload: { [logger] error in
        if let error {
          logger.error("certificates could not be read again; the old ones stay", metadata: ["reason": "\(error)"])
        } else {
          logger.notice("certificates read again")
        }
      })
    return HTTPServer.Configuration(
      address: .tcp(host: options.bindAddress, port: options.port), tls: tls, reactors: options.reactors)
  }

  private static func metricsText(_ admission: AdmissionMetrics, server: TransportMetrics?) -> String {
    ServerMetrics.text(server: server) { admission.write(to: &$0) }
  }
}
