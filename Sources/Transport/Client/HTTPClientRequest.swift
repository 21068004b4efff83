/// A request that a client sends.
public struct HTTPClientRequest: Sendable {
  public enum Body: Sendable {
    case none
    case bytes([UInt8])
    /// A function that writes the body piece by piece; it runs as a task on the connection's reactor and is cancelled
    /// when the exchange ends first. A request with such a body is never repeated.
    case stream(@Sendable (HTTPBodyWriter) async throws -> Void)
  }

  public var method: String
  /// The target as sent: a path with a leading slash, percent-encoded, with its query.
  public var target: String
  public var headers: HTTPHeaders
  public var body: Body
  /// Time for the whole exchange, connecting and reading the body included; nil means without end (a watch).
  public var timeout: Duration?

  public init(
    method: String = "GET", target: String, headers: HTTPHeaders = HTTPHeaders(), body: Body = .none,
    timeout: Duration? = .seconds(30)
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.timeout = timeout
  }
}

/// Writes a request's body.
public struct HTTPBodyWriter: Sendable {
  let stream: ClientStream

  /// Sends a piece; waits while more than 256 KiB are unsent.
  /// - Throws: `TransportError` when the exchange has ended, `CancellationError` when the task was cancelled.
  public func write(_ bytes: [UInt8]) async throws { try await stream.writeBody(bytes) }
}

/// A response whose head has arrived.
public struct HTTPClientResponse: Sendable {
  public var status: Int
  public var headers: HTTPHeaders
  public var version: HTTPVersion
  /// The certificate that the server presented.
  public var connection: ConnectionInfo
  /// The body as it arrives. Dropping it unread ends the exchange.
  public var body: HTTPClientBody
}

/// A response's body as it arrives; the server is slowed down to the pace of the reader. To be read once.
public struct HTTPClientBody: AsyncSequence, Sendable {
  public typealias Element = [UInt8]

  /// Ends the exchange when nobody can read it any more.
  final class Handle: Sendable {
    let stream: ClientStream
    init(_ stream: ClientStream) { self.stream = stream }
    deinit {
      let stream = self.stream
      stream.reactor.execute { stream.cancel(TransportError.connectionClosed) }
    }
  }

  let handle: Handle

  public struct AsyncIterator: AsyncIteratorProtocol {
    let handle: Handle
    /// The next piece; nil at the end.
    /// - Throws: `TransportError` when the body breaks off, `CancellationError` when the task was cancelled; either
    ///   ends the exchange.
    public mutating func next() async throws -> [UInt8]? { try await handle.stream.readChunk() }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(handle: handle) }

  /// The whole body.
  /// - Throws: `TransportError.limit(.bodySize)` when it is longer than `limit` bytes.
  public func collect(limit: Int = 64 << 20) async throws -> [UInt8] {
    var all: [UInt8] = []
    for try await chunk in self {
      if all.count + chunk.count > limit { throw TransportError.limit(.bodySize) }
      if all.isEmpty { all = chunk } else { all.append(contentsOf: chunk) }
    }
    return all
  }
}

/// How a server answered an upgrade.
public enum HTTPUpgradeResult: Sendable {
  /// 101: the connection is a byte stream now; the headers are those of the answer.
  case upgraded(HTTPHeaders, ByteStream)
  /// Any other answer.
  case refused(HTTPClientResponse)
}
