/// What a server stream asks of its connection; on the reactor's thread.
protocol ServerConnection: AnyObject {
  /// Sends a complete response.
  func respond(_ stream: ServerStream, _ response: HTTPResponse)
  /// Sends a response's head; the body follows by `write` and `finish`.
  func startResponse(_ stream: ServerStream, status: Int, headers: HTTPHeaders)
  /// Queues body bytes; the result is how many bytes now wait for the peer, nil when it is gone.
  func write(_ stream: ServerStream, _ bytes: [UInt8]) -> Int?
  /// Ends the response's body.
  func finish(_ stream: ServerStream)
  /// Ends the stream in a way that tells the peer that the response is incomplete.
  func abort(_ stream: ServerStream)
  /// The handler has taken `count` body bytes, so the peer may send as many more.
  func bodyConsumed(_ stream: ServerStream, _ count: Int)
  /// The handler is about to wait for body bytes.
  func bodyWanted(_ stream: ServerStream)
  /// Answers 101 and hands the connection over; nil when the protocol has no upgrade.
  func upgrade(_ stream: ServerStream, headers: HTTPHeaders) -> ByteStream?
}

/// One request and its response on a server, whatever the protocol. Belongs to its reactor's thread.
final class ServerStream: @unchecked Sendable {  // confined to the reactor's thread
  enum ResponseState { case none, started, finished }

  private let owner: ServerReactor
  /// Nil once the connection or the stream is gone; a handler may outlive both.
  private(set) var connection: (any ServerConnection)?
  /// HTTP/2's stream id; 0 in HTTP/1.
  let id: Int32
  /// Nil once a buffered handler has got it.
  private var ownedHead: HTTPRequestHead?
  /// Whether the response must not have a body.
  let isHead: Bool
  /// For HTTP/2's periodic checks and bookkeeping.
  var slot = -1
  var startedAt: MonotonicTime
  var lastProgress: MonotonicTime

  private var answer: (@Sendable (HTTPRequest) -> HTTPHandler.Outcome)?
  private(set) var isStreaming = false
  private(set) var bodyLimit = 0
  private var body: [UInt8] = []
  private var announcedLength = 0
  private(set) var bodyCount = 0
  private(set) var isRequestComplete = false
  private(set) var responseState = ResponseState.none
  private(set) var isHandlerRunning = false
  private var isGone = false
  private var task: Task<Void, Never>?

  // Streaming request body.
  /// What has not been read yet, in one piece: small pieces kept one by one would take many times their size.
  private var unread: [UInt8] = []
  private var bodyError: TransportError?
  /// Part of the body was thrown away, so its end must not look like one.
  private var isBodyCut = false
  private var reader: CheckedContinuation<[UInt8]?, any Error>?
  /// Waits are numbered, so that a cancellation that comes late ends no other wait than its own.
  private var lastWait = 0
  private var readerWait = 0
  private var writerWait = 0
  // Streaming response body.
  private var writer: CheckedContinuation<Void, any Error>?
  private var mayWriteBody = true
  /// How much of an announced `content-length` is still to come.
  private var remainingLength: Int?
  private var upgraded: ByteStream?
  /// HTTP/2's outgoing body.
  var out = ByteQueue()
  var outEnded = false
  var isOutDeferred = false
  /// Bytes whose connection-level window has not been given back yet (HTTP/2).
  var windowOwed = 0

  init(connection: any ServerConnection, owner: ServerReactor, id: Int32, head: consuming HTTPRequestHead) {
    self.connection = connection
    self.owner = owner
    self.id = id
    isHead = head.method == "HEAD"
    startedAt = owner.reactor.now
    lastProgress = startedAt
    ownedHead = consume head
  }

  var reactor: Reactor { owner.reactor }
  private var limits: Limits { owner.core.limits }
  private var metrics: MetricCounters { owner.metrics }

  // MARK: from the connection

  /// The head is complete: chooses the handler, checks the announced length, starts a streaming handler.
  func begin(_ router: HTTPRouter, announcedLength: Int?, hasBody: Bool) {
    isHandlerRunning = true
    guard let head = ownedHead else { return }
    switch router(head) {
    case .buffered(let limit, let answer):
      bodyLimit = limit ?? limits.bodyBytes
      self.answer = answer
      if let announcedLength {
        if announcedLength > bodyLimit { return refuseBody() }
        // Announcing costs the peer nothing, so not more than this is believed at first.
        body.reserveCapacity(min(announcedLength, 64 << 10))
        self.announcedLength = announcedLength
      }
      if hasBody, owner.core.isBodyMemoryFull {
        metrics.countLimit(.bufferedBodies)
        finishEarly(.error(503))
      }
    case .streaming(let handler):
      isStreaming = true
      // So that a handler which starts at once may upgrade at once.
      if !hasBody { isRequestComplete = true }
      let exchange = HTTPExchange(self, head)
      startTask {
        do {
          try await handler(exchange)
          exchange.stream.handlerReturned()
        } catch {
          exchange.stream.handlerFailed()
        }
      }
    }
  }

  private func startTask(_ body: @escaping @Sendable () async -> Void) {
    let started = Task.immediate(executorPreference: reactor) { await body() }
    // The handler may have finished, or lost its client, before it first suspended.
    if isHandlerRunning { task = started }
    if isGone { started.cancel() }
  }

  func receive(_ bytes: UnsafeRawBufferPointer) {
    bodyCount += bytes.count
    if isStreaming {
      if responseState == .finished || isGone || isBodyCut {
        connection?.bodyConsumed(self, bytes.count)
      } else if let reader {
        self.reader = nil
        reader.resume(returning: Array(bytes))
        connection?.bodyConsumed(self, bytes.count)
      } else if hold(bytes.count) {
        unread.append(contentsOf: bytes)
      } else {
        cutBody(bytes.count)
      }
      return
    }
    if responseState != .none { return }
    if bodyCount > bodyLimit { return refuseBody() }
    guard hold(bytes.count) else {
      metrics.countLimit(.bufferedBodies)
      return finishEarly(.error(503))
    }
    if body.capacity < announcedLength, body.count + bytes.count >= announcedLength / 4 {
      // Growing step by step would copy a long body again and again, and hold it twice.
      body.reserveCapacity(announcedLength)
    }
    body.append(contentsOf: bytes)
  }

  private func hold(_ count: Int) -> Bool {
    guard owner.core.holdBody(count) else { return false }
    heldBytes += count
    return true
  }

  /// Breaks a streamed body off; what still comes of it is thrown away.
  private func cutBody(_ count: Int) {
    metrics.countLimit(.bufferedBodies)
    isBodyCut = true
    let dropped = unread.count + count
    releaseBody()
    failBody(.limit(.bufferedBodies))
    connection?.bodyConsumed(self, dropped)
  }

  private func refuseBody() {
    metrics.countLimit(.bodySize)
    finishEarly(.error(413))
  }

  /// Answers instead of the handler, before the request has arrived in full.
  func finishEarly(_ response: HTTPResponse) {
    guard responseState == .none else { return }
    answer = nil
    releaseBody()
    send(response)
    handlerEnded()
  }

  func receiveEnd() {
    isRequestComplete = true
    if isStreaming {
      if let reader {
        self.reader = nil
        reader.resume(returning: nil)
      }
      return
    }
    guard let answer, responseState == .none else { return }
    self.answer = nil
    var taken: [UInt8] = []
    swap(&taken, &body)
    var head: HTTPRequestHead?
    swap(&head, &ownedHead)
    guard let head = consume head else { return }
    let request = HTTPRequest(head: head, body: HTTPBody(taken))
    switch answer(request) {
    case .response(let response):
      send(response)
      releaseBody()
      handlerEnded()
    case .later(let compute):
      startTask {
        let response = await compute()
        self.onReactor { $0.deliver(response) }
      }
    }
  }

  private func deliver(_ response: HTTPResponse) {
    releaseBody()
    if responseState == .none { send(response) }
    handlerEnded()
  }

  private func releaseBody() {
    owner.core.releaseBody(heldBytes)
    heldBytes = 0
    body = []
    unread = []
  }

  /// This request's part of the server's count.
  private var heldBytes = 0

  private func send(_ response: HTTPResponse) {
    guard let connection, responseState == .none else { return }
    responseState = .finished
    connection.respond(self, response)
  }

  private func handlerEnded() {
    guard isHandlerRunning else { return }
    isHandlerRunning = false
    task = nil
    releaseBody()
    upgraded?.close()
    upgraded = nil
    metrics.add(.requestsFinished, 1)
  }

  /// The peer left, reset the stream or was cut off: the handler's task is cancelled, and whoever waits is woken.
  func connectionLost(_ error: TransportError) {
    isGone = true
    connection = nil
    // A buffered body belongs to its handler's task as long as that runs.
    if isStreaming || task == nil { releaseBody() }
    out.removeAll()
    if bodyError == nil { bodyError = error }
    if responseState != .finished { task?.cancel() }
    resumeWaiters(throwing: error)
    if !isStreaming, task == nil { handlerEnded() }
  }

  /// The peer will send no more although the request or its connection is not finished.
  func inputLost() {
    if !isRequestComplete, bodyError == nil { bodyError = .connectionClosed }
    task?.cancel()
  }

  /// A streamed body that does not come.
  func failBody(_ error: TransportError) {
    if bodyError == nil { bodyError = error }
    if let reader {
      self.reader = nil
      reader.resume(throwing: error)
    }
  }

  var isWaitingForBody: Bool { reader != nil }

  private func resumeWaiters(throwing error: any Error) {
    if let reader {
      self.reader = nil
      reader.resume(throwing: error)
    }
    if let writer {
      self.writer = nil
      writer.resume(throwing: error)
    }
  }

  /// The peer took enough for a waiting `write` to go on.
  func resumeWriter() {
    guard let writer else { return }
    self.writer = nil
    writer.resume()
  }

  // MARK: from the handler

  private func onReactor(_ body: @escaping @Sendable (ServerStream) -> Void) {
    reactor.execute { body(self) }
  }

  private func handlerReturned() {
    onReactor { stream in
      switch stream.responseState {
      case .none: stream.send(.error(500))
      case .started: stream.finishResponse()
      case .finished: break
      }
      stream.handlerEnded()
    }
  }

  /// Ends the body, or breaks it off when it is shorter than announced.
  private func finishResponse() {
    responseState = .finished
    if mayWriteBody, let remainingLength, remainingLength > 0 {
      connection?.abort(self)
    } else {
      connection?.finish(self)
    }
  }

  private func handlerFailed() {
    onReactor { stream in
      switch stream.responseState {
      case .none: stream.send(.error(500))
      case .started:
        stream.responseState = .finished
        stream.connection?.abort(stream)
      case .finished: break
      }
      stream.handlerEnded()
    }
  }

  /// The next piece of the body; nil at its end.
  func readChunk() async throws -> [UInt8]? {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.readChunk() }
    }
    if !unread.isEmpty {
      var piece: [UInt8] = []
      swap(&piece, &unread)
      releaseBody()
      connection?.bodyConsumed(self, piece.count)
      return piece
    }
    if isRequestComplete, !isBodyCut { return nil }
    if let bodyError { throw bodyError }
    lastWait += 1
    let wait = lastWait
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        if reader != nil { return continuation.resume(throwing: TransportError.invalidArgument("two readers")) }
        reader = continuation
        readerWait = wait
        connection?.bodyWanted(self)
      }
    } onCancel: {
      onReactor { stream in
        guard let reader = stream.reader, stream.readerWait == wait else { return }
        stream.reader = nil
        reader.resume(throwing: CancellationError())
      }
    }
  }

  func respondWhole(_ response: HTTPResponse) async throws {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.respondWhole(response) }
    }
    if connection == nil { throw TransportError.connectionClosed }
    guard responseState == .none else { throw TransportError.invalidArgument("response already begun") }
    send(response)
  }

  func start(status: Int, headers: HTTPHeaders) async throws {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.start(status: status, headers: headers) }
    }
    guard let connection else { throw TransportError.connectionClosed }
    guard responseState == .none else { throw TransportError.invalidArgument("response already begun") }
    let lengths = headers.values("content-length")
    let announced = lengths.first.flatMap { text in Array(text.utf8).withUnsafeBytes(HTTPGrammar.decimal) }
    guard lengths.count <= 1, lengths.isEmpty || announced != nil else {
      throw TransportError.invalidArgument("content-length \(lengths.joined(separator: ", "))")
    }
    responseState = .started
    mayWriteBody = !isHead && status != 204 && status != 304
    remainingLength = announced
    connection.startResponse(self, status: status, headers: headers)
  }

  func write(_ bytes: [UInt8]) async throws {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.write(bytes) }
    }
    guard let connection else { throw TransportError.connectionClosed }
    guard responseState == .started else { throw TransportError.invalidArgument("no response under way") }
    if bytes.isEmpty { return }
    // Bytes that go nowhere never make a handler wait, which must not keep the reactor from its sockets.
    if !mayWriteBody { return await Task.yield() }
    var isTooLong = false
    var sent = bytes
    if let remainingLength {
      isTooLong = bytes.count > remainingLength
      if isTooLong { sent = Array(bytes.prefix(max(0, remainingLength))) }
      self.remainingLength = remainingLength - sent.count
    }
    guard let unsent = connection.write(self, sent) else { throw TransportError.connectionClosed }
    if isTooLong { throw TransportError.invalidArgument("a longer body than announced") }
    if unsent <= limits.writeAheadBytes { return }
    lastWait += 1
    let wait = lastWait
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        if self.connection == nil { return continuation.resume(throwing: TransportError.connectionClosed) }
        if writer != nil { return continuation.resume(throwing: TransportError.invalidArgument("two writers")) }
        writer = continuation
        writerWait = wait
      }
    } onCancel: {
      onReactor { stream in
        guard let writer = stream.writer, stream.writerWait == wait else { return }
        stream.writer = nil
        writer.resume(throwing: CancellationError())
      }
    }
  }

  func end() async throws {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.end() }
    }
    if connection == nil { throw TransportError.connectionClosed }
    guard responseState == .started else { throw TransportError.invalidArgument("no response under way") }
    finishResponse()
  }

  func upgrade(_ headers: HTTPHeaders) async throws -> ByteStream {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.upgrade(headers) }
    }
    guard let connection else { throw TransportError.connectionClosed }
    guard responseState == .none, isRequestComplete else {
      throw TransportError.invalidArgument("upgrade after a response was begun or before the body's end")
    }
    guard let stream = connection.upgrade(self, headers: headers) else {
      throw TransportError.protocolViolation("this connection cannot be upgraded")
    }
    responseState = .finished
    upgraded = stream
    return stream
  }
}
