import Dispatch

/// Calls that block, kept off the threads that tasks run on.
public enum BlockingCall {
  /// Runs the function on a thread of its own.
  public static func run<Value: Sendable>(_ call: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: "blocking call").async { continuation.resume(returning: call()) }
    }
  }
}
