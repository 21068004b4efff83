import JSON
import KubeClient
import Synchronization
import Testing
import Transport

@testable import VirtAPI

/// A console through virt-api: a WebSocket in front, bytes to the node.
@Suite("Streams of instances")
struct InstanceStreamTests {
  private static let console = "/apis/subresources.kubevirt.io/v1/namespaces/ns/virtualmachineinstances/running/console"

  /// Answers like a virt-handler whose guest repeats what is typed.
  private static func withEcho(_ test: (NodeHandlerClient) async throws -> Void) async throws {
    let server = try HTTPServer.start(
      HTTPServer.Configuration(address: .tcp(host: "127.0.0.1", port: 0), reactors: 1)
    ) { head in
      guard head.path == "/v1/namespaces/ns/virtualmachineinstances/running/console" else {
        return .respond(HTTPResponse(status: 404, text: "no such path"))
      }
      return .streaming { exchange in
        let stream = try await exchange.upgrade(headers: ["upgrade": NodeHandlerClient.streamProtocol])
        while let bytes = try await stream.read() { try await stream.write(bytes) }
        stream.close()
      }
    }
    let http = try HTTPClient()
    do {
      try await test(
        NodeHandlerClient(http: http) { node in
          guard node == "node01" else { throw NodeHandlerError("unknown node \(node)") }
          return HTTPEndpoint(address: .tcp(host: "127.0.0.1", port: server.port))
        })
    } catch {
      await http.shutdown()
      await server.stop()
      throw error
    }
    await http.shutdown()
    await server.stop()
  }

  private static func headers(_ handshake: HTTPHeaders) -> HTTPHeaders {
    var headers: HTTPHeaders = ["x-remote-user": "ann", "x-remote-group": "devs"]
    for (name, value) in handshake { headers.append(name, value) }
    return headers
  }

  @Test("every byte that is sent comes back, in order")
  func carriesBytes() async throws {
    try await Self.withEcho { nodes in
      try await FrontedServer.run(nodes: nodes) { server in
        let client = try HTTPClient()
        let handshake = WebSocketHandshake.request(protocols: ["plain.kubevirt.io"])
        let result = try await server.upgrade(Self.console, Self.headers(handshake.headers), client: client)
        guard case .upgraded(let headers, let bytes) = result else {
          Issue.record("refused")
          return
        }
        #expect(headers["sec-websocket-protocol"] == "plain.kubevirt.io")
        #expect(headers["sec-websocket-accept"] == handshake.expectedAccept)
        let stream = WebSocketStream(bytes, role: .client)
        let sent = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        async let sending: Void = {
          for start in stride(from: 0, to: sent.count, by: 7001) {
            try await stream.send(.binary(Array(sent[start..<min(start + 7001, sent.count)])))
          }
        }()
        var received: [UInt8] = []
        while received.count < sent.count, let message = try await stream.receive() {
          if case .binary(let bytes) = message { received += bytes }
        }
        try await sending
        #expect(received == sent)
        await stream.close()
        await client.shutdown()
      }
    }
  }

  @Test("who may not is refused before the node is asked")
  func needsPermission() async throws {
    let asked = Mutex(0)
    let nodes = NodeHandlerClient(http: try HTTPClient()) { _ in
      asked.withLock { $0 += 1 }
      throw NodeHandlerError("not to be asked")
    }
    try await FrontedServer.run(verdict: .success(.denied(reason: "no role")), nodes: nodes) { server in
      let client = try HTTPClient()
      let handshake = WebSocketHandshake.request(protocols: ["plain.kubevirt.io"])
      let result = try await server.upgrade(Self.console, Self.headers(handshake.headers), client: client)
      guard case .refused(let response) = result else {
        Issue.record("upgraded without permission")
        return
      }
      #expect(response.status == 401)
      await client.shutdown()
    }
    #expect(asked.withLock { $0 } == 0)
  }

  @Test("a node that cannot be reached is an error with its reason, and no upgrade")
  func reportsTheNode() async throws {
    let nodes = NodeHandlerClient(http: try HTTPClient()) { node in throw NodeHandlerError("\(node) is down") }
    try await FrontedServer.run(nodes: nodes) { server in
      let client = try HTTPClient()
      let handshake = WebSocketHandshake.request(protocols: ["plain.kubevirt.io"])
      let result = try await server.upgrade(Self.console, Self.headers(handshake.headers), client: client)
      guard case .refused(let response) = result else {
        Issue.record("upgraded")
        return
      }
      #expect(response.status == 500)
      let text = String(decoding: try await response.body.collect(limit: 1 << 20), as: UTF8.self)
      #expect(text.contains("node01 is down"))
      await client.shutdown()
    }
  }
}
