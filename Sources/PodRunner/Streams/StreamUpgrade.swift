import Kube
import Transport

/// The opening of a pod's streams.
enum StreamUpgrade {
  /// Takes the connection over as a WebSocket with the first of these protocols that the client has.
  ///
  /// - Throws: 400 with what would be right, before anything was answered.
  static func webSocket(_ exchange: HTTPExchange, protocols: [String]) async throws -> (WebSocketStream, String) {
    let head = exchange.head
    if head.headers.lists("upgrade", "spdy/3.1") {
      throw Status.failure(
        .badRequest, code: 400,
        message: "SPDY is not served here: use a client that speaks WebSocket, such as kubectl 1.31 or newer")
    }
    guard WebSocketHandshake.isRequested(head) else {
      throw Status.failure(
        .badRequest, code: 400, message: "this is a stream: ask for an upgrade to a WebSocket (RFC 6455)")
    }
    let headers: HTTPHeaders
    do {
      headers = try WebSocketHandshake.response(to: head, supported: protocols)
    } catch {
      throw Status.failure(.badRequest, code: Int32(error.status), message: "the WebSocket handshake is not right")
    }
    guard let chosen = headers["sec-websocket-protocol"] else {
      throw Status.failure(
        .badRequest, code: 400,
        message: "none of the WebSocket protocols is known: offer one of \(protocols.joined(separator: ", "))")
    }
    return (WebSocketStream(try await exchange.upgrade(headers: headers), role: .server), chosen)
  }
}
