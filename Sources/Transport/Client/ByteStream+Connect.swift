import CLinux
import Glibc

extension ByteStream {
  /// Connects to a UNIX socket for a plain exchange of bytes.
  ///
  /// - Throws: `TransportError.system` with the code of connect(2), which is at once for a UNIX socket.
  public static func connect(toSocketAt path: String, on group: ReactorGroup) async throws -> ByteStream {
    let address = try RawAddress(unixPath: path)
    let reactor = group.any()
    return try await withTaskExecutorPreference(reactor) { try open(address, path, reactor) }
  }

  private static func open(_ address: RawAddress, _ path: String, _ reactor: Reactor) throws -> ByteStream {
    if reactor.isStopping { throw TransportError.shutDown }
    let fd = FileDescriptor(clinux_stream_socket(AF_UNIX))
    if fd.raw < 0 { throw TransportError.lastSystemError("socket") }
    if address.withPointer({ Glibc.connect(fd.raw, $0, $1) }) != 0 { throw TransportError.lastSystemError("connect") }
    let configuration = HTTPClientConfiguration()
    let channel = Channel(
      reactor: reactor, fd: fd, tls: nil, isConnecting: false, peerAddress: .unix(path: path),
      metrics: MetricCounters(), writeStall: configuration.writeStall)
    let stream = ByteStream(channel: channel, received: ByteQueue(), isInputClosed: false)
    channel.handler = stream
    try channel.start(establishWithin: configuration.connectTimeout)
    return stream
  }
}
