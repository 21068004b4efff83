import Glibc

/// Why a message is refused; the status is what a server answers.
struct HTTP1Error: Error, Equatable, Sendable {
  var status: Int
  var reason: String
  init(_ status: Int, _ reason: String) {
    self.status = status
    self.reason = reason
  }
}

/// How the body of a message is delimited (RFC 9112 section 6).
enum HTTP1Framing: Equatable, Sendable {
  case none
  case length(Int)
  case chunked
  /// A response that ends with the connection.
  case untilClose
}

/// The head of a request or response.
struct HTTP1Head: Sendable {
  var isRequest: Bool
  var method = ""
  var path = ""
  var query: String?
  var authority = ""
  var scheme: String?
  var status = 0
  var version = HTTPVersion.http1_1
  var headers = HTTPHeaders()
  var framing = HTTP1Framing.none
  var keepsAlive = true
  var expectsContinue = false
  var isUpgrade = false
}

/// An incremental HTTP/1.1 parser (RFC 9112): a value without I/O that is fed bytes and returns events.
///
/// Strict wherever two programs could read a message differently: lines end in CRLF, no folding, no space before a
/// colon, one framing, one host.
struct HTTP1Parser: Sendable {
  enum Role: Sendable { case request, response }

  enum Event {
    case needsMore
    case head(HTTP1Head)
    /// Body bytes, as a range of the input.
    case body(Range<Int>)
    case end
    case failure(HTTP1Error)
  }

  private enum State {
    case head
    case length(Int)
    case untilClose
    case chunkSize
    case chunkData(Int)
    case chunkEnd
    case trailers
    case end
    case failed(HTTP1Error)
  }

  private let role: Role
  private let headLimit: Int
  private var state = State.head
  /// How much of the unconsumed input has been looked at for the end of the head or line.
  private var scanned = 0
  private var lineStart = 0
  private var trailerBytes = 0
  /// Bytes of chunk size lines beyond what chunks of their size need.
  private var chunkExcess = 0
  private var hasSkippedEmptyLine = false
  /// A response to HEAD has a length but no body; the client sets it for each response.
  var nextResponseHasNoBody = false

  init(role: Role, headLimit: Int) {
    self.role = role
    self.headLimit = headLimit
  }

  /// Whether the parser stands between two messages.
  var isAtMessageStart: Bool {
    if case .head = state { true } else { false }
  }

  /// Looks at `input`, the bytes not consumed so far; `consumed` tells how many of them this event used up.
  mutating func next(_ input: UnsafeRawBufferPointer, consumed: inout Int) -> Event {
    consumed = 0
    switch state {
    case .head: return parseHead(input, &consumed)
    case .length(let remaining):
      if input.isEmpty { return .needsMore }
      let count = min(remaining, input.count)
      consumed = count
      state = count == remaining ? .end : .length(remaining - count)
      return .body(0..<count)
    case .untilClose:
      if input.isEmpty { return .needsMore }
      consumed = input.count
      return .body(0..<input.count)
    case .chunkSize, .chunkData, .chunkEnd, .trailers: return parseChunked(input, &consumed)
    case .end:
      state = .head
      hasSkippedEmptyLine = false
      return .end
    case .failed(let error): return .failure(error)
    }
  }

  /// Whether the end of input is a proper end of the message under way.
  mutating func inputClosed() -> Bool {
    switch state {
    case .untilClose:
      state = .end
      return true
    case .head, .end: return true
    default: return false
    }
  }

  private mutating func fail(_ status: Int, _ reason: String) -> Event {
    let error = HTTP1Error(status, reason)
    state = .failed(error)
    return .failure(error)
  }

  /// The end of the line that starts at `lineStart`: the index of its CR; nil when incomplete.
  private mutating func lineEnd(_ input: UnsafeRawBufferPointer) throws(HTTP1Error) -> Int? {
    guard let base = input.baseAddress, scanned < input.count,
      let found = memchr(base + scanned, 0x0a, input.count - scanned)
    else {
      scanned = input.count
      return nil
    }
    let index = UnsafeRawPointer(found) - base
    scanned = index + 1
    guard index > lineStart, input[index - 1] == 0x0d else { throw HTTP1Error(400, "line does not end in CRLF") }
    return index - 1
  }

  // MARK: head

  private mutating func parseHead(_ input: UnsafeRawBufferPointer, _ consumed: inout Int) -> Event {
    do throws(HTTP1Error) {
      while let end = try lineEnd(input) {
        if end == lineStart {
          if end == 0 {
            // RFC 9112 section 2.2: an empty line before the request line is skipped; we allow one.
            if role == .response || hasSkippedEmptyLine { throw HTTP1Error(400, "empty line instead of a message") }
            hasSkippedEmptyLine = true
            consumed = scanned
            resetScan()
            var more = 0
            let event = parseHead(UnsafeRawBufferPointer(rebasing: input[2...]), &more)
            consumed += more
            return event
          }
          guard scanned <= headLimit else { throw HTTP1Error(431, "header section too large") }
          let head = try HTTP1HeadParser.parse(
            UnsafeRawBufferPointer(rebasing: input[0..<lineStart]), role: role, hasNoBody: nextResponseHasNoBody)
          consumed = scanned
          resetScan()
          begin(head)
          return .head(head)
        }
        lineStart = scanned
      }
      if input.count > headLimit { throw HTTP1Error(431, "header section too large") }
      return .needsMore
    } catch {
      state = .failed(error)
      return .failure(error)
    }
  }

  private mutating func resetScan() {
    scanned = 0
    lineStart = 0
  }

  private mutating func begin(_ head: HTTP1Head) {
    switch head.framing {
    case .none: state = !head.isRequest && head.status < 200 && head.status != 101 ? .head : .end
    case .length(let count): state = count == 0 ? .end : .length(count)
    case .chunked:
      trailerBytes = 0
      chunkExcess = 0
      state = .chunkSize
    case .untilClose: state = .untilClose
    }
  }

  // MARK: chunks (RFC 9112 section 7.1)

  private static let chunkLineLimit = 4096
  private static let chunkExcessLimit = 16 << 10

  private mutating func parseChunked(_ input: UnsafeRawBufferPointer, _ consumed: inout Int) -> Event {
    do throws(HTTP1Error) {
      var offset = 0
      while true {
        let rest = UnsafeRawBufferPointer(rebasing: input[offset...])
        switch state {
        case .chunkSize:
          guard let end = try lineEnd(rest) else {
            if rest.count > Self.chunkLineLimit { throw HTTP1Error(400, "chunk size line too long") }
            consumed = offset
            return .needsMore
          }
          let size = try Self.chunkSize(UnsafeRawBufferPointer(rebasing: rest[0..<end]))
          // Chunks that consist of extensions would be a body without end that no limit on bodies sees.
          chunkExcess = max(0, chunkExcess + scanned - 16 - 2 * min(size, 1 << 20))
          if chunkExcess > Self.chunkExcessLimit { throw HTTP1Error(400, "chunks of little but extensions") }
          offset += scanned
          resetScan()
          state = size == 0 ? .trailers : .chunkData(size)
        case .chunkData(let remaining):
          consumed = offset
          if rest.isEmpty { return .needsMore }
          let count = min(remaining, rest.count)
          consumed = offset + count
          state = count == remaining ? .chunkEnd : .chunkData(remaining - count)
          return .body(offset..<(offset + count))
        case .chunkEnd:
          consumed = offset
          if rest.count < 2 {
            if rest.count == 1, rest[0] != 0x0d { throw HTTP1Error(400, "chunk does not end in CRLF") }
            return .needsMore
          }
          guard rest[0] == 0x0d, rest[1] == 0x0a else { throw HTTP1Error(400, "chunk does not end in CRLF") }
          offset += 2
          state = .chunkSize
        case .trailers:
          guard let end = try lineEnd(rest) else {
            if rest.count + trailerBytes > headLimit { throw HTTP1Error(431, "trailers too large") }
            consumed = offset
            return .needsMore
          }
          if end == 0 {
            consumed = offset + scanned
            resetScan()
            state = .head
            hasSkippedEmptyLine = false
            return .end
          }
          trailerBytes += scanned
          if trailerBytes > headLimit { throw HTTP1Error(431, "trailers too large") }
          // Checked like any field, then thrown away.
          _ = try HTTP1HeadParser.field(UnsafeRawBufferPointer(rebasing: rest[0..<end]))
          offset += scanned
          resetScan()
        default:
          return .needsMore
        }
      }
    } catch {
      state = .failed(error)
      return .failure(error)
    }
  }

  static func chunkSize(_ line: UnsafeRawBufferPointer) throws(HTTP1Error) -> Int {
    var value = 0
    var digits = 0
    while digits < line.count {
      let byte = line[digits]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: digit = 255
      }
      if digit == 255 { break }
      // 15 digits stay far from overflow, leading zeros included.
      if digits == 15 { throw HTTP1Error(400, "chunk size too large") }
      value = value << 4 | Int(digit)
      digits += 1
    }
    if digits == 0 { throw HTTP1Error(400, "chunk size is not hexadecimal") }
    var rest = line[digits...]
    if rest.isEmpty { return value }
    // BWS, then extensions, which mean nothing to us but must not hide a bare CR or another control byte.
    while let first = rest.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
    guard rest.first == UInt8(ascii: ";") else { throw HTTP1Error(400, "chunk size is not hexadecimal") }
    for byte in rest where !HTTPGrammar.isFieldValueByte(byte) { throw HTTP1Error(400, "invalid chunk extension") }
    return value
  }
}
