import CLinux
import COpenSSL
import Glibc

/// What runs a protocol over a channel; always called on the reactor's thread.
protocol ChannelHandler: AnyObject {
  /// Connected, and the TLS handshake (if any) has finished.
  func channelActive(_ channel: Channel)
  /// Bytes arrived; they are valid during the call only.
  func channelRead(_ channel: Channel, _ bytes: UnsafeRawBufferPointer)
  /// The peer will send nothing more.
  func channelInputClosed(_ channel: Channel)
  /// Fills the buffer with bytes to send after those already pending; 0 when there are none.
  func channelProduce(_ channel: Channel, into buffer: UnsafeMutableRawBufferPointer) -> Int
  /// Everything pending has been handed to the kernel.
  func channelDrained(_ channel: Channel)
  /// `deadline` has passed; the handler sets the next one or closes.
  func channelDeadline(_ channel: Channel)
  /// Last call; `error` is nil after an orderly end.
  func channelClosed(_ channel: Channel, _ error: TransportError?)
}

/// A non-blocking connection with optional TLS: reads into the reactor's buffer, keeps what cannot be sent yet,
/// closes orderly. Belongs to its reactor's thread.
final class Channel: EpollTarget, @unchecked Sendable {  // confined to the reactor's thread
  enum State {
    case connecting, handshaking, active
    /// Our side is closed; what still arrives is thrown away so that the peer reads our last bytes and not a reset.
    case lingering
    case closed
  }

  let reactor: Reactor
  let metrics: MetricCounters
  private(set) var state: State
  var handler: (any ChannelHandler)?
  private(set) var tls: TLSSession?
  /// The bytes to be sent next, before any that the handler produces.
  var pending = ByteQueue()
  var peerAddress: SocketAddress

  /// When `channelDeadline` is due.
  var deadline = MonotonicTime.distantFuture { didSet { scheduleIfEarlier(deadline) } }
  private var ownDeadline = MonotonicTime.distantFuture { didSet { scheduleIfEarlier(ownDeadline) } }
  private var scheduled = MonotonicTime.distantFuture

  private let fd: FileDescriptor
  private var generation: UInt32 = 0
  private var interest: UInt32 = EPOLLIN.rawValue | EPOLLRDHUP.rawValue
  private var isDirty = false
  private var isReadPaused = false
  private var isReadAgainMarked = false
  /// TLS has to send before it can read on.
  private var readWaitsForOutput = false
  private var hasInputClosed = false
  private var closesAfterFlush = false
  private var isWriteBlocked = false
  private var closeError: TransportError?
  private let writeStall: Duration
  private var lingerBytes = 0

  init(
    reactor: Reactor, fd: consuming FileDescriptor, tls: TLSSession?, isConnecting: Bool, peerAddress: SocketAddress,
    metrics: MetricCounters, writeStall: Duration
  ) {
    self.reactor = reactor
    self.fd = fd
    self.tls = tls
    self.peerAddress = peerAddress
    self.metrics = metrics
    self.writeStall = writeStall
    state = isConnecting ? .connecting : tls == nil ? .active : .handshaking
  }

  var isOpen: Bool { state == .active }
  var isClosed: Bool { state == .closed }
  /// Whether something new may be begun on it.
  var isStaying: Bool { state == .active && !closesAfterFlush }
  var rawDescriptor: Int32 { fd.raw }

  /// Registers with the reactor; a handshake or connect that lasts longer than `limit` ends the channel.
  func start(establishWithin limit: Duration) throws(TransportError) {
    if state == .connecting { interest = EPOLLOUT.rawValue }
    generation = try reactor.register(fd.raw, self, events: interest)
    if let tls {
      guard tls.attach(fd.raw) else { throw .tls("SSL_set_fd") }
    }
    if state == .active {
      handler?.channelActive(self)
    } else {
      ownDeadline = reactor.now + limit
    }
  }

  /// Leaves a handshake under way no more time than this.
  func hurryHandshake(_ limit: Duration) {
    if state == .handshaking { ownDeadline = min(ownDeadline, reactor.now + limit) }
  }

  // MARK: events

  func ready(_ events: UInt32) {
    switch state {
    case .closed:
      return
    case .connecting:
      let error = clinux_socket_error(fd.raw)
      if error != 0 { return close(.system(call: "connect", code: error)) }
      setInterest(EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
      if tls == nil {
        becomeActive()
      } else {
        state = .handshaking
        continueHandshake()
      }
      return
    case .handshaking:
      continueHandshake()
      if state != .active { return }
    case .lingering:
      return discardInput()
    case .active:
      break
    }
    if events & EPOLLOUT.rawValue != 0 {
      if readWaitsForOutput {
        readWaitsForOutput = false
        endWriteBlock()
        setInterest(interest & ~EPOLLOUT.rawValue)
        if !isReadPaused, !hasInputClosed {
          setInterest(interest | EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
          readInput()
        }
        if !isOpen || readWaitsForOutput { return }
      }
      flush()
    }
    if events & (EPOLLIN.rawValue | EPOLLRDHUP.rawValue) != 0, !isReadPaused, !readWaitsForOutput { readInput() }
    if isOpen, events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0, events & EPOLLIN.rawValue == 0 || isReadPaused {
      let error = clinux_socket_error(fd.raw)
      close(error == 0 ? .connectionClosed : .system(call: "recv", code: error))
    }
  }

  private func becomeActive() {
    state = .active
    ownDeadline = .distantFuture
    handler?.channelActive(self)
    flushSoon()
  }

  private func continueHandshake() {
    guard let tls else { return }
    switch tls.handshake() {
    case .done:
      setInterest(EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
      becomeActive()
      // The first request may lie decrypted or read ahead already.
      if isOpen, tls.hasPending { scheduleReadAgain() }
    case .wantsRead: setInterest(EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
    case .wantsWrite: setInterest(EPOLLOUT.rawValue)
    case .failed(let text):
      metrics.add(.tlsHandshakeFailures, 1)
      close(.tls(text))
    }
  }

  /// Reads at most 256 KiB a round, so that one busy peer cannot starve the others.
  private func readInput() {
    let buffer = reactor.readBuffer
    for _ in 0..<16 {
      let count: Int
      var mayHaveMore = false
      if let tls {
        switch tls.read(into: buffer) {
        case .bytes(let read):
          count = read
          mayHaveMore = tls.hasPending
        case .blocked: return
        case .blockedOnOutput:
          // Reading on without sending would find the same again and again.
          readWaitsForOutput = true
          _ = blocked()
          return setInterest(interest & ~(EPOLLIN.rawValue | EPOLLRDHUP.rawValue))
        case .endOfInput: return inputClosed()
        case .failed(let text): return close(.tls(text))
        }
      } else {
        count = recv(fd.raw, buffer.baseAddress, buffer.count, 0)
        if count == 0 { return inputClosed() }
        if count < 0 {
          if errno == EAGAIN || errno == EINTR { return }
          return close(.lastSystemError("recv"))
        }
      }
      metrics.add(.bytesReceived, count)
      handler?.channelRead(self, UnsafeRawBufferPointer(rebasing: buffer[0..<count]))
      if !isOpen || isReadPaused || !mayHaveMore { return }
    }
    scheduleReadAgain()
  }

  private func scheduleReadAgain() {
    if isReadAgainMarked { return }
    isReadAgainMarked = true
    reactor.markReadAgain(self)
  }

  func readAgain() {
    isReadAgainMarked = false
    if isOpen, !isReadPaused, !hasInputClosed, !readWaitsForOutput { readInput() }
  }

  private func inputClosed() {
    hasInputClosed = true
    setInterest(interest & ~(EPOLLIN.rawValue | EPOLLRDHUP.rawValue))
    handler?.channelInputClosed(self)
  }

  /// Stops reading until `resumeReading`; the kernel's buffers then push back on the peer.
  func pauseReading() {
    if isReadPaused { return }
    isReadPaused = true
    setInterest(interest & ~(EPOLLIN.rawValue | EPOLLRDHUP.rawValue))
  }

  func resumeReading() {
    guard isReadPaused else { return }
    isReadPaused = false
    if hasInputClosed || readWaitsForOutput || !isOpen { return }
    setInterest(interest | EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
    if tls?.hasPending == true { scheduleReadAgain() }
  }

  private func setInterest(_ wanted: UInt32) {
    if wanted == interest || state == .closed { return }
    interest = wanted
    reactor.modify(fd.raw, generation: generation, events: wanted)
  }

  // MARK: output

  /// Has pending and produced bytes sent at the end of this round.
  func flushSoon() {
    if isDirty || state == .closed { return }
    isDirty = true
    reactor.markDirty(self)
  }

  func flush() {
    isDirty = false
    guard isOpen, let handler else { return }
    while true {
      if !pending.isEmpty {
        let sent = pending.withUnsafeBytes { send($0) }
        if sent < 0 { return }
        pending.consume(sent)
        if !pending.isEmpty { continue }
      }
      let buffer = reactor.writeBuffer
      let count = handler.channelProduce(self, into: buffer)
      if !isOpen { return }
      if count == 0 { break }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[0..<count])
      let sent = max(send(bytes), 0)
      if !isOpen { return }
      if sent < count { pending.append(UnsafeRawBufferPointer(rebasing: bytes[sent...])) }
      if isWriteBlocked { return }
    }
    if !readWaitsForOutput { setInterest(interest & ~EPOLLOUT.rawValue) }
    if closesAfterFlush { return shutDownOutput() }
    handler.channelDrained(self)
  }

  /// The bytes accepted, or -1 after blocking or failing.
  private func send(_ bytes: UnsafeRawBufferPointer) -> Int {
    let count: Int
    if let tls {
      switch tls.write(bytes) {
      case .bytes(let written): count = written
      case .blocked, .blockedOnOutput: return blocked()
      case .endOfInput:
        close(.connectionClosed)
        return -1
      case .failed(let text):
        close(.tls(text))
        return -1
      }
    } else {
      count = clinux_send(fd.raw, bytes.baseAddress, UInt(bytes.count))
      if count < 0 {
        if errno == EAGAIN || errno == EINTR { return blocked() }
        close(.lastSystemError("send"))
        return -1
      }
    }
    metrics.add(.bytesSent, count)
    endWriteBlock()
    return count
  }

  private func endWriteBlock() {
    guard isWriteBlocked else { return }
    isWriteBlocked = false
    ownDeadline = .distantFuture
  }

  private func blocked() -> Int {
    if !isWriteBlocked {
      isWriteBlocked = true
      ownDeadline = reactor.now + writeStall
    }
    setInterest(interest | EPOLLOUT.rawValue)
    return -1
  }

  // MARK: deadlines

  private func scheduleIfEarlier(_ time: MonotonicTime) {
    if time >= scheduled || generation == 0 { return }
    scheduled = time
    reactor.scheduleTimer(time, fd: fd.raw, generation: generation)
  }

  func reactorEnds() { close(.shutDown) }

  func timerFired() {
    scheduled = .distantFuture
    let now = reactor.now
    if now >= ownDeadline {
      ownDeadline = .distantFuture
      switch state {
      case .connecting: return close(.deadlineExceeded)
      case .handshaking:
        metrics.countLimit(.tlsHandshakeDeadline)
        return close(.limit(.tlsHandshakeDeadline))
      case .lingering: return close(nil)
      case .active where isWriteBlocked:
        metrics.countLimit(.writeStall)
        return close(.limit(.writeStall))
      case .active, .closed: break
      }
    }
    if isOpen, now >= deadline {
      deadline = .distantFuture
      handler?.channelDeadline(self)
    }
    // The handler's deadline counts only while active: one that has passed would fire for ever while lingering.
    if state != .closed { scheduleIfEarlier(isOpen ? min(deadline, ownDeadline) : ownDeadline) }
  }

  // MARK: closing

  /// Ends the channel now; the handler hears of it at the end of the round. Idempotent.
  func close(_ error: TransportError?) {
    if state == .closed { return }
    state = .closed
    closeError = error
    reactor.unregister(fd.raw)
    reactor.markClosing(self)
  }

  /// Sends what is pending, then closes our side and waits a moment for the peer to close its own.
  func closeAfterFlush() {
    closesAfterFlush = true
    flushSoon()
  }

  /// Closes a connection on which nothing is under way: all that we sent has been taken long ago, so there is no answer
  /// that a reset could take from the peer, and nothing to wait for.
  func closeIdle() {
    guard pending.isEmpty else { return closeAfterFlush() }
    tls?.sendCloseNotify()
    close(nil)
  }

  /// Time and bytes granted to a peer to notice that we closed.
  private static let lingerTime = Duration.seconds(2)
  private static let lingerLimit = 8 << 20

  private func shutDownOutput() {
    state = .lingering
    tls?.sendCloseNotify()
    if hasInputClosed { return close(nil) }
    Glibc.shutdown(fd.raw, Int32(SHUT_WR))
    isReadPaused = false
    setInterest(EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
    ownDeadline = reactor.now + Self.lingerTime
  }

  private func discardInput() {
    let count = recv(fd.raw, reactor.readBuffer.baseAddress, reactor.readBuffer.count, 0)
    if count > 0 {
      lingerBytes += count
      if lingerBytes > Self.lingerLimit { close(nil) }
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      close(nil)
    }
  }

  /// Called by the reactor once no callback of this channel is on the stack.
  func tearDown() {
    let last = handler
    handler = nil
    last?.channelClosed(self, closeError)
    tls = nil
    pending.removeAll()
  }

  /// The TLS session's facts, known once active.
  var negotiatedProtocol: String? { tls?.negotiatedProtocol }
}
