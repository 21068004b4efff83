import Glibc

/// Parses a complete head: the start line, the fields, and what they say of framing (RFC 9112 sections 3 to 6).
enum HTTP1HeadParser {
  /// `bytes` ends with the CRLF of the last field (or of the start line).
  static func parse(_ bytes: UnsafeRawBufferPointer, role: HTTP1Parser.Role, hasNoBody: Bool)
    throws(HTTP1Error) -> HTTP1Head
  {
    var head = HTTP1Head(isRequest: role == .request)
    var facts = FramingFacts()
    var lineStart = 0
    var isFirst = true
    while lineStart < bytes.count {
      guard let base = bytes.baseAddress, let found = memchr(base + lineStart, 0x0a, bytes.count - lineStart) else {
        throw HTTP1Error(400, "incomplete line")
      }
      let next = UnsafeRawPointer(found) - base + 1
      let line = UnsafeRawBufferPointer(rebasing: bytes[lineStart..<(next - 2)])
      lineStart = next
      if isFirst {
        isFirst = false
        if role == .request { try requestLine(line, &head) } else { try statusLine(line, &head) }
        continue
      }
      let (name, value) = try field(line)
      head.headers.append(name: name, value: value)
      try facts.note(name, value)
    }
    if role == .request { try facts.finishRequest(&head) } else { try facts.finishResponse(&head, hasNoBody) }
    return head
  }

  /// field-line of RFC 9112 section 5: the name, and the value without surrounding white space.
  static func field(_ line: UnsafeRawBufferPointer) throws(HTTP1Error)
    -> (name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer)
  {
    guard let first = line.first else { throw HTTP1Error(400, "empty field line") }
    if first == 0x20 || first == 0x09 { throw HTTP1Error(400, "folded field line") }
    var colon = 0
    while colon < line.count, line[colon] != UInt8(ascii: ":") {
      if !HTTPGrammar.isTokenByte(line[colon]) { throw HTTP1Error(400, "invalid field name") }
      colon += 1
    }
    if colon == 0 || colon == line.count { throw HTTP1Error(400, "field line without a name and colon") }
    let value = UnsafeRawBufferPointer(rebasing: HTTPGrammar.trimmed(line[(colon + 1)...]))
    for byte in value where !HTTPGrammar.isFieldValueByte(byte) { throw HTTP1Error(400, "invalid field value") }
    return (UnsafeRawBufferPointer(rebasing: line[0..<colon]), value)
  }

  private static func version(_ bytes: Slice<UnsafeRawBufferPointer>) throws(HTTP1Error) -> HTTPVersion {
    if bytes.elementsEqual("HTTP/1.1".utf8) { return .http1_1 }
    if bytes.elementsEqual("HTTP/1.0".utf8) { return .http1_0 }
    let isVersion = bytes.count == 8 && bytes.prefix(5).elementsEqual("HTTP/".utf8)
    throw isVersion ? HTTP1Error(505, "version not supported") : HTTP1Error(400, "invalid version")
  }

  private static func requestLine(_ line: UnsafeRawBufferPointer, _ head: inout HTTP1Head) throws(HTTP1Error) {
    guard let methodEnd = line.firstIndex(of: 0x20), methodEnd > 0, methodEnd <= 32,
      let targetEnd = line.lastIndex(of: 0x20), targetEnd > methodEnd
    else { throw HTTP1Error(400, "invalid request line") }
    for byte in line[0..<methodEnd] where !HTTPGrammar.isTokenByte(byte) { throw HTTP1Error(400, "invalid method") }
    head.method = String(decoding: line[0..<methodEnd], as: UTF8.self)
    head.version = try version(line[(targetEnd + 1)...])
    let target = UnsafeRawBufferPointer(rebasing: line[(methodEnd + 1)..<targetEnd])
    if target.isEmpty { throw HTTP1Error(400, "no request target") }
    for byte in target where !HTTPGrammar.isTargetByte(byte) { throw HTTP1Error(400, "invalid request target") }
    try setTarget(target, &head)
  }

  /// origin-form, absolute-form and asterisk-form of RFC 9112 section 3.2.
  private static func setTarget(_ target: UnsafeRawBufferPointer, _ head: inout HTTP1Head) throws(HTTP1Error) {
    if head.method == "CONNECT" { throw HTTP1Error(405, "CONNECT is not served") }
    var pathAndQuery = target[...]
    if target[0] != UInt8(ascii: "/") {
      if target.count == 1, target[0] == UInt8(ascii: "*") {
        if head.method != "OPTIONS" { throw HTTP1Error(400, "target * without OPTIONS") }
        head.path = "*"
        return
      }
      let start: Int
      if target.count > 7, HTTPGrammar.equalsIgnoringCase(UnsafeRawBufferPointer(rebasing: target[0..<7]), "http://") {
        head.scheme = "http"
        start = 7
      } else if target.count > 8,
        HTTPGrammar.equalsIgnoringCase(UnsafeRawBufferPointer(rebasing: target[0..<8]), "https://")
      {
        head.scheme = "https"
        start = 8
      } else {
        throw HTTP1Error(400, "target without leading slash")
      }
      let end = target[start...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? target.count
      head.authority = try authority(UnsafeRawBufferPointer(rebasing: target[start..<end]))
      if head.authority.isEmpty { throw HTTP1Error(400, "target without host") }
      pathAndQuery = target[end...]
    }
    let question = pathAndQuery.firstIndex(of: UInt8(ascii: "?"))
    let path = pathAndQuery[pathAndQuery.startIndex..<(question ?? pathAndQuery.endIndex)]
    head.path = path.isEmpty ? "/" : String(decoding: path, as: UTF8.self)
    if let question { head.query = String(decoding: pathAndQuery[(question + 1)...], as: UTF8.self) }
  }

  static func authority(_ bytes: UnsafeRawBufferPointer) throws(HTTP1Error) -> String {
    for byte in bytes where !HTTPGrammar.isAuthorityByte(byte) { throw HTTP1Error(400, "invalid host") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func statusLine(_ line: UnsafeRawBufferPointer, _ head: inout HTTP1Head) throws(HTTP1Error) {
    guard line.count >= 12, line[8] == 0x20, line.count == 12 || line[12] == 0x20,
      let status = HTTPGrammar.decimal(UnsafeRawBufferPointer(rebasing: line[9..<12])), status >= 100
    else { throw HTTP1Error(400, "invalid status line") }
    for byte in line[12...] where !HTTPGrammar.isFieldValueByte(byte) { throw HTTP1Error(400, "invalid status line") }
    head.version = try version(line[0..<8])
    head.status = status
  }
}

/// What the fields of one head say about framing and the connection.
private struct FramingFacts {
  private var lengths = 0
  private var length: Int?
  private var transferEncodings = 0
  private var isChunked = false
  private var hosts = 0
  private var host = ""
  private var closes = false
  private var keepsAlive = false
  private var upgrades = false
  private var hasUpgradeField = false
  private var expectations = 0
  private var expectsContinue = false

  mutating func note(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws(HTTP1Error) {
    // By length first: few names need a comparison.
    switch name.count {
    case 4 where HTTPGrammar.equalsIgnoringCase(name, "host"):
      hosts += 1
      host = try HTTP1HeadParser.authority(value)
    case 6 where HTTPGrammar.equalsIgnoringCase(name, "expect"):
      expectations += 1
      expectsContinue = HTTPGrammar.equalsIgnoringCase(value, "100-continue")
    case 7 where HTTPGrammar.equalsIgnoringCase(name, "upgrade"):
      hasUpgradeField = true
    case 10 where HTTPGrammar.equalsIgnoringCase(name, "connection"):
      for part in value.split(separator: UInt8(ascii: ",")) {
        let bytes = UnsafeRawBufferPointer(rebasing: HTTPGrammar.trimmed(part))
        if HTTPGrammar.equalsIgnoringCase(bytes, "close") { closes = true }
        if HTTPGrammar.equalsIgnoringCase(bytes, "keep-alive") { keepsAlive = true }
        if HTTPGrammar.equalsIgnoringCase(bytes, "upgrade") { upgrades = true }
      }
    case 14 where HTTPGrammar.equalsIgnoringCase(name, "content-length"):
      lengths += 1
      guard let value = HTTPGrammar.decimal(value) else { throw HTTP1Error(400, "invalid content-length") }
      length = value
    case 17 where HTTPGrammar.equalsIgnoringCase(name, "transfer-encoding"):
      transferEncodings += 1
      isChunked = HTTPGrammar.equalsIgnoringCase(value, "chunked")
    default:
      break
    }
  }

  private func checkFraming() throws(HTTP1Error) {
    if lengths > 1 { throw HTTP1Error(400, "more than one content-length") }
    if transferEncodings > 0, lengths > 0 { throw HTTP1Error(400, "content-length and transfer-encoding") }
  }

  private func connectionPersists(_ version: HTTPVersion) -> Bool {
    version == .http1_0 ? keepsAlive && !closes : !closes
  }

  func finishRequest(_ head: inout HTTP1Head) throws(HTTP1Error) {
    try checkFraming()
    if transferEncodings > 0 {
      if head.version == .http1_0 { throw HTTP1Error(400, "transfer-encoding in HTTP/1.0") }
      if transferEncodings > 1 || !isChunked { throw HTTP1Error(501, "transfer coding not supported") }
      head.framing = .chunked
    } else if let length {
      head.framing = .length(length)
    }
    if hosts > 1 || (hosts == 0 && head.version == .http1_1) { throw HTTP1Error(400, "not exactly one host") }
    if head.authority.isEmpty { head.authority = host }
    if expectations > 0, !expectsContinue || expectations > 1 { throw HTTP1Error(417, "unknown expectation") }
    head.expectsContinue = expectsContinue && head.version == .http1_1
    head.keepsAlive = connectionPersists(head.version)
    head.isUpgrade = upgrades && hasUpgradeField && head.version == .http1_1
  }

  func finishResponse(_ head: inout HTTP1Head, _ hasNoBody: Bool) throws(HTTP1Error) {
    try checkFraming()
    head.keepsAlive = connectionPersists(head.version)
    head.isUpgrade = head.status == 101
    if head.status < 200 || head.status == 204 || head.status == 304 || hasNoBody { return }
    if transferEncodings > 0 {
      if transferEncodings > 1 || !isChunked { throw HTTP1Error(501, "transfer coding not supported") }
      head.framing = .chunked
    } else if let length {
      head.framing = .length(length)
    } else {
      head.framing = .untilClose
      head.keepsAlive = false
    }
  }
}
