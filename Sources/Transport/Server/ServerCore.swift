import Synchronization

/// What the reactors of one server share.
final class ServerCore: Sendable {
  let router: HTTPRouter
  let limits: Limits
  let tls: ServerTLS?
  /// How long a draining server waits for another request on a kept-alive connection.
  let drainIdle = Duration.milliseconds(300)
  private let draining = Atomic<Bool>(false)
  private let openConnections = Atomic<Int>(0)
  private let heldBodyBytes = Atomic<Int>(0)

  init(router: @escaping HTTPRouter, limits: Limits, tls: ServerTLS?) {
    self.router = router
    self.limits = limits
    self.tls = tls
  }

  /// How long a connection may stay without a request.
  var idleTime: Duration { isDraining ? drainIdle : limits.idle }
  var isDraining: Bool { draining.load(ordering: .relaxed) }
  func beginDraining() { draining.store(true, ordering: .relaxed) }

  /// False when the server has as many connections as it may.
  func takeConnection() -> Bool {
    let count = openConnections.wrappingAdd(1, ordering: .relaxed).newValue
    if count <= limits.connections { return true }
    releaseConnection()
    return false
  }

  /// Counts bytes of a request's body; false, and not counted, when all bodies together would take too much memory.
  func holdBody(_ count: Int) -> Bool {
    let sum = heldBodyBytes.wrappingAdd(count, ordering: .relaxed).newValue
    if sum <= limits.bufferedBodyBytes { return true }
    releaseBody(count)
    return false
  }

  func releaseBody(_ count: Int) {
    if count > 0 { heldBodyBytes.wrappingSubtract(count, ordering: .relaxed) }
  }

  /// Whether no more bodies should be begun.
  var isBodyMemoryFull: Bool { heldBodyBytes.load(ordering: .relaxed) >= limits.bufferedBodyBytes }

  /// For one that takes the place of another which is being closed.
  func takeConnectionBeyondLimit() { openConnections.wrappingAdd(1, ordering: .relaxed) }

  func releaseConnection() { openConnections.wrappingSubtract(1, ordering: .relaxed) }
}

/// A server's connection as the drain sees it.
protocol DrainableConnection: AnyObject {
  /// Finish what is under way, take nothing new, then close.
  func drain()
  func closeNow()
  /// Whether it may be closed for the sake of a new one, and how readily.
  var dispensability: Dispensability { get }
}

/// What a server that has as many connections as it may would lose with one of them.
enum Dispensability: Comparable {
  /// A request, or what it was upgraded to, is under way.
  case needed
  /// A client that has made requests; it would have to connect again.
  case idle
  /// Nothing was heard yet but the beginning of a handshake.
  case unproven
}

/// One reactor's part of a server: its listening socket, its connections, its counters. Reactor's thread only.
final class ServerReactor: @unchecked Sendable {  // confined to the reactor's thread; `metrics` is for any
  let core: ServerCore
  let reactor: Reactor
  let metrics = MetricCounters()
  private var listener: Listener?
  private var connections: [ObjectIdentifier: any DrainableConnection] = [:]
  private var whenEmpty: [CheckedContinuation<Void, Never>] = []

  init(core: ServerCore, reactor: Reactor) {
    self.core = core
    self.reactor = reactor
  }

  func listen(_ socket: consuming FileDescriptor, isUnix: Bool) {
    let listener = Listener(socket, isUnix: isUnix, owner: self)
    listener.start()
    self.listener = listener
  }

  /// A client has connected.
  func accepted(_ fd: consuming FileDescriptor, peer: SocketAddress) {
    if !core.takeConnection() {
      metrics.countLimit(.connections)
      guard closeDispensable() else { return }
      core.takeConnectionBeyondLimit()
    }
    metrics.add(.accepted, 1)
    var session: TLSSession?
    if let tls = core.tls {
      session = TLSSession(acceptingWith: tls.current)
      if session == nil {
        metrics.add(.closed, 1)
        return core.releaseConnection()
      }
    }
    let channel = Channel(
      reactor: reactor, fd: fd, tls: session, isConnecting: false, peerAddress: peer, metrics: metrics,
      writeStall: core.limits.writeStall)
    let setup = ServerConnectionSetup(channel: channel, owner: self)
    channel.handler = setup
    connections[ObjectIdentifier(setup)] = setup
    do throws(TransportError) {
      try channel.start(establishWithin: core.limits.handshake)
    } catch {
      closed(setup)
    }
  }

  /// Connections that do nothing must not keep new clients out. Looks at a few, in the dictionary's order, which is as
  /// good as random.
  private func closeDispensable() -> Bool {
    let candidate = connections.values.prefix(64).max { $0.dispensability < $1.dispensability }
    guard let candidate, candidate.dispensability > .needed else { return false }
    candidate.closeNow()
    return true
  }

  func replace(_ old: any DrainableConnection, with new: any DrainableConnection) {
    connections[ObjectIdentifier(old)] = nil
    connections[ObjectIdentifier(new)] = new
  }

  func closed(_ connection: any DrainableConnection) {
    guard connections.removeValue(forKey: ObjectIdentifier(connection)) != nil else { return }
    metrics.add(.closed, 1)
    core.releaseConnection()
    noteEmpty()
  }

  private func noteEmpty() {
    guard connections.isEmpty, listener == nil else { return }
    let waiting = whenEmpty
    whenEmpty = []
    for waiter in waiting { waiter.resume() }
  }

  // MARK: drain

  /// Lets nobody new in; who has begun to connect still gets served.
  func refuseNew() { listener?.refuseNew() }

  func stopListening() {
    listener?.close()
    listener = nil
  }

  /// Resumes `waiter` once every connection is closed, which `grace` bounds.
  func drainConnections(grace: Duration, _ waiter: CheckedContinuation<Void, Never>) {
    whenEmpty.append(waiter)
    for connection in Array(connections.values) { connection.drain() }
    reactor.schedule(after: grace) { self.closeAll() }
    noteEmpty()
  }

  func closeAll() {
    stopListening()
    for connection in Array(connections.values) { connection.closeNow() }
  }
}

/// The first bytes of a connection: finds out which protocol it speaks.
private final class ServerConnectionSetup: ChannelHandler, DrainableConnection {
  private let channel: Channel
  private let owner: ServerReactor
  private var received = ByteQueue()
  private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  init(channel: Channel, owner: ServerReactor) {
    self.channel = channel
    self.owner = owner
  }

  func channelActive(_ channel: Channel) {
    if channel.tls != nil {
      become(channel.negotiatedProtocol == HTTPVersion.http2.alpn)
    } else {
      channel.deadline = owner.reactor.now + owner.core.idleTime
    }
  }

  func channelRead(_ channel: Channel, _ bytes: UnsafeRawBufferPointer) {
    received.append(bytes)
    let (isHTTP2, isDecided) = received.withUnsafeBytes { all in
      let count = min(all.count, Self.preface.count)
      let matches = all[0..<count].elementsEqual(Self.preface[0..<count])
      return (matches, !matches || count == Self.preface.count)
    }
    if !isDecided {
      channel.deadline = owner.reactor.now + owner.core.limits.requestHead
      return
    }
    let next = become(isHTTP2)
    let first = received
    received.removeAll()
    first.withUnsafeBytes { next?.channelRead(channel, $0) }
  }

  @discardableResult
  private func become(_ isHTTP2: Bool) -> (any ChannelHandler)? {
    let info = ConnectionInfo(
      peerAddress: channel.peerAddress, peerCertificate: channel.tls?.peerCertificate, isSecure: channel.tls != nil)
    channel.deadline = .distantFuture
    if isHTTP2 {
      do throws(TransportError) {
        let next = try HTTP2ServerConnection(shared: owner.core, counters: owner, channel: channel, info: info)
        install(next, next)
        return next
      } catch {
        channel.close(error)
        return nil
      }
    }
    let next = HTTP1ServerConnection(shared: owner.core, counters: owner, channel: channel, info: info)
    install(next, next)
    return next
  }

  private func install(_ handler: any ChannelHandler, _ connection: any DrainableConnection) {
    channel.handler = handler
    owner.replace(self, with: connection)
    handler.channelActive(channel)
  }

  func channelInputClosed(_ channel: Channel) { channel.close(nil) }
  func channelProduce(_ channel: Channel, into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }
  func channelDrained(_ channel: Channel) {}
  func channelDeadline(_ channel: Channel) {
    owner.metrics.countLimit(received.isEmpty ? .idle : .requestHeadDeadline)
    channel.close(.limit(.idle))
  }
  func channelClosed(_ channel: Channel, _ error: TransportError?) { owner.closed(self) }

  func drain() {
    if channel.isOpen { channel.deadline = owner.reactor.now + owner.core.drainIdle }
    channel.hurryHandshake(owner.core.drainIdle)
  }
  var dispensability: Dispensability { channel.isClosed ? .needed : .unproven }
  func closeNow() { channel.close(.shutDown) }
}

/// A connection that a handler has taken over; it keeps the handler's task informed and the count right.
final class UpgradedConnection: ChannelHandler, DrainableConnection {
  private let stream: ByteStream
  private let channel: Channel
  private let counters: ServerReactor
  private let serverStream: ServerStream

  init(stream: ByteStream, channel: Channel, counters: ServerReactor, serverStream: ServerStream) {
    self.stream = stream
    self.channel = channel
    self.counters = counters
    self.serverStream = serverStream
  }

  func channelActive(_ channel: Channel) {}
  func channelRead(_ channel: Channel, _ bytes: UnsafeRawBufferPointer) { stream.channelRead(channel, bytes) }
  func channelInputClosed(_ channel: Channel) { stream.channelInputClosed(channel) }
  func channelProduce(_ channel: Channel, into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }
  func channelDrained(_ channel: Channel) { stream.channelDrained(channel) }
  func channelDeadline(_ channel: Channel) {}
  func channelClosed(_ channel: Channel, _ error: TransportError?) {
    stream.channelClosed(channel, error)
    serverStream.connectionLost(error ?? .connectionClosed)
    counters.closed(self)
  }

  /// Bytes of an unknown protocol cannot be ended politely: it gets the whole grace time.
  func drain() {}
  var dispensability: Dispensability { .needed }
  func closeNow() { channel.close(.shutDown) }
}
