/// Collects the fields of one header block; nghttp2 has checked them (RFC 9113 section 8.3).
struct HTTP2RequestBuilder {
  private var method = ""
  private var target: [UInt8] = []
  private var scheme = ""
  private var authority = ""
  private var headers = HTTPHeaders()
  /// Names, values and 32 bytes a field (RFC 9113 section 10.5.1), those not kept included.
  private(set) var size = 0
  var isCut = false

  mutating func reset() { self = HTTP2RequestBuilder() }

  /// Keeps the field unless the block has grown beyond `limit`.
  mutating func add(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer, limit: Int) {
    size += name.count + value.count + 32
    if size > limit { return }
    guard name.first == UInt8(ascii: ":") else { return headers.append(name: name, value: value) }
    if name.elementsEqual(":path".utf8) {
      target = Array(value)
    } else if name.elementsEqual(":method".utf8) {
      method = String(decoding: value, as: UTF8.self)
    } else if name.elementsEqual(":scheme".utf8) {
      scheme = String(decoding: value, as: UTF8.self)
    } else if name.elementsEqual(":authority".utf8) {
      authority = String(decoding: value, as: UTF8.self)
    }
  }

  /// The head. An invalid target becomes an empty path, which the connection refuses.
  mutating func takeHead(scheme fallback: String, connection: ConnectionInfo) -> HTTPRequestHead {
    let question = target.firstIndex(of: UInt8(ascii: "?"))
    let isValid = target.allSatisfy(HTTPGrammar.isTargetByte)
    let path = isValid ? String(decoding: target[..<(question ?? target.count)], as: UTF8.self) : ""
    if authority.isEmpty { authority = headers["host"] ?? "" }
    return HTTPRequestHead(
      method: method, path: path, query: question.map { String(decoding: target[($0 + 1)...], as: UTF8.self) },
      scheme: scheme.isEmpty ? fallback : scheme, authority: authority, version: .http2, headers: headers,
      connection: connection)
  }
}
