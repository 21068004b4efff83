import CLinux
import Glibc
import Synchronization

/// Work in the network namespace of another process.
public enum NetworkNamespace {
  /// Carries the body out on a thread of its own that is in the network namespace of the process; threads and processes
  /// that the body starts are in it too, and sockets that it opens stay in it. Blocks until the body is done.
  ///
  /// - Throws: `refused` when there is no such process or CAP_SYS_ADMIN is missing, and what the body throws.
  public static func run<Value: Sendable>(
    ofProcess process: Int32, _ body: @escaping @Sendable () throws(NetworkError) -> Value
  ) throws(NetworkError) -> Value {
    let step = "enter the network namespace of process \(process)"
    let namespace = open("/proc/\(process)/ns/net", O_RDONLY | O_CLOEXEC)
    guard namespace >= 0 else { throw .lastSystemError(step) }
    defer { close(namespace) }
    return try onNewThread { () throws(NetworkError) in
      guard clinux_enter_network_namespace(namespace) == 0 else { throw .lastSystemError(step) }
      return try body()
    }
  }

  /// Carries the body out on a thread of its own, in a new network namespace that ends with the last thread, process
  /// and socket in it. Blocks until the body is done.
  static func runInNew<Value: Sendable>(
    _ body: @escaping @Sendable () throws(NetworkError) -> Value
  ) throws(NetworkError) -> Value {
    try onNewThread { () throws(NetworkError) in
      guard clinux_new_network_namespace() == 0 else { throw .lastSystemError("make a network namespace") }
      return try body()
    }
  }

  private static func onNewThread<Value: Sendable>(
    _ body: @escaping @Sendable () throws(NetworkError) -> Value
  ) throws(NetworkError) -> Value {
    let outcome = Mutex<Result<Value, NetworkError>?>(nil)
    let result = try withoutActuallyEscaping(body) { body throws(NetworkError) in
      let box = ThreadBody {
        do throws(NetworkError) {
          let value = try body()
          outcome.withLock { $0 = .success(value) }
        } catch {
          outcome.withLock { $0 = .failure(error) }
        }
      }
      let thread = try box.start()
      pthread_join(thread, nil)
      return outcome.withLock { $0 }
    }
    guard let result else { throw .refused(step: "run a thread", reason: "it ended early") }
    return try result.get()
  }
}

/// What a thread does.
final class ThreadBody: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// The thread is in the namespaces of the caller's thread; it has to be joined or detached.
  func start() throws(NetworkError) -> pthread_t {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      context.release()
      throw .refused(step: "start a thread", reason: String(cString: strerror(code)))
    }
    return thread
  }
}
