import Transport

extension KubernetesClient {
  /// Opens a WebSocket to a path of the API, such as an instance's console.
  ///
  /// - Parameters:
  ///   - path: absolute, with its query, and escaped.
  ///   - protocols: those that are offered (RFC 6455 section 1.9); the server must take one of them.
  /// - Throws: `KubernetesError` with the server's refusal, `TransportError` when there is no answer.
  public func webSocket(
    _ path: String, protocols: [String], timeout: Duration = .seconds(30)
  ) async throws -> WebSocketStream {
    var request = try request("GET", target: access.pathPrefix + path)
    request.timeout = timeout
    let handshake = WebSocketHandshake.request(protocols: protocols)
    for (name, value) in handshake.headers { request.headers.append(name, value) }
    switch try await http.upgrade(request, to: access.endpoint, protocol: "websocket") {
    case .refused(let response):
      let bytes = try await response.body.collect(limit: 1 << 20)
      throw Self.failure(response.status, response.headers, bytes)
    case .upgraded(let headers, let stream):
      guard headers["sec-websocket-accept"] == handshake.expectedAccept,
        protocols.isEmpty || headers["sec-websocket-protocol"].map(protocols.contains) == true
      else {
        stream.close()
        throw KubernetesError.unexpectedAnswer(status: 101, "the server's WebSocket handshake is not right")
      }
      return WebSocketStream(stream, role: .client)
    }
  }
}
