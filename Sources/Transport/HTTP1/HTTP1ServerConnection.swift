/// Serves HTTP/1.1 on a channel: one request at a time, answers in the order of the requests.
final class HTTP1ServerConnection: ChannelHandler, ServerConnection, DrainableConnection, @unchecked Sendable {
  // @unchecked: reactor's thread only
  private let shared: ServerCore
  private let counters: ServerReactor
  private let channel: Channel
  private let info: ConnectionInfo
  private let scheme: String
  private var parser: HTTP1Parser
  /// Bytes that arrived and were not consumed yet.
  private var input = ByteQueue()
  private var current: ServerStream?
  private var currentHead = HTTP1Head(isRequest: true)
  private var owesContinue = false
  private var usesChunks = false
  private var isDelimited = true
  private var keepsAlive = true
  private var isProcessing = false
  private var isResponseFinished = false
  private var isInputClosed = false
  private var isClosing = false
  private var hasServed = false

  /// Answers wait to be read, and further requests wait for that.
  private var isOutputFull = false

  private static let pipelineLimit = 64 << 10

  init(shared: ServerCore, counters: ServerReactor, channel: Channel, info: ConnectionInfo) {
    self.shared = shared
    self.counters = counters
    self.channel = channel
    self.info = info
    scheme = info.isSecure ? "https" : "http"
    parser = HTTP1Parser(role: .request, headLimit: shared.limits.headerBytes)
  }

  private var reactor: Reactor { channel.reactor }
  private var limits: Limits { shared.limits }

  // MARK: ChannelHandler

  func channelActive(_ channel: Channel) {
    counters.metrics.add(.http1Connections, 1)
    channel.deadline = reactor.now + shared.idleTime
  }

  func channelRead(_ channel: Channel, _ bytes: UnsafeRawBufferPointer) {
    if isClosing { return }
    if input.isEmpty, !isProcessing, current == nil || !isRequestRead {
      let used = process(bytes)
      if used < bytes.count { input.append(UnsafeRawBufferPointer(rebasing: bytes[used...])) }
    } else {
      input.append(bytes)
      processInput()
    }
    if current != nil, isRequestRead, input.count > Self.pipelineLimit { channel.pauseReading() }
  }

  private var isRequestRead: Bool { current?.isRequestComplete ?? false }

  private func processInput() {
    if isProcessing { return }
    let used = input.withUnsafeBytes { process($0) }
    input.consume(used)
    if input.count <= Self.pipelineLimit, !isOutputFull { channel.resumeReading() }
  }

  /// Parses as much as can be used now; the result is the number of bytes consumed.
  private func process(_ bytes: UnsafeRawBufferPointer) -> Int {
    isProcessing = true
    defer { isProcessing = false }
    var offset = 0
    while !isClosing, channel.isOpen {
      if isResponseFinished {
        guard endExchange() else { break }
      }
      // The next request waits until the one before it is answered.
      if let current, current.isRequestComplete { break }
      // And until the answers so far are read: a few bytes of request can ask for megabytes.
      if current == nil, channel.pending.count > limits.writeAheadBytes {
        isOutputFull = true
        channel.pauseReading()
        break
      }
      var used = 0
      let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
      let event = parser.next(rest, consumed: &used)
      offset += used
      switch event {
      case .needsMore:
        awaitInput(hasPartialHead: offset < bytes.count)
        return offset
      case .head(let head): begin(head)
      case .body(let range):
        owesContinue = false
        guard let current else { continue }
        let piece = UnsafeRawBufferPointer(rebasing: rest[range])
        current.receive(piece)
        if current.isStreaming, current.bodyCount - consumedBody > limits.writeAheadBytes { channel.pauseReading() }
      case .end:
        channel.deadline = .distantFuture
        deadlineKind = .none
        hasMoreInput = offset < bytes.count
        owesContinue = false
        current?.receiveEnd()
      case .failure(let error): refuse(error)
      }
    }
    if let upgraded {
      if offset < bytes.count { upgraded.channelRead(channel, UnsafeRawBufferPointer(rebasing: bytes[offset...])) }
      return bytes.count
    }
    if isClosing { return bytes.count }
    return offset
  }

  /// Whether bytes of the next request have arrived; while draining they keep the connection open.
  private var hasNextRequest: Bool { isProcessing ? hasMoreInput : !input.isEmpty }
  private var hasMoreInput = false
  private var upgraded: ByteStream?

  private var consumedBody = 0

  private func awaitInput(hasPartialHead: Bool) {
    let now = reactor.now
    if let current {
      // A request's body is under way.
      if current.isStreaming {
        channel.deadline = current.isWaitingForBody ? now + limits.requestBody : .distantFuture
      } else if deadlineKind != .body {
        channel.deadline = now + limits.requestBody
        deadlineKind = .body
      }
    } else if hasPartialHead {
      if deadlineKind != .head {
        channel.deadline = now + limits.requestHead
        deadlineKind = .head
      }
    } else {
      deadlineKind = .idle
      channel.deadline = now + shared.idleTime
    }
    if isInputClosed { inputEnded() }
  }

  private enum DeadlineKind { case idle, head, body, none }
  private var deadlineKind = DeadlineKind.idle

  private func begin(_ head: HTTP1Head) {
    counters.metrics.add(.requestsHTTP1, 1)
    hasServed = true
    deadlineKind = .none
    channel.deadline = .distantFuture
    currentHead = head
    keepsAlive = head.keepsAlive
    isResponseFinished = false
    usesChunks = false
    consumedBody = 0
    let request = HTTPRequestHead(
      method: head.method, path: head.path, query: head.query, scheme: head.scheme ?? scheme,
      authority: head.authority, version: head.version, headers: head.headers, connection: info)
    let stream = ServerStream(connection: self, owner: counters, id: 0, head: request)
    current = stream
    var length: Int?
    if case .length(let count) = head.framing { length = count }
    owesContinue = head.expectsContinue && head.framing != .none
    stream.begin(shared.router, announcedLength: length, hasBody: head.framing != .none && length != 0)
    // A buffered handler wants the body whatever comes; a streaming one says so by reading.
    if !stream.isStreaming, stream.responseState == .none { sendContinue() }
  }

  private func sendContinue() {
    guard owesContinue else { return }
    owesContinue = false
    channel.pending.append("HTTP/1.1 100 Continue\r\n\r\n")
    channel.flushSoon()
  }

  /// The exchange is over: false when the connection is not to be used any further.
  private func endExchange() -> Bool {
    isResponseFinished = false
    let wasComplete = current?.isRequestComplete ?? true
    current = nil
    if !keepsAlive || !wasComplete {
      isClosing = true
      channel.closeAfterFlush()
      return false
    }
    deadlineKind = .idle
    return true
  }

  /// After a response that was finished outside `process`: goes on with what was pipelined.
  private func responseFinished() {
    isResponseFinished = true
    channel.flushSoon()
    // Inside `process` its loop goes on by itself.
    if isProcessing { return }
    guard endExchange() else { return }
    processInput()
  }

  private func refuse(_ error: HTTP1Error) {
    counters.metrics.add(.protocolErrors, 1)
    if error.status == 431 { counters.metrics.countLimit(.headerSize) }
    keepsAlive = false
    if let current, current.responseState != .none || current.isStreaming {
      // A broken body of a request that is being answered: nothing true can be said any more.
      loseStream(.protocolViolation(error.reason))
      channel.close(.protocolViolation(error.reason))
      return
    }
    loseStream(.protocolViolation(error.reason))
    isClosing = true
    writeHead(error.status, .plainText, length: error.reason.utf8.count + 1)
    channel.pending.append(Array((error.reason + "\n").utf8))
    channel.closeAfterFlush()
  }

  private func loseStream(_ error: TransportError) {
    let lost = current
    current = nil
    lost?.connectionLost(error)
  }

  func channelInputClosed(_ channel: Channel) {
    isInputClosed = true
    if isClosing { return }
    if let current {
      current.inputLost()
      if current.isRequestComplete {
        // Requests that came before the end are still answered.
        if input.isEmpty { keepsAlive = false }
        return
      }
      loseStream(.connectionClosed)
      channel.close(.connectionClosed)
    } else if !isOutputFull {
      inputEnded()
    }
  }

  private func inputEnded() {
    isClosing = true
    channel.closeAfterFlush()
  }

  func channelProduce(_ channel: Channel, into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }

  func channelDrained(_ channel: Channel) {
    current?.resumeWriter()
    if isOutputFull {
      isOutputFull = false
      processInput()
    }
  }

  func channelDeadline(_ channel: Channel) {
    switch deadlineKind {
    case .idle:
      if !shared.isDraining { counters.metrics.countLimit(.idle) }
      isClosing = true
      channel.closeIdle()
    case .head:
      counters.metrics.countLimit(.requestHeadDeadline)
      refuse(HTTP1Error(408, "request head took too long"))
    case .body:
      counters.metrics.countLimit(.requestBodyDeadline)
      refuse(HTTP1Error(408, "request body took too long"))
    case .none:
      guard let current, current.isStreaming else { return }
      counters.metrics.countLimit(.requestBodyDeadline)
      current.failBody(.limit(.requestBodyDeadline))
      keepsAlive = false
    }
  }

  func channelClosed(_ channel: Channel, _ error: TransportError?) {
    isClosing = true
    loseStream(error ?? .connectionClosed)
    counters.closed(self)
  }

  // MARK: drain

  /// Answers what is under way, and closes once nothing has come for a moment.
  func drain() {
    if current == nil, deadlineKind == .idle, !isClosing { channel.deadline = reactor.now + shared.drainIdle }
  }

  func closeNow() { channel.close(.shutDown) }

  var dispensability: Dispensability {
    let isIdle = channel.isStaying && current == nil && input.isEmpty && channel.pending.isEmpty
    return isIdle ? (hasServed ? .idle : .unproven) : .needed
  }

  // MARK: ServerConnection

  func respond(_ stream: ServerStream, _ response: HTTPResponse) {
    guard stream === current, channel.isOpen else { return }
    if !stream.isRequestComplete { keepsAlive = false }
    if shared.isDraining, !hasNextRequest { keepsAlive = false }
    writeHead(response.status, response.headers, length: response.body.count)
    if !stream.isHead, HTTP1ResponseHead.mayHaveBody(response.status) { channel.pending.append(response.body) }
    responseFinished()
  }

  func startResponse(_ stream: ServerStream, status: Int, headers: HTTPHeaders) {
    guard stream === current, channel.isOpen else { return }
    if shared.isDraining, !hasNextRequest { keepsAlive = false }
    let hasLength = headers["content-length"] != nil
    let mayHaveBody = HTTP1ResponseHead.mayHaveBody(status)
    isDelimited = hasLength || currentHead.version != .http1_0
    if !hasLength, mayHaveBody {
      if currentHead.version == .http1_0 { keepsAlive = false } else { usesChunks = true }
    }
    writeHead(status, headers, length: nil)
    if stream.isHead { usesChunks = false }
    channel.flushSoon()
  }

  func write(_ stream: ServerStream, _ bytes: [UInt8]) -> Int? {
    guard stream === current, channel.isOpen else { return nil }
    if usesChunks {
      channel.pending.append(Array((String(bytes.count, radix: 16) + "\r\n").utf8))
      channel.pending.append(bytes)
      channel.pending.append("\r\n")
    } else {
      channel.pending.append(bytes)
    }
    channel.flushSoon()
    return channel.pending.count
  }

  func finish(_ stream: ServerStream) {
    guard stream === current, channel.isOpen else { return }
    if usesChunks { channel.pending.append("0\r\n\r\n") }
    responseFinished()
  }

  func abort(_ stream: ServerStream) {
    guard stream === current else { return }
    keepsAlive = false
    isClosing = true
    // Without the last chunk, or short of the announced length, the client sees that something is missing; a body that
    // ends with the connection must be broken off by a reset.
    if isDelimited { channel.closeAfterFlush() } else { channel.close(.connectionClosed) }
  }

  func bodyConsumed(_ stream: ServerStream, _ count: Int) {
    guard stream === current else { return }
    consumedBody += count
    if stream.bodyCount - consumedBody <= limits.writeAheadBytes { channel.resumeReading() }
  }

  func bodyWanted(_ stream: ServerStream) {
    guard stream === current else { return }
    sendContinue()
    channel.deadline = reactor.now + limits.requestBody
  }

  func upgrade(_ stream: ServerStream, headers: HTTPHeaders) -> ByteStream? {
    guard stream === current, channel.isOpen, currentHead.isUpgrade else { return nil }
    var answer = headers
    if answer["upgrade"] == nil { answer["upgrade"] = currentHead.headers["upgrade"] }
    answer["connection"] = "Upgrade"
    channel.pending.append("HTTP/1.1 101 Switching Protocols\r\n")
    answer.forEachBytes { HTTP1ResponseHead.appendField($0, $1, to: &channel.pending) }
    channel.pending.append("\r\n")
    channel.deadline = .distantFuture
    var rest = ByteQueue()
    // While `process` reads the input, it delivers what is left.
    if !isProcessing { swap(&rest, &input) }
    let bytes = ByteStream(channel: channel, received: rest, isInputClosed: isInputClosed)
    let tracked = UpgradedConnection(stream: bytes, channel: channel, counters: counters, serverStream: stream)
    counters.replace(self, with: tracked)
    counters.metrics.add(.upgrades, 1)
    isClosing = true
    current = nil
    upgraded = bytes
    channel.handler = tracked
    channel.resumeReading()
    channel.flushSoon()
    return bytes
  }

  /// `length` nil: a streamed response, whose own `content-length` (if any) counts.
  private func writeHead(_ status: Int, _ headers: HTTPHeaders, length: Int?) {
    let head = HTTP1ResponseHead(
      status: status, length: length, isChunked: length == nil && usesChunks,
      connection: !keepsAlive ? .close : currentHead.version == .http1_0 ? .keepAlive : .unsaid)
    head.append(headers, date: reactor.currentDate(), to: &channel.pending)
  }
}
