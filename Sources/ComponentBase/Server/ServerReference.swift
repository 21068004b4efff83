import Synchronization
import Transport

/// The server, for handlers that are made before it has started.
public final class ServerReference: Sendable {
  private let stored = Mutex<HTTPServer?>(nil)

  public init() {}

  public var server: HTTPServer? {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
}
