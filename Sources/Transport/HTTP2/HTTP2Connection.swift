import CNghttp2

/// Options of an nghttp2 session.
struct HTTP2Settings {
  var concurrentStreams: Int
  var headerBytes: Int
  var streamWindow: Int32 = 1 << 20
  /// Shared by all streams: unread bodies of some must leave room for the others.
  var connectionWindow: Int32
  var continuations: Int
  var queuedAcknowledgements: Int
  var resetBurst: Int
  var resetsPerSecond: Int
}

/// Owns an nghttp2 session (RFC 9113) and turns its callbacks into methods; servers and clients are subclasses.
///
/// Free of I/O: bytes go in by `receive` and come out by `produce`. Methods named `on…` run inside `receive` or
/// `produce` and must not call either.
class HTTP2Connection {
  private(set) var session: OpaquePointer?
  /// Nothing may touch the session once this is set (its streams may be gone).
  private(set) var isDead = false
  /// The rest of a frame that did not fit; valid until the session sends again.
  private var carry = UnsafeRawBufferPointer(start: nil, count: 0)

  init(isServer: Bool, settings: HTTP2Settings) throws(TransportError) {
    var option: OpaquePointer?
    var callbacks: OpaquePointer?
    guard nghttp2_option_new(&option) == 0, nghttp2_session_callbacks_new(&callbacks) == 0 else {
      throw .system(call: "nghttp2", code: 12)
    }
    defer {
      nghttp2_option_del(option)
      nghttp2_session_callbacks_del(callbacks)
    }
    nghttp2_option_set_no_auto_window_update(option, 1)
    nghttp2_option_set_max_continuations(option, settings.continuations)
    nghttp2_option_set_max_outbound_ack(option, settings.queuedAcknowledgements)
    // A backstop behind the counters of the subclass.
    nghttp2_option_set_stream_reset_rate_limit(
      option, UInt64(2 * settings.resetBurst), UInt64(2 * settings.resetsPerSecond))
    nghttp2_option_set_max_settings(option, 32)
    nghttp2_option_set_no_closed_streams(option, 1)
    Self.install(callbacks)
    let context = Unmanaged.passUnretained(self).toOpaque()
    let code =
      isServer
      ? nghttp2_session_server_new2(&session, callbacks, context, option)
      : nghttp2_session_client_new2(&session, callbacks, context, option)
    if code != 0 { throw .system(call: "nghttp2_session_new", code: 12) }
    var entries = [
      nghttp2_settings_entry(
        settings_id: Int32(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE.rawValue), value: UInt32(settings.streamWindow)),
      nghttp2_settings_entry(
        settings_id: Int32(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE.rawValue), value: UInt32(settings.headerBytes)),
      nghttp2_settings_entry(
        settings_id: Int32(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS.rawValue),
        value: UInt32(settings.concurrentStreams)),
    ]
    if !isServer {
      entries.append(
        nghttp2_settings_entry(settings_id: Int32(NGHTTP2_SETTINGS_ENABLE_PUSH.rawValue), value: 0))
    }
    nghttp2_submit_settings(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), entries, entries.count)
    nghttp2_session_set_local_window_size(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), 0, settings.connectionWindow)
  }

  deinit { if let session { nghttp2_session_del(session) } }

  // MARK: bytes

  /// Feeds received bytes; a negative nghttp2 code means that the connection cannot go on.
  func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard !isDead, let base = bytes.baseAddress else { return 0 }
    return nghttp2_session_mem_recv(session, base.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  /// Gathers frames into `buffer` until it is full; 0 when there is nothing to send.
  func produce(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if isDead { return 0 }
    var filled = 0
    while filled < buffer.count {
      if carry.isEmpty {
        var frame: UnsafePointer<UInt8>?
        let count = nghttp2_session_mem_send(session, &frame)
        if isDead || count <= 0 { break }
        carry = UnsafeRawBufferPointer(start: frame, count: count)
      }
      let count = min(carry.count, buffer.count - filled)
      UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<(filled + count)])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: carry[0..<count]))
      carry = UnsafeRawBufferPointer(rebasing: carry[count...])
      filled += count
    }
    return filled
  }

  /// Whether part of a frame waits to be sent, so that no bytes of another origin may go before it.
  var isInsideFrame: Bool { !carry.isEmpty }

  /// Whether the session has said its last word and heard that of the peer.
  var isFinished: Bool {
    isDead || (carry.isEmpty && nghttp2_session_want_read(session) == 0 && nghttp2_session_want_write(session) == 0)
  }

  /// From here on the session is never used again, whoever still holds a stream.
  func markDead() {
    isDead = true
    carry = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// Frees the session; only when no callback of it is on the stack.
  func destroySession() {
    markDead()
    if let session { nghttp2_session_del(session) }
    session = nil
  }

  /// A GOAWAY frame (RFC 9113 section 6.8) for when the session cannot be asked for one any more.
  static func goAwayFrame(lastStream: Int32, code: UInt32) -> [UInt8] {
    func bytes(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) } }
    return [0, 0, 8, 7, 0, 0, 0, 0, 0] + bytes(UInt32(bitPattern: lastStream)) + bytes(code)
  }

  // MARK: callbacks, for subclasses

  func onBeginHeaders(_ id: Int32, isInitial: Bool) {}
  func onHeader(_ id: Int32, _ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {}
  func onHeadersEnd(_ id: Int32, isInitial: Bool, endsStream: Bool) {}
  func onData(_ id: Int32, _ stream: UnsafeMutableRawPointer?, _ bytes: UnsafeRawBufferPointer) {}
  func onDataFrameEnd(_ id: Int32, length: Int, endsStream: Bool) {}
  func onStreamClosed(_ id: Int32, _ stream: UnsafeMutableRawPointer?, code: UInt32) {}
  /// Any other frame.
  func onControlFrame(_ frame: UnsafePointer<nghttp2_frame>) {}
  func onInvalidFrame() {}
  /// Our HEADERS of a stream are about to be sent: from here on the peer may have got them.
  func onHeadersSent(_ id: Int32) {}
  /// Our HEADERS of a stream cannot be sent (nghttp2 sends no more than 64 KiB).
  func onHeadersNotSent(_ id: Int32) {}
  /// Our END_STREAM went out.
  func onStreamEndSent(_ id: Int32) {}
  /// Body bytes of `stream` for the peer: how many were put into the buffer and whether they are the last; nil when
  /// there are none at present.
  func onBodyWanted(
    _ stream: UnsafeMutableRawPointer, _ buffer: UnsafeMutableRawBufferPointer
  ) -> (count: Int, isLast: Bool)? { nil }

  /// Calls `body` with the connection that a callback belongs to, without counting a reference: the connection owns
  /// the session that calls back.
  @inline(__always)
  private static func with<Result>(
    _ context: UnsafeMutableRawPointer?, or none: Result, _ body: (HTTP2Connection) -> Result
  ) -> Result {
    guard let context else { return none }
    return Unmanaged<HTTP2Connection>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }

  private static func endsStream(_ frame: nghttp2_frame_hd) -> Bool {
    frame.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
  }

  private static func isInitial(_ frame: UnsafePointer<nghttp2_frame>) -> Bool {
    frame.pointee.headers.cat == NGHTTP2_HCAT_REQUEST || frame.pointee.headers.cat == NGHTTP2_HCAT_RESPONSE
  }

  private static func install(_ callbacks: OpaquePointer?) {
    nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks) { _, frame, context in
      guard let frame else { return 0 }
      HTTP2Connection.with(context, or: ()) {
        $0.onBeginHeaders(frame.pointee.hd.stream_id, isInitial: HTTP2Connection.isInitial(frame))
      }
      return 0
    }
    nghttp2_session_callbacks_set_on_header_callback(callbacks) {
      _, frame, name, nameCount, value, valueCount, _, context in
      guard let frame else { return 0 }
      let name = UnsafeRawBufferPointer(start: name, count: nameCount)
      let value = UnsafeRawBufferPointer(start: value, count: valueCount)
      HTTP2Connection.with(context, or: ()) { $0.onHeader(frame.pointee.hd.stream_id, name, value) }
      return 0
    }
    nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks) { _, frame, context in
      guard let frame else { return 0 }
      let header = frame.pointee.hd
      HTTP2Connection.with(context, or: ()) { connection in
        switch UInt32(header.type) {
        case NGHTTP2_HEADERS.rawValue:
          connection.onHeadersEnd(
            header.stream_id, isInitial: HTTP2Connection.isInitial(frame),
            endsStream: HTTP2Connection.endsStream(header))
        case NGHTTP2_DATA.rawValue:
          connection.onDataFrameEnd(
            header.stream_id, length: header.length, endsStream: HTTP2Connection.endsStream(header))
        default:
          connection.onControlFrame(frame)
        }
      }
      return 0
    }
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) { session, _, id, bytes, count, context in
      let bytes = UnsafeRawBufferPointer(start: bytes, count: count)
      HTTP2Connection.with(context, or: ()) { $0.onData(id, nghttp2_session_get_stream_user_data(session, id), bytes) }
      return 0
    }
    nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) { session, id, code, context in
      HTTP2Connection.with(context, or: ()) {
        $0.onStreamClosed(id, nghttp2_session_get_stream_user_data(session, id), code: code)
      }
      return 0
    }
    nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(callbacks) { _, _, _, context in
      HTTP2Connection.with(context, or: ()) { $0.onInvalidFrame() }
      return 0
    }
    nghttp2_session_callbacks_set_before_frame_send_callback(callbacks) { _, frame, context in
      guard let frame, UInt32(frame.pointee.hd.type) == NGHTTP2_HEADERS.rawValue else { return 0 }
      HTTP2Connection.with(context, or: ()) { $0.onHeadersSent(frame.pointee.hd.stream_id) }
      return 0
    }
    nghttp2_session_callbacks_set_on_frame_not_send_callback(callbacks) { _, frame, _, context in
      guard let frame, UInt32(frame.pointee.hd.type) == NGHTTP2_HEADERS.rawValue else { return 0 }
      HTTP2Connection.with(context, or: ()) { $0.onHeadersNotSent(frame.pointee.hd.stream_id) }
      return 0
    }
    nghttp2_session_callbacks_set_on_frame_send_callback(callbacks) { _, frame, context in
      guard let frame else { return 0 }
      let header = frame.pointee.hd
      guard UInt32(header.type) <= NGHTTP2_HEADERS.rawValue else { return 0 }
      HTTP2Connection.with(context, or: ()) { connection in
        if HTTP2Connection.endsStream(header) { connection.onStreamEndSent(header.stream_id) }
      }
      return 0
    }
  }

  // MARK: sending

  /// Reads the body of the stream that `source.ptr` points at.
  static let bodyReader: nghttp2_data_source_read_callback = { _, _, buffer, capacity, flags, source, context in
    guard let stream = source?.pointee.ptr, let buffer else {
      return Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
    }
    let target = UnsafeMutableRawBufferPointer(start: buffer, count: capacity)
    guard let (count, isLast) = HTTP2Connection.with(context, or: nil, { $0.onBodyWanted(stream, target) }) else {
      return Int(NGHTTP2_ERR_DEFERRED.rawValue)
    }
    if isLast { flags?.pointee |= UInt32(NGHTTP2_DATA_FLAG_EOF.rawValue) }
    return count
  }

  /// Whether a field belongs to one connection only and must not be sent (RFC 9113 section 8.2.2).
  static func isConnectionSpecific(_ name: UnsafeRawBufferPointer) -> Bool {
    switch name.count {
    case 7: HTTPGrammar.equalsIgnoringCase(name, "upgrade")
    case 10: HTTPGrammar.equalsIgnoringCase(name, "connection") || HTTPGrammar.equalsIgnoringCase(name, "keep-alive")
    case 16: HTTPGrammar.equalsIgnoringCase(name, "proxy-connection")
    case 17: HTTPGrammar.equalsIgnoringCase(name, "transfer-encoding")
    default: false
    }
  }

  /// One field for nghttp2, which copies the bytes.
  static func field(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> nghttp2_nv {
    nghttp2_nv(
      name: UnsafeMutablePointer(mutating: name.baseAddress?.assumingMemoryBound(to: UInt8.self)),
      value: UnsafeMutablePointer(mutating: value.baseAddress?.assumingMemoryBound(to: UInt8.self)),
      namelen: name.count, valuelen: value.count, flags: UInt8(NGHTTP2_NV_FLAG_NONE.rawValue))
  }

  /// The decimal digits of a number that is not negative, at the end of a buffer of 20 bytes.
  static func decimal(_ number: Int, into buffer: UnsafeMutableRawBufferPointer) -> UnsafeRawBufferPointer {
    var rest = max(number, 0)
    var start = buffer.count
    repeat {
      start -= 1
      buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0 && start > 0
    return UnsafeRawBufferPointer(rebasing: buffer[start...])
  }

  static func bytes(_ text: StaticString) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
