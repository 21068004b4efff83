/// What a client stream asks of its connection; on the reactor's thread.
protocol ClientConnection: AnyObject {
  var info: ConnectionInfo { get }
  /// Sends the request.
  func start(_ stream: ClientStream)
  /// Queues body bytes; the result is how many bytes now wait for the peer, nil when it is gone.
  func write(_ stream: ClientStream, _ bytes: [UInt8]) -> Int?
  func finishBody(_ stream: ClientStream)
  /// Ends the exchange early.
  func cancel(_ stream: ClientStream)
  func bodyConsumed(_ stream: ClientStream, _ count: Int)
}

/// The head of a response.
struct HTTPResponseHead: Sendable {
  var status: Int
  var headers: HTTPHeaders
  var version: HTTPVersion
  var upgraded: ByteStream?
}

/// The request was certainly not processed, so another connection may try it.
struct RetryableFailure: Error {
  var reason: TransportError
}

/// One request and its response on a client, whatever the protocol. Belongs to its reactor's thread.
final class ClientStream: @unchecked Sendable {  // confined to the reactor's thread
  let reactor: Reactor
  let request: HTTPClientRequest
  let endpoint: HTTPEndpoint
  private(set) var connection: (any ClientConnection)?
  private(set) var info: ConnectionInfo?
  /// HTTP/2's stream id and slot.
  var id: Int32 = 0
  var slot = -1
  /// Whether the request's head went out.
  var isHeadSent = false
  private(set) var isEnded = false
  private(set) var isRequestSent = false

  private var headWaiter: CheckedContinuation<HTTPResponseHead, any Error>?
  /// What has not been read yet, in one piece: small pieces kept one by one would take many times their size.
  private var unread: [UInt8] = []
  private var failure: (any Error)?
  private var reader: CheckedContinuation<[UInt8]?, any Error>?
  private var writer: CheckedContinuation<Void, any Error>?
  private var bodyTask: Task<Void, Never>?
  private var deadline: UInt64?

  // HTTP/2's outgoing body.
  var out = ByteQueue()
  var outEnded = false
  var isOutDeferred = false
  var windowOwed = 0

  static let writeAheadBytes = 256 << 10

  init(reactor: Reactor, request: HTTPClientRequest, endpoint: HTTPEndpoint) {
    self.reactor = reactor
    self.request = request
    self.endpoint = endpoint
  }

  /// Whether the request can be sent a second time.
  var isReplayable: Bool {
    if case .stream = request.body { false } else { true }
  }

  /// Idempotent methods of RFC 9110 section 9.2.2.
  var isIdempotent: Bool { ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"].contains(request.method) }

  var hasBody: Bool {
    if case .none = request.body { false } else { true }
  }

  var unreadBytes: Int { unread.count }

  // MARK: the exchange, on the reactor

  /// Sends the request on `connection` and waits for the response's head. `time` is when all must be over.
  func perform(on connection: any ClientConnection, until time: MonotonicTime?) async throws -> HTTPResponseHead {
    self.connection = connection
    info = connection.info
    if let time {
      let now = MonotonicTime.now()
      let rest = time > now ? time.nanoseconds - now.nanoseconds : 0
      deadline = reactor.schedule(after: .nanoseconds(Int64(clamping: rest))) { [weak self] in
        self?.cancel(TransportError.deadlineExceeded)
      }
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if Task.isCancelled {
          connectionIsFree()
          return continuation.resume(throwing: CancellationError())
        }
        headWaiter = continuation
        connection.start(self)
        if case .stream(let write) = request.body, !isEnded { startBody(write) }
      }
    } onCancel: {
      reactor.execute { self.cancel(CancellationError()) }
    }
  }

  private func connectionIsFree() {
    let unused = connection
    finish()
    unused?.cancel(self)
  }

  private func startBody(_ write: @escaping @Sendable (HTTPBodyWriter) async throws -> Void) {
    bodyTask = Task.immediate(executorPreference: reactor) {
      do {
        try await write(HTTPBodyWriter(stream: self))
        self.reactor.execute { self.bodyWritten() }
      } catch {
        self.reactor.execute { self.cancel(error) }
      }
    }
    if isEnded { bodyTask?.cancel() }
  }

  private func bodyWritten() {
    guard !isEnded, let connection else { return }
    isRequestSent = true
    connection.finishBody(self)
  }

  /// A request without a streamed body is complete at once.
  func requestSent() { isRequestSent = true }

  func receive(head: HTTPResponseHead) {
    guard let waiter = headWaiter else { return }
    headWaiter = nil
    if head.upgraded != nil { finish() }
    waiter.resume(returning: head)
  }

  func receive(_ bytes: UnsafeRawBufferPointer) {
    if isEnded || bytes.isEmpty { return }
    if let reader {
      self.reader = nil
      reader.resume(returning: Array(bytes))
      connection?.bodyConsumed(self, bytes.count)
    } else {
      unread.append(contentsOf: bytes)
    }
  }

  func receiveEnd() {
    guard !isEnded else { return }
    finish()
    if let waiter = headWaiter {
      headWaiter = nil
      waiter.resume(throwing: TransportError.protocolViolation("response without a head"))
    }
    if let reader {
      self.reader = nil
      reader.resume(returning: nil)
    }
  }

  /// The exchange broke off. `isRetrySafe` when the server certainly has not processed the request.
  func fail(_ error: any Error, isRetrySafe: Bool = false) {
    guard !isEnded else { return }
    failure = error
    finish()
    if let waiter = headWaiter {
      headWaiter = nil
      if isRetrySafe, isReplayable, let reason = error as? TransportError {
        waiter.resume(throwing: RetryableFailure(reason: reason))
      } else {
        waiter.resume(throwing: error)
      }
    }
    if let reader {
      self.reader = nil
      reader.resume(throwing: error)
    }
  }

  /// Ends the exchange from our side. Does nothing once it is over.
  func cancel(_ error: any Error) {
    guard !isEnded else { return }
    let connection = self.connection
    fail(error)
    connection?.cancel(self)
  }

  private func finish() {
    isEnded = true
    connection = nil
    if let deadline { reactor.cancelTimer(deadline) }
    deadline = nil
    bodyTask?.cancel()
    bodyTask = nil
    if let writer {
      self.writer = nil
      writer.resume(throwing: failure ?? TransportError.connectionClosed)
    }
  }

  /// The peer took enough for a waiting `write` to go on.
  func resumeWriter() {
    guard let writer else { return }
    self.writer = nil
    writer.resume()
  }

  // MARK: for the user's tasks

  func readChunk() async throws -> [UInt8]? {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.readChunk() }
    }
    if !unread.isEmpty {
      var piece: [UInt8] = []
      swap(&piece, &unread)
      connection?.bodyConsumed(self, piece.count)
      return piece
    }
    if let failure { throw failure }
    if isEnded { return nil }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if Task.isCancelled {
          cancel(CancellationError())
          return continuation.resume(throwing: CancellationError())
        }
        if reader != nil { return continuation.resume(throwing: TransportError.invalidArgument("two readers")) }
        reader = continuation
      }
    } onCancel: {
      reactor.execute { self.cancel(CancellationError()) }
    }
  }

  func writeBody(_ bytes: [UInt8]) async throws {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.writeBody(bytes) }
    }
    guard let connection, !isEnded else { throw failure ?? TransportError.connectionClosed }
    if bytes.isEmpty { return }
    guard let unsent = connection.write(self, bytes) else { throw TransportError.connectionClosed }
    if unsent <= Self.writeAheadBytes { return }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled || isEnded { return continuation.resume(throwing: failure ?? CancellationError()) }
        writer = continuation
      }
    } onCancel: {
      reactor.execute {
        guard let writer = self.writer else { return }
        self.writer = nil
        writer.resume(throwing: CancellationError())
      }
    }
  }
}
