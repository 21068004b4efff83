import Testing

@testable import Transport

/// What a parser made of some bytes.
private struct Outcome: Equatable {
  var heads: [String] = []
  var bodies: [String] = []
  var ends = 0
  var error: Int?
  var unconsumed = 0
}

private func parse(
  _ text: String, role: HTTP1Parser.Role = .request, step: Int = .max, headLimit: Int = 1000, isToHead: Bool = false
) -> Outcome {
  var parser = HTTP1Parser(role: role, headLimit: headLimit)
  parser.nextResponseHasNoBody = isToHead
  var outcome = Outcome()
  let all = Array(text.utf8)
  var buffer: [UInt8] = []
  var sent = 0
  var body = ""
  while true {
    let count = min(step, all.count - sent)
    buffer += all[sent..<(sent + count)]
    sent += count
    var isHungry = false
    while !isHungry {
      var consumed = 0
      let event = buffer.withUnsafeBytes { bytes -> HTTP1Parser.Event in
        let event = parser.next(bytes, consumed: &consumed)
        if case .body(let range) = event { body += String(decoding: bytes[range], as: UTF8.self) }
        return event
      }
      buffer.removeFirst(consumed)
      switch event {
      case .needsMore: isHungry = true
      case .head(let head):
        outcome.heads.append(head.isRequest ? "\(head.method) \(head.path)" : "\(head.status)")
      case .body: break
      case .end:
        outcome.ends += 1
        outcome.bodies.append(body)
        body = ""
      case .failure(let error):
        outcome.error = error.status
        return outcome
      }
    }
    if sent == all.count { break }
  }
  outcome.unconsumed = buffer.count
  return outcome
}

@Suite struct HTTP1ParserTests {
  static let steps = [Int.max, 1, 2, 7]

  @Test(arguments: steps) func pipelinedRequestsAreSeparated(_ step: Int) {
    let text =
      "GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST /b?c HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
      + "PUT /d HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\nA;x=\"y\"\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n"
      + "\r\nGET /e HTTP/1.1\r\nHost: x\r\n\r\n"
    let outcome = parse(text, step: step)
    #expect(
      outcome
        == Outcome(
          heads: ["GET /a", "POST /b", "PUT /d", "GET /e"], bodies: ["", "hello", "abc0123456789", ""], ends: 4))
  }

  @Test func fieldsAreReadAsTheyAre() throws {
    let text =
      "OPTIONS * HTTP/1.1\r\nHOST: example.org:8443\r\nX-Empty:\r\nX-Space: \t a b \t\r\nx-twice: 1\r\nX-Twice: 2\r\n"
      + "Expect: 100-Continue\r\nConnection: close\r\nContent-Length: 3\r\n\r\n"
    var parser = HTTP1Parser(role: .request, headLimit: 1000)
    var consumed = 0
    let event = Array(text.utf8).withUnsafeBytes { parser.next($0, consumed: &consumed) }
    guard case .head(let head) = event else {
      Issue.record("no head: \(event)")
      return
    }
    #expect(consumed == text.utf8.count)
    #expect(head.path == "*")
    #expect(head.authority == "example.org:8443")
    #expect(head.headers["x-empty"] == "")
    #expect(head.headers["X-Space"] == "a b")
    #expect(head.headers.values("x-twice") == ["1", "2"])
    #expect(head.expectsContinue)
    #expect(!head.keepsAlive)
    #expect(head.framing == .length(3))
    #expect(head.headers.map(\.name).contains("host"))
  }

  @Test func absoluteFormOverridesHost() {
    var parser = HTTP1Parser(role: .request, headLimit: 1000)
    var consumed = 0
    let text = "GET http://real.example/p?q=1 HTTP/1.1\r\nHost: other\r\n\r\n"
    let event = Array(text.utf8).withUnsafeBytes { parser.next($0, consumed: &consumed) }
    guard case .head(let head) = event else {
      Issue.record("no head: \(event)")
      return
    }
    #expect(head.authority == "real.example")
    #expect(head.path == "/p")
    #expect(head.query == "q=1")
  }

  /// Requests that two programs could read differently, or that nobody should send.
  static let refused: [(String, Int)] = [
    ("GET / HTTP/1.1\nHost: x\n\n", 400), ("GET / HTTP/1.1\r\nHost: x\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: x\r\n\n", 400), ("GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: x\r\nA\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: x\r\n: b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: x\r\nA(: b\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: x\r\nA\u{e4}: b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: x y\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: u@x\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 4\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +3\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -3\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x3\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, chunked\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: \"chunked\"\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\u{0b}chunked\r\n\r\n", 400),
    ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\n\r\n", 417), ("GET a HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET x.example/a HTTP/1.1\r\nHost: x\r\n\r\n", 400), ("GET ftp://x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET http:///a HTTP/1.1\r\nHost: x\r\n\r\n", 400), ("GET http://u@x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400), ("GET /a#b HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400), ("GET /\u{e4} HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400), ("GET /\tHTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET / HTTP/1.1 \r\nHost: x\r\n\r\n", 400), ("GET /\r\nHost: x\r\n\r\n", 400),
    ("G@T / HTTP/1.1\r\nHost: x\r\n\r\n", 400), (" GET / HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET / HTTP/1.2\r\nHost: x\r\n\r\n", 505), ("GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505),
    ("PRI * HTTP/2.0\r\n\r\n", 505), ("GET / http/1.1\r\nHost: x\r\n\r\n", 400),
    ("GET / HTTP/11\r\nHost: x\r\n\r\n", 400), ("CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", 405),
    ("\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 400), ("\u{16}\u{3}\u{1}\n", 400),
    ("GET / HTTP/1.1\r\nHost: x\r\nA: " + String(repeating: "b", count: 1000) + "\r\n\r\n", 431),
    ("GET /" + String(repeating: "b", count: 1100), 431),
  ]

  @Test(arguments: refused, [Int.max, 1]) func ambiguousRequestsAreRefused(_ request: (String, Int), _ step: Int) {
    #expect(parse(request.0, step: step).error == request.1, "\(request.0.debugDescription)")
  }

  static let refusedChunks: [(String, Int)] = [
    ("\r\n", 400), ("x\r\n", 400), ("-1\r\n", 400), ("+1\r\n", 400), ("0x1\r\n", 400), (" 1\r\n", 400), ("1\n", 400),
    ("1\r\nab", 400), ("1\r\na\nb", 400), ("1 \r\na\r\n", 400), ("1 x\r\na\r\n", 400), ("1;a\rb\r\n", 400),
    ("1;a\u{1}\r\n", 400), ("FFFFFFFFFFFFFFFF\r\n", 400), ("00000000000000000001\r\n", 400),
    ("0\r\nContent-Length : 3\r\n\r\n", 400), ("0\r\n folded\r\n\r\n", 400), ("0\r\nA: b\n\r\n", 400),
    ("0\r\n" + String(repeating: "A: b\r\n", count: 200) + "\r\n", 431),
    ("1;" + String(repeating: "a", count: 5000), 400),
  ]

  @Test(arguments: refusedChunks, [Int.max, 1]) func brokenChunksAreRefused(_ chunks: (String, Int), _ step: Int) {
    let text = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks.0
    #expect(parse(text, step: step).error == chunks.1, "\(chunks.0.debugDescription)")
  }

  @Test(arguments: steps) func responsesAreDelimited(_ step: Int) {
    let text =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nHTTP/1.1 200\r\n"
      + "Content-Length: 2\r\n\r\nokHTTP/1.0 304 Not Modified\r\nContent-Length: 7\r\n\r\nHTTP/1.1 200 OK\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n\r\nto the end"
    let outcome = parse(text, role: .response, step: step)
    #expect(outcome.heads == ["100", "204", "200", "304", "200", "200"])
    #expect(outcome.bodies == ["", "ok", "", "a"])
    #expect(outcome.error == nil)
  }

  @Test func responseToHeadHasNoBody() {
    let outcome = parse("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", role: .response, isToHead: true)
    #expect(outcome.ends == 1)
  }

  @Test(arguments: [
    "HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1  200 OK\r\n\r\n", "ICY 200 OK\r\n\r\n", "HTTP/1.1 099 OK\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
  ]) func brokenResponsesAreRefused(_ text: String) {
    #expect(parse(text, role: .response).error != nil)
  }
}
