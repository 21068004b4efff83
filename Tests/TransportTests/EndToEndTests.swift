import Synchronization
import Testing

@testable import Transport

@Suite struct EndToEndTests {
  static let echo: HTTPRouter = { _ in
    .immediate { request in
      HTTPResponse(
        status: 200,
        headers: [
          "content-type": request.head.headers["content-type"] ?? "none", "x-path": request.head.path,
          "x-query": request.head.query ?? "", "x-method": request.head.method,
          "x-version": request.head.version.rawValue, "x-scheme": request.head.scheme,
          "x-authority": request.head.authority,
        ], body: request.body.bytes)
    }
  }

  @Test(arguments: Wire.allCases) func requestsComeBack(_ wire: Wire) async throws {
    try await withServer(wire, router: Self.echo) { server, client, endpoint in
      for size in [0, 1, 300, 16_384, 16_385, 1 << 20] {
        let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let response = try await client.send(
          HTTPClientRequest(
            method: "POST", target: "/a/b?c=d&e", headers: ["Content-Type": "text/x"], body: .bytes(body)),
          to: endpoint)
        #expect(response.status == 200)
        #expect(response.version == wire.version)
        #expect(response.headers["content-type"] == "text/x")
        #expect(response.headers["x-path"] == "/a/b")
        #expect(response.headers["x-query"] == "c=d&e")
        #expect(response.headers["x-method"] == "POST")
        #expect(response.headers["x-scheme"] == (wire.isSecure ? "https" : "http"))
        #expect(response.headers["x-authority"] == "127.0.0.1:\(server.port)")
        #expect(response.headers["date"]?.hasSuffix("GMT") == true)
        #expect(try await response.body.collect() == body)
      }
      #expect(client.metrics.connectionsAccepted == 1)
    }
  }

  @Test(arguments: Wire.allCases) func manyRequestsAtOnce(_ wire: Wire) async throws {
    try await withServer(wire, router: Self.echo) { server, client, endpoint in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<500 {
          group.addTask {
            let body = Array("request \(number)".utf8)
            let response = try await client.send(
              HTTPClientRequest(method: "POST", target: "/\(number)", body: .bytes(body)), to: endpoint)
            return try await response.body.collect() == body && response.headers["x-path"] == "/\(number)"
          }
        }
        for try await isRight in group { #expect(isRight) }
      }
      #expect(server.metrics.requestsHTTP1 + server.metrics.requestsHTTP2 == 500)
    }
  }

  @Test(arguments: Wire.allCases) func headHasNoBody(_ wire: Wire) async throws {
    try await withServer(wire, router: { _ in .respond(HTTPResponse(status: 200, text: "hello")) }) {
      _, client, endpoint in
      for _ in 0..<2 {
        let response = try await client.send(HTTPClientRequest(method: "HEAD", target: "/"), to: endpoint)
        #expect(response.headers["content-length"] == "6")
        #expect(try await response.body.collect().isEmpty)
      }
    }
  }

  @Test(arguments: Wire.allCases) func streamsBothWays(_ wire: Wire) async throws {
    let router: HTTPRouter = { _ in
      .streaming { exchange in
        try await exchange.start(status: 201, headers: ["x-kind": "stream"])
        for try await chunk in exchange.body { try await exchange.write(chunk.map { $0 ^ 0xff }) }
        try await exchange.write(Array("end".utf8))
      }
    }
    try await withServer(wire, router: router) { _, client, endpoint in
      let piece = (0..<50_000).map { UInt8(truncatingIfNeeded: $0) }
      let request = HTTPClientRequest(
        method: "POST", target: "/", body: .stream { writer in for _ in 0..<100 { try await writer.write(piece) } },
        timeout: nil)
      let response = try await client.send(request, to: endpoint)
      #expect(response.status == 201)
      #expect(response.headers["x-kind"] == "stream")
      var count = 0
      var isRight = true
      var last: [UInt8] = []
      for try await chunk in response.body {
        for byte in chunk where count < 5_000_000 {
          if byte != UInt8(truncatingIfNeeded: count % 50_000) ^ 0xff { isRight = false }
          count += 1
        }
        last = Array((last + chunk).suffix(3))
      }
      #expect(isRight)
      #expect(count == 5_000_000)
      #expect(last == Array("end".utf8))
    }
  }

  @Test(arguments: Wire.allCases) func laterAnswersComeFromTasks(_ wire: Wire) async throws {
    let router: HTTPRouter = { _ in
      .buffered(bodyLimit: nil) { request in
        .later {
          try? await Task.sleep(for: .milliseconds(5))
          return HTTPResponse(status: 202, body: request.body.bytes)
        }
      }
    }
    try await withServer(wire, router: router) { _, client, endpoint in
      for _ in 0..<20 {
        let response = try await client.send(
          HTTPClientRequest(method: "PUT", target: "/", body: .bytes([1, 2, 3])), to: endpoint)
        #expect(response.status == 202)
        #expect(try await response.body.collect() == [1, 2, 3])
      }
    }
  }

  @Test(arguments: [Wire.clearHTTP1, .tlsHTTP1]) func upgradeEchoes(_ wire: Wire) async throws {
    let router: HTTPRouter = { _ in
      .streaming { exchange in
        let bytes = try await exchange.upgrade()
        while let chunk = try await bytes.read() { try await bytes.write(chunk) }
        bytes.close()
      }
    }
    try await withServer(wire, router: router) { server, client, endpoint in
      let result = try await client.upgrade(HTTPClientRequest(target: "/"), to: endpoint, protocol: "echo")
      guard case .upgraded(let headers, let bytes) = result else {
        Issue.record("not upgraded")
        return
      }
      #expect(headers["upgrade"] == "echo")
      let sent = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
      async let writing: Void = {
        for start in stride(from: 0, to: sent.count, by: 100_000) {
          try await bytes.write(Array(sent[start..<(start + 100_000)]))
        }
      }()
      var received: [UInt8] = []
      while received.count < sent.count, let chunk = try await bytes.read() { received += chunk }
      try await writing
      #expect(received == sent)
      #expect(server.metrics.upgrades == 1)
      bytes.close()
    }
  }

  @Test func upgradeOverHTTP2IsRefused() async throws {
    let router: HTTPRouter = { _ in .streaming { _ = try await $0.upgrade() } }
    try await withServer(.tlsHTTP2, router: router) { _, client, endpoint in
      let response = try await client.send(HTTPClientRequest(target: "/"), to: endpoint)
      #expect(response.status == 500)
    }
  }

  @Test func servesOverAUnixSocket() async throws {
    let path = "/tmp/swift-virt-test-\(UInt64.random(in: 0 ... .max)).sock"
    let server = try HTTPServer.start(.init(address: .unix(path: path), reactors: 1), router: Self.echo)
    let client = try HTTPClient(configuration: .patient)
    for http2 in [true, false] {
      let endpoint = HTTPEndpoint(address: .unix(path: path), usesHTTP2InTheClear: http2)
      let response = try await client.send(HTTPClientRequest(target: "/x"), to: endpoint)
      #expect(response.headers["x-version"] == (http2 ? "HTTP/2" : "HTTP/1.1"))
      #expect(response.headers["x-authority"] == "localhost")
    }
    await client.shutdown()
    await server.stop()
  }

  @Test func resolvesNames() async throws {
    try await withServer(.tlsHTTP2, router: Self.echo) { server, client, _ in
      let tls = TLSClientConfiguration(trust: try TestCertificates.trust())
      let endpoint = try #require(HTTPEndpoint(url: "https://localhost:\(server.port)/", tls: tls))
      let response = try await client.send(HTTPClientRequest(target: "/"), to: endpoint)
      #expect(response.headers["x-authority"] == "localhost:\(server.port)")
    }
  }
}
