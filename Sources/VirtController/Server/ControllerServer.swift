import ComponentBase
import JSON
import Logging
import Transport

/// What virt-controller serves: probes, metrics, and whether it leads.
public struct ControllerServer: Sendable {
  public struct Options: Sendable {
    /// A literal IP address; empty for all.
    public var bindAddress = "0.0.0.0"
    /// 0 takes any free port.
    public var port: UInt16 = 8443
    public var certificates: ServingCertificates

    public init(certificates: ServingCertificates) { self.certificates = certificates }
  }

  /// How the process is doing, for the paths.
  public struct Health: Sendable {
    /// Why the caches are not complete; nil when they are.
    public var unreadyReason: @Sendable () -> String?
    /// Why the API server can't be reached; nil when it can.
    public var disconnectedReason: @Sendable () -> String?
    public var isLeading: @Sendable () -> Bool
    /// Writes the controllers' own metrics.
    public var writeMetrics: @Sendable (inout PrometheusText) -> Void

    public init(
      unreadyReason: @escaping @Sendable () -> String?, disconnectedReason: @escaping @Sendable () -> String?,
      isLeading: @escaping @Sendable () -> Bool, writeMetrics: @escaping @Sendable (inout PrometheusText) -> Void
    ) {
      self.unreadyReason = unreadyReason
      self.disconnectedReason = disconnectedReason
      self.isLeading = isLeading
      self.writeMetrics = writeMetrics
    }
  }

  /// Begins to serve.
  /// - Throws: `TransportError` when the port is taken or the certificates can't be used.
  public static func start(_ options: Options, health: Health, logger: Logger) throws -> HTTPServer {
    let tls = TLSServerConfiguration(identity: try options.certificates.prepare(), clientAuthorities: nil) { error in
      if let error {
        logger.error("certificates could not be read again; the old ones stay", metadata: ["reason": "\(error)"])
      }
    }
    let reference = ServerReference()
    let server = try HTTPServer.start(
      HTTPServer.Configuration(
        address: .tcp(host: options.bindAddress, port: options.port), tls: tls, reactors: 1)
    ) { head in
      guard head.method == "GET" || head.method == "HEAD" else {
        return .respond(HTTPResponse(status: 405, text: "only GET is served"))
      }
      return .respond(answer(head.path, health, reference.server?.metrics))
    }
    reference.server = server
    return server
  }

  private static func answer(_ path: String, _ health: Health, _ transport: TransportMetrics?) -> HTTPResponse {
    switch path {
    case "/livez": return HTTPResponse(status: 200, text: "ok")
    case "/healthz":
      if let reason = health.disconnectedReason() {
        return json(500, ["apiserver": ["connectivity": "failed", "error": .string(reason.forLog)]])
      }
      return json(200, ["apiserver": ["connectivity": "ok"]])
    case "/readyz":
      if let reason = health.unreadyReason() { return HTTPResponse(status: 503, text: "not ready: \(reason)") }
      return HTTPResponse(status: 200, text: "ok")
    case "/leader": return json(200, ["apiserver": ["leader": health.isLeading() ? "true" : "false"]])
    case "/metrics":
      let text = ServerMetrics.text(server: transport) { text in
        text.family("kubevirt_virt_controller_leading_status", .gauge, "1 while this process leads, else 0.")
        text.sample("kubevirt_virt_controller_leading_status", [], health.isLeading() ? 1 : 0)
        text.family("kubevirt_virt_controller_ready_status", .gauge, "1 when the caches are complete, else 0.")
        text.sample("kubevirt_virt_controller_ready_status", [], health.unreadyReason() == nil ? 1 : 0)
        health.writeMetrics(&text)
      }
      return HTTPResponse(
        status: 200, headers: ["content-type": PrometheusText.contentType], body: Array(text.utf8))
    case "/version": return HTTPResponse(status: 200, headers: .json, body: BuildInformation.versionJSON)
    default: return HTTPResponse(status: 404, text: "no such path")
    }
  }

  private static func json(_ status: Int, _ value: JSONValue) -> HTTPResponse {
    HTTPResponse(status: status, headers: .json, body: value.jsonBytes())
  }
}
