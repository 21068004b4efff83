import CNghttp2

/// Speaks HTTP/2 to a server: many exchanges at a time. Reactor's thread only.
final class HTTP2ClientConnection: HTTP2Connection, ChannelHandler, ClientConnection, @unchecked Sendable {
  // @unchecked: reactor's thread only
  let info: ConnectionInfo
  private let host: ClientHost
  private let channel: Channel
  private var streams: [ClientStream?] = []
  private var freeSlots: [Int] = []
  private var openStreams = 0
  /// Streams that were promised to requests which have not started them yet.
  private var reserved = 0
  private var isRetired = false
  private var status = 0
  private var headers = HTTPHeaders()
  private var headerSize = 0
  private var lastReceived: MonotonicTime
  private var pingSent: MonotonicTime?
  private var idleSince: MonotonicTime

  init(host: ClientHost, channel: Channel, info: ConnectionInfo) throws(TransportError) {
    self.host = host
    self.channel = channel
    self.info = info
    lastReceived = channel.reactor.now
    idleSince = channel.reactor.now
    try super.init(
      isServer: false,
      settings: HTTP2Settings(
        concurrentStreams: 0, headerBytes: host.pool.configuration.headerBytes, connectionWindow: 256 << 20,
        continuations: 16,
        queuedAcknowledgements: 1000, resetBurst: 10_000, resetsPerSecond: 1000))
  }

  private var reactor: Reactor { channel.reactor }
  private var configuration: HTTPClientConfiguration { host.pool.configuration }

  /// Whether another stream may be opened now.
  var canTakeStream: Bool {
    if isDead || isRetired || !channel.isOpen { return false }
    let limit = nghttp2_session_get_remote_settings(session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS)
    return openStreams + reserved < Int(min(limit, 1000)) && nghttp2_session_check_request_allowed(session) != 0
  }

  /// Keeps a place for a request that is about to start.
  func reserve() { reserved += 1 }

  // MARK: ClientConnection

  func start(_ stream: ClientStream) {
    reserved = max(0, reserved - 1)
    guard !isDead, channel.isOpen else { return stream.fail(TransportError.connectionClosed, isRetrySafe: true) }
    let request = stream.request
    if case .bytes(let bytes) = request.body {
      stream.out = ByteQueue(bytes)
      stream.outEnded = true
    }
    let hasBody = stream.hasBody && !(stream.outEnded && stream.out.isEmpty)
    if !stream.hasBody || stream.outEnded { stream.requestSent() }
    let id = submit(stream, hasBody: hasBody)
    if id < 0 {
      retire()
      return stream.fail(TransportError.protocolViolation("no stream: \(id)"), isRetrySafe: true)
    }
    stream.id = id
    store(stream)
    scheduleCheck(configuration.pingAfter)
    channel.flushSoon()
  }

  private func submit(_ stream: ClientStream, hasBody: Bool) -> Int32 {
    let request = stream.request
    var texts = [request.method, request.target, info.isSecure ? "https" : "http", stream.endpoint.authority]
    if case .bytes(let bytes) = request.body { texts.append(String(bytes.count)) }
    // One run of bytes that stays in place while nghttp2 copies it.
    var run: [UInt8] = []
    var ranges: [Range<Int>] = []
    for text in texts {
      let start = run.count
      run.append(contentsOf: text.utf8)
      ranges.append(start..<run.count)
    }
    let names: [StaticString] = [":method", ":path", ":scheme", ":authority", "content-length"]
    var provider = nghttp2_data_provider()
    provider.source.ptr = Unmanaged.passUnretained(stream).toOpaque()
    provider.read_callback = Self.bodyReader
    return run.withUnsafeBytes { run in
      withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: request.headers.count + ranges.count) { fields in
        var count = 0
        for (name, range) in zip(names, ranges) {
          fields.initializeElement(
            at: count, to: Self.field(Self.bytes(name), UnsafeRawBufferPointer(rebasing: run[range])))
          count += 1
        }
        request.headers.forEachBytes { name, value in
          if Self.isConnectionSpecific(name) || HTTPGrammar.equalsIgnoringCase(name, "host") { return }
          if HTTPGrammar.equalsIgnoringCase(name, "content-length") { return }
          fields.initializeElement(at: count, to: Self.field(name, value))
          count += 1
        }
        let context = Unmanaged.passUnretained(stream).toOpaque()
        if hasBody { return nghttp2_submit_request(session, nil, fields.baseAddress, count, &provider, context) }
        return nghttp2_submit_request(session, nil, fields.baseAddress, count, nil, context)
      }
    }
  }

  private func store(_ stream: ClientStream) {
    if let slot = freeSlots.popLast() {
      stream.slot = slot
      streams[slot] = stream
    } else {
      stream.slot = streams.count
      streams.append(stream)
    }
    openStreams += 1
  }

  func write(_ stream: ClientStream, _ bytes: [UInt8]) -> Int? {
    if isDead || !channel.isOpen { return nil }
    stream.out.append(bytes)
    resume(stream)
    return stream.out.count
  }

  private func resume(_ stream: ClientStream) {
    if stream.isOutDeferred {
      stream.isOutDeferred = false
      nghttp2_session_resume_data(session, stream.id)
    }
    channel.flushSoon()
  }

  func finishBody(_ stream: ClientStream) {
    if isDead { return }
    stream.outEnded = true
    resume(stream)
  }

  func cancel(_ stream: ClientStream) {
    if isDead { return }
    if stream.slot < 0 {
      reserved = max(0, reserved - 1)
      return host.streamEnded()
    }
    nghttp2_submit_rst_stream(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, NGHTTP2_CANCEL.rawValue)
    channel.flushSoon()
  }

  func bodyConsumed(_ stream: ClientStream, _ count: Int) {
    if isDead { return }
    let owed = min(count, stream.windowOwed)
    stream.windowOwed -= owed
    nghttp2_session_consume(session, stream.id, owed)
    channel.flushSoon()
  }

  // MARK: nghttp2

  private static func stream(_ context: UnsafeMutableRawPointer?) -> ClientStream? {
    context.map { Unmanaged<ClientStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stream(_ id: Int32) -> ClientStream? {
    Self.stream(nghttp2_session_get_stream_user_data(session, id))
  }

  override func onBeginHeaders(_ id: Int32, isInitial: Bool) {
    status = 0
    headers = HTTPHeaders()
    headerSize = 0
  }

  override func onHeader(_ id: Int32, _ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    headerSize += name.count + value.count + 32
    if headerSize > configuration.headerBytes { return }
    if name.elementsEqual(":status".utf8) {
      status = HTTPGrammar.decimal(value) ?? 0
    } else {
      headers.append(name: name, value: value)
    }
  }

  override func onHeadersEnd(_ id: Int32, isInitial: Bool, endsStream: Bool) {
    guard let stream = stream(id) else { return }
    if headerSize > configuration.headerBytes {
      stream.cancel(TransportError.limit(.headerSize))
      return
    }
    // Neither a 1xx nor trailers are a response.
    if status >= 200 { stream.receive(head: HTTPResponseHead(status: status, headers: headers, version: .http2)) }
    if endsStream { stream.receiveEnd() }
  }

  override func onData(_ id: Int32, _ context: UnsafeMutableRawPointer?, _ bytes: UnsafeRawBufferPointer) {
    guard let stream = Self.stream(context), !stream.isEnded else {
      nghttp2_session_consume(session, id, bytes.count)
      return
    }
    stream.windowOwed += bytes.count
    stream.receive(bytes)
  }

  override func onDataFrameEnd(_ id: Int32, length: Int, endsStream: Bool) {
    if endsStream { stream(id)?.receiveEnd() }
  }

  override func onHeadersSent(_ id: Int32) { stream(id)?.isHeadSent = true }

  override func onControlFrame(_ frame: UnsafePointer<nghttp2_frame>) {
    switch UInt32(frame.pointee.hd.type) {
    case NGHTTP2_GOAWAY.rawValue: retire()
    case NGHTTP2_PING.rawValue where frame.pointee.hd.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) != 0: pingSent = nil
    case NGHTTP2_SETTINGS.rawValue: host.streamEnded()
    default: break
    }
  }

  override func onStreamClosed(_ id: Int32, _ context: UnsafeMutableRawPointer?, code: UInt32) {
    guard !isDead, let stream = Self.stream(context), stream.slot >= 0 else { return }
    streams[stream.slot] = nil
    freeSlots.append(stream.slot)
    openStreams -= 1
    if stream.windowOwed > 0 { nghttp2_session_consume_connection(session, stream.windowOwed) }
    stream.windowOwed = 0
    let isRetrySafe = code == NGHTTP2_REFUSED_STREAM.rawValue || !stream.isHeadSent
    stream.fail(
      code == 0 ? TransportError.connectionClosed : TransportError.streamReset(code), isRetrySafe: isRetrySafe)
    if openStreams == 0 {
      idleSince = reactor.now
      scheduleCheck(configuration.idleTimeout)
    }
    host.streamEnded()
  }

  override func onBodyWanted(
    _ context: UnsafeMutableRawPointer, _ buffer: UnsafeMutableRawBufferPointer
  ) -> (count: Int, isLast: Bool)? {
    guard let stream = Self.stream(context) else { return (0, true) }
    let count = min(stream.out.count, buffer.count)
    if count == 0, !stream.outEnded {
      stream.isOutDeferred = true
      return nil
    }
    if count > 0 {
      stream.out.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[0..<count])) }
      stream.out.consume(count)
      if stream.out.count <= ClientStream.writeAheadBytes { stream.resumeWriter() }
    }
    return (count, stream.outEnded && stream.out.isEmpty)
  }

  /// No new streams from now on.
  private func retire() {
    if isRetired { return }
    isRetired = true
    host.retired(self)
  }

  // MARK: ChannelHandler

  func channelActive(_ channel: Channel) {
    scheduleCheck(configuration.idleTimeout)
    channel.resumeReading()
    channel.flushSoon()
  }

  func channelRead(_ channel: Channel, _ bytes: UnsafeRawBufferPointer) {
    if isDead { return }
    lastReceived = reactor.now
    let result = receive(bytes)
    if result < 0 { channel.close(.protocolViolation("HTTP/2 error \(result)")) }
    channel.flushSoon()
  }

  func channelInputClosed(_ channel: Channel) { channel.close(.connectionClosed) }

  func channelProduce(_ channel: Channel, into buffer: UnsafeMutableRawBufferPointer) -> Int { produce(into: buffer) }

  func channelDrained(_ channel: Channel) { if isFinished { channel.closeAfterFlush() } }

  private func scheduleCheck(_ duration: Duration) {
    let time = reactor.now + duration
    if time < channel.deadline { channel.deadline = time }
  }

  func channelDeadline(_ channel: Channel) {
    if isDead { return }
    let now = reactor.now
    if openStreams == 0 {
      if idleSince + configuration.idleTimeout <= now {
        retire()
        nghttp2_session_terminate_session(session, NGHTTP2_NO_ERROR.rawValue)
        return channel.closeAfterFlush()
      }
      channel.deadline = idleSince + configuration.idleTimeout
      return
    }
    if let sent = pingSent, sent + configuration.pingTimeout <= now { return channel.close(.deadlineExceeded) }
    if pingSent == nil, lastReceived + configuration.pingAfter <= now {
      pingSent = now
      nghttp2_submit_ping(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), nil)
      channel.flushSoon()
    }
    channel.deadline = pingSent.map { $0 + configuration.pingTimeout } ?? (lastReceived + configuration.pingAfter)
  }

  func channelClosed(_ channel: Channel, _ error: TransportError?) {
    markDead()
    let lost = streams
    streams = []
    for stream in lost {
      guard let stream else { continue }
      stream.fail(error ?? .connectionClosed, isRetrySafe: !stream.isHeadSent)
    }
    destroySession()
    host.closed(channel, self)
  }
}
