/// A connection that was upgraded: raw bytes both ways, with back-pressure in both directions.
///
/// Every function may be called from any task; reads by one task at a time, and writes likewise.
public final class ByteStream: ChannelHandler, @unchecked Sendable {  // confined to the reactor's thread
  private let reactor: Reactor
  private var channel: Channel?
  private var received: ByteQueue
  private var isInputClosed = false
  private var closeError: TransportError?
  private var reader: CheckedContinuation<[UInt8]?, any Error>?
  private var writer: CheckedContinuation<Void, any Error>?

  /// Waits are numbered, so that a cancellation that comes late ends no other wait than its own.
  private var lastWait = 0
  private var readerWait = 0
  private var writerWait = 0

  private static let readAheadBytes = 256 << 10
  private static let writeAheadBytes = 256 << 10

  /// Takes over `channel`; `received` was read beyond the upgrade already.
  init(channel: Channel, received: ByteQueue, isInputClosed: Bool) {
    reactor = channel.reactor
    self.channel = channel
    self.received = received
    self.isInputClosed = isInputClosed
  }

  // MARK: for users

  /// The next bytes, as many as have arrived; nil once the peer has closed its side.
  public func read() async throws -> [UInt8]? {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.read() }
    }
    if let bytes = takeReceived() { return bytes }
    if isInputClosed { return nil }
    if channel == nil { throw closeError ?? .connectionClosed }
    lastWait += 1
    let wait = lastWait
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        if reader != nil { return continuation.resume(throwing: TransportError.invalidArgument("two readers")) }
        reader = continuation
        readerWait = wait
      }
    } onCancel: {
      reactor.execute { if self.readerWait == wait { self.resumeReader(.failure(CancellationError())) } }
    }
  }

  /// Sends bytes; waits while more than 256 KiB are unsent.
  public func write(_ bytes: [UInt8]) async throws {
    guard reactor.isCurrent else {
      return try await withTaskExecutorPreference(reactor) { try await self.write(bytes) }
    }
    guard let channel, channel.isOpen else { throw closeError ?? TransportError.connectionClosed }
    channel.pending.append(bytes)
    channel.flushSoon()
    if channel.pending.count <= Self.writeAheadBytes { return }
    lastWait += 1
    let wait = lastWait
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        if writer != nil { return continuation.resume(throwing: TransportError.invalidArgument("two writers")) }
        writer = continuation
        writerWait = wait
      }
    } onCancel: {
      reactor.execute { if self.writerWait == wait { self.resumeWriter(.failure(CancellationError())) } }
    }
  }

  /// Sends what is pending, then closes the connection. Idempotent.
  public func close() {
    reactor.execute { self.channel?.closeAfterFlush() }
  }

  private func takeReceived() -> [UInt8]? {
    if received.isEmpty { return nil }
    let bytes = received.withUnsafeBytes { Array($0) }
    received.consume(bytes.count)
    channel?.resumeReading()
    return bytes
  }

  private func resumeReader(_ result: Result<[UInt8]?, any Error>) {
    guard let reader else { return }
    self.reader = nil
    reader.resume(with: result)
  }

  private func resumeWriter(_ result: Result<Void, any Error>) {
    guard let writer else { return }
    self.writer = nil
    writer.resume(with: result)
  }

  // MARK: ChannelHandler

  func channelActive(_ channel: Channel) {}

  func channelRead(_ channel: Channel, _ bytes: UnsafeRawBufferPointer) {
    if reader != nil, received.isEmpty {
      resumeReader(.success(Array(bytes)))
      return
    }
    received.append(bytes)
    if received.count > Self.readAheadBytes { channel.pauseReading() }
  }

  func channelInputClosed(_ channel: Channel) {
    isInputClosed = true
    resumeReader(.success(nil))
  }

  func channelProduce(_ channel: Channel, into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }

  func channelDrained(_ channel: Channel) { resumeWriter(.success(())) }

  func channelDeadline(_ channel: Channel) {}

  func channelClosed(_ channel: Channel, _ error: TransportError?) {
    self.channel = nil
    closeError = error
    if error == nil { isInputClosed = true }
    resumeReader(error == nil ? .success(nil) : .failure(error ?? .connectionClosed))
    resumeWriter(.failure(error ?? .connectionClosed))
  }
}
