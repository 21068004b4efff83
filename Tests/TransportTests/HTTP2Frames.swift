import Testing

@testable import Transport

/// Hand-made HTTP/2 frames (RFC 9113 section 4), for saying what nghttp2 as a client would not say.
struct HTTP2Frame: Equatable {
  enum Kind: UInt8 {
    case data = 0, headers, priority, reset, settings, pushPromise, ping, goAway, windowUpdate, continuation
  }

  var kind: UInt8
  var flags: UInt8 = 0
  var stream: UInt32 = 0
  var payload: [UInt8] = []

  init(_ kind: Kind, flags: UInt8 = 0, stream: UInt32 = 0, _ payload: [UInt8] = []) {
    self.kind = kind.rawValue
    self.flags = flags
    self.stream = stream
    self.payload = payload
  }

  var bytes: [UInt8] {
    let count = payload.count
    return [UInt8(count >> 16 & 255), UInt8(count >> 8 & 255), UInt8(count & 255), kind, flags]
      + Self.word(stream) + payload
  }

  static func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }

  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
  static let opening = preface + HTTP2Frame(.settings).bytes

  static let endStream: UInt8 = 1
  static let endHeaders: UInt8 = 4

  /// `:method GET`, `:scheme http`, `:path /`, `:authority x`.
  static let getRoot: [UInt8] = [0x82, 0x86, 0x84, 0x41, 1, UInt8(ascii: "x")]
  static let postRoot: [UInt8] = [0x83, 0x86, 0x84, 0x41, 1, UInt8(ascii: "x")]

  /// A literal field that is not indexed (RFC 7541 section 6.2.2), of fewer than 127 bytes each.
  static func field(_ name: String, _ value: String) -> [UInt8] {
    [0, UInt8(name.utf8.count)] + Array(name.utf8) + [UInt8(value.utf8.count)] + Array(value.utf8)
  }

  /// All complete frames of a server's bytes.
  static func parse(_ bytes: [UInt8]) -> [HTTP2Frame] {
    var frames: [HTTP2Frame] = []
    var rest = bytes[...]
    while rest.count >= 9 {
      let head = Array(rest.prefix(9))
      let count = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
      guard rest.count >= 9 + count else { break }
      var frame = HTTP2Frame(.data)
      frame.kind = head[3]
      frame.flags = head[4]
      frame.stream = head[5...].reduce(0) { $0 << 8 | UInt32($1) }
      frame.payload = Array(rest.dropFirst(9).prefix(count))
      frames.append(frame)
      rest = rest.dropFirst(9 + count)
    }
    return frames
  }

  /// The error code of the last GOAWAY.
  static func goAwayCode(_ bytes: [UInt8]?) -> UInt32? {
    guard let bytes, let last = parse(bytes).last(where: { $0.kind == Kind.goAway.rawValue }) else { return nil }
    return last.payload[4..<8].reduce(0) { $0 << 8 | UInt32($1) }
  }

  static let protocolError: UInt32 = 1
  static let enhanceYourCalm: UInt32 = 11
}

/// Waits until something becomes true; records an issue when it does not within a generous time.
func eventually(
  _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation, _ condition: () async throws -> Bool
) async throws {
  for _ in 0..<2000 {
    if try await condition() { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  Issue.record(what, sourceLocation: sourceLocation)
}

/// Whether the server still answers.
func expectAlive(
  _ client: HTTPClient, _ endpoint: HTTPEndpoint, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let response = try await client.send(HTTPClientRequest(target: "/alive"), to: endpoint)
  #expect(response.status == 200, sourceLocation: sourceLocation)
  _ = try await response.body.collect()
}
