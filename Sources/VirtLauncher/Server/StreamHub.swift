import Kube
import Synchronization
import Transport

/// Connects clients with the sockets of the guest's serial console and screen. A new client takes the place of the one
/// before, whose connection is closed: a serial console speaks to one.
final class StreamHub: Sendable {
  private struct Connection {
    var number: Int
    var streams: [ByteStream]
  }
  private struct State {
    var next = 0
    var current: [String: Connection] = [:]
  }
  private let state = Mutex(State())

  /// Carries bytes both ways until one side ends.
  func serve(_ exchange: HTTPExchange, socket path: String, on group: ReactorGroup) async throws {
    let number = state.withLock { state in
      state.next += 1
      for stream in state.current.removeValue(forKey: path)?.streams ?? [] { stream.close() }
      return state.next
    }
    let guest: ByteStream
    do {
      guest = try await ByteStream.connect(toSocketAt: path, on: group)
    } catch {
      let status = Status.failure(.notFound, code: 404, message: "nothing listens on \(path): \(error)")
      return try await exchange.respond(LauncherServer.answer(status))
    }
    defer { guest.close() }
    let client = try await exchange.upgrade()
    defer { client.close() }
    let isNewest = state.withLock { state in
      guard (state.current[path]?.number ?? 0) < number else { return false }
      for stream in state.current[path]?.streams ?? [] { stream.close() }
      state.current[path] = Connection(number: number, streams: [guest, client])
      return true
    }
    if !isNewest { return }
    defer {
      state.withLock { state in
        if state.current[path]?.number == number { state.current[path] = nil }
      }
    }
    await withTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try? await Self.copy(from: client, to: guest) }
      tasks.addTask { try? await Self.copy(from: guest, to: client) }
      await tasks.next()
      tasks.cancelAll()
    }
  }

  private static func copy(from source: ByteStream, to target: ByteStream) async throws {
    while let bytes = try await source.read() { try await target.write(bytes) }
  }
}
