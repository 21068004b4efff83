/// An HTTP client with pooled connections: HTTP/2 shared by many requests, HTTP/1.1 kept alive.
///
/// Each reactor of its group has connections of its own; a request made on a reactor's thread stays there.
///
/// ```swift
/// let client = HTTPClient(group: server.group)
/// let response = try await client.send(HTTPClientRequest(target: "/api"), to: endpoint)
/// for try await chunk in response.body { … }
/// ```
public final class HTTPClient: Sendable {
  private let group: ReactorGroup
  private let ownsGroup: Bool
  private let pools: [ClientPool]

  /// A client on the reactors of a server or of another client; they must outlive it.
  public init(group: ReactorGroup, configuration: HTTPClientConfiguration = HTTPClientConfiguration()) {
    self.group = group
    ownsGroup = false
    pools = group.reactors.map { ClientPool(reactor: $0, configuration: configuration) }
  }

  /// A client on one reactor of its own.
  public init(configuration: HTTPClientConfiguration = HTTPClientConfiguration()) throws(TransportError) {
    group = try ReactorGroup(count: 1)
    ownsGroup = true
    pools = group.reactors.map { ClientPool(reactor: $0, configuration: configuration) }
  }

  private func pool() -> ClientPool {
    let reactor = group.any()
    return pools.first { $0.reactor === reactor } ?? pools[0]
  }

  /// Sends a request and returns once the response's head has arrived.
  ///
  /// A request is sent again only when the server certainly has not processed it (it refused the stream, or sent
  /// GOAWAY below it), or when it is idempotent and a kept-alive connection turned out to be closed.
  /// - Throws: `TransportError`; `CancellationError` when the task was cancelled.
  public func send(_ request: HTTPClientRequest, to endpoint: HTTPEndpoint) async throws -> HTTPClientResponse {
    let (head, stream) = try await perform(request, endpoint)
    let info = stream.info ?? ConnectionInfo(peerAddress: endpoint.address)
    return HTTPClientResponse(
      status: head.status, headers: head.headers, version: head.version, connection: info,
      body: HTTPClientBody(handle: HTTPClientBody.Handle(stream)))
  }

  /// Asks for an upgrade of an HTTP/1.1 connection (RFC 9110 section 7.8), to which ALPN is restricted for this.
  ///
  /// - Parameters:
  ///   - request: without body; its `timeout` ends with the answer.
  ///   - upgradeProtocol: the `upgrade` field's value, such as `websocket`.
  public func upgrade(
    _ request: HTTPClientRequest, to endpoint: HTTPEndpoint, protocol upgradeProtocol: String
  ) async throws -> HTTPUpgradeResult {
    var http1 = endpoint
    http1.tls?.protocols = [.http1_1]
    http1.usesHTTP2InTheClear = false
    var asking = request
    asking.headers["upgrade"] = upgradeProtocol
    asking.headers["connection"] = "Upgrade"
    let (head, stream) = try await perform(asking, http1)
    if let bytes = head.upgraded { return .upgraded(head.headers, bytes) }
    let info = stream.info ?? ConnectionInfo(peerAddress: endpoint.address)
    return .refused(
      HTTPClientResponse(
        status: head.status, headers: head.headers, version: head.version, connection: info,
        body: HTTPClientBody(handle: HTTPClientBody.Handle(stream))))
  }

  private func perform(
    _ request: HTTPClientRequest, _ endpoint: HTTPEndpoint
  ) async throws -> (HTTPResponseHead, ClientStream) {
    guard request.target.utf8.first == UInt8(ascii: "/"), request.target.utf8.allSatisfy(HTTPGrammar.isTargetByte),
      !request.method.isEmpty, request.method.utf8.allSatisfy(HTTPGrammar.isTokenByte)
    else { throw TransportError.invalidArgument("request \(request.method) \(request.target)") }
    guard !endpoint.authority.isEmpty, endpoint.authority.utf8.allSatisfy(HTTPGrammar.isAuthorityByte) else {
      throw TransportError.invalidArgument("authority of the endpoint")
    }
    let deadline = request.timeout.map { MonotonicTime.now() + $0 }
    let pool = self.pool()
    return try await withTaskExecutorPreference(pool.reactor) {
      try await Self.perform(request, endpoint, pool, deadline)
    }
  }

  private static func perform(
    _ request: HTTPClientRequest, _ endpoint: HTTPEndpoint, _ pool: ClientPool, _ deadline: MonotonicTime?
  ) async throws -> (HTTPResponseHead, ClientStream) {
    var attempts = 0
    while true {
      attempts += 1
      let connection = try await pool.host(endpoint).connection(until: deadline)
      let stream = ClientStream(reactor: pool.reactor, request: request, endpoint: endpoint)
      do {
        return (try await stream.perform(on: connection, until: deadline), stream)
      } catch let failure as RetryableFailure {
        if attempts == 5 { throw failure.reason }
      }
    }
  }

  /// The counts so far; `connectionsAccepted` are those it opened.
  public var metrics: TransportMetrics {
    var sum = TransportMetrics()
    for pool in pools { pool.metrics.add(to: &sum) }
    return sum
  }

  /// Ends every exchange and closes every connection. Upgraded connections belong to their users and stay.
  public func shutdown() async {
    for pool in pools { await Self.end(pool).value }
    if ownsGroup { group.shutdown() }
  }

  /// As a task, which runs even after the reactor has stopped: the pool and its hosts hold each other until then.
  @discardableResult
  private static func end(_ pool: ClientPool) -> Task<Void, Never> {
    Task(executorPreference: pool.reactor) { pool.shutDown() }
  }

  /// Ends what is still under way; `shutdown` does so and waits.
  deinit {
    for pool in pools { Self.end(pool) }
    if ownsGroup { Self.endLater(group) }
  }

  /// The last reference may go away on a reactor's own thread, which cannot wait for itself.
  private static func endLater(_ group: ReactorGroup) {
    Task.detached { group.shutdown() }
  }
}
