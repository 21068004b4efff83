import CLinux
import Glibc

/// A listening socket of one reactor.
final class Listener: EpollTarget {
  private let fd: FileDescriptor
  private let isUnix: Bool
  /// Strong: a server that nobody holds any more goes on serving; `close` ends the cycle.
  private let owner: ServerReactor
  private var generation: UInt32 = 0
  private var isRegistered = false

  init(_ fd: consuming FileDescriptor, isUnix: Bool, owner: ServerReactor) {
    self.fd = fd
    self.isUnix = isUnix
    self.owner = owner
  }

  func start() {
    do throws(TransportError) {
      generation = try owner.reactor.register(fd.raw, self, events: EPOLLIN.rawValue)
      isRegistered = true
    } catch {
      isRegistered = false
    }
  }

  func ready(_ events: UInt32) { accept(atMost: 256) }

  /// A round takes so many at most; what the kernel has still to give is reported again.
  private func accept(atMost limit: Int) {
    for _ in 0..<limit {
      var address = sockaddr_storage()
      var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
      let accepted = clinux_accept(fd.raw, &address, &length)
      if accepted < 0 {
        if errno == ECONNABORTED || errno == EINTR { continue }
        if errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM { pause() }
        return
      }
      var raw = RawAddress()
      raw.storage = address
      raw.length = length
      if !isUnix { _ = clinux_set_option(accepted, Int32(IPPROTO_TCP), TCP_NODELAY, 1) }
      owner.accepted(FileDescriptor(accepted), peer: isUnix ? .unix(path: "") : raw.socketAddress)
    }
  }

  /// Out of descriptors or memory: without a pause epoll would report the same connection for ever.
  private func pause() {
    guard isRegistered else { return }
    owner.metrics.countLimit(.connections)
    owner.reactor.modify(fd.raw, generation: generation, events: 0)
    owner.reactor.scheduleTimer(owner.reactor.now + .milliseconds(100), fd: fd.raw, generation: generation)
  }

  func timerFired() {
    if isRegistered { owner.reactor.modify(fd.raw, generation: generation, events: EPOLLIN.rawValue) }
  }

  /// Turns new clients away before the kernel completes their handshake, and takes those that it has completed.
  func refuseNew() {
    if !isUnix { _ = clinux_refuse_new_connections(fd.raw) }
    accept(atMost: Self.backlog)
  }

  func close() {
    guard isRegistered else { return }
    accept(atMost: Self.backlog)
    isRegistered = false
    owner.reactor.unregister(fd.raw)
  }

  /// Ends the cycle with the owner too.
  func reactorEnds() {
    isRegistered = false
    owner.stopListening()
  }

  /// Connections that the kernel completes and keeps for us.
  private static let backlog = 4096

  /// Opens the listening sockets of a server, one a reactor; all have the port that the first one got.
  static func open(_ address: SocketAddress, count: Int, unixMode: mode_t, sharesPort: Bool) throws(TransportError)
    -> (sockets: [Int32], bound: SocketAddress)
  {
    var sockets: [Int32] = []
    var bound = address
    do throws(TransportError) {
      switch address {
      case .unix(let path):
        let first = try openUnix(path, mode: unixMode)
        sockets.append(first)
        for _ in 1..<max(count, 1) {
          let copy = fcntl(first, F_DUPFD_CLOEXEC, 0)
          if copy < 0 { throw .lastSystemError("fcntl") }
          sockets.append(copy)
        }
      case .tcp(let host, var port):
        for _ in 0..<count {
          guard let raw = RawAddress(literal: host.isEmpty ? "::" : host, port: port) else {
            throw .invalidArgument("listen on a literal IP address, not \(host)")
          }
          let socket = try openTCP(raw, isShared: sharesPort || !sockets.isEmpty)
          sockets.append(socket)
          if port == 0 { port = try boundPort(socket) }
        }
        bound = .tcp(host: host, port: port)
      }
      return (sockets, bound)
    } catch {
      for socket in sockets { Glibc.close(socket) }
      throw error
    }
  }

  /// - Parameter isShared: whether another socket that shares the port may have it already. From then on this one shares it.
  private static func openTCP(_ address: RawAddress, isShared: Bool) throws(TransportError) -> Int32 {
    let fd = FileDescriptor(clinux_stream_socket(address.family))
    if fd.raw < 0 { throw .lastSystemError("socket") }
    _ = clinux_set_option(fd.raw, SOL_SOCKET, SO_REUSEADDR, 1)
    if isShared { try share(fd.raw) }
    if address.withPointer({ bind(fd.raw, $0, $1) }) != 0 { throw .lastSystemError("bind") }
    if !isShared { try share(fd.raw) }
    if Glibc.listen(fd.raw, Int32(backlog)) != 0 { throw .lastSystemError("listen") }
    return fd.release()
  }

  private static func share(_ socket: Int32) throws(TransportError) {
    if clinux_set_option(socket, SOL_SOCKET, SO_REUSEPORT, 1) != 0 { throw .lastSystemError("SO_REUSEPORT") }
  }

  private static func openUnix(_ path: String, mode: mode_t) throws(TransportError) -> Int32 {
    let address = try RawAddress(unixPath: path)
    var status = stat()
    // Only a socket that an earlier run left behind is removed, nothing else.
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
    let fd = FileDescriptor(clinux_stream_socket(AF_UNIX))
    if fd.raw < 0 { throw .lastSystemError("socket") }
    if address.withPointer({ bind(fd.raw, $0, $1) }) != 0 { throw .lastSystemError("bind \(path)") }
    if chmod(path, mode) != 0 { throw .lastSystemError("chmod \(path)") }
    if Glibc.listen(fd.raw, Int32(backlog)) != 0 { throw .lastSystemError("listen") }
    return fd.release()
  }

  private static func boundPort(_ fd: Int32) throws(TransportError) -> UInt16 {
    var raw = RawAddress()
    raw.length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let code = withUnsafeMutablePointer(to: &raw.storage) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(fd, $0, &raw.length) }
    }
    guard code == 0, let port = raw.socketAddress.port else { throw .lastSystemError("getsockname") }
    return port
  }
}
