/// Collects the fields of one header block; nghttp2 has checked them (RFC 9113 section 8.3).
struct HTTP2RequestBuilder {
  private var method = ""
  private var target: [UInt8] = []
  private var scheme = ""
  private var authority = ""
  private var host: String?
  private var headers = HTTPHeaders()
  /// Names, values and 32 bytes a field (RFC 9113 section 10.5.1), those not kept included.
  private(set) var size = 0
  /// The announced length of the body; nghttp2 holds the peer to it.
  private(set) var contentLength: Int?
  /// Whether `host` names something else than `:authority`, which is not allowed (RFC 9113 section 8.3.1).
  private(set) var hasContradictingHost = false
  var isCut = false

  mutating func reset() { self = HTTP2RequestBuilder() }

  /// Keeps the field unless the block has grown beyond `limit`.
  mutating func add(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer, limit: Int) {
    size += name.count + value.count + 32
    if size > limit { return }
    guard name.first == UInt8(ascii: ":") else {
      if name.count == 14, HTTPGrammar.equalsIgnoringCase(name, "content-length") {
        contentLength = HTTPGrammar.decimal(value)
      } else if name.count == 4, HTTPGrammar.equalsIgnoringCase(name, "host") {
        host = String(decoding: value, as: UTF8.self)
      }
      return headers.append(name: name, value: value, isLowercase: true)
    }
    if HTTPGrammar.equalsIgnoringCase(name, ":path") {
      target = Array(value)
    } else if HTTPGrammar.equalsIgnoringCase(name, ":method") {
      method = String(decoding: value, as: UTF8.self)
    } else if HTTPGrammar.equalsIgnoringCase(name, ":scheme") {
      scheme = String(decoding: value, as: UTF8.self)
    } else if HTTPGrammar.equalsIgnoringCase(name, ":authority") {
      authority = String(decoding: value, as: UTF8.self)
    }
  }

  /// The head. An invalid target becomes an empty path, which the connection refuses.
  mutating func takeHead(scheme fallback: String, connection: ConnectionInfo) -> HTTPRequestHead {
    let question = target.firstIndex(of: UInt8(ascii: "?"))
    let isValid = target.allSatisfy(HTTPGrammar.isTargetByte)
    let path = isValid ? String(decoding: target[..<(question ?? target.count)], as: UTF8.self) : ""
    if let host {
      if authority.isEmpty { authority = host }
      hasContradictingHost = host != authority
    }
    // An idle connection must not keep the fields of its last request.
    defer {
      headers = HTTPHeaders()
      target = []
    }
    return HTTPRequestHead(
      method: method, path: path, query: question.map { String(decoding: target[($0 + 1)...], as: UTF8.self) },
      scheme: scheme.isEmpty ? fallback : scheme, authority: authority, version: .http2, headers: headers,
      connection: connection)
  }
}
