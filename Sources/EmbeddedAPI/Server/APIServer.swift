import Kube
import Logging
import Transport
import VirtAPI

/// The Kubernetes API over a store: authentication, routing, authorization and handlers behind one router.
public final class APIServer: Sendable {
  public let configuration: APIConfiguration
  private let gate: RequestGate
  private let handler: ResourceHandler
  private let discovery: DiscoveryService
  private let watches: WatchService
  private let subresources: SubresourceService?

  public init(_ configuration: APIConfiguration) {
    self.configuration = configuration
    gate = RequestGate(configuration: configuration)
    handler = ResourceHandler(configuration)
    discovery = configuration.discovery ?? DiscoveryService(registry: configuration.registry)
    watches = configuration.watches ?? WatchService(store: configuration.store, now: configuration.now)
    let objects = LocalSubresourceObjects(
      objects: LocalAccess(service: handler.service, user: SubresourceOptions.user))
    subresources = configuration.subresources.map { options in
      SubresourceService(
        objects: objects, nodes: options.nodes, configuration: options.configuration, health: options.health,
        logger: configuration.logger)
    }
  }

  /// Reads and writes as someone in this process, who is asked neither for a password nor for permission.
  public func objects(as user: UserInfo) -> any ObjectAccess { LocalAccess(service: handler.service, user: user) }

  /// The server's handlers, for `HTTPServer.start`.
  public var router: HTTPRouter {
    { [self] head in
      if isStream(head) { return .streaming { [self] in try await stream($0) } }
      // A body that is a little too long gets an answer in Kubernetes' form; the transport cuts off longer ones.
      return .buffered(bodyLimit: BodyDecoding.limit + 1 << 20) { [self] request in
        .later { [self] in await respond(request) }
      }
    }
  }

  /// Answers a request of someone who is known; everything but streams.
  public func respond(_ request: APIRequest) async -> HTTPResponse {
    await respond(request, source: "", uri: Self.uri(request.path, request.query))
  }

  private func respond(_ request: HTTPRequest) async -> HTTPResponse {
    let head = request.head
    let received = configuration.now()
    do throws(Status) {
      let user = try await configuration.authenticator.authenticate(head)
      return await respond(
        APIRequest(head, body: request.body.bytes, user: user), source: head.connection.peerAddress.description,
        uri: Self.uri(head.path, head.query ?? ""))
    } catch {
      audit(
        RequestTrace(), method: head.method, uri: Self.uri(head.path, head.query ?? ""),
        userAgent: head.headers["user-agent"] ?? "", source: head.connection.peerAddress.description,
        code: Int(error.code), received)
      return Self.response(error)
    }
  }

  private func respond(_ request: APIRequest, source: String, uri: String) async -> HTTPResponse {
    let received = configuration.now()
    var trace = RequestTrace()
    let warnings = WarningList()
    var response: HTTPResponse
    do throws(Status) {
      response = try await answer(request, &trace, warnings)
    } catch {
      if error.code >= 500, error.code != 504 {
        configuration.logger.error(
          "a request failed",
          metadata: ["method": "\(request.method)", "path": "\(request.path)", "reason": "\(error.message)"])
      }
      response = Self.response(error)
    }
    WarningHeaders.append(warnings.all, to: &response.headers)
    audit(
      trace, method: request.method, uri: uri, userAgent: request.headers["user-agent"] ?? "", source: source,
      code: response.status, received)
    return response
  }

  private func answer(
    _ request: APIRequest, _ trace: inout RequestTrace, _ warnings: WarningList
  ) async throws(Status) -> HTTPResponse {
    let admitted = try await gate.admit(request, &trace)
    switch admitted.target {
    case .other:
      guard let answer = discovery.answer(request) else { throw .noSuchResource }
      return answer
    case .subresource(let path):
      guard let subresources else { throw .noSuchResource }
      return await subresources.answer(method: request.method, path: path, body: request.body)
    case .resource(let resource):
      var response = try await handler.answer(resource, warnings)
      if response.headers["cache-control"] == nil { response.headers.append("cache-control", "no-cache, private") }
      return response
    }
  }

  /// An error as its `Status`.
  static func response(_ status: Status) -> HTTPResponse {
    var headers = HTTPHeaders.json
    headers.append("cache-control", "no-cache, private")
    if let seconds = status.details?.retryAfterSeconds, seconds > 0 { headers.append("retry-after", String(seconds)) }
    let code = (400...599).contains(status.code) ? Int(status.code) : 500
    return HTTPResponse(status: code, headers: headers, body: status.jsonBytes())
  }

  // MARK: streams

  /// Whether a request is answered as it goes on: a watch, or a path whose endpoint takes the exchange.
  private func isStream(_ head: HTTPRequestHead) -> Bool {
    if let subresources, let path = SubresourcePath(head.path), path.isInGroup {
      return subresources.isStream(head, path: path)
    }
    guard case .resource(let path)? = RequestPath(head.path) else { return false }
    if path.name.isEmpty {
      guard head.method == "GET", let watch = PercentEncoding.parameters(head.query ?? "")["watch"]?.first else {
        return false
      }
      return watch != "0" && watch.lowercased() != "false"
    }
    return streamingEndpoint(path) != nil
  }

  private func streamingEndpoint(_ path: RequestPath.ResourcePath) -> (any StreamingEndpoint)? {
    if path.subresource.isEmpty { return nil }
    return configuration.streamingEndpoints[
      EndpointKey(group: path.group, resource: path.resource, subresource: path.firstSubresource)]
  }

  private func stream(_ exchange: HTTPExchange) async throws {
    let head = exchange.head
    let received = configuration.now()
    var trace = RequestTrace()
    var code = 200
    defer {
      audit(
        trace, method: head.method, uri: Self.uri(head.path, head.query ?? ""),
        userAgent: head.headers["user-agent"] ?? "", source: head.connection.peerAddress.description, code: code,
        received)
    }
    do {
      let user = try await configuration.authenticator.authenticate(head)
      let request = APIRequest(head, body: [], user: user)
      let admitted = try await gate.admit(request, &trace)
      if case .subresource(let path) = admitted.target, let subresources {
        return try await subresources.stream(exchange, path: path)
      }
      guard case .resource(let resource) = admitted.target, case .resource(let path)? = RequestPath(head.path) else {
        throw Status.noSuchResource
      }
      if resource.verb == .watch { return try await watches.serve(resource, exchange) }
      guard let endpoint = streamingEndpoint(path) else { throw Status.noSuchResource }
      try await endpoint.serve(resource, exchange, objects(as: resource.user))
    } catch let status as Status {
      code = Int(status.code)
      try await exchange.respond(Self.response(status))
    }
  }

  // MARK: audit

  private func audit(
    _ trace: RequestTrace, method: String, uri: String, userAgent: String, source: String, code: Int,
    _ received: Timestamp
  ) {
    guard let audit = configuration.audit else { return }
    audit.record(
      AuditEntry(
        user: trace.user, impersonated: trace.impersonated, attributes: trace.attributes, method: method, uri: uri,
        userAgent: userAgent, sourceAddress: source, decisionReason: trace.decisionReason, code: code,
        received: received, completed: configuration.now()))
  }

  private static func uri(_ path: String, _ query: String) -> String { query.isEmpty ? path : path + "?" + query }
}

extension APIRequest {
  init(_ head: HTTPRequestHead, body: [UInt8], user: UserInfo) {
    self.init(
      method: head.method, path: head.path, query: head.query ?? "", headers: head.headers, body: body, user: user)
  }
}
