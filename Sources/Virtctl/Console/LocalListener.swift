import Dispatch
import Glibc
import Transport

/// A listening TCP socket on this machine, for the program that shows what comes.
final class LocalListener: Sendable {
  private let descriptor: Int32
  let port: UInt16

  /// - Parameter address: IPv4 in dotted form.
  init(address: String, port: UInt16) throws {
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    guard inet_pton(AF_INET, address, &name.sin_addr) == 1 else {
      throw CommandFailure("--address: \"\(address)\" is no IPv4 address")
    }
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        bind(descriptor, raw, length) == 0 && listen(descriptor, 1) == 0 && getsockname(descriptor, raw, &length) == 0
      }
    }
    guard isListening else {
      let reason = String(cString: strerror(errno))
      if descriptor >= 0 { close(descriptor) }
      throw CommandFailure("\(address):\(port) cannot be listened on: \(reason)")
    }
    self.descriptor = descriptor
    self.port = UInt16(bigEndian: name.sin_port)
  }

  deinit { close(descriptor) }

  /// The first connection.
  func accept(within limit: Duration) async throws -> LocalConnection {
    let milliseconds = Int32(clamping: limit.components.seconds * 1000)
    let accepted = await withCheckedContinuation { continuation in
      DispatchQueue(label: "listener").async { [descriptor] in
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let isThere = poll(&waiting, 1, milliseconds) == 1
        continuation.resume(returning: isThere ? Glibc.accept(descriptor, nil, nil) : -1)
      }
    }
    guard accepted >= 0 else { throw CommandFailure("no viewer has connected") }
    return LocalConnection(descriptor: accepted)
  }
}

/// A connection of a program on this machine.
final class LocalConnection: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Carries bytes both ways until one side ends.
  static func relay(_ local: LocalConnection, _ stream: WebSocketStream) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        while let message = try? await stream.receive() {
          if case .binary(let bytes) = message, !StandardStreams.write(bytes[...], to: local.descriptor) { return }
        }
      }
      group.addTask {
        for await bytes in StandardStreams.pieces(of: local.descriptor) {
          if (try? await stream.send(.binary(bytes))) == nil { return }
        }
      }
      await group.next()
      await stream.close()
      shutdown(local.descriptor, Int32(SHUT_RDWR))
      group.cancelAll()
    }
  }
}
