import CLinux
import Glibc
import Synchronization

/// SIGTERM and SIGINT as something to wait for.
public struct ShutdownSignal: Sendable {
  /// The eventfd that the signal handler writes to. A handler has no context, so this must be global; it is set once.
  private static let descriptor = Atomic<Int32>(-1)

  /// From now on neither signal ends the process; both are delivered to `wait`.
  public init() throws(TransportError) {
    if Self.descriptor.load(ordering: .acquiring) < 0 {
      let made = clinux_eventfd()
      if made < 0 { throw .lastSystemError("eventfd") }
      let (isFirst, _) = Self.descriptor.compareExchange(expected: -1, desired: made, ordering: .acquiringAndReleasing)
      if !isFirst { close(made) }
    }
    for number in [SIGTERM, SIGINT] {
      signal(number) { number in
        // Only what is safe in a signal handler: a load and a write.
        let saved = errno
        var value: UInt64 = number == SIGINT ? 1 << 32 : 1
        _ = write(ShutdownSignal.descriptor.load(ordering: .relaxed), &value, 8)
        errno = saved
      }
    }
  }

  /// Waits for the next SIGTERM or SIGINT and returns its number.
  public func wait(on group: ReactorGroup) async -> Int32 {
    let reactor = group.any()
    return await withCheckedContinuation { continuation in
      let isPosted = reactor.post {
        SignalTarget.watch(Self.descriptor.load(ordering: .relaxed), reactor, continuation)
      }
      if !isPosted { continuation.resume(returning: SIGTERM) }
    }
  }
}

private final class SignalTarget: EpollTarget {
  private let fd: Int32
  private let reactor: Reactor
  private let continuation: CheckedContinuation<Int32, Never>

  private init(_ fd: Int32, _ reactor: Reactor, _ continuation: CheckedContinuation<Int32, Never>) {
    self.fd = fd
    self.reactor = reactor
    self.continuation = continuation
  }

  static func watch(_ fd: Int32, _ reactor: Reactor, _ continuation: CheckedContinuation<Int32, Never>) {
    do throws(TransportError) {
      _ = try reactor.register(fd, SignalTarget(fd, reactor, continuation), events: EPOLLIN.rawValue)
    } catch {
      continuation.resume(returning: SIGTERM)
    }
  }

  func ready(_ events: UInt32) {
    var value: UInt64 = 0
    guard read(fd, &value, 8) == 8 else { return }
    reactor.unregister(fd)
    continuation.resume(returning: value & 0xffff_ffff != 0 ? SIGTERM : SIGINT)
  }

  func timerFired() {}

  func reactorEnds() { continuation.resume(returning: SIGTERM) }
}
