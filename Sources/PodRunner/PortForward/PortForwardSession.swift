import Processes
import Transport

/// Forwards a client's connections to ports of a pod: two SPDY streams each, one for the bytes and one for what goes
/// wrong (Kubernetes' `portforward.k8s.io`), over an upgraded connection or inside a WebSocket.
struct PortForwardSession: Sendable {
  static let protocolName = "portforward.k8s.io"
  /// The WebSocket protocol whose binary messages are SPDY's bytes.
  static let tunnelName = "SPDY/3.1+portforward.k8s.io"

  /// What carries the session.
  enum Carrier: Sendable {
    case bytes(ByteStream)
    case webSocket(WebSocketStream)
  }

  /// Connects to a port of the pod.
  let connect: @Sendable (UInt16) async throws(ChildProcessError) -> OpenFile

  /// Until the client has left.
  func run(_ carrier: Carrier) async {
    let streams = PortForwardStreams(carrier: carrier, connect: connect)
    await streams.run()
  }
}

/// The state of one session.
private actor PortForwardStreams {
  private let carrier: PortForwardSession.Carrier
  private let connect: @Sendable (UInt16) async throws(ChildProcessError) -> OpenFile
  private var codec = SPDYCodec()
  private var pairs: [String: Pair] = [:]
  /// By the number of the data stream.
  private var connections: [UInt32: Connection] = [:]
  private var tasks: [Task<Void, Never>] = []
  /// What waits to be sent, in its order.
  private let outgoing: AsyncStream<[UInt8]>.Continuation
  private let sender: Task<Void, Never>

  /// The streams of one connection, by its request's name.
  private struct Pair {
    var port: UInt16?
    var data: UInt32?
    var errors: UInt32?
  }

  /// A connection to the pod; what comes before it is made waits.
  private struct Connection {
    var input: AsyncStream<[UInt8]>.Continuation
    var task: Task<Void, Never>
  }

  init(
    carrier: PortForwardSession.Carrier,
    connect: @escaping @Sendable (UInt16) async throws(ChildProcessError) -> OpenFile
  ) {
    self.carrier = carrier
    self.connect = connect
    let (pieces, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    outgoing = continuation
    sender = Task {
      for await piece in pieces {
        switch carrier {
        case .bytes(let stream): try? await stream.write(piece)
        case .webSocket(let stream): try? await stream.send(.binary(piece))
        }
      }
    }
  }

  func run() async {
    while let bytes = await receive() {
      do throws(SPDYError) {
        for frame in try codec.decode(bytes) { handle(frame) }
      } catch {
        break
      }
    }
    for connection in connections.values {
      connection.input.finish()
      connection.task.cancel()
    }
    outgoing.finish()
    await sender.value
    switch carrier {
    case .bytes(let stream): stream.close()
    case .webSocket(let stream): await stream.close()
    }
  }

  private nonisolated func receive() async -> [UInt8]? {
    switch carrier {
    case .bytes(let stream): return try? await stream.read()
    case .webSocket(let stream):
      while let message = try? await stream.receive() {
        if case .binary(let bytes) = message { return bytes }
      }
      return nil
    }
  }

  private func send(_ frame: SPDYFrame) { outgoing.yield(codec.encode(frame)) }

  private func handle(_ frame: SPDYFrame) {
    switch frame {
    case .synStream(let id, let headers, let isFinal):
      send(.synReply(id: id, headers: [:], isFinal: false))
      open(id, headers)
      if isFinal { connections[id]?.input.finish() }
    case .data(let id, let bytes, let isFinal):
      if !bytes.isEmpty { connections[id]?.input.yield(bytes) }
      if isFinal { connections[id]?.input.finish() }
    case .reset(let id, _): connections.removeValue(forKey: id)?.task.cancel()
    case .ping(let id): send(.ping(id: id))
    case .synReply, .headers, .goAway, .other: break
    }
  }

  private func open(_ id: UInt32, _ headers: [String: String]) {
    let request = headers["requestid"] ?? headers["port"] ?? ""
    var pair = pairs[request] ?? Pair()
    pair.port = pair.port ?? headers["port"].flatMap { UInt16($0) }
    switch headers["streamtype"] {
    case "error": pair.errors = id
    case "data": pair.data = id
    default: return send(.reset(id: id, status: 1))
    }
    pairs[request] = pair
    guard let data = pair.data, let errors = pair.errors else { return }
    pairs[request] = nil
    guard let port = pair.port, port > 0 else { return fail(data, errors, "the port is missing") }
    let (pieces, input) = AsyncStream.makeStream(of: [UInt8].self)
    let task = Task { await forward(data, errors, port, pieces) }
    connections[data] = Connection(input: input, task: task)
  }

  private func fail(_ data: UInt32, _ errors: UInt32, _ reason: String) {
    send(.data(id: errors, bytes: Array(reason.utf8), isFinal: true))
    send(.data(id: data, bytes: [], isFinal: true))
    connections.removeValue(forKey: data)?.input.finish()
  }

  private func forward(_ data: UInt32, _ errors: UInt32, _ port: UInt16, _ pieces: AsyncStream<[UInt8]>) async {
    let file: OpenFile
    do throws(ChildProcessError) {
      file = try await connect(port)
    } catch {
      return fail(data, errors, "the pod's port \(port) cannot be connected to: \(error)")
    }
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await piece in pieces {
          if await !file.write(piece) { break }
        }
        file.endWriting()
      }
      group.addTask {
        for await piece in file.pieces() { await self.send(.data(id: data, bytes: piece, isFinal: false)) }
        await self.finish(data, errors)
      }
      await group.waitForAll()
    }
  }

  private func finish(_ data: UInt32, _ errors: UInt32) {
    send(.data(id: data, bytes: [], isFinal: true))
    send(.data(id: errors, bytes: [], isFinal: true))
    connections.removeValue(forKey: data)?.input.finish()
  }
}
