import CLinux
import Glibc

/// Resolves names with getaddrinfo, which blocks and therefore gets a thread of its own.
enum Resolver {
  private final class Query: Sendable {
    let host: String
    let port: UInt16
    let continuation: CheckedContinuation<[RawAddress], any Error>

    init(host: String, port: UInt16, continuation: CheckedContinuation<[RawAddress], any Error>) {
      self.host = host
      self.port = port
      self.continuation = continuation
    }

    func run() {
      var hints = addrinfo()
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
      hints.ai_flags = AI_ADDRCONFIG
      var list: UnsafeMutablePointer<addrinfo>?
      let code = getaddrinfo(host, String(port), &hints, &list)
      guard code == 0 else {
        let error = TransportError.nameResolution("\(host): \(String(cString: gai_strerror(code)))")
        return continuation.resume(throwing: error)
      }
      defer { freeaddrinfo(list) }
      var found: [RawAddress] = []
      var item = list
      while let entry = item {
        if let address = entry.pointee.ai_addr {
          found.append(RawAddress(address, length: entry.pointee.ai_addrlen))
        }
        item = entry.pointee.ai_next
      }
      continuation.resume(returning: found)
    }
  }

  /// The addresses to try, in the order of the system's policy (RFC 6724).
  static func resolve(_ address: SocketAddress) async throws -> [RawAddress] {
    switch address {
    case .unix(let path): return [try RawAddress(unixPath: path)]
    case .tcp(let host, let port):
      if let literal = RawAddress(literal: host, port: port) { return [literal] }
      if host.utf8.contains(0) { throw TransportError.nameResolution("name with a NUL") }
      return try await withCheckedThrowingContinuation { continuation in
        let query = Unmanaged.passRetained(Query(host: host, port: port, continuation: continuation))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let code = pthread_create(
          &thread, &attributes,
          { context in
            if let context { Unmanaged<Query>.fromOpaque(context).takeRetainedValue().run() }
            return nil
          }, query.toOpaque())
        if code != 0 {
          query.takeRetainedValue().continuation.resume(
            throwing: TransportError.system(call: "pthread_create", code: code))
        }
      }
    }
  }
}
