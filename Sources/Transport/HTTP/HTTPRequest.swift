/// A protocol version that a connection can speak.
public enum HTTPVersion: String, Sendable, Hashable {
  case http1_0 = "HTTP/1.0"
  case http1_1 = "HTTP/1.1"
  case http2 = "HTTP/2"

  /// The name in ALPN (RFC 7301).
  var alpn: String { self == .http2 ? "h2" : "http/1.1" }
}

/// Facts of a connection that its requests share.
public final class ConnectionInfo: Sendable {
  /// Where the peer connected from; `.unix(path: "")` over a UNIX socket.
  public let peerAddress: SocketAddress
  /// The verified certificate that the client presented, if any.
  public let peerCertificate: PeerCertificate?
  /// Whether the connection is encrypted.
  public let isSecure: Bool

  public init(peerAddress: SocketAddress, peerCertificate: PeerCertificate? = nil, isSecure: Bool = false) {
    self.peerAddress = peerAddress
    self.peerCertificate = peerCertificate
    self.isSecure = isSecure
  }
}

/// A request without its body: what a router decides by.
public struct HTTPRequestHead: Sendable {
  /// As sent; methods are case-sensitive.
  public var method: String
  /// The path as sent, percent-encoded, always with a leading slash (or `*` with OPTIONS), without the query.
  public var path: String
  /// What follows the first `?`, as sent; nil without one.
  public var query: String?
  public var scheme: String
  /// Host and port as in `host` or `:authority`; empty when an HTTP/1.0 client sent none.
  public var authority: String
  public var version: HTTPVersion
  public var headers: HTTPHeaders
  public var connection: ConnectionInfo

  public init(
    method: String, path: String, query: String? = nil, scheme: String = "https", authority: String = "",
    version: HTTPVersion = .http1_1, headers: HTTPHeaders = HTTPHeaders(),
    connection: ConnectionInfo = ConnectionInfo(peerAddress: .unix(path: ""))
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.scheme = scheme
    self.authority = authority
    self.version = version
    self.headers = headers
    self.connection = connection
  }
}

/// A complete body, contiguous in memory.
public struct HTTPBody: Sendable {
  /// The body's bytes.
  public var bytes: [UInt8]

  public init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  public var count: Int { bytes.count }
  public var isEmpty: Bool { bytes.isEmpty }

  /// Reads the bytes in place; the buffer is valid during the call.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBytes(body)
  }
}

/// A request whose body has arrived in full.
public struct HTTPRequest: Sendable {
  public var head: HTTPRequestHead
  public var body: HTTPBody

  public init(head: HTTPRequestHead, body: HTTPBody = HTTPBody()) {
    self.head = head
    self.body = body
  }
}

/// A complete response. `content-length`, `date` and what frames the message are added on the wire.
public struct HTTPResponse: Sendable {
  /// 200 … 599.
  public var status: Int
  public var headers: HTTPHeaders
  public var body: [UInt8]

  public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// One line of text.
  public init(status: Int, text: String) {
    self.init(status: status, headers: .plainText, body: Array((text + "\n").utf8))
  }

  /// Status code, reason phrase and newline as text, for answers that the transport gives itself.
  static func error(_ status: Int) -> HTTPResponse {
    HTTPResponse(status: status, text: "\(status) \(HTTPStatus.reason(status))")
  }
}

/// Reason phrases (RFC 9110 section 15).
enum HTTPStatus {
  static func reason(_ status: Int) -> StaticString {
    switch status {
    case 100: "Continue"
    case 101: "Switching Protocols"
    case 200: "OK"
    case 201: "Created"
    case 202: "Accepted"
    case 204: "No Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 304: "Not Modified"
    case 307: "Temporary Redirect"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 410: "Gone"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 415: "Unsupported Media Type"
    case 417: "Expectation Failed"
    case 422: "Unprocessable Content"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 505: "HTTP Version Not Supported"
    default: "Status"
    }
  }
}
