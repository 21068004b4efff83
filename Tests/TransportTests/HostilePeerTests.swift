import Glibc
import Testing

@testable import Transport

/// Peers, and handlers, that do what would make a trusting server grow, hang or mix up messages.
@Suite(.timeLimit(.minutes(3))) struct HostilePeerTests {
  private static let request = "GET / HTTP/1.1\r\nhost: x\r\n\r\n"

  private func count(_ text: String, in bytes: [UInt8]) -> Int {
    let wanted = Array(text.utf8)
    var found = 0
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) { found += 1 }
      index += 1
    }
    return found
  }

  // MARK: memory

  @Test func pipelinedRequestsWaitWhileTheirAnswersAreNotRead() async throws {
    let answered = Counter()
    let answer = HTTPResponse(status: 200, body: [UInt8](repeating: 0x78, count: 256 << 10))
    let router: HTTPRouter = { head in
      head.path == "/alive"
        ? .respond(HTTPResponse(status: 200))
        : .immediate { _ in
          answered.increment()
          return answer
        }
    }
    try await withServer(.clearHTTP1, router: router) { server, client, endpoint in
      let raw = try RawClient(port: server.port)
      raw.send(String(repeating: Self.request, count: 400))
      try await eventually("answers come") { answered.count > 0 }
      for _ in 0..<20 { try await expectAlive(client, endpoint) }
      // What the kernel's buffers hold, and little more.
      #expect(answered.count < 200)
      raw.finishWriting()
      let read = try #require(raw.readToEnd())
      #expect(answered.count == 400)
      #expect(read.count > 400 * answer.body.count)
    }
  }

  @Test func bodiesThatGrowTogetherStayBelowTheLimit() async throws {
    var limits = Limits.patient
    limits.bufferedBodyBytes = 1 << 20
    try await withServer(.clearHTTP1, limits: limits, router: LimitTests.echo) { server, client, endpoint in
      let clients = try (0..<5).map { _ in try RawClient(port: server.port) }
      for raw in clients { raw.send("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n") }
      try await eventually("all have begun") { server.metrics.requestsInFlight == 5 }
      for raw in clients { raw.send([UInt8](repeating: 1, count: 900_000)) }
      try await eventually("some are refused") { server.metrics.limitsHit[.bufferedBodies] ?? 0 >= 1 }
      try await expectAlive(client, endpoint)
    }
  }

  @Test func bodyOfAHandlerWhoseClientLeftStillCounts() async throws {
    var limits = Limits.patient
    limits.bufferedBodyBytes = 1000
    let gate = Gate()
    let server = try HTTPServer.start(
      .init(address: .tcp(host: "127.0.0.1", port: 0), limits: limits, reactors: 1)
    ) { head in
      .buffered(bodyLimit: nil) { request in
        if head.path == "/now" { return .response(HTTPResponse(status: 200)) }
        return .later {
          await gate.wait()
          return HTTPResponse(status: 200, body: request.body.bytes)
        }
      }
    }
    // HTTP/2, where leaving ends the stream at once.
    let endpoint = HTTPEndpoint(address: server.address, usesHTTP2InTheClear: true)
    let body = HTTPClientRequest.Body.bytes([UInt8](repeating: 1, count: 900))
    let leaving = try HTTPClient(configuration: .patient)
    let lost = Task {
      try await leaving.send(HTTPClientRequest(method: "POST", target: "/later", body: body), to: endpoint)
    }
    try await eventually("the handler holds the body") { await gate.waiting == 1 }
    await leaving.shutdown()
    _ = try? await lost.value
    try await eventually("the server has noticed") { server.metrics.connectionsOpen == 0 }
    let client = try HTTPClient(configuration: .patient)
    let post = HTTPClientRequest(method: "POST", target: "/now", body: body)
    #expect(try await client.send(post, to: endpoint).status == 503)
    await gate.open()
    try await eventually("the body is given back") { try await client.send(post, to: endpoint).status == 200 }
    await client.shutdown()
    await server.stop()
  }

  @Test(arguments: [Wire.clearHTTP1, .clearHTTP2]) func tinyPiecesAreNotKeptOneByOne(_ wire: Wire) async throws {
    let gate = Gate()
    let pieces = Locked<[Int]>([])
    let router: HTTPRouter = { _ in
      .streaming { exchange in
        await gate.wait()
        for try await piece in exchange.body { pieces.withLock { $0.append(piece.count) } }
      }
    }
    try await withServer(wire, router: router) { server, client, endpoint in
      let raw = try RawClient(port: server.port)
      var bytes: [UInt8] = []
      if wire == .clearHTTP1 {
        bytes += Array("POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n".utf8)
        for _ in 0..<1000 { bytes += Array("1\r\nx\r\n".utf8) }
        bytes += Array("0\r\n\r\n".utf8)
      } else {
        bytes += HTTP2Frame.opening
        bytes += HTTP2Frame(.headers, flags: HTTP2Frame.endHeaders, stream: 1, HTTP2Frame.postRoot).bytes
        for _ in 0..<999 { bytes += HTTP2Frame(.data, stream: 1, [1]).bytes }
        bytes += HTTP2Frame(.data, flags: HTTP2Frame.endStream, stream: 1, [1]).bytes
      }
      raw.send(bytes)
      try await eventually("the handler waits") { await gate.waiting == 1 }
      try await eventually("all has arrived") { server.metrics.bytesReceived >= bytes.count }
      await gate.open()
      try await eventually("all has been read") { server.metrics.requestsInFlight == 0 }
      let sizes = pieces.withLock { $0 }
      #expect(sizes.reduce(0, +) == 1000)
      #expect(sizes.count < 10)
    }
  }

  @Test func trailersOfManyStreamsAreNotAddedUp() async throws {
    try await withServer(.clearHTTP2, router: LimitTests.echo) { server, _, _ in
      let raw = try RawClient(port: server.port)
      var bytes = HTTP2Frame.opening
      let streams = stride(from: UInt32(1), to: 161, by: 2)
      for id in streams {
        bytes += HTTP2Frame(.headers, flags: HTTP2Frame.endHeaders, stream: id, HTTP2Frame.postRoot).bytes
      }
      // A value of 16,000 bytes: 127 and the rest as 15,873 in groups of seven bits.
      let trailer = [0, 1, UInt8(ascii: "t"), 127, 0x81, 0x7c] + [UInt8](repeating: 0x61, count: 16_000)
      for id in streams {
        let flags = HTTP2Frame.endHeaders | HTTP2Frame.endStream
        bytes += HTTP2Frame(.headers, flags: flags, stream: id, trailer).bytes
      }
      bytes += HTTP2Frame(.goAway, Array(repeating: 0, count: 8)).bytes
      raw.send(bytes)
      let frames = HTTP2Frame.parse(raw.readToEnd() ?? [])
      #expect(frames.filter { $0.kind == HTTP2Frame.Kind.headers.rawValue && $0.payload.first == 0x88 }.count == 80)
      #expect(server.metrics.limitsHit.isEmpty)
    }
  }

  @Test(arguments: ["", "GET / HTTP/1.1\r\nhost: x\r\n\r\n"]) func idleConnectionsKeepNobodyOut(_ said: String)
    async throws
  {
    var limits = Limits.patient
    limits.connections = 8
    let server = try HTTPServer.start(
      .init(address: .tcp(host: "127.0.0.1", port: 0), limits: limits, reactors: 1), router: LimitTests.echo)
    var held: [RawClient] = []
    for number in 1...20 {
      let raw = try RawClient(port: server.port)
      if !said.isEmpty {
        raw.send(said)
        #expect(raw.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
      }
      held.append(raw)
      try await eventually("it is taken") { server.metrics.connectionsAccepted == number }
    }
    try await eventually("others have gone for it") { server.metrics.connectionsOpen == 8 }
    #expect(server.metrics.limitsHit == [.connections: 12])
    withExtendedLifetime(held) {}
    await server.stop()
  }

  /// Four streams of 1 MiB each once filled the window that all streams of a connection share.
  @Test func bodiesThatNobodyReadsLeaveRoomForOthers() async throws {
    let large = HTTPResponse(status: 200, body: [UInt8](repeating: 1, count: 3 << 20))
    let router: HTTPRouter = { head in
      switch head.path {
      case "/large": .respond(large)
      case "/deaf": .streaming { _ in try await Task.sleep(for: .seconds(1000)) }
      default: .immediate { HTTPResponse(status: 200, body: $0.body.bytes) }
      }
    }
    try await withServer(.clearHTTP2, router: router) { server, client, endpoint in
      var held: [HTTPClientResponse] = []
      for _ in 0..<8 {
        held.append(try await client.send(HTTPClientRequest(target: "/large", timeout: nil), to: endpoint))
      }
      let deaf = (0..<8).map { _ in
        Task {
          let body = HTTPClientRequest.Body.bytes(large.body)
          _ = try await client.send(
            HTTPClientRequest(method: "POST", target: "/deaf", body: body, timeout: nil), to: endpoint)
        }
      }
      try await eventually("they are under way") { server.metrics.requestsInFlight == 8 }
      try await eventually("their windows are full") { server.metrics.bytesReceived >= 8 << 20 }
      let response = try await client.send(
        HTTPClientRequest(method: "POST", target: "/echo", body: .bytes([1, 2, 3])), to: endpoint)
      #expect(try await response.body.collect() == [1, 2, 3])
      #expect(client.metrics.connectionsAccepted == 1)
      for task in deaf { task.cancel() }
      for task in deaf { _ = try? await task.value }
      withExtendedLifetime(held) {}
    }
  }

  // MARK: messages that must not be mixed up

  @Test(arguments: [
    (5, "0123456789", "01234", 2), (5, "01", "01", 1), (0, "x", "", 2),
  ]) func announcedLengthIsKept(_ length: Int, _ written: String, _ sent: String, _ answers: Int) async throws {
    let router: HTTPRouter = { _ in
      .streaming { exchange in
        try await exchange.start(status: 200, headers: ["content-length": "\(length)"])
        try? await exchange.write(Array(written.utf8))
      }
    }
    try await withServer(.clearHTTP1, router: router) { server, _, _ in
      let raw = try RawClient(port: server.port)
      raw.send(Self.request + Self.request)
      raw.finishWriting()
      let read = try #require(raw.readToEnd())
      #expect(count("HTTP/1.1", in: read) == answers)
      #expect(String(decoding: read, as: UTF8.self).hasSuffix("\r\n\r\n" + sent))
    }
  }

  @Test(arguments: ["-1", "+5", "x", "1, 1", ""]) func lengthThatIsNoneIsRefused(_ length: String) async throws {
    let router: HTTPRouter = { _ in
      .streaming { try await $0.start(status: 200, headers: ["content-length": length]) }
    }
    for wire in [Wire.clearHTTP1, .clearHTTP2] {
      try await withServer(wire, router: router) { _, client, endpoint in
        let response = try await client.send(HTTPClientRequest(target: "/"), to: endpoint)
        #expect(response.status == 500)
      }
    }
  }

  @Test(arguments: [204, 304]) func responseWithoutBodyHasNone(_ status: Int) async throws {
    let router: HTTPRouter = { _ in
      .streaming { exchange in
        try await exchange.start(status: status)
        try? await exchange.write(Array("HTTP/1.1 200 forged".utf8))
      }
    }
    try await withServer(.clearHTTP1, router: router) { server, _, _ in
      let raw = try RawClient(port: server.port)
      raw.send(Self.request + Self.request)
      raw.finishWriting()
      let read = try #require(raw.readToEnd())
      #expect(count("forged", in: read) == 0)
      #expect(count("HTTP/1.1 \(status)", in: read) == 2)
    }
  }

  /// RFC 9113 section 8.3.1.
  @Test func hostThatContradictsTheAuthorityIsRefused() async throws {
    try await withServer(.clearHTTP2, router: LimitTests.echo) { server, _, _ in
      for (host, status) in [("x", UInt8(0x88)), ("y", 0x8c)] {
        let raw = try RawClient(port: server.port)
        let block = HTTP2Frame.getRoot + HTTP2Frame.field("host", host)
        let flags = HTTP2Frame.endHeaders | HTTP2Frame.endStream
        raw.send(
          HTTP2Frame.opening + HTTP2Frame(.headers, flags: flags, stream: 1, block).bytes
            + HTTP2Frame(.goAway, Array(repeating: 0, count: 8)).bytes)
        let frames = HTTP2Frame.parse(raw.readToEnd() ?? [])
        #expect(frames.first { $0.kind == HTTP2Frame.Kind.headers.rawValue }?.payload.first == status)
      }
    }
  }

  @Test func valuesHaveNoControlBytesAndNoSpaceAround() {
    let headers: HTTPHeaders = ["a": " one\n", "b": "\u{1}two\u{7f}three\t", "": "nameless", "c": " \r\n"]
    #expect(headers["a"] == "one")
    #expect(headers["b"] == "two three")
    #expect(headers["c"] == "")
    #expect(headers.count == 3)
  }

  @Test func authorityCannotForgeFields() async throws {
    let client = try HTTPClient(configuration: .patient)
    let endpoint = HTTPEndpoint(address: .tcp(host: "127.0.0.1", port: 1), authority: "x\r\ny: z")
    await #expect(throws: TransportError.invalidArgument("authority of the endpoint")) {
      try await client.send(HTTPClientRequest(target: "/"), to: endpoint)
    }
    await client.shutdown()
  }

  @Test func chunksOfLittleElseThanExtensionsAreRefused() {
    func parse(_ chunks: String) -> [String] {
      var parser = HTTP1Parser(role: .request, headLimit: 1000)
      var rest = Array("POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n\(chunks)0\r\n\r\n".utf8)[...]
      while true {
        var used = 0
        let event = rest.withUnsafeBytes { parser.next($0, consumed: &used) }
        rest = rest.dropFirst(used)
        switch event {
        case .end: return ["end"]
        case .failure(let error): return ["\(error.status)"]
        case .needsMore: return ["more"]
        case .head, .body: continue
        }
      }
    }
    #expect(parse(String(repeating: "1\r\nx\r\n", count: 20_000)) == ["end"])
    #expect(parse(String(repeating: "1;a=b\r\nx\r\n", count: 20_000)) == ["end"])
    let extended = "1;" + String(repeating: "a", count: 1000) + "\r\nx\r\n"
    #expect(parse(String(repeating: extended, count: 10)) == ["end"])
    #expect(parse(String(repeating: extended, count: 30)) == ["400"])
  }

  @Test func headThatCannotBeSentEndsItsStream() async throws {
    let router: HTTPRouter = { head in
      head.path == "/alive"
        ? .respond(HTTPResponse(status: 200))
        : .respond(HTTPResponse(status: 200, headers: ["x": String(repeating: "a", count: 100_000)]))
    }
    try await withServer(.clearHTTP2, router: router) { _, client, endpoint in
      await #expect(throws: TransportError.streamReset(2)) {
        try await client.send(HTTPClientRequest(target: "/", timeout: .seconds(100)), to: endpoint)
      }
      try await expectAlive(client, endpoint)
    }
  }

  // MARK: lifetimes

  @Test func serverRemovesOnlyItsOwnSocketFile() async throws {
    let folder = try TemporaryFolder()
    let address = SocketAddress.unix(path: folder.path + "/socket")
    let old = try HTTPServer.start(.init(address: address, reactors: 1), router: LimitTests.echo)
    let new = try HTTPServer.start(.init(address: address, reactors: 1), router: LimitTests.echo)
    await old.stop()
    let client = try HTTPClient(configuration: .patient)
    try await expectAlive(client, HTTPEndpoint(address: address))
    await client.shutdown()
    await new.stop()
    #expect(access(folder.path + "/socket", F_OK) != 0)
  }

  @Test func serverThatIsDrainedTwiceEndsBothTimes() async throws {
    let gate = Gate()
    let server = try HTTPServer.start(.init(address: .tcp(host: "127.0.0.1", port: 0), reactors: 2)) { _ in
      .buffered(bodyLimit: nil) { _ in
        .later {
          await gate.wait()
          return HTTPResponse(status: 200)
        }
      }
    }
    let client = try HTTPClient(configuration: .patient)
    let lost = Task { try await client.send(HTTPClientRequest(target: "/"), to: HTTPEndpoint(address: server.address)) }
    try await eventually("the request is under way") { await gate.waiting == 1 }
    let first = Task { await server.drain(grace: .seconds(1000)) }
    try await eventually("the drain has begun") { server.isDraining }
    try await Task.sleep(for: .milliseconds(300))
    await server.stop()
    await first.value
    await gate.open()
    _ = try? await lost.value
    await client.shutdown()
  }

  @Test func serverThatNobodyHoldsGoesOnServing() async throws {
    let group = try ReactorGroup(count: 1)
    func start() throws -> HTTPEndpoint {
      let server = try HTTPServer.start(
        .init(address: .tcp(host: "127.0.0.1", port: 0)), group: group, router: LimitTests.echo)
      return HTTPEndpoint(address: server.address)
    }
    let endpoint = try start()
    let client = try HTTPClient(configuration: .patient)
    for _ in 0..<3 { try await expectAlive(client, endpoint) }
    await client.shutdown()
    group.shutdown()
  }

  @Test(arguments: ["/return", "/throw"]) func upgradeEndsWithItsHandler(_ path: String) async throws {
    let router: HTTPRouter = { head in
      .streaming { exchange in
        _ = try await exchange.upgrade()
        if head.path == "/throw" { throw CancellationError() }
      }
    }
    try await withServer(.clearHTTP1, router: router) { server, _, _ in
      let raw = try RawClient(port: server.port)
      raw.send("GET \(path) HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: raw\r\n\r\n")
      let read = try #require(raw.readToEnd())
      #expect(count("HTTP/1.1 101", in: read) == 1)
      try await eventually("the connection is gone") { server.metrics.connectionsOpen == 0 }
    }
  }

  @Test(arguments: [Wire.clearHTTP1, .clearHTTP2]) func readerThatIsCancelledLeavesTheWriterAlone(_ wire: Wire)
    async throws
  {
    let gate = Gate()
    let size = 32 << 20
    let router: HTTPRouter = { _ in
      .streaming { exchange in
        try await exchange.start(status: 200)
        let reader = Task { for try await _ in exchange.body {} }
        let writer = Task { try await exchange.write([UInt8](repeating: 1, count: size)) }
        await gate.wait()
        reader.cancel()
        _ = try? await reader.value
        try await writer.value
      }
    }
    try await withServer(wire, router: router) { server, client, endpoint in
      let body = HTTPClientRequest.Body.stream {
        try await $0.write([1])
        try await Task.sleep(for: .seconds(1000))
      }
      let response = try await client.send(
        HTTPClientRequest(method: "POST", target: "/", body: body, timeout: nil), to: endpoint)
      try await eventually("the handler waits") { await gate.waiting == 1 }
      await gate.open()
      #expect(try await response.body.collect().count == size)
    }
  }
}
