import Glibc

/// Shows a disk's container to virt-handler, as KubeVirt's `container-disk` does: who connects to the socket beside the
/// given path learns the process that listens, and finds the image in its root.
enum DiskSocket {
  static func run(_ arguments: [String]) throws(Failure) {
    var path: String?
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      // The image was pulled, which is all that this is for.
      case "--no-op", "-n": return
      case "--copy-path", "-c":
        guard let value = rest.popFirst() else { throw Failure("--copy-path needs a path") }
        path = value
      case _ where argument.hasPrefix("--copy-path="): path = String(argument.dropFirst("--copy-path=".count))
      default: throw Failure("usage: container-disk --copy-path PATH | --no-op")
      }
    }
    guard let path, !path.isEmpty else { throw Failure("usage: container-disk --copy-path PATH | --no-op") }
    try listen(on: path + ".sock")
  }

  /// Listens until the container is ended, and takes the socket away then.
  private static func listen(on file: String) throws(Failure) {
    var signals = EndingSignals()
    let parts = file.split(separator: "/")
    let folder = (file.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    let name = parts.last.map(String.init) ?? ""
    if !folder.isEmpty {
      try Files.makeDirectory(folder)
      // From inside its folder a socket's path is never too long.
      guard chdir(folder) == 0 else { throw Failure("enter", folder) }
    }
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw Failure("make", "a socket") }
    unlink(name)
    try bind(socket, to: name)
    // The handler is another user.
    guard chmod(name, 0o666) == 0, Glibc.listen(socket, 128) == 0 else { throw Failure("listen on", file) }
    while !signals.arrive(within: 0) {
      var poll = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, 500) > 0 else { continue }
      let connection = accept(socket, nil, nil)
      if connection >= 0 { close(connection) }
    }
    unlink(name)
  }

  private static func bind(_ socket: Int32, to name: String) throws(Failure) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(name.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { throw Failure("\(name) is too long") }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else { throw Failure("listen on", name) }
  }
}
