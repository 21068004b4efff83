import Testing

@testable import Transport

@Suite struct WebSocketTests {
  @Test(arguments: [0, 1, 125, 126, 127, 65_535, 65_536, 100_000])
  func messagesComeBackInBothDirections(_ size: Int) throws {
    let payload = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
    for (from, to) in [(WebSocketCodec.Role.client, WebSocketCodec.Role.server), (.server, .client)] {
      var sender = WebSocketCodec(role: from)
      var receiver = WebSocketCodec(role: to)
      let frame = sender.encode(.binary(payload)) + sender.encode(.text("grüße")) + sender.encode(.ping([1]))
      // In pieces of any size, and all at once.
      var messages: [WebSocketMessage] = []
      for start in stride(from: 0, to: frame.count, by: 997) {
        messages += try receiver.decode(frame[start..<min(start + 997, frame.count)])
      }
      #expect(messages == [.binary(payload), .text("grüße"), .ping([1])])
      #expect(try receiver.decode(frame) == messages)
    }
  }

  @Test func fragmentsAreJoinedAroundControlFrames() throws {
    var codec = WebSocketCodec(role: .client)
    #expect(try codec.decode([0x01, 3] + Array("Hel".utf8)) == [])
    #expect(try codec.decode([0x89, 1, 7]) == [.ping([7])])
    #expect(try codec.decode([0x00, 1] + Array("l".utf8)) == [])
    #expect(try codec.decode([0x80, 1] + Array("o".utf8)) == [.text("Hello")])
  }

  /// Frames that a client must refuse, with the close code.
  static let refused: [(String, [UInt8], UInt16)] = [
    ("reserved bit", [0xc2, 0], 1002), ("unknown opcode", [0x83, 0], 1002),
    ("unknown control opcode", [0x8b, 0], 1002), ("masked by a server", [0x82, 0x80, 0, 0, 0, 0], 1002),
    ("fragmented ping", [0x09, 0], 1002), ("long ping", [0x89, 126, 0, 126], 1002),
    ("continuation of nothing", [0x80, 0], 1002), ("new message inside another", [0x01, 0, 0x81, 0], 1002),
    ("16-bit length for a short frame", [0x82, 126, 0, 125], 1002),
    ("64-bit length for a short frame", [0x82, 127, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 1002),
    ("length with the highest bit", [0x82, 127, 0x80, 0, 0, 0, 0, 1, 0, 0], 1002),
    ("frame too big", [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 1], 1009), ("text that is no UTF-8", [0x81, 1, 0xff], 1007),
    ("close code of one byte", [0x88, 1, 3], 1002), ("close code 1005", [0x88, 2, 0x03, 0xed], 1002),
    ("close code 999", [0x88, 2, 0x03, 0xe7], 1002),
    ("close reason that is no UTF-8", [0x88, 3, 0x03, 0xe8, 0xff], 1007),
  ]

  @Test(arguments: refused) func breachesAreRefused(_ name: String, _ bytes: [UInt8], _ code: UInt16) {
    var codec = WebSocketCodec(role: .client, maximumFrameBytes: 65_536)
    do throws(WebSocketError) {
      _ = try codec.decode(bytes)
      Issue.record("\(name) was accepted")
    } catch {
      #expect(error.closeCode == code, "\(name): \(error.reason)")
    }
  }

  @Test func unmaskedFramesAreRefusedByAServer() {
    var codec = WebSocketCodec(role: .server)
    #expect(throws: WebSocketError.self) { try codec.decode([0x82, 0]) }
  }

  @Test func fragmentsCannotGrowWithoutBound() throws {
    var codec = WebSocketCodec(role: .client, maximumFrameBytes: 100, maximumMessageBytes: 250)
    let piece = [UInt8](repeating: 1, count: 100)
    #expect(try codec.decode([0x02, 100] + piece) == [])
    #expect(try codec.decode([0x00, 100] + piece) == [])
    #expect(throws: WebSocketError(closeCode: 1009, reason: "message too long")) {
      try codec.decode([0x00, 100] + piece)
    }
  }

  @Test func closeEndsTheStream() throws {
    var sender = WebSocketCodec(role: .server)
    var receiver = WebSocketCodec(role: .client)
    let bytes = sender.encode(.close(code: 1000, reason: "bye")) + sender.encode(.text("late"))
    #expect(try receiver.decode(bytes) == [.close(code: 1000, reason: "bye")])
    #expect(try receiver.decode([0xff, 0xff]) == [])
    #expect(sender.encode(.close(code: nil, reason: "")) == [0x88, 0])
    #expect(sender.encode(.close(code: 1011, reason: String(repeating: "ä", count: 100))).count <= 127)
  }

  @Test func handshakeOfTheStandard() throws {
    // The example of RFC 6455 section 1.3.
    #expect(WebSocketHandshake.accept("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
  }

  @Test func handshakeChoosesASubprotocol() throws {
    let (headers, accept) = WebSocketHandshake.request(protocols: ["a.example", "b.example"])
    var head = HTTPRequestHead(method: "GET", path: "/", headers: headers)
    #expect(throws: WebSocketRefusal(status: 400)) { try WebSocketHandshake.response(to: head) }
    head.headers["upgrade"] = "websocket"
    head.headers["connection"] = "keep-alive, Upgrade"
    let answer = try WebSocketHandshake.response(to: head, supported: ["c.example", "b.example"])
    #expect(answer["sec-websocket-accept"] == accept)
    #expect(answer["sec-websocket-protocol"] == "b.example")
    head.headers["sec-websocket-version"] = "8"
    #expect(throws: WebSocketRefusal(status: 426)) { try WebSocketHandshake.response(to: head) }
  }
}
