import CLinux
import Glibc

/// A client's settings.
public struct HTTPClientConfiguration: Sendable {
  /// Time to connect, TLS included, to each address of a name.
  public var connectTimeout = Duration.seconds(10)
  /// Time after which a connection without any exchange is closed.
  public var idleTimeout = Duration.seconds(90)
  /// Time of silence on an HTTP/2 connection with open streams after which a PING asks whether the peer is there.
  public var pingAfter = Duration.seconds(30)
  /// Time for the answer to that PING, after which the connection counts as dead.
  public var pingTimeout = Duration.seconds(15)
  /// HTTP/1.1 connections to one endpoint, a reactor; further requests wait for one.
  public var http1Connections = 128
  /// Bytes of a response's header section.
  public var headerBytes = 256 << 10
  /// Time during which a peer may refuse to take what we have to send.
  public var writeStall = Duration.seconds(30)

  public init() {}
}

/// A client's connections on one reactor. Reactor's thread only.
final class ClientPool: @unchecked Sendable {  // confined to the reactor's thread; `metrics` is for any
  let reactor: Reactor
  let configuration: HTTPClientConfiguration
  let metrics = MetricCounters()
  private var hosts: [HTTPEndpoint: ClientHost] = [:]
  private var contexts: [TLSClientConfiguration: (fingerprint: [UInt64], context: TLSContext)] = [:]
  private(set) var isShutDown = false

  init(reactor: Reactor, configuration: HTTPClientConfiguration) {
    self.reactor = reactor
    self.configuration = configuration
  }

  func host(_ endpoint: HTTPEndpoint) -> ClientHost {
    if let found = hosts[endpoint] { return found }
    let made = ClientHost(pool: self, endpoint: endpoint)
    hosts[endpoint] = made
    return made
  }

  /// The host has neither connections nor requests; peers come and go, and must not be remembered for ever.
  func forget(_ host: ClientHost) {
    if hosts[host.endpoint] === host { hosts[host.endpoint] = nil }
  }

  func shutDown() {
    isShutDown = true
    let ending = hosts
    hosts = [:]
    for host in ending.values { host.shutDown() }
  }

  /// The context for a configuration, remade when one of its files has changed.
  func context(_ configuration: TLSClientConfiguration) throws(TransportError) -> TLSContext {
    var sources: [PEMSource] = []
    if case .authorities(let source) = configuration.trust { sources.append(source) }
    if let identity = configuration.identity { sources += [identity.certificate, identity.key] }
    let fingerprint = sources.compactMap(\.path).map { clinux_file_fingerprint($0) }
    if let held = contexts[configuration], held.fingerprint == fingerprint { return held.context }
    let made = try TLSContext.client(configuration)
    // Certificates that were given as bytes leave an entry behind each time they are renewed.
    if contexts.count >= 64 { contexts = [:] }
    contexts[configuration] = (fingerprint, made)
    return made
  }
}

/// The connections to one endpoint and those who wait for one. Reactor's thread only.
final class ClientHost: @unchecked Sendable {  // confined to the reactor's thread
  private final class Waiter: @unchecked Sendable {  // only touched on the reactor's thread
    var continuation: CheckedContinuation<any ClientConnection, any Error>?
    var timer: UInt64?
  }

  let pool: ClientPool
  let endpoint: HTTPEndpoint
  private var http2: [HTTP2ClientConnection] = []
  private var idle: [HTTP1ClientConnection] = []
  private var http1Count = 0
  private var connecting = 0
  private var waiters: [Waiter] = []
  private var isHTTP1: Bool?
  private var all: [ObjectIdentifier: Channel] = [:]

  init(pool: ClientPool, endpoint: HTTPEndpoint) {
    self.pool = pool
    self.endpoint = endpoint
  }

  private var reactor: Reactor { pool.reactor }

  /// A connection that can take a request now.
  func connection(until deadline: MonotonicTime?) async throws -> any ClientConnection {
    if let ready = takeReady() { return ready }
    let waiter = Waiter()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if pool.isShutDown || reactor.isStopping { return continuation.resume(throwing: TransportError.shutDown) }
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        waiter.continuation = continuation
        waiters.append(waiter)
        if let deadline {
          let now = MonotonicTime.now()
          let rest = deadline > now ? deadline.nanoseconds - now.nanoseconds : 0
          waiter.timer = reactor.schedule(after: .nanoseconds(Int64(clamping: rest))) { [weak self] in
            self?.give(up: waiter, TransportError.deadlineExceeded)
          }
        }
        connectIfNeeded()
      }
    } onCancel: {
      reactor.execute { self.give(up: waiter, CancellationError()) }
    }
  }

  private func give(up waiter: Waiter, _ error: any Error) {
    guard let continuation = waiter.continuation else { return }
    waiter.continuation = nil
    cancelTimer(of: waiter)
    waiters.removeAll { $0 === waiter }
    continuation.resume(throwing: error)
  }

  private func cancelTimer(of waiter: Waiter) {
    if let timer = waiter.timer { reactor.cancelTimer(timer) }
    waiter.timer = nil
  }

  private func failWaiters(_ error: any Error) {
    let failed = waiters
    waiters = []
    for waiter in failed {
      cancelTimer(of: waiter)
      waiter.continuation?.resume(throwing: error)
      waiter.continuation = nil
    }
  }

  private func takeReady() -> (any ClientConnection)? {
    if let open = http2.first(where: { $0.canTakeStream }) {
      open.reserve()
      return open
    }
    while let candidate = idle.popLast() {
      if candidate.isUsable { return candidate }
      candidate.discard()
    }
    return nil
  }

  /// Serves those who wait, in order.
  private func serveWaiters() {
    while !waiters.isEmpty, let ready = takeReady() {
      let waiter = waiters.removeFirst()
      cancelTimer(of: waiter)
      waiter.continuation?.resume(returning: ready)
      waiter.continuation = nil
    }
    connectIfNeeded()
  }

  private func connectIfNeeded() {
    if pool.isShutDown { return }
    // Until the protocol is known, one connection decides it for all.
    let wanted = isHTTP1 == true ? min(waiters.count, pool.configuration.http1Connections - http1Count) : 1
    while !waiters.isEmpty, connecting < wanted {
      connecting += 1
      Task.immediate(executorPreference: reactor) { await self.connect() }
    }
  }

  private func connect() async {
    do {
      let addresses = try await Resolver.resolve(endpoint.address)
      var last: any Error = TransportError.nameResolution("no address for \(endpoint.address)")
      for address in addresses {
        do {
          let channel = try await open(address)
          // A server that closes at once must not be asked again and again.
          if !channel.isOpen { throw TransportError.connectionClosed }
          connecting -= 1
          return adopt(channel)
        } catch {
          last = error
        }
      }
      throw last
    } catch {
      connecting -= 1
      // Everyone who waits would meet the same.
      failWaiters(error)
      forgetIfUnused()
    }
  }

  /// Connects to one address and finishes the TLS handshake.
  private func open(_ address: RawAddress) async throws -> Channel {
    var session: TLSSession?
    if let tls = endpoint.tls {
      var host = tls.serverName ?? ""
      if host.isEmpty, case .tcp(let name, _) = endpoint.address { host = name }
      session = TLSSession(
        connectingWith: try pool.context(tls), host: host, verifiesHost: tls.trust != .insecure)
      if session == nil { throw TransportError.tls("cannot prepare a session for \(host)") }
    }
    // Nothing would ever report the connection.
    if reactor.isStopping { throw TransportError.shutDown }
    let fd = FileDescriptor(clinux_stream_socket(address.family))
    if fd.raw < 0 { throw TransportError.lastSystemError("socket") }
    if address.family != AF_UNIX { _ = clinux_set_option(fd.raw, Int32(IPPROTO_TCP), TCP_NODELAY, 1) }
    let code = address.withPointer { Glibc.connect(fd.raw, $0, $1) }
    if code != 0, errno != EINPROGRESS { throw TransportError.lastSystemError("connect") }
    let channel = Channel(
      reactor: reactor, fd: fd, tls: session, isConnecting: true, peerAddress: endpoint.address,
      metrics: pool.metrics, writeStall: pool.configuration.writeStall)
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      channel.handler = ClientConnectionSetup(continuation)
      do throws(TransportError) {
        try channel.start(establishWithin: pool.configuration.connectTimeout)
      } catch {
        channel.handler = nil
        continuation.resume(throwing: error)
      }
    }
    return channel
  }

  private func adopt(_ channel: Channel) {
    if pool.isShutDown { return channel.close(.shutDown) }
    pool.metrics.add(.accepted, 1)
    let info = ConnectionInfo(
      peerAddress: endpoint.address, peerCertificate: channel.tls?.peerCertificate, isSecure: channel.tls != nil)
    let isHTTP2 =
      channel.tls == nil ? endpoint.usesHTTP2InTheClear : channel.negotiatedProtocol == HTTPVersion.http2.alpn
    isHTTP1 = !isHTTP2
    all[ObjectIdentifier(channel)] = channel
    if isHTTP2 {
      do throws(TransportError) {
        let connection = try HTTP2ClientConnection(host: self, channel: channel, info: info)
        channel.handler = connection
        http2.append(connection)
        connection.channelActive(channel)
      } catch {
        channel.close(error)
      }
    } else {
      let connection = HTTP1ClientConnection(host: self, channel: channel, info: info)
      channel.handler = connection
      http1Count += 1
      idle.append(connection)
      connection.channelActive(channel)
    }
    serveWaiters()
  }

  // MARK: from the connections

  /// An HTTP/1.1 connection is free again.
  func release(_ connection: HTTP1ClientConnection) {
    connection.becomeIdle()
    idle.append(connection)
    serveWaiters()
  }

  /// An HTTP/2 connection has room for a stream again.
  func streamEnded() { if !waiters.isEmpty { serveWaiters() } }

  func closed(_ channel: Channel, _ connection: HTTP1ClientConnection) {
    if all.removeValue(forKey: ObjectIdentifier(channel)) != nil {
      http1Count -= 1
      pool.metrics.add(.closed, 1)
    }
    idle.removeAll { $0 === connection }
    afterClose()
  }

  /// The connection has become a byte stream and is no longer ours.
  func upgraded(_ channel: Channel) {
    if all.removeValue(forKey: ObjectIdentifier(channel)) != nil { http1Count -= 1 }
    pool.metrics.add(.upgrades, 1)
    connectIfNeeded()
    forgetIfUnused()
  }

  /// The connection takes no more streams (it may still have some).
  func retired(_ connection: HTTP2ClientConnection) {
    http2.removeAll { $0 === connection }
    if !waiters.isEmpty { serveWaiters() }
  }

  func closed(_ channel: Channel, _ connection: HTTP2ClientConnection) {
    if all.removeValue(forKey: ObjectIdentifier(channel)) != nil { pool.metrics.add(.closed, 1) }
    http2.removeAll { $0 === connection }
    afterClose()
  }

  private func afterClose() {
    if !waiters.isEmpty { return serveWaiters() }
    // The next connection may find another server version there.
    if all.isEmpty, connecting == 0 { isHTTP1 = nil }
    forgetIfUnused()
  }

  private func forgetIfUnused() {
    if all.isEmpty, connecting == 0, waiters.isEmpty { pool.forget(self) }
  }

  func shutDown() {
    failWaiters(TransportError.shutDown)
    for channel in Array(all.values) { channel.close(.shutDown) }
  }
}

/// Waits until a connection is established.
private final class ClientConnectionSetup: ChannelHandler {
  private var continuation: CheckedContinuation<Void, any Error>?

  init(_ continuation: CheckedContinuation<Void, any Error>) { self.continuation = continuation }

  func channelActive(_ channel: Channel) {
    // Nothing may be read before the next handler is in place.
    channel.pauseReading()
    continuation?.resume()
    continuation = nil
  }

  func channelRead(_ channel: Channel, _ bytes: UnsafeRawBufferPointer) {}
  func channelInputClosed(_ channel: Channel) { channel.close(.connectionClosed) }
  func channelProduce(_ channel: Channel, into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }
  func channelDrained(_ channel: Channel) {}
  func channelDeadline(_ channel: Channel) {}
  func channelClosed(_ channel: Channel, _ error: TransportError?) {
    continuation?.resume(throwing: error ?? .connectionClosed)
    continuation = nil
  }
}
