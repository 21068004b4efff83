/// A streaming handler's view of one request and its response.
///
/// Every function may be called from any task, but reads only by one at a time, and writes likewise. They throw
/// `TransportError.connectionClosed` or `.streamReset` when the client has left, and `CancellationError` when the
/// task was cancelled, which happens too when the client leaves.
public struct HTTPExchange: Sendable {
  let stream: ServerStream

  init(_ stream: ServerStream, _ head: HTTPRequestHead) {
    self.stream = stream
    self.head = head
  }

  /// The request's head.
  public let head: HTTPRequestHead

  /// The request's body as it arrives; the peer is slowed down to the pace of the reader.
  public var body: HTTPBodyStream { HTTPBodyStream(stream: stream) }

  /// Sends a complete response.
  public func respond(_ response: HTTPResponse) async throws { try await stream.respondWhole(response) }

  /// Sends the head of a response whose body follows by `write`. A `content-length` among the headers is kept, and
  /// then exactly as many bytes must be written; without one HTTP/1.1 uses chunks.
  public func start(status: Int, headers: HTTPHeaders = HTTPHeaders()) async throws {
    try await stream.start(status: status, headers: headers)
  }

  /// Sends a piece of the body; waits while more than `Limits.writeAheadBytes` are unsent. What is longer than the
  /// announced length is not sent, and throws; what stays shorter ends as an incomplete message.
  public func write(_ bytes: [UInt8]) async throws { try await stream.write(bytes) }

  /// Ends the response. A handler that returns without calling it ends the response too; one that throws after
  /// `start` leaves the client with an incomplete message that it can recognise as such.
  public func finish() async throws { try await stream.end() }

  /// Answers `101 Switching Protocols` and takes the connection over (RFC 9110 section 7.8). HTTP/1.1 only; the
  /// request's body must have been read to its end (most have none). The connection is closed when the handler ends.
  ///
  /// - Parameter headers: what goes with the answer; `upgrade` and `connection` are taken from the request if absent.
  public func upgrade(headers: HTTPHeaders = HTTPHeaders()) async throws -> ByteStream {
    try await stream.upgrade(headers)
  }
}

/// A body that arrives piece by piece.
public struct HTTPBodyStream: AsyncSequence, Sendable {
  public typealias Element = [UInt8]

  let stream: ServerStream

  public struct AsyncIterator: AsyncIteratorProtocol {
    let stream: ServerStream
    public mutating func next() async throws -> [UInt8]? { try await stream.readChunk() }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream: stream) }

  /// The whole body.
  /// - Throws: `TransportError.limit(.bodySize)` when it is longer than `limit` bytes.
  public func collect(limit: Int) async throws -> [UInt8] {
    var all: [UInt8] = []
    for try await chunk in self {
      if all.count + chunk.count > limit { throw TransportError.limit(.bodySize) }
      all.append(contentsOf: chunk)
    }
    return all
  }
}
