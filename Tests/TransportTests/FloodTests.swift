import Testing

@testable import Transport

@Suite struct FloodTests {
  static let ok: HTTPRouter = { _ in .respond(HTTPResponse(status: 200, text: "ok")) }

  /// What a hostile client sends, the GOAWAY that it must get, and what is counted.
  struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var code: UInt32
    var limit: LimitKind?
    var testDescription: String { name }
  }

  static func repeated(_ count: Int, _ make: (Int) -> [UInt8]) -> [UInt8] {
    HTTP2Frame.opening + (0..<count).flatMap(make)
  }

  static let attacks: [Attack] = [
    Attack(
      name: "rapid reset",
      bytes: repeated(700) {
        let id = UInt32(2 * $0 + 1)
        return HTTP2Frame(
          .headers, flags: HTTP2Frame.endHeaders, stream: id, HTTP2Frame.getRoot
        ).bytes + HTTP2Frame(.reset, stream: id, [0, 0, 0, 8]).bytes
      }, code: HTTP2Frame.enhanceYourCalm, limit: .resetFlood),
    Attack(
      name: "resets provoked from the server",
      bytes: repeated(700) {
        let id = UInt32(2 * $0 + 1)
        // More bytes than announced are an error of the stream, for which the server resets it.
        let block = HTTP2Frame.postRoot + HTTP2Frame.field("content-length", "1")
        return HTTP2Frame(.headers, flags: HTTP2Frame.endHeaders, stream: id, block).bytes
          + HTTP2Frame(.data, stream: id, [1, 1]).bytes
      }, code: HTTP2Frame.enhanceYourCalm, limit: .resetFlood),
    Attack(
      name: "continuation flood",
      bytes: HTTP2Frame.opening + HTTP2Frame(.headers, stream: 1, HTTP2Frame.getRoot).bytes
        + (0..<100).flatMap { _ in HTTP2Frame(.continuation, stream: 1, HTTP2Frame.field("a", "b")).bytes },
      code: HTTP2Frame.enhanceYourCalm, limit: .continuationFlood),
    Attack(
      name: "ping flood",
      bytes: repeated(3000) { _ in HTTP2Frame(.ping, Array(repeating: 0, count: 8)).bytes },
      code: HTTP2Frame.enhanceYourCalm, limit: nil),
    Attack(
      name: "settings flood", bytes: repeated(3000) { _ in HTTP2Frame(.settings).bytes },
      code: HTTP2Frame.enhanceYourCalm, limit: nil),
    Attack(
      name: "empty data flood",
      bytes: HTTP2Frame.opening
        + HTTP2Frame(.headers, flags: HTTP2Frame.endHeaders, stream: 1, HTTP2Frame.postRoot).bytes
        + (0..<3000).flatMap { _ in HTTP2Frame(.data, stream: 1).bytes },
      code: HTTP2Frame.enhanceYourCalm, limit: .controlFrameFlood),
    Attack(
      name: "priority flood",
      bytes: repeated(3000) { _ in HTTP2Frame(.priority, stream: 1, [0, 0, 0, 3, 1]).bytes },
      code: HTTP2Frame.enhanceYourCalm, limit: .controlFrameFlood),
    Attack(
      name: "header bomb",
      // A field of 4000 bytes enters the dynamic table; then one byte stands for it, 16,000 times.
      bytes: HTTP2Frame.opening
        + HTTP2Frame(
          .headers, flags: HTTP2Frame.endHeaders, stream: 1,
          HTTP2Frame.getRoot + [0x40, 1, UInt8(ascii: "a"), 0x7f, 0xa1, 0x1e]
            + Array(repeating: UInt8(ascii: "b"), count: 4000) + Array(repeating: 0xbe, count: 12_000)
        ).bytes,
      code: HTTP2Frame.enhanceYourCalm, limit: .headerSize),
    Attack(
      name: "data on stream 0", bytes: HTTP2Frame.opening + HTTP2Frame(.data, stream: 0, [1]).bytes,
      code: HTTP2Frame.protocolError, limit: nil),
    Attack(
      name: "no settings after the preface",
      bytes: HTTP2Frame.preface + HTTP2Frame(.ping, Array(repeating: 0, count: 8)).bytes,
      code: HTTP2Frame.protocolError, limit: nil),
    Attack(
      name: "frame larger than allowed",
      bytes: HTTP2Frame.opening + HTTP2Frame(.headers, stream: 1, Array(repeating: 0, count: 20_000)).bytes, code: 6,
      limit: nil),
    Attack(
      name: "header block that cannot be decoded",
      bytes: HTTP2Frame.opening
        + HTTP2Frame(.headers, flags: HTTP2Frame.endHeaders, stream: 1, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff]).bytes,
      code: 9, limit: nil),
  ]

  @Test(arguments: attacks) func hostileConnectionIsCutAndTheServerGoesOn(_ attack: Attack) async throws {
    try await withServer(.clearHTTP2, router: Self.ok) { server, client, endpoint in
      let raw = try RawClient(port: server.port)
      raw.send(attack.bytes)
      let answer = raw.readToEnd()
      #expect(HTTP2Frame.goAwayCode(answer) == attack.code)
      if let limit = attack.limit { #expect(server.metrics.limitsHit[limit, default: 0] >= 1) }
      try await expectAlive(client, endpoint)
      try await eventually("every handler is accounted for") { server.metrics.requestsInFlight == 0 }
    }
  }

  @Test func mostResetsAreNoFlood() async throws {
    try await withServer(.clearHTTP2, router: { _ in .streaming { _ in try await Task.sleep(for: .seconds(100)) } }) {
      server, client, endpoint in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<200 {
          group.addTask {
            await #expect(throws: TransportError.deadlineExceeded) {
              try await client.send(HTTPClientRequest(target: "/", timeout: .milliseconds(50)), to: endpoint)
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(server.metrics.limitsHit.isEmpty)
      #expect(client.metrics.connectionsAccepted <= 2)
      try await eventually("handlers are cancelled") { server.metrics.requestsInFlight == 0 }
    }
  }

  @Test func handlersThatIgnoreResetsCountAsStreams() async throws {
    var limits = Limits.patient
    limits.concurrentStreams = 10
    let gate = Gate()
    let router: HTTPRouter = { head in
      if head.path == "/alive" { return .respond(HTTPResponse(status: 200)) }
      return .streaming { _ in await gate.wait() }
    }
    try await withServer(.clearHTTP2, limits: limits, router: router) { server, client, endpoint in
      let raw = try RawClient(port: server.port)
      raw.send(
        Self.repeated(30) {
          let id = UInt32(2 * $0 + 1)
          return HTTP2Frame(
            .headers, flags: HTTP2Frame.endHeaders | HTTP2Frame.endStream, stream: id, HTTP2Frame.getRoot
          ).bytes + HTTP2Frame(.reset, stream: id, [0, 0, 0, 8]).bytes
        })
      try await eventually("further streams are refused") {
        server.metrics.limitsHit[.concurrentStreams, default: 0] >= 19
      }
      try await expectAlive(client, endpoint)
      await gate.open()
      try await eventually("handlers end") { server.metrics.requestsInFlight == 0 }
    }
  }
}

/// Lets tasks wait, deaf to cancellation, until it is opened.
actor Gate {
  private var isOpen = false
  private var waiters: [CheckedContinuation<Void, Never>] = []

  func wait() async {
    if isOpen { return }
    await withCheckedContinuation { waiters.append($0) }
  }

  func open() {
    isOpen = true
    for waiter in waiters { waiter.resume() }
    waiters = []
  }

  var waiting: Int { waiters.count }
}
