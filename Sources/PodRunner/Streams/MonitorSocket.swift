import CLinux
import Glibc
import Processes
import Transport

/// The socket of conmon at which a container's streams can be joined (SOCK_SEQPACKET; each packet of output begins with
/// the number of its stream, conmon(8)).
struct MonitorSocket: Sendable {
  let file: OpenFile

  /// Nil when nothing listens there.
  init?(path: String) {
    let descriptor = socket(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    file = OpenFile(descriptor)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let isConnected = withUnsafeMutableBytes(of: &address.sun_path) { room -> Bool in
      guard bytes.count < room.count else { return false }
      room.copyBytes(from: bytes)
      return true
    }
    guard isConnected else { return nil }
    let status = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard status == 0 else { return nil }
  }

  /// What the container writes.
  func pieces() -> AsyncStream<(RemoteCommandProtocol.Channel, [UInt8])> {
    let packets = file.pieces(upTo: 64 << 10)
    return AsyncStream { continuation in
      let task = Task {
        for await packet in packets {
          switch packet.first {
          case 2: continuation.yield((.output, Array(packet.dropFirst())))
          case 3: continuation.yield((.errors, Array(packet.dropFirst())))
          default: break
          }
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
