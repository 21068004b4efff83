import CLinux
import Glibc
import Synchronization

/// A fixed number of reactors, each on a thread of its own; servers and clients are run by one.
public final class ReactorGroup: Sendable {
  public let reactors: [Reactor]
  private let threads: Mutex<[pthread_t]>
  private let nextIndex = Atomic<Int>(0)

  /// Starts the threads. `count` of nil means one a core that this process may use.
  ///
  /// Ignores SIGPIPE for the process, because OpenSSL writes with write(2), and lets it have as many descriptors as the
  /// system allows: the usual 1024 are fewer than the connections that a server takes.
  public init(count: Int? = nil) throws(TransportError) {
    signal(SIGPIPE, SIG_IGN)
    clinux_raise_descriptor_limit()
    var made: [Reactor] = []
    for _ in 0..<max(1, count ?? Self.availableCores) { made.append(try Reactor()) }
    reactors = made
    var started: [pthread_t] = []
    for reactor in made {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(reactor)
      let code = pthread_create(&thread, nil, Self.threadBody, context.toOpaque())
      if code != 0 {
        context.release()
        throw .system(call: "pthread_create", code: code)
      }
      started.append(thread)
    }
    threads = Mutex(started)
  }

  private static let threadBody: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
    guard let context else { return nil }
    Unmanaged<Reactor>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }

  static var availableCores: Int { Int(clinux_available_cores()) }

  /// The reactor whose thread this is, or the next in turn.
  public func any() -> Reactor {
    for reactor in reactors where reactor.isCurrent { return reactor }
    let index = nextIndex.wrappingAdd(1, ordering: .relaxed).oldValue
    return reactors[Int(UInt(bitPattern: index) % UInt(reactors.count))]
  }

  /// Closes every connection and ends the threads; must not be called on one of them. Idempotent.
  public func shutdown() {
    let ending = threads.withLock { held in
      defer { held = [] }
      return held
    }
    guard !ending.isEmpty else { return }
    for reactor in reactors { reactor.post { reactor.stop() } }
    for thread in ending { pthread_join(thread, nil) }
  }
}
