import Synchronization

/// Messages over an upgraded connection, both ways: pings are answered, and a close ends it (RFC 6455).
///
/// Any task may send; one at a time receives.
public final class WebSocketStream: Sendable {
  private struct Incoming {
    var codec: WebSocketCodec
    var messages: [WebSocketMessage] = []
    var isClosed = false
  }

  private struct Outgoing {
    var codec: WebSocketCodec
    var isBusy = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let bytes: ByteStream
  private let incoming: Mutex<Incoming>
  private let outgoing: Mutex<Outgoing>

  public init(_ bytes: ByteStream, role: WebSocketCodec.Role) {
    self.bytes = bytes
    incoming = Mutex(Incoming(codec: WebSocketCodec(role: role)))
    outgoing = Mutex(Outgoing(codec: WebSocketCodec(role: role)))
  }

  /// The next text or binary message; nil once the peer has closed.
  /// - Throws: `WebSocketError` for what the peer did wrong, of which it was told; `TransportError`.
  public func receive() async throws -> WebSocketMessage? {
    while true {
      while let message = incoming.withLock({ $0.messages.isEmpty ? nil : $0.messages.removeFirst() }) {
        switch message {
        case .text, .binary: return message
        case .ping(let payload): try await send(.pong(payload))
        case .pong: continue
        case .close(let code, _):
          incoming.withLock { $0.isClosed = true }
          await close(code: code ?? 1000)
          return nil
        }
      }
      if incoming.withLock({ $0.isClosed }) { return nil }
      guard let received = try await bytes.read() else {
        incoming.withLock { $0.isClosed = true }
        return nil
      }
      do throws(WebSocketError) {
        try incoming.withLock { (incoming) throws(WebSocketError) in
          incoming.messages += try incoming.codec.decode(received)
        }
      } catch {
        await close(code: error.closeCode, reason: error.reason)
        throw error
      }
    }
  }

  /// Sends a message; waits while much is unsent.
  public func send(_ message: WebSocketMessage) async throws {
    await begin()
    defer { end() }
    let encoded = outgoing.withLock { $0.codec.encode(message) }
    try await bytes.write(encoded)
  }

  /// Says why, and closes the connection. Idempotent.
  public func close(code: UInt16 = 1000, reason: String = "") async {
    try? await send(.close(code: code, reason: reason))
    bytes.close()
  }

  // MARK: one writer at a time

  private func begin() async {
    await withCheckedContinuation { continuation in
      let isFree = outgoing.withLock { outgoing in
        if outgoing.isBusy {
          outgoing.waiting.append(continuation)
          return false
        }
        outgoing.isBusy = true
        return true
      }
      if isFree { continuation.resume() }
    }
  }

  private func end() {
    let next: CheckedContinuation<Void, Never>? = outgoing.withLock { outgoing in
      if outgoing.waiting.isEmpty {
        outgoing.isBusy = false
        return nil
      }
      return outgoing.waiting.removeFirst()
    }
    next?.resume()
  }
}

extension WebSocketStream {
  /// Carries the bytes of messages to the stream and back until one side ends, then closes both.
  public func relay(with other: ByteStream) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        while let message = try? await self.receive() {
          let payload =
            switch message {
            case .binary(let bytes): bytes
            case .text(let text): Array(text.utf8)
            default: [UInt8]()
            }
          if (try? await other.write(payload)) == nil { return }
        }
      }
      group.addTask {
        while let bytes = try? await other.read() {
          if (try? await self.send(.binary(bytes))) == nil { return }
        }
      }
      await group.next()
      other.close()
      await self.close()
      group.cancelAll()
    }
  }
}
