import CNghttp2

/// Serves HTTP/2 on a channel.
final class HTTP2ServerConnection: HTTP2Connection, ChannelHandler, ServerConnection, DrainableConnection,
  @unchecked Sendable
{
  // @unchecked: reactor's thread only
  private let shared: ServerCore
  private let counters: ServerReactor
  private let channel: Channel
  private let info: ConnectionInfo
  private var streams: [ServerStream?] = []
  private var freeSlots: [Int] = []
  private var openStreams = 0
  /// Handlers of streams that the peer has reset, which may still run.
  private var orphans: [ServerStream] = []
  private var builder = HTTP2RequestBuilder()
  private var headerBlockSince: MonotonicTime?
  private var bufferedBytes = 0
  private var resets: TokenBucket
  private var controlFrames: TokenBucket
  private var lastStream: Int32 = 0
  private var hasSettings = false
  private var idleSince: MonotonicTime
  private var isDraining = false
  /// The peer has flooded us: what it sends is no longer looked at, also while our last word cannot be sent.
  private var isCutOff = false
  private var hasSentFinalGoAway = false

  private static let drainPing: [UInt8] = Array("drainend".utf8)

  init(shared: ServerCore, counters: ServerReactor, channel: Channel, info: ConnectionInfo) throws(TransportError) {
    self.shared = shared
    self.counters = counters
    self.channel = channel
    self.info = info
    let limits = shared.limits
    let now = channel.reactor.now
    resets = TokenBucket(capacity: limits.resetBurst, perSecond: limits.resetsPerSecond, now: now)
    controlFrames = TokenBucket(capacity: limits.controlFrameBurst, perSecond: limits.controlFramesPerSecond, now: now)
    idleSince = now
    try super.init(
      isServer: true,
      settings: HTTP2Settings(
        concurrentStreams: limits.concurrentStreams, headerBytes: limits.headerBytes,
        // With the buffered bodies a quarter of what a server holds by default.
        connectionWindow: 16 << 20,
        continuations: limits.continuations, queuedAcknowledgements: limits.queuedAcknowledgements,
        resetBurst: limits.resetBurst, resetsPerSecond: limits.resetsPerSecond))
  }

  private var reactor: Reactor { channel.reactor }
  private var limits: Limits { shared.limits }

  // MARK: ChannelHandler

  func channelActive(_ channel: Channel) {
    counters.metrics.add(.http2Connections, 1)
    channel.deadline = reactor.now + limits.requestHead
    if shared.isDraining { drain() }
    channel.flushSoon()
  }

  func channelRead(_ channel: Channel, _ bytes: UnsafeRawBufferPointer) {
    if isDead || isCutOff { return }
    let result = receive(bytes)
    if result < 0 { fail(Int32(result)) }
    if headerBlockSince != nil { checkWithin(limits.requestHead) }
    channel.flushSoon()
  }

  private func fail(_ code: Int32) {
    counters.metrics.add(.protocolErrors, 1)
    let answer: UInt32
    switch code {
    case NGHTTP2_ERR_FLOODED.rawValue:
      counters.metrics.countLimit(.acknowledgementFlood)
      answer = NGHTTP2_ENHANCE_YOUR_CALM.rawValue
    case NGHTTP2_ERR_TOO_MANY_CONTINUATIONS.rawValue:
      counters.metrics.countLimit(.continuationFlood)
      answer = NGHTTP2_ENHANCE_YOUR_CALM.rawValue
    case NGHTTP2_ERR_BAD_CLIENT_MAGIC.rawValue: answer = NGHTTP2_PROTOCOL_ERROR.rawValue
    default: answer = NGHTTP2_INTERNAL_ERROR.rawValue
    }
    let canSpeak = !isInsideFrame
    endStreams(.protocolViolation("HTTP/2 error \(code)"))
    if canSpeak { channel.pending.append(Self.goAwayFrame(lastStream: lastStream, code: answer)) }
    channel.closeAfterFlush()
  }

  /// Refuses to go on with a peer that floods us.
  private func cutFlood(_ kind: LimitKind) {
    if isCutOff { return }
    isCutOff = true
    counters.metrics.countLimit(kind)
    nghttp2_session_terminate_session(session, NGHTTP2_ENHANCE_YOUR_CALM.rawValue)
  }

  func channelInputClosed(_ channel: Channel) {
    // Nobody who speaks HTTP/2 closes half a connection.
    channel.close(nil)
  }

  func channelProduce(_ channel: Channel, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    produce(into: buffer)
  }

  func channelDrained(_ channel: Channel) {
    if isFinished { channel.closeAfterFlush() }
  }

  func channelClosed(_ channel: Channel, _ error: TransportError?) {
    endStreams(error ?? .connectionClosed)
    destroySession()
    counters.closed(self)
  }

  /// Marks the session dead first, so that nothing woken here can reach it.
  private func endStreams(_ error: TransportError) {
    markDead()
    let ended = streams
    streams = []
    for stream in ended { stream?.connectionLost(error) }
  }

  func closeNow() { channel.close(.shutDown) }

  var dispensability: Dispensability {
    guard channel.isStaying, openStreams == 0, headerBlockSince == nil else { return .needed }
    return lastStream == 0 ? .unproven : .idle
  }

  // MARK: deadlines

  func channelDeadline(_ channel: Channel) {
    if isDead { return }
    let now = reactor.now
    var next = MonotonicTime.distantFuture
    /// True when the deadline has passed; else it is considered for the next check.
    func isPast(_ time: MonotonicTime) -> Bool {
      if time <= now { return true }
      if time < next { next = time }
      return false
    }
    if let since = headerBlockSince ?? (hasSettings ? nil : idleSince), isPast(since + limits.requestHead) {
      counters.metrics.countLimit(.requestHeadDeadline)
      nghttp2_session_terminate_session(session, NGHTTP2_ENHANCE_YOUR_CALM.rawValue)
      channel.deadline = now + .seconds(1)
      channel.flushSoon()
      if isFinished { channel.closeAfterFlush() }
      return
    }
    for case let stream? in streams { checkStream(stream, isPast) }
    if openStreams == 0 {
      if isDraining, hasSentFinalGoAway { return channel.closeAfterFlush() }
      if isPast(idleSince + limits.idle) {
        counters.metrics.countLimit(.idle)
        nghttp2_session_terminate_session(session, NGHTTP2_NO_ERROR.rawValue)
        next = now + .seconds(1)
      }
    }
    channel.deadline = next
    channel.flushSoon()
  }

  private func checkStream(_ stream: ServerStream, _ isPast: (MonotonicTime) -> Bool) {
    if !stream.isRequestComplete {
      if !stream.isStreaming, stream.responseState == .none, isPast(stream.startedAt + limits.requestBody) {
        counters.metrics.countLimit(.requestBodyDeadline)
        stream.finishEarly(.error(408))
      } else if stream.isWaitingForBody, isPast(stream.lastProgress + limits.requestBody) {
        counters.metrics.countLimit(.requestBodyDeadline)
        stream.failBody(.limit(.requestBodyDeadline))
      }
    }
    // What a streaming handler has not finished is bounded by its memory, not by time.
    if stream.responseState == .finished, isPast(stream.lastProgress + limits.writeStall) {
      counters.metrics.countLimit(.writeStall)
      nghttp2_submit_rst_stream(
        session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, NGHTTP2_CANCEL.rawValue)
    }
  }

  private func checkWithin(_ duration: Duration) {
    let time = reactor.now + duration
    if time < channel.deadline { channel.deadline = time }
  }

  // MARK: requests

  override func onBeginHeaders(_ id: Int32, isInitial: Bool) {
    headerBlockSince = reactor.now
    // Trailers are counted like a head, and then thrown away.
    builder.reset()
  }

  override func onHeader(_ id: Int32, _ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    builder.add(name, value, limit: limits.headerBytes)
    // A few compressed bytes can stand for megabytes; decoding them has a price as well.
    if builder.size > 16 * limits.headerBytes, !builder.isCut {
      builder.isCut = true
      cutFlood(.headerSize)
    }
  }

  override func onHeadersEnd(_ id: Int32, isInitial: Bool, endsStream: Bool) {
    headerBlockSince = nil
    if !isInitial {
      builder.reset()
      if endsStream { stream(id)?.receiveEnd() }
      return
    }
    lastStream = id
    counters.metrics.add(.requestsHTTP2, 1)
    let head = builder.takeHead(scheme: info.isSecure ? "https" : "http", connection: info)
    let hasValidTarget =
      head.path.utf8.first == UInt8(ascii: "/") || (head.path == "*" && head.method == "OPTIONS")
    let stream = ServerStream(connection: self, owner: counters, id: id, head: head)
    store(stream)
    if builder.size > limits.headerBytes {
      counters.metrics.countLimit(.headerSize)
      return refuse(stream, 431)
    }
    if !hasValidTarget || builder.hasContradictingHost {
      counters.metrics.add(.protocolErrors, 1)
      return refuse(stream, 400)
    }
    orphans.removeAll { !$0.isHandlerRunning }
    if orphans.count + openStreams > limits.concurrentStreams {
      counters.metrics.countLimit(.concurrentStreams)
      counters.metrics.add(.requestsFinished, 1)
      nghttp2_submit_rst_stream(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, NGHTTP2_REFUSED_STREAM.rawValue)
      return
    }
    if endsStream {
      stream.begin(shared.router, announcedLength: nil, hasBody: false)
      stream.receiveEnd()
    } else {
      stream.begin(shared.router, announcedLength: builder.contentLength, hasBody: true)
      if !stream.isRequestComplete { checkWithin(limits.requestBody) }
    }
  }

  private func refuse(_ stream: ServerStream, _ status: Int) {
    stream.begin({ _ in .respond(.error(status)) }, announcedLength: nil, hasBody: false)
    stream.finishEarly(.error(status))
  }

  private func store(_ stream: ServerStream) {
    if let slot = freeSlots.popLast() {
      stream.slot = slot
      streams[slot] = stream
    } else {
      stream.slot = streams.count
      streams.append(stream)
    }
    openStreams += 1
    nghttp2_session_set_stream_user_data(session, stream.id, Unmanaged.passUnretained(stream).toOpaque())
  }

  private func stream(_ id: Int32) -> ServerStream? {
    nghttp2_session_get_stream_user_data(session, id).map {
      Unmanaged<ServerStream>.fromOpaque($0).takeUnretainedValue()
    }
  }

  override func onData(_ id: Int32, _ context: UnsafeMutableRawPointer?, _ bytes: UnsafeRawBufferPointer) {
    guard let context else {
      nghttp2_session_consume_connection(session, bytes.count)
      return
    }
    let stream = Unmanaged<ServerStream>.fromOpaque(context).takeUnretainedValue()
    stream.lastProgress = reactor.now
    if !stream.isStreaming {
      // A body that is alone may be as long as its handler allows: there is nobody else to wait for.
      if bufferedBytes < limits.bufferedBodyBytesPerConnection || stream.bodyCount == bufferedBytes {
        nghttp2_session_consume(session, id, bytes.count)
      } else {
        nghttp2_session_consume_stream(session, id, bytes.count)
        stream.windowOwed += bytes.count
      }
      bufferedBytes += bytes.count
    } else {
      stream.windowOwed += bytes.count
    }
    stream.receive(bytes)
  }

  override func onDataFrameEnd(_ id: Int32, length: Int, endsStream: Bool) {
    if endsStream {
      stream(id)?.receiveEnd()
    } else if length == 0 {
      takeControlFrame()
    }
  }

  private func takeControlFrame() {
    if !controlFrames.take(now: reactor.now) { cutFlood(.controlFrameFlood) }
  }

  override func onControlFrame(_ frame: UnsafePointer<nghttp2_frame>) {
    switch UInt32(frame.pointee.hd.type) {
    case NGHTTP2_WINDOW_UPDATE.rawValue, NGHTTP2_RST_STREAM.rawValue, NGHTTP2_GOAWAY.rawValue:
      return
    case NGHTTP2_SETTINGS.rawValue:
      hasSettings = true
    case NGHTTP2_PING.rawValue where frame.pointee.hd.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) != 0:
      let isOurs = withUnsafeBytes(of: frame.pointee.ping.opaque_data) { $0.elementsEqual(Self.drainPing) }
      if isOurs, isDraining { sendFinalGoAway() }
      return
    default:
      break
    }
    takeControlFrame()
  }

  override func onInvalidFrame() {
    counters.metrics.add(.protocolErrors, 1)
    // Streams that nghttp2 refuses by itself are never opened, so nothing else would count them.
    takeReset()
  }

  private func takeReset() {
    if !resets.take(now: reactor.now) { cutFlood(.resetFlood) }
  }

  override func onStreamClosed(_ id: Int32, _ context: UnsafeMutableRawPointer?, code: UInt32) {
    guard !isDead else { return }
    if let context {
      let stream = Unmanaged<ServerStream>.fromOpaque(context).takeUnretainedValue()
      streams[stream.slot] = nil
      freeSlots.append(stream.slot)
      openStreams -= 1
      if !stream.isStreaming { bufferedBytes -= stream.bodyCount }
      if stream.windowOwed > 0 { nghttp2_session_consume_connection(session, stream.windowOwed) }
      stream.windowOwed = 0
      if stream.isHandlerRunning { orphans.append(stream) }
      stream.connectionLost(code == 0 ? .connectionClosed : .streamReset(code))
      if openStreams == 0 {
        idleSince = reactor.now
        checkWithin(isDraining ? .zero : limits.idle)
      }
    }
    if code != NGHTTP2_NO_ERROR.rawValue { takeReset() }
  }

  // MARK: responses

  override func onBodyWanted(
    _ context: UnsafeMutableRawPointer, _ buffer: UnsafeMutableRawBufferPointer
  ) -> (count: Int, isLast: Bool)? {
    let stream = Unmanaged<ServerStream>.fromOpaque(context).takeUnretainedValue()
    let count = min(stream.out.count, buffer.count)
    if count == 0, !stream.outEnded {
      stream.isOutDeferred = true
      return nil
    }
    if count > 0 {
      stream.out.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[0..<count])) }
      stream.out.consume(count)
      stream.lastProgress = reactor.now
      if stream.out.count <= limits.writeAheadBytes { stream.resumeWriter() }
    }
    return (count, stream.outEnded && stream.out.isEmpty)
  }

  override func onHeadersNotSent(_ id: Int32) {
    // When the peer has reset the stream there is none any more.
    guard !isDead, stream(id) != nil else { return }
    counters.metrics.add(.protocolErrors, 1)
    nghttp2_submit_rst_stream(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, NGHTTP2_INTERNAL_ERROR.rawValue)
  }

  override func onStreamEndSent(_ id: Int32) {
    guard let stream = stream(id), !stream.isRequestComplete else { return }
    // RFC 9113 section 8.1: the rest of the request is not wanted.
    nghttp2_submit_rst_stream(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, NGHTTP2_NO_ERROR.rawValue)
  }

  func respond(_ stream: ServerStream, _ response: HTTPResponse) {
    if isDead { return }
    let hasBody =
      !response.body.isEmpty && !stream.isHead && response.status != 204
      && response.status != 304
    if hasBody { stream.out = ByteQueue(response.body) }
    stream.outEnded = true
    stream.lastProgress = reactor.now
    submit(stream, response.status, response.headers, length: response.body.count, hasBody: hasBody)
    if hasBody { checkWithin(limits.writeStall) }
  }

  func startResponse(_ stream: ServerStream, status: Int, headers: HTTPHeaders) {
    if isDead { return }
    submit(
      stream, status, headers, length: nil, hasBody: !stream.isHead && status != 204 && status != 304)
  }

  private func submit(_ stream: ServerStream, _ status: Int, _ headers: HTTPHeaders, length: Int?, hasBody: Bool) {
    submitResponse(
      on: stream.id, body: hasBody ? Unmanaged.passUnretained(stream).toOpaque() : nil, status: status,
      headers: headers, length: length, date: reactor.currentDate())
    channel.flushSoon()
  }

  func write(_ stream: ServerStream, _ bytes: [UInt8]) -> Int? {
    if isDead || !channel.isOpen { return nil }
    stream.out.append(bytes)
    resume(stream)
    return stream.out.count
  }

  private func resume(_ stream: ServerStream) {
    if stream.isOutDeferred {
      stream.isOutDeferred = false
      nghttp2_session_resume_data(session, stream.id)
    }
    channel.flushSoon()
  }

  func finish(_ stream: ServerStream) {
    if isDead { return }
    stream.outEnded = true
    stream.lastProgress = reactor.now
    checkWithin(limits.writeStall)
    resume(stream)
  }

  func abort(_ stream: ServerStream) {
    if isDead { return }
    nghttp2_submit_rst_stream(
      session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, NGHTTP2_INTERNAL_ERROR.rawValue)
    channel.flushSoon()
  }

  func bodyConsumed(_ stream: ServerStream, _ count: Int) {
    if isDead { return }
    let owed = min(count, stream.windowOwed)
    stream.windowOwed -= owed
    nghttp2_session_consume(session, stream.id, owed)
    channel.flushSoon()
  }

  func bodyWanted(_ stream: ServerStream) {
    stream.lastProgress = reactor.now
    checkWithin(limits.requestBody)
  }

  func upgrade(_ stream: ServerStream, headers: HTTPHeaders) -> ByteStream? { nil }

  // MARK: drain

  /// First tells the peer to open no more streams, and only a round trip later which one was the last: none that was
  /// under way is lost (RFC 9113 section 6.8).
  func drain() {
    if isDraining || isDead { return }
    isDraining = true
    nghttp2_submit_shutdown_notice(session)
    nghttp2_submit_ping(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), Self.drainPing)
    reactor.schedule(after: .seconds(1)) { [weak self] in self?.sendFinalGoAway() }
    channel.flushSoon()
  }

  private func sendFinalGoAway() {
    if hasSentFinalGoAway || isDead { return }
    hasSentFinalGoAway = true
    nghttp2_submit_goaway(
      session, UInt8(NGHTTP2_FLAG_NONE.rawValue), nghttp2_session_get_last_proc_stream_id(session),
      NGHTTP2_NO_ERROR.rawValue, nil, 0)
    channel.flushSoon()
  }
}
