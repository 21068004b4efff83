/// How a response's head is written (RFC 9112 section 4), apart from what its handler chose.
struct HTTP1ResponseHead {
  enum Connection {
    case close, keepAlive
    /// HTTP/1.1's own rule applies: the connection stays.
    case unsaid
  }

  var status: Int
  /// The length of a complete body; nil when it is streamed.
  var length: Int?
  var isChunked: Bool
  var connection: Connection

  static func mayHaveBody(_ status: Int) -> Bool { status >= 200 && status != 204 && status != 304 }

  /// Writes status line and fields; those that frame the message are ours, whatever the handler set.
  func append(_ headers: HTTPHeaders, date: [UInt8], to output: inout ByteQueue) {
    if status == 200 {
      output.append("HTTP/1.1 200 OK\r\ndate: ")
    } else {
      output.append("HTTP/1.1 ")
      output.append(Array(String(status).utf8))
      output.append(" ")
      output.append(HTTPStatus.reason(status))
      output.append("\r\ndate: ")
    }
    output.append(date)
    output.append("\r\n")
    headers.forEachBytes { name, value in
      if HTTPGrammar.equalsIgnoringCase(name, "connection") { return }
      if HTTPGrammar.equalsIgnoringCase(name, "transfer-encoding") { return }
      if length != nil, HTTPGrammar.equalsIgnoringCase(name, "content-length") { return }
      Self.appendField(name, value, to: &output)
    }
    if let length, Self.mayHaveBody(status) {
      output.append("content-length: ")
      output.append(Array(String(length).utf8))
      output.append("\r\n")
    }
    if isChunked { output.append("transfer-encoding: chunked\r\n") }
    switch connection {
    case .close: output.append("connection: close\r\n\r\n")
    case .keepAlive: output.append("connection: keep-alive\r\n\r\n")
    case .unsaid: output.append("\r\n")
    }
  }

  static func appendField(
    _ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer, to output: inout ByteQueue
  ) {
    output.append(name)
    output.append(": ")
    output.append(value)
    output.append("\r\n")
  }
}
