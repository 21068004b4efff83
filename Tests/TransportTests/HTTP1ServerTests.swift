import Testing

@testable import Transport

/// What a client sees that speaks HTTP/1.1 byte by byte.
@Suite struct HTTP1ServerTests {
  static let router: HTTPRouter = { head in
    switch head.path {
    case "/later":
      .buffered(bodyLimit: nil) { _ in
        .later {
          try? await Task.sleep(for: .milliseconds(20))
          return HTTPResponse(status: 200, text: "later")
        }
      }
    case "/stream":
      .streaming { exchange in
        try await exchange.start(status: 200)
        try await exchange.write(Array("abc".utf8))
        try await exchange.write(Array("defg".utf8))
      }
    case "/fails":
      .streaming { exchange in
        try await exchange.start(status: 200)
        try await exchange.write(Array("abc".utf8))
        throw TransportError.connectionClosed
      }
    case "/small": .buffered(bodyLimit: 10) { _ in .response(HTTPResponse(status: 200, text: "small")) }
    default:
      .immediate {
        HTTPResponse(status: 200, text: $0.head.path + " " + String(decoding: $0.body.bytes, as: UTF8.self))
      }
    }
  }

  /// Sends `text`, closes our side, and returns the answers without their `date` fields.
  private func exchange(_ text: String, finishesWriting: Bool = true) async throws -> String {
    try await withServer(.clearHTTP1, router: Self.router) { server, client, endpoint in
      let raw = try RawClient(port: server.port)
      raw.send(text)
      if finishesWriting { raw.finishWriting() }
      let answer = String(decoding: try #require(raw.readToEnd()), as: UTF8.self)
      try await expectAlive(client, endpoint)
      return answer.split(separator: "\r\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("date: ") }
        .joined(separator: "\n")
    }
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() async throws {
    let answer = try await exchange(
      "GET /later HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi"
        + "GET /stream HTTP/1.1\r\nHost: x\r\n\r\nGET /d HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        + "GET /never HTTP/1.1\r\nHost: x\r\n\r\n", finishesWriting: false)
    #expect(
      answer == """
        HTTP/1.1 200 OK
        content-type: text/plain; charset=utf-8
        content-length: 6

        later
        HTTP/1.1 200 OK
        content-type: text/plain; charset=utf-8
        content-length: 6

        /b hi
        HTTP/1.1 200 OK
        transfer-encoding: chunked

        3
        abc
        4
        defg
        0

        HTTP/1.1 200 OK
        content-type: text/plain; charset=utf-8
        content-length: 4
        connection: close

        /d \n
        """)
  }

  @Test func halfClosedClientGetsItsAnswer() async throws {
    #expect(try await exchange("GET /later HTTP/1.1\r\nHost: x\r\n\r\n").hasSuffix("\n\nlater\n"))
  }

  @Test func http1_0ClosesUnlessAskedNotTo() async throws {
    let plain = try await exchange("GET /a HTTP/1.0\r\n\r\nGET /b HTTP/1.0\r\n\r\n", finishesWriting: false)
    #expect(plain.contains("connection: close") && plain.contains("/a") && !plain.contains("/b"))
    let kept = try await exchange(
      "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
      finishesWriting: false)
    #expect(kept.contains("connection: keep-alive"))
    // A stream of unknown length ends with the connection.
    #expect(kept.hasSuffix("connection: close\n\nabcdefg"))
  }

  @Test func expectationIsAnsweredBeforeTheBody() async throws {
    try await withServer(.clearHTTP1, router: Self.router) { server, _, _ in
      let raw = try RawClient(port: server.port)
      raw.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
      #expect(raw.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
      raw.send("hi")
      #expect(raw.read(until: "/a hi\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
  }

  @Test func expectationOfTooMuchIsRefusedAtOnce() async throws {
    let answer = try await exchange(
      "POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n", finishesWriting: false)
    #expect(answer.hasPrefix("HTTP/1.1 413 Content Too Large\n"))
    #expect(answer.contains("connection: close"))
  }

  @Test func refusedBodyDoesNotBecomeARequest() async throws {
    let smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
    let answer = try await exchange(
      "POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: \(smuggled.utf8.count)\r\n\r\n" + smuggled)
    #expect(answer.hasPrefix("HTTP/1.1 413 "))
    #expect(!answer.contains("/smuggled"))
  }

  @Test func failedStreamIsNotTakenForComplete() async throws {
    try await withServer(.clearHTTP1, router: Self.router) { server, client, endpoint in
      let response = try await client.send(HTTPClientRequest(target: "/fails"), to: endpoint)
      await #expect(throws: TransportError.self) { try await response.body.collect() }
      try await expectAlive(client, endpoint)
    }
  }

  @Test func brokenRequestIsAnsweredAndTheConnectionClosed() async throws {
    let answer = try await exchange("GET / HTTP/1.1\r\nHost : x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\n"))
    #expect(!answer.contains("/b"))
  }
}
