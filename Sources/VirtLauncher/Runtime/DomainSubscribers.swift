import LauncherProtocol
import Synchronization

/// Those who follow the domain's state. They get the present state at once and then each change; one that reads too
/// slowly loses older states, never the newest.
final class DomainSubscribers: Sendable {
  enum Message: Sendable {
    case state(DomainReport?)
    /// Nothing new, for a while.
    case silence
  }

  private struct State {
    var next = 0
    var streams: [Int: AsyncStream<Message>.Continuation] = [:]
  }
  private let state = Mutex(State())

  func subscribe(present: DomainReport?) -> AsyncStream<Message> {
    let (stream, continuation) = AsyncStream.makeStream(of: Message.self, bufferingPolicy: .bufferingNewest(16))
    let number = state.withLock { state in
      state.next += 1
      state.streams[state.next] = continuation
      return state.next
    }
    continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.streams[number] = nil } }
    continuation.yield(.state(present))
    return stream
  }

  func send(_ message: Message) {
    for stream in state.withLock({ Array($0.streams.values) }) { stream.yield(message) }
  }

  func finish() {
    for stream in state.withLock({ Array($0.streams.values) }) { stream.finish() }
  }
}
