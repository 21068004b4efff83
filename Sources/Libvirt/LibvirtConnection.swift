import CLibvirt
import Dispatch
import Glibc
import Synchronization

/// A connection to one libvirtd.
///
/// Calls block until libvirtd answers; they run one after the other on a queue of the connection, never on the caller's
/// thread. What waits for the guest's agent has a queue of its own, so that a silent guest holds up nothing else.
public final class LibvirtConnection: Sendable {
  /// What happens to the domains, from the opening on, until the connection is lost or closed. For one reader.
  public let events: AsyncStream<LibvirtEvent>

  private let owner: ConnectionOwner
  private let calls = DispatchQueue(label: "libvirt")
  private let agentCalls = DispatchQueue(label: "libvirt.agent")

  private init(_ owner: ConnectionOwner, _ events: AsyncStream<LibvirtEvent>) {
    self.owner = owner
    self.events = events
  }

  /// Connects, for instance to `qemu:///system`, and asks for all events.
  /// - Parameters:
  ///   - keepAliveInterval: seconds of silence after which libvirtd is asked whether it is there.
  ///   - keepAliveCount: unanswered questions after which the connection counts as lost.
  public static func open(
    _ uri: String, keepAliveInterval: Int32 = 5, keepAliveCount: UInt32 = 6
  ) async throws(LibvirtError) -> LibvirtConnection {
    let (events, continuation) = AsyncStream.makeStream(of: LibvirtEvent.self)
    let queue = DispatchQueue(label: "libvirt.open")
    let owner = try await run(on: queue) { () throws(LibvirtError) in
      guard EventLoop.isRunning else { throw LibvirtError.last() }
      guard let pointer = virConnectOpen(uri) else { throw LibvirtError.last() }
      let owner = ConnectionOwner(pointer)
      try owner.listen(EventSink(continuation))
      // Local connections of a driver inside this process know no keep-alive; all others do.
      _ = virConnectSetKeepAlive(pointer, keepAliveInterval, keepAliveCount)
      return owner
    }
    return LibvirtConnection(owner, events)
  }

  /// Ends the events and lets go of libvirtd; domains stay as they are.
  public func close() async {
    let owner = self.owner
    _ = await Self.outcome(on: calls) { () throws(LibvirtError) in owner.close() }
  }

  /// Whether libvirtd answers.
  public var isAlive: Bool {
    get async { (try? await call { (connection) throws(LibvirtError) in virConnectIsAlive(connection) }) == 1 }
  }

  /// Makes the domain known to libvirt, or replaces the description of one of the same name.
  public func define(_ xml: String) async throws(LibvirtError) -> LibvirtDomain {
    try await call { [self] (connection) throws(LibvirtError) in
      guard let pointer = virDomainDefineXMLFlags(connection, xml, 0) else { throw LibvirtError.last() }
      return LibvirtDomain(DomainOwner(pointer), self)
    }
  }

  /// The domain of that name; nil when there is none.
  public func domain(named name: String) async throws(LibvirtError) -> LibvirtDomain? {
    try await call { [self] (connection) throws(LibvirtError) in
      guard let pointer = virDomainLookupByName(connection, name) else {
        let error = LibvirtError.last()
        if error.code == .noDomain { return nil }
        throw error
      }
      return LibvirtDomain(DomainOwner(pointer), self)
    }
  }

  /// All domains, running or not.
  public func domains() async throws(LibvirtError) -> [LibvirtDomain] {
    try await call { [self] (connection) throws(LibvirtError) in
      var list: UnsafeMutablePointer<virDomainPtr?>?
      let count = virConnectListAllDomains(connection, &list, 0)
      if count < 0 { throw LibvirtError.last() }
      defer { free(list) }
      return (0..<Int(count)).compactMap { list?[$0] }.map { LibvirtDomain(DomainOwner($0), self) }
    }
  }

  /// What the host can do, as XML (`capabilities`).
  public func capabilities() async throws(LibvirtError) -> String {
    try await call { (connection) throws(LibvirtError) in try takeString(virConnectGetCapabilities(connection)) }
  }

  /// What a guest of that kind can have, as XML (`domainCapabilities`); nil lets libvirt choose.
  public func domainCapabilities(
    emulator: String? = nil, architecture: String? = nil, machine: String? = nil, type: String? = nil
  ) async throws(LibvirtError) -> String {
    try await call { (connection) throws(LibvirtError) in
      try takeString(virConnectGetDomainCapabilities(connection, emulator, architecture, machine, type, 0))
    }
  }

  // MARK: calls

  /// Runs `body` on the connection's queue.
  func call<Result: Sendable>(
    waitingForAgent: Bool = false, _ body: @escaping @Sendable (virConnectPtr) throws(LibvirtError) -> Result
  ) async throws(LibvirtError) -> Result {
    let owner = self.owner
    return try await Self.run(on: waitingForAgent ? agentCalls : calls) { () throws(LibvirtError) in
      try body(try owner.pointer())
    }
  }

  private static func run<Value: Sendable>(
    on queue: DispatchQueue, _ body: @escaping @Sendable () throws(LibvirtError) -> Value
  ) async throws(LibvirtError) -> Value {
    try await outcome(on: queue, body).get()
  }

  private static func outcome<Value: Sendable>(
    on queue: DispatchQueue, _ body: @escaping @Sendable () throws(LibvirtError) -> Value
  ) async -> Result<Value, LibvirtError> {
    await withCheckedContinuation { continuation in
      queue.async {
        do throws(LibvirtError) {
          continuation.resume(returning: .success(try body()))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
  }
}

/// Takes over a text that libvirt allocated.
func takeString(_ text: UnsafeMutablePointer<CChar>?) throws(LibvirtError) -> String {
  guard let text else { throw LibvirtError.last() }
  defer { free(text) }
  return String(cString: text)
}

/// Owns a virConnectPtr, which any thread may use. It is closed on the queue on which it is used.
private final class ConnectionOwner: @unchecked Sendable {  // the pointer never changes; libvirt's objects are shared
  private struct State {
    var isClosed = false
    var registrations: [Int32] = []
    var sink: EventSink?
  }
  private let raw: virConnectPtr
  private let state = Mutex(State())

  init(_ pointer: virConnectPtr) { raw = pointer }

  deinit { close() }

  func pointer() throws(LibvirtError) -> virConnectPtr {
    if state.withLock({ $0.isClosed }) {
      throw LibvirtError(code: .noConnection, message: "the connection to libvirt is closed")
    }
    return raw
  }

  func listen(_ sink: EventSink) throws(LibvirtError) {
    let registrations = try sink.register(with: raw)
    let opaque = Unmanaged.passRetained(sink).toOpaque()
    if virConnectRegisterCloseCallback(raw, EventSink.closed, opaque, EventSink.release) < 0 {
      EventSink.release(opaque)
    }
    state.withLock {
      $0.registrations = registrations
      $0.sink = sink
    }
  }

  /// Registrations hold the connection, so they go first.
  func close() {
    let (registrations, sink) = state.withLock { state in
      defer { state = State(isClosed: true) }
      return (state.isClosed ? nil : state.registrations, state.sink)
    }
    guard let registrations else { return }
    for number in registrations { virConnectDomainEventDeregisterAny(raw, number) }
    virConnectUnregisterCloseCallback(raw, EventSink.closed)
    sink?.continuation.finish()
    virConnectClose(raw)
  }
}
