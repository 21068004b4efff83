import Dispatch
import Glibc

/// An open descriptor that blocks: a pipe, a terminal, a socket of another program. It is closed with its last user.
public final class OpenFile: Sendable {
  public let descriptor: Int32

  /// Takes the descriptor over.
  public init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Two connected sockets; each closes with its last user.
  /// - Throws: an errno as `ChildProcessError`.
  public static func pair(
    _ type: __socket_type = SOCK_STREAM
  ) throws(ChildProcessError) -> (OpenFile, OpenFile) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(type.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw ChildProcessError(program: "socketpair", code: errno)
    }
    return (OpenFile(ends[0]), OpenFile(ends[1]))
  }

  /// What comes, until it ends. Reading blocks a thread of its own; it does not run ahead of who takes the pieces.
  public func pieces(upTo size: Int = 32 << 10) -> AsyncStream<[UInt8]> {
    AsyncStream { await BlockingCall.run { self.read(upTo: size) } }
  }

  /// Nil at the end, and when it cannot be read any more.
  private func read(upTo size: Int) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: size)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      return count > 0 ? Array(buffer[..<count]) : nil
    }
  }

  /// Writes all; false when nobody reads any more.
  public func write(_ bytes: [UInt8]) async -> Bool {
    await BlockingCall.run {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(self.descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// Ends what the other side of a socket reads.
  public func endWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Ends a socket in both directions; who reads it gets to the end.
  public func end() { shutdown(descriptor, Int32(SHUT_RDWR)) }
}
