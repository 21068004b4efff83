import CLinux
import Glibc

/// Speaks HTTP/1.1 to a server: one exchange at a time. Reactor's thread only.
final class HTTP1ClientConnection: ChannelHandler, ClientConnection, @unchecked Sendable {
  // @unchecked: reactor's thread only
  let info: ConnectionInfo
  private let host: ClientHost
  private let channel: Channel
  private var parser: HTTP1Parser
  private var input = ByteQueue()
  private var current: ClientStream?
  private var exchanges = 0
  private var keepsAlive = true
  private var hasResponseBegun = false
  private var isResponseEnded = false
  private var isInputClosed = false
  private var usesChunks = false
  private var upgraded: ByteStream?

  private static let readAheadBytes = 256 << 10

  init(host: ClientHost, channel: Channel, info: ConnectionInfo) {
    self.host = host
    self.channel = channel
    self.info = info
    parser = HTTP1Parser(role: .response, headLimit: host.pool.configuration.headerBytes)
  }

  private var reactor: Reactor { channel.reactor }

  /// Whether an idle connection can take a request: the server has not closed it in the meantime.
  var isUsable: Bool {
    guard channel.isStaying, !isInputClosed, current == nil else { return false }
    var byte: UInt8 = 0
    let count = recv(channel.rawDescriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
    // Bytes would be a close notification of TLS, or an answer to nothing: neither is a good beginning.
    guard count < 0, errno == EAGAIN else { return false }
    // Promised to a request from here on: the idle time must not end it under the request's feet.
    channel.deadline = .distantFuture
    return true
  }

  /// Waits for the next request.
  func becomeIdle() { if channel.isStaying { channel.deadline = reactor.now + host.pool.configuration.idleTimeout } }

  func discard() { channel.close(nil) }

  // MARK: ClientConnection

  func start(_ stream: ClientStream) {
    guard channel.isStaying, !isInputClosed else {
      return stream.fail(TransportError.connectionClosed, isRetrySafe: true)
    }
    current = stream
    exchanges += 1
    keepsAlive = true
    hasResponseBegun = false
    isResponseEnded = false
    parser.nextResponseHasNoBody = stream.request.method == "HEAD"
    channel.deadline = .distantFuture
    writeHead(stream)
    if case .bytes(let bytes) = stream.request.body { channel.pending.append(bytes) }
    if case .stream = stream.request.body {} else { stream.requestSent() }
    channel.flushSoon()
  }

  private func writeHead(_ stream: ClientStream) {
    let request = stream.request
    channel.pending.append(Array("\(request.method) \(request.target) HTTP/1.1\r\n".utf8))
    if request.headers["host"] == nil { channel.pending.append(Array("host: \(stream.endpoint.authority)\r\n".utf8)) }
    request.headers.forEachBytes { name, value in
      if HTTPGrammar.equalsIgnoringCase(name, "content-length") { return }
      if HTTPGrammar.equalsIgnoringCase(name, "transfer-encoding") { return }
      channel.pending.append(name)
      channel.pending.append(": ")
      channel.pending.append(value)
      channel.pending.append("\r\n")
    }
    usesChunks = false
    switch request.body {
    case .none:
      if ["POST", "PUT", "PATCH"].contains(request.method) { channel.pending.append("content-length: 0\r\n") }
    case .bytes(let bytes): channel.pending.append(Array("content-length: \(bytes.count)\r\n".utf8))
    case .stream:
      usesChunks = true
      channel.pending.append("transfer-encoding: chunked\r\n")
    }
    channel.pending.append("\r\n")
  }

  func write(_ stream: ClientStream, _ bytes: [UInt8]) -> Int? {
    guard stream === current, channel.isOpen else { return nil }
    channel.pending.append(Array((String(bytes.count, radix: 16) + "\r\n").utf8))
    channel.pending.append(bytes)
    channel.pending.append("\r\n")
    channel.flushSoon()
    return channel.pending.count
  }

  func finishBody(_ stream: ClientStream) {
    guard stream === current, channel.isOpen else { return }
    channel.pending.append("0\r\n\r\n")
    channel.flushSoon()
    if isResponseEnded { exchangeEnded() }
  }

  func cancel(_ stream: ClientStream) {
    if current == nil, exchanges == 0 || isResponseEnded { return host.release(self) }
    guard stream === current else { return }
    current = nil
    channel.close(nil)
  }

  func bodyConsumed(_ stream: ClientStream, _ count: Int) {
    if stream === current, stream.unreadBytes <= Self.readAheadBytes { channel.resumeReading() }
  }

  // MARK: ChannelHandler

  func channelActive(_ channel: Channel) {
    channel.deadline = reactor.now + host.pool.configuration.idleTimeout
    channel.resumeReading()
  }

  func channelRead(_ channel: Channel, _ bytes: UnsafeRawBufferPointer) {
    if input.isEmpty {
      let used = process(bytes)
      if used < bytes.count { input.append(UnsafeRawBufferPointer(rebasing: bytes[used...])) }
    } else {
      input.append(bytes)
      let used = input.withUnsafeBytes { process($0) }
      input.consume(used)
    }
  }

  private func process(_ bytes: UnsafeRawBufferPointer) -> Int {
    var offset = 0
    while channel.isOpen {
      guard let stream = current else {
        // Nothing was asked: what comes now belongs to no request.
        if offset < bytes.count { channel.close(.protocolViolation("bytes without a request")) }
        return bytes.count
      }
      var used = 0
      let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
      let event = parser.next(rest, consumed: &used)
      if !rest.isEmpty { hasResponseBegun = true }
      offset += used
      switch event {
      case .needsMore: return offset
      case .head(let head):
        if head.status == 101 { return upgrade(stream, head, bytes, offset) }
        if head.status < 200 { continue }
        keepsAlive = head.keepsAlive
        stream.receive(head: HTTPResponseHead(status: head.status, headers: head.headers, version: head.version))
      case .body(let range):
        stream.receive(UnsafeRawBufferPointer(rebasing: rest[range]))
        if stream.unreadBytes > Self.readAheadBytes { channel.pauseReading() }
      case .end:
        isResponseEnded = true
        let isRequestSent = stream.isRequestSent
        if !isRequestSent { keepsAlive = false }
        stream.receiveEnd()
        exchangeEnded()
      case .failure(let error):
        channel.close(.protocolViolation(error.reason))
        return bytes.count
      }
    }
    return bytes.count
  }

  private func exchangeEnded() {
    current = nil
    guard keepsAlive, !isInputClosed, channel.isOpen else { return channel.closeAfterFlush() }
    channel.resumeReading()
    host.release(self)
  }

  private func upgrade(_ stream: ClientStream, _ head: HTTP1Head, _ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int
  {
    guard stream.request.headers["upgrade"] != nil else {
      channel.close(.protocolViolation("101 without having asked for it"))
      return bytes.count
    }
    var rest = ByteQueue()
    rest.append(UnsafeRawBufferPointer(rebasing: bytes[offset...]))
    let stayOpen = ByteStream(channel: channel, received: rest, isInputClosed: isInputClosed)
    current = nil
    host.upgraded(channel)
    channel.deadline = .distantFuture
    channel.handler = stayOpen
    stream.receive(
      head: HTTPResponseHead(status: 101, headers: head.headers, version: head.version, upgraded: stayOpen))
    return bytes.count
  }

  func channelInputClosed(_ channel: Channel) {
    isInputClosed = true
    if let stream = current, parser.inputClosed(), !parser.isAtMessageStart {
      // A body that ends with the connection.
      isResponseEnded = true
      current = nil
      stream.receiveEnd()
      return channel.closeAfterFlush()
    }
    channel.close(.connectionClosed)
  }

  func channelProduce(_ channel: Channel, into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }

  func channelDrained(_ channel: Channel) { current?.resumeWriter() }

  /// Only set while idle.
  func channelDeadline(_ channel: Channel) { if current == nil { channel.closeAfterFlush() } }

  func channelClosed(_ channel: Channel, _ error: TransportError?) {
    let lost = current
    current = nil
    // A kept-alive connection that dies before the first byte of an answer was most likely closed while idle.
    let isRetrySafe = exchanges > 1 && !hasResponseBegun && (lost?.isIdempotent ?? false)
    lost?.fail(error ?? .connectionClosed, isRetrySafe: isRetrySafe)
    host.closed(channel, self)
  }
}
