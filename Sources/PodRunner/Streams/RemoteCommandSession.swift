import Glibc
import JSON
import Processes
import Transport

/// Carries a command's streams over a WebSocket.
struct RemoteCommandSession: Sendable {
  let stream: WebSocketStream

  /// Until the command has ended, or the client has left, which ends the command.
  func run(_ command: ContainerCommand) async {
    // An empty piece tells clients that the streams are there.
    await send(.output, [])
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await takeInput(command) }
      async let output: Void = pump(command.output, .output)
      async let errors: Void = pump(command.errors, .errors)
      let code = await command.process.wait()
      _ = await (output, errors)
      group.cancelAll()
      await finish(RemoteCommandProtocol.ending(code))
    }
  }

  /// Joins a container: what it writes from now on, and what is typed to it.
  func run(_ socket: MonitorSocket, takesInput: Bool) async {
    await send(.output, [])
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await (channel, bytes) in socket.pieces() where !bytes.isEmpty { await send(channel, bytes) }
      }
      group.addTask {
        while let message = try? await stream.receive() {
          guard takesInput, case .binary(let bytes) = message,
            case .input(let input) = RemoteCommandProtocol.message(bytes)
          else { continue }
          _ = await socket.file.write(input)
        }
      }
      await group.next()
      socket.file.end()
      await finish(RemoteCommandProtocol.ending(0))
      group.cancelAll()
    }
  }

  func fail(_ reason: String) async { await finish(RemoteCommandProtocol.failure(reason)) }

  private func finish(_ status: JSONValue) async {
    await send(.status, status.jsonBytes())
    await stream.close()
  }

  private func send(_ channel: RemoteCommandProtocol.Channel, _ bytes: [UInt8]) async {
    try? await stream.send(RemoteCommandProtocol.piece(channel, bytes))
  }

  private func pump(_ file: OpenFile?, _ channel: RemoteCommandProtocol.Channel) async {
    guard let file else { return }
    for await piece in file.pieces() { await send(channel, piece) }
  }

  private func takeInput(_ command: ContainerCommand) async {
    while let message = try? await stream.receive() {
      guard case .binary(let bytes) = message else { continue }
      switch RemoteCommandProtocol.message(bytes) {
      case .input(let input):
        if let file = command.input { _ = await file.write(input) }
      case .endOfInput:
        if command.terminal == nil { command.input?.endWriting() }
      case .resize(let columns, let rows): command.terminal?.resize(columns: columns, rows: rows)
      case .ignored: break
      }
    }
    // The client has left, or the command has ended: whichever it was, nothing is left running for it.
    command.process.signal(SIGHUP)
    command.process.signal(SIGTERM)
  }
}
