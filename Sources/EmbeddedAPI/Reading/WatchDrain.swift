import Synchronization

/// Tells all watches at once that the server is about to end, so that they end in good order before it does.
public final class WatchDrain: Sendable {
  private struct State {
    var isDraining = false
    var lastWaiter: UInt64 = 0
    var waiters: [UInt64: CheckedContinuation<Void, any Error>] = [:]
  }

  private let state = Mutex(State())

  public init() {}

  /// Ends all watches, and those that come later at once.
  public func begin() {
    let waiters = state.withLock { state in
      state.isDraining = true
      defer { state.waiters = [:] }
      return state.waiters
    }
    for waiter in waiters.values { waiter.resume() }
  }

  public var isDraining: Bool { state.withLock(\.isDraining) }

  /// Waits until watches are to end; throws `CancellationError`.
  func wait() async throws {
    let id = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let result: Result<Void, any Error>? = state.withLock { state in
          if state.isDraining { return .success(()) }
          if Task.isCancelled { return .failure(CancellationError()) }
          state.waiters[id] = continuation
          return nil
        }
        if let result { continuation.resume(with: result) }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: id) }?.resume(throwing: CancellationError())
    }
  }
}
