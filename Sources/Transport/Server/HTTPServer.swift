import CLinux
import Glibc
import Synchronization

/// An HTTP/1.1 and HTTP/2 server on one address, over TLS or in the clear.
///
/// ```swift
/// let server = try HTTPServer.start(.init(address: .tcp(host: "127.0.0.1", port: 0), tls: tls)) { head in
///   head.path == "/healthz" ? .respond(.init(status: 200, text: "ok")) : .immediate { request in answer(request) }
/// }
/// _ = await signal.wait(on: server.group)  // a ShutdownSignal
/// await server.drain(grace: .seconds(20))
/// ```
public final class HTTPServer: Sendable {
  public struct Configuration: Sendable {
    /// Where to listen. The host must be a literal IP address (`""` or `"::"` for all of IPv6 and IPv4).
    public var address: SocketAddress
    /// Nil serves HTTP/1.1 and HTTP/2 with prior knowledge in the clear.
    public var tls: TLSServerConfiguration?
    public var limits: Limits
    /// Threads, when the server makes its own; nil means one a core.
    public var reactors: Int?
    /// The mode of a UNIX socket's file.
    public var unixSocketMode: UInt32
    /// Whether another server of the same user may have the TCP port too, so that one can hand it to the next; the
    /// kernel gives each a part of the clients.
    public var sharesPort: Bool

    public init(
      address: SocketAddress, tls: TLSServerConfiguration? = nil, limits: Limits = Limits(), reactors: Int? = nil,
      unixSocketMode: UInt32 = 0o600, sharesPort: Bool = true
    ) {
      self.address = address
      self.tls = tls
      self.limits = limits
      self.reactors = reactors
      self.unixSocketMode = unixSocketMode
      self.sharesPort = sharesPort
    }
  }

  /// Where the server listens, with the port that it got.
  public let address: SocketAddress
  /// The reactors that run it; a client may use them too.
  public let group: ReactorGroup
  private let ownsGroup: Bool
  private let core: ServerCore
  private let parts: [ServerReactor]
  /// The fingerprint of a UNIX socket's file; 0 for TCP.
  private let socketFile: UInt64

  private init(
    address: SocketAddress, group: ReactorGroup, ownsGroup: Bool, core: ServerCore, parts: [ServerReactor]
  ) {
    self.address = address
    self.group = group
    self.ownsGroup = ownsGroup
    self.core = core
    self.parts = parts
    if case .unix(let path) = address { socketFile = clinux_file_fingerprint(path) } else { socketFile = 0 }
  }

  /// Listens, and serves until `drain` or `stop`.
  ///
  /// - Parameters:
  ///   - group: reactors to run on; nil starts some of its own, which end with the server.
  ///   - router: chooses the handler of each request.
  /// - Throws: `TransportError` when the address cannot be had or the certificates cannot be used.
  public static func start(
    _ configuration: Configuration, group: ReactorGroup? = nil, router: @escaping HTTPRouter
  ) throws(TransportError) -> HTTPServer {
    var tls: ServerTLS?
    if let configured = configuration.tls { tls = try ServerTLS(configured) }
    let running: ReactorGroup
    if let group { running = group } else { running = try ReactorGroup(count: configuration.reactors) }
    let reactors = running.reactors
    let sockets: [Int32]
    let bound: SocketAddress
    do throws(TransportError) {
      (sockets, bound) = try Listener.open(
        configuration.address, count: reactors.count, unixMode: configuration.unixSocketMode,
        sharesPort: configuration.sharesPort)
    } catch {
      if group == nil { running.shutdown() }
      throw error
    }
    let core = ServerCore(router: router, limits: configuration.limits, tls: tls)
    let parts = reactors.map { ServerReactor(core: core, reactor: $0) }
    let isUnix = bound.port == nil
    for (part, socket) in zip(parts, sockets) {
      part.reactor.post { part.listen(FileDescriptor(socket), isUnix: isUnix) }
    }
    if tls != nil, let first = parts.first { first.reactor.post { pollCertificates(first) } }
    return HTTPServer(address: bound, group: running, ownsGroup: group == nil, core: core, parts: parts)
  }

  /// New certificates are in use at most this long (and one handshake) after their files changed.
  private static let certificatePollInterval = Duration.milliseconds(500)

  private static func pollCertificates(_ part: ServerReactor) {
    part.core.tls?.poll(part.metrics)
    part.reactor.schedule(after: certificatePollInterval) { [weak part] in part.map(pollCertificates) }
  }

  /// The port, 0 for a UNIX socket.
  public var port: UInt16 { address.port ?? 0 }

  /// The counts so far; from any thread.
  public var metrics: TransportMetrics {
    var sum = TransportMetrics()
    for part in parts { part.metrics.add(to: &sum) }
    return sum
  }

  /// Whether `drain` has begun; a readiness probe should then fail.
  public var isDraining: Bool { core.isDraining }

  /// Trusts other authorities for the certificates of clients that connect from now on.
  /// - Throws: `TransportError.tls` when there is no certificate in it; the old ones then stay.
  public func replaceClientAuthorities(_ source: PEMSource?) throws(TransportError) {
    try core.tls?.replaceClientAuthorities(source)
  }

  /// Stops without losing a request: nobody new is let in, what is under way is finished, idle connections are told
  /// to go. Whatever is not done after `grace` is cut off. Must not be called from a handler.
  public func drain(grace: Duration) async {
    core.beginDraining()
    // The next server may have put its own there.
    if case .unix(let path) = address, clinux_file_fingerprint(path) == socketFile { unlink(path) }
    for part in parts { part.reactor.post { part.refuseNew() } }
    // Time for handshakes that the kernel has begun already.
    try? await Task.sleep(for: .milliseconds(100))
    await withTaskGroup(of: Void.self) { group in
      for part in parts {
        group.addTask {
          await withCheckedContinuation { waiter in
            let isPosted = part.reactor.post {
              part.stopListening()
              part.drainConnections(grace: grace, waiter)
            }
            if !isPosted { waiter.resume() }
          }
        }
      }
    }
    if ownsGroup { group.shutdown() }
  }

  /// Closes everything at once.
  public func stop() async { await drain(grace: .zero) }
}
