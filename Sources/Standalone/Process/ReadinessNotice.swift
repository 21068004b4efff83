import Glibc

/// Tells whoever started this process that it serves: the parent of a detached start through a pipe, and systemd
/// through its socket (sd_notify(3)).
struct ReadinessNotice: Sendable {
  /// The pipe of a detached start; negative without one.
  let descriptor: Int32

  /// Says that the API answers.
  func ready() {
    if descriptor >= 0 {
      _ = "ready\n".withCString { write(descriptor, $0, 6) }
      close(descriptor)
    }
    notifySystemd("READY=1")
  }

  /// Says that the instance is going down.
  func stopping() { notifySystemd("STOPPING=1") }

  private func notifySystemd(_ message: String) {
    guard let path = getenv("NOTIFY_SOCKET").map({ String(cString: $0) }), path.utf8.count > 1 else { return }
    var address = sockaddr_un()
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < capacity, path.hasPrefix("/") || path.hasPrefix("@") else { return }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { name in
      name.copyBytes(from: path.utf8)
      // An abstract name begins with a zero byte, written as @.
      if path.hasPrefix("@") { name[0] = 0 }
    }
    let length = MemoryLayout.offset(of: \sockaddr_un.sun_path).map { $0 + path.utf8.count } ?? 0
    let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return }
    defer { close(socket) }
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        message.withCString { sendto(socket, $0, strlen($0), Int32(MSG_NOSIGNAL), address, socklen_t(length)) }
      }
    }
  }
}
