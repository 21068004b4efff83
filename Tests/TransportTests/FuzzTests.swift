import Testing

@testable import Transport

/// A generator whose run a seed repeats (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  /// Changes some bytes: flips, inserts, removes, repeats, cuts, or copies a piece of another sample.
  mutating func mutate(_ bytes: [UInt8], with samples: [[UInt8]]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...6, using: &self) {
      let position = Int.random(in: 0...result.count, using: &self)
      switch Int.random(in: 0..<7, using: &self) {
      case 0 where position < result.count: result[position] = UInt8.random(in: 0 ... .max, using: &self)
      case 1 where position < result.count: result[position] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 2: result.insert([0, 0x0a, 0x0d, 0x20, 0x3a, 0xff].randomElement(using: &self) ?? 0, at: position)
      case 3 where position < result.count: result.remove(at: position)
      case 4:
        let end = min(result.count, position + Int.random(in: 0..<40, using: &self))
        result.insert(contentsOf: result[position..<end], at: position)
      case 5: result.removeLast(Int.random(in: 0...min(8, result.count), using: &self))
      default:
        let sample = samples.randomElement(using: &self) ?? []
        let start = Int.random(in: 0...sample.count, using: &self)
        result.insert(contentsOf: sample[start...].prefix(60), at: position)
      }
    }
    return result
  }
}

@Suite struct FuzzTests {
  /// Fixed seeds keep a run comparable; a new one each time finds something new.
  static let seeds: [UInt64] = [1, 2, 3, .random(in: 0 ... .max)]

  private static let messages: [[UInt8]] = [
    "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "GET http://x/a?b HTTP/1.1\r\nHost: x\r\nConnection: close, upgrade\r\n\r\n",
    "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello",
    "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1f;a=b\r\n"
      + "0123456789012345678901234567890\r\n0\r\nTrailer: x\r\n\r\n",
    "OPTIONS * HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\nHTTP/1.0 404\r\n\r\nto the end",
  ].map { Array($0.utf8) }

  /// Everything that a parser says of the bytes, when fed in pieces of the given sizes.
  private static func transcript(
    _ bytes: [UInt8], _ role: HTTP1Parser.Role, pieces: () -> Int
  ) -> (text: String, isBounded: Bool) {
    var parser = HTTP1Parser(role: role, headLimit: 400)
    var log = ""
    var body: [UInt8] = []
    var buffer: [UInt8] = []
    var sent = 0
    var isBounded = true
    while true {
      let count = min(pieces(), bytes.count - sent)
      buffer += bytes[sent..<(sent + count)]
      sent += count
      var rounds = 0
      feeding: while true {
        rounds += 1
        // Each event but one a message uses up bytes.
        if rounds > 3 * bytes.count + 10 { return (log, false) }
        var consumed = 0
        let event = buffer.withUnsafeBytes { input in
          let event = parser.next(input, consumed: &consumed)
          if case .body(let range) = event { body += input[range] }
          return event
        }
        if consumed > buffer.count { return (log, false) }
        buffer.removeFirst(consumed)
        switch event {
        case .needsMore: break feeding
        case .head(let head):
          log += "head \(head.method) \(head.path) \(head.status) \(head.framing) \(head.headers.count);"
        case .body: break
        case .end:
          log += "end \(body);"
          body = []
        case .failure(let error): return (log + "\(body) error \(error.status)", isBounded)
        }
      }
      if buffer.count > 5000 { isBounded = false }
      if sent == bytes.count { break }
    }
    return (log + "\(body)", isBounded)
  }

  @Test(arguments: seeds) func parserSaysTheSameHoweverBytesAreCut(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<3000 {
      let role: HTTP1Parser.Role = round % 3 == 0 ? .response : .request
      let sample = Self.messages[Int.random(in: 0..<Self.messages.count, using: &random)]
      let bytes = random.mutate(sample, with: Self.messages)
      let whole = Self.transcript(bytes, role) { .max }
      let single = Self.transcript(bytes, role) { 1 }
      let largest = Int.random(in: 1...20, using: &random)
      let pieces = Self.transcript(bytes, role) { Int.random(in: 1...largest, using: &random) }
      let isEqual = whole == single && whole == pieces && whole.isBounded
      #expect(isEqual, "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      if !isEqual { return }
    }
  }

  private static let frames: [[UInt8]] = [
    HTTP2Frame.opening,
    HTTP2Frame(.headers, flags: HTTP2Frame.endHeaders | HTTP2Frame.endStream, stream: 1, HTTP2Frame.getRoot).bytes,
    HTTP2Frame(
      .headers, flags: HTTP2Frame.endHeaders, stream: 3,
      HTTP2Frame.postRoot + HTTP2Frame.field("content-length", "5") + HTTP2Frame.field(":path", "/stream")
    ).bytes,
    HTTP2Frame(.headers, flags: HTTP2Frame.endHeaders, stream: 3, HTTP2Frame.postRoot).bytes,
    HTTP2Frame(.data, flags: HTTP2Frame.endStream, stream: 3, Array("hello".utf8)).bytes,
    HTTP2Frame(.headers, stream: 5, HTTP2Frame.getRoot).bytes,
    HTTP2Frame(.continuation, flags: HTTP2Frame.endHeaders, stream: 5, HTTP2Frame.field("a", "b")).bytes,
    HTTP2Frame(.priority, stream: 7, [0, 0, 0, 1, 9]).bytes, HTTP2Frame(.reset, stream: 3, [0, 0, 0, 8]).bytes,
    HTTP2Frame(.settings, [0, 4, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0]).bytes, HTTP2Frame(.settings, flags: 1).bytes,
    HTTP2Frame(.ping, Array("12345678".utf8)).bytes, HTTP2Frame(.goAway, Array(repeating: 0, count: 8)).bytes,
    HTTP2Frame(.windowUpdate, stream: 3, [0, 0, 1, 0]).bytes,
  ]

  private static let router: HTTPRouter = { head in
    switch head.path {
    case "/alive": .respond(HTTPResponse(status: 200))
    case "/stream":
      .streaming { exchange in
        try await exchange.start(status: 200)
        for try await chunk in exchange.body { try await exchange.write(chunk) }
      }
    default:
      .buffered(bodyLimit: 100) { request in
        request.body.count % 2 == 0
          ? .response(HTTPResponse(status: 200, body: request.body.bytes))
          : .later {
            await Task.yield()
            return HTTPResponse(status: 200, body: request.body.bytes)
          }
      }
    }
  }

  /// A real server, so that handlers, limits and the closing of connections take part.
  @Test(arguments: seeds) func serverSurvivesMutatedHTTP2(_ seed: UInt64) async throws {
    try await survives(seed, .clearHTTP2) { random in
      var bytes = HTTP2Frame.opening
      for _ in 0..<Int.random(in: 1...8, using: &random) { bytes += Self.frames.randomElement(using: &random) ?? [] }
      // The preface mostly stays whole, else nothing behind it would be looked at.
      if Int.random(in: 0..<10, using: &random) == 0 { return random.mutate(bytes, with: Self.frames) }
      return HTTP2Frame.opening + random.mutate(Array(bytes.dropFirst(HTTP2Frame.opening.count)), with: Self.frames)
    }
  }

  @Test(arguments: seeds) func serverSurvivesMutatedHTTP1(_ seed: UInt64) async throws {
    try await survives(seed, .clearHTTP1) { random in
      let sample = Self.messages[Int.random(in: 0..<5, using: &random)]
      return random.mutate(sample, with: Self.messages)
    }
  }

  private func survives(_ seed: UInt64, _ wire: Wire, _ make: (inout SeededGenerator) -> [UInt8]) async throws {
    var random = SeededGenerator(seed: seed)
    var limits = Limits.patient
    // What waits for more is ended soon.
    limits.idle = .seconds(1)
    limits.requestHead = .seconds(1)
    limits.requestBody = .seconds(1)
    try await withServer(wire, limits: limits, router: Self.router) { server, client, endpoint in
      for round in 0..<150 {
        let bytes = make(&random)
        let raw = try RawClient(port: server.port)
        raw.send(bytes)
        raw.finishWriting()
        if round % 3 == 0 { _ = raw.readToEnd() }
        if round % 50 == 49 { try await expectAlive(client, endpoint) }
      }
      try await eventually("every handler ends (seed \(seed))") { server.metrics.requestsInFlight == 0 }
      try await eventually("every connection ends (seed \(seed))") { server.metrics.connectionsOpen <= 1 }
      try await expectAlive(client, endpoint)
    }
  }
}
