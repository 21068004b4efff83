import COpenSSL

/// The opening handshake over HTTP/1.1 (RFC 6455 section 4).
public enum WebSocketHandshake {
  private static let magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

  /// The headers that a client sends beside `upgrade: websocket`, and the `sec-websocket-accept` that must come back.
  public static func request(protocols: [String] = []) -> (headers: HTTPHeaders, expectedAccept: String) {
    let key = base64((0..<16).map { _ in UInt8.random(in: 0 ... .max) })
    var headers: HTTPHeaders = ["sec-websocket-key": key, "sec-websocket-version": "13"]
    if !protocols.isEmpty { headers.append("sec-websocket-protocol", protocols.joined(separator: ", ")) }
    return (headers, accept(key))
  }

  /// Whether this is a WebSocket request at all.
  public static func isRequested(_ head: HTTPRequestHead) -> Bool {
    head.method == "GET" && head.headers.lists("upgrade", "websocket") && head.headers.lists("connection", "upgrade")
  }

  /// The headers of a server's 101, with the first of `supported` that the client offers.
  /// - Throws: the status with which to refuse: 426 for another version, else 400.
  public static func response(to head: HTTPRequestHead, supported: [String] = []) throws(WebSocketRefusal)
    -> HTTPHeaders
  {
    guard isRequested(head), let key = head.headers["sec-websocket-key"], key.utf8.count == 24 else {
      throw WebSocketRefusal(status: 400)
    }
    guard head.headers["sec-websocket-version"] == "13" else { throw WebSocketRefusal(status: 426) }
    var headers: HTTPHeaders = ["upgrade": "websocket", "sec-websocket-accept": accept(key)]
    if let chosen = supported.first(where: { offers(head, $0) }) { headers.append("sec-websocket-protocol", chosen) }
    return headers
  }

  /// Subprotocol names are compared with case.
  private static func offers(_ head: HTTPRequestHead, _ name: String) -> Bool {
    head.headers.values("sec-websocket-protocol").contains { value in
      value.split(separator: ",").contains { $0.drop { $0 == " " }.prefix { $0 != " " } == name }
    }
  }

  static func accept(_ key: String) -> String {
    let text = Array((key + magic).utf8)
    var digest = [UInt8](repeating: 0, count: 20)
    SHA1(text, text.count, &digest)
    return base64(digest)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      var digits: [UInt8] = []
      for _ in 0..<4 {
        digits.insert(alphabet[bits & 63], at: 0)
        bits >>= 6
      }
      for index in (group.count + 1)..<4 where group.count < 3 { digits[index] = UInt8(ascii: "=") }
      text += digits
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A handshake that cannot be accepted.
public struct WebSocketRefusal: Error, Sendable, Equatable {
  public var status: Int
}
