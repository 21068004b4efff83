import CLinux
import Glibc
import Synchronization

/// SIGTERM and SIGINT as something to wait for.
public struct ShutdownSignal: Sendable {
  /// The eventfd that the signal handler writes to. A handler has no context, so this must be global; it is set once.
  private static let descriptor = Atomic<Int32>(-1)

  /// Seconds from the first signal until the process ends in any case; 0 for no such end, or when it is set.
  private static let limit = Atomic<UInt32>(0)

  /// From now on neither signal ends the process; both are delivered to `wait`.
  ///
  /// - Parameter limit: how long the process may take to end after the first signal, in whole seconds (rounded up);
  ///   then it ends with code 1, even when every thread is busy and nobody gets to `wait`. Nil: as long as it likes.
  public init(endingProcessAfter limit: Duration? = nil) throws(TransportError) {
    if Self.descriptor.load(ordering: .acquiring) < 0 {
      let made = clinux_eventfd()
      if made < 0 { throw .lastSystemError("eventfd") }
      let (isFirst, _) = Self.descriptor.compareExchange(expected: -1, desired: made, ordering: .acquiringAndReleasing)
      if !isFirst { close(made) }
    }
    if let limit { Self.endProcess(after: limit) }
    for number in [SIGTERM, SIGINT] {
      signal(number) { number in
        // Only what is safe in a signal handler: atomic operations, an alarm and a write.
        let saved = errno
        // Taken once: a second signal does not put the end off.
        let limit = ShutdownSignal.limit.exchange(0, ordering: .relaxed)
        if limit > 0 { alarm(limit) }
        var value: UInt64 = number == SIGINT ? 1 << 32 : 1
        _ = write(ShutdownSignal.descriptor.load(ordering: .relaxed), &value, 8)
        errno = saved
      }
    }
  }

  private static func endProcess(after limit: Duration) {
    let (seconds, rest) = limit.components
    Self.limit.store(UInt32(clamping: max(1, rest > 0 ? seconds + 1 : seconds)), ordering: .relaxed)
    signal(SIGALRM) { _ in
      let text: StaticString = "stopping took too long: ended\n"
      _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(1)
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
