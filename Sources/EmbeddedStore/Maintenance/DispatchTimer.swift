import Dispatch

/// Calls a function again and again until it is cancelled.
final class DispatchTimer: Sendable {
  // Dispatch sources may be used from any thread; the protocol does not say so.
  nonisolated(unsafe) private let source: any DispatchSourceTimer

  init(every interval: Duration, _ action: @escaping @Sendable () -> Void) {
    source = DispatchSource.makeTimerSource()
    let nanoseconds = Int(interval / .nanoseconds(1))
    source.setEventHandler(handler: action)
    source.schedule(
      deadline: .now() + .nanoseconds(nanoseconds), repeating: .nanoseconds(nanoseconds),
      leeway: .nanoseconds(nanoseconds / 10))
    source.activate()
  }

  func cancel() { source.cancel() }

  deinit { source.cancel() }
}
