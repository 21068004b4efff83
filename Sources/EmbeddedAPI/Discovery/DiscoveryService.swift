import ComponentBase
import JSON
import Kube
import OpenAPIDocuments
import Synchronization
import Transport
import VirtAPI

/// Answers every path that is not a resource's: discovery, OpenAPI, version, health, metrics, and the list of paths.
///
/// It describes one registry; when kinds come or go, another one takes its place. Documents are made when they are
/// first asked for, and then kept.
public final class DiscoveryService: Sendable {
  private struct Document: Sendable {
    var bytes: [UInt8]
    var tag: String
  }

  private let documents: DiscoveryDocuments
  private let openAPI: OpenAPIService
  private let health: HealthChecks
  private let metrics: @Sendable () -> String
  private let made = Mutex<[String: Document]>([:])

  /// - Parameters:
  ///   - additionalGroups: groups without stored kinds, such as those of aggregated servers.
  ///   - serverAddress: host and port that clients may use, for `/api`.
  ///   - metrics: the text that `/metrics` answers (Prometheus text format).
  public init(
    registry: ResourceRegistry, additionalGroups: [DiscoveredGroup] = [], serverAddress: String = "",
    openAPI: OpenAPIService = .withKubernetesKinds(), health: HealthChecks = HealthChecks(),
    metrics: @escaping @Sendable () -> String = { "" }
  ) {
    documents = DiscoveryDocuments(
      groups: DiscoveredGroup.groups(of: registry) + additionalGroups, serverAddress: serverAddress)
    self.openAPI = openAPI
    self.health = health
    self.metrics = metrics
  }

  /// The answer; nil for a path that nobody describes. Only GET and HEAD are of use here.
  public func answer(_ request: APIRequest) -> HTTPResponse? {
    let path =
      request.path.count > 1 && request.path.hasSuffix("/") ? String(request.path.dropLast()) : request.path
    let accept = request.headers["accept"] ?? ""
    let tag = request.headers["if-none-match"]
    switch path {
    case "/", "": return json(pathList)
    case "/version": return json(ServerVersion.json)
    case "/metrics": return HTTPResponse(status: 200, headers: Self.metricsHeaders, body: Array(metrics().utf8))
    case "/api", "/apis":
      if let version = Self.aggregatedVersion(accept) { return aggregated(path, version, ifNoneMatch: tag) }
      return discovery(path, accept)
    default: break
    }
    if path.hasPrefix("/api/") || path.hasPrefix("/apis/") { return discovery(path, accept) }
    if path.hasPrefix(OpenAPIService.prefix) {
      return openAPI.answer(path: path, query: request.query, accept: accept, ifNoneMatch: tag)
    }
    return health.answer(path: path, query: request.query)
  }

  private static let metricsHeaders: HTTPHeaders = ["content-type": "text/plain; version=0.0.4; charset=utf-8"]

  private var pathList: JSONValue {
    let other = ["/healthz", "/livez", "/metrics", "/openapi/v2", "/openapi/v3", "/readyz", "/version"]
    return ["paths": .array((documents.paths + other).map(JSONValue.string))]
  }

  private func json(_ value: JSONValue) -> HTTPResponse {
    HTTPResponse(status: 200, headers: .json, body: value.jsonBytes())
  }

  // MARK: Discovery

  private func discovery(_ path: String, _ accept: String) -> HTTPResponse? {
    guard let document = kept(path, { documents.document(path) }) else { return nil }
    // A form that is not known here is taken as the wish for the plain one, which every client can read.
    do throws(Status) {
      _ = try ResponseFormat.negotiate(accept)
    } catch {
      return HTTPResponse(status: Int(error.code), headers: .json, body: error.jsonBytes())
    }
    return HTTPResponse(status: 200, headers: Self.plainHeaders, body: document.bytes)
  }

  private static let plainHeaders: HTTPHeaders = ["content-type": "application/json", "vary": "Accept"]

  private func aggregated(
    _ path: String, _ version: DiscoveryDocuments.AggregatedVersion, ifNoneMatch: String?
  ) -> HTTPResponse? {
    guard let document = kept("\(path) \(version.rawValue)", { documents.aggregated(path, version) }) else {
      return nil
    }
    var headers: HTTPHeaders = ["etag": document.tag, "vary": "Accept"]
    if ifNoneMatch == document.tag { return HTTPResponse(status: 304, headers: headers) }
    headers["content-type"] =
      "application/json;g=apidiscovery.k8s.io;v=\(version.rawValue);as=APIGroupDiscoveryList"
    return HTTPResponse(status: 200, headers: headers, body: document.bytes)
  }

  /// The version of aggregated discovery that the client prefers to the plain form; nil where it is the plain one.
  private static func aggregatedVersion(_ accept: String) -> DiscoveryDocuments.AggregatedVersion? {
    for range in MediaRange.parse(accept) where range.matches("application", "json") {
      guard let kind = range.parameters["as"] else { return nil }
      guard kind == "APIGroupDiscoveryList", range.parameters["g"] == "apidiscovery.k8s.io" else { continue }
      if let version = range.parameters["v"].flatMap(DiscoveryDocuments.AggregatedVersion.init) { return version }
    }
    return nil
  }

  private func kept(_ name: String, _ make: () -> JSONValue?) -> Document? {
    if let known = made.withLock({ $0[name] }) { return known }
    guard let bytes = make()?.jsonBytes() else { return nil }
    let document = Document(bytes: bytes, tag: "\"\(ContentHash.digits(of: bytes))\"")
    made.withLock { $0[name] = document }
    return document
  }
}

extension OpenAPIService {
  /// Our kinds and Kubernetes' own, as far as they are served here.
  public static func withKubernetesKinds() -> OpenAPIService {
    OpenAPIService(
      version2: [OpenAPIDocuments.v2, OpenAPIDocuments.kubernetesV2],
      version3: OpenAPIDocuments.v3 + OpenAPIDocuments.kubernetesV3)
  }
}
