import CLinux
import Glibc
import Processes

/// A port inside a pod.
enum PodPort {
  /// Connects to the port of the pod's loopback address, as a kubelet does: what listens there only is reached too.
  ///
  /// - Throws: why not, such as "Connection refused".
  static func connect(_ port: UInt16, in networkNamespace: String) async throws(ChildProcessError) -> OpenFile {
    let result = await BlockingCall.run { () -> Result<Int32, ChildProcessError> in
      // A socket stays in the namespace it was made in, so that the thread only visits there.
      let home = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)
      let there = open(networkNamespace, O_RDONLY | O_CLOEXEC)
      defer {
        if home >= 0 { close(home) }
        if there >= 0 { close(there) }
      }
      guard home >= 0, there >= 0, clinux_enter_network_namespace(there) == 0 else {
        return .failure(ChildProcessError(program: "the pod's network", code: errno))
      }
      let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
      let code = errno
      _ = clinux_enter_network_namespace(home)
      guard made >= 0 else { return .failure(ChildProcessError(program: "a socket", code: code)) }
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = port.bigEndian
      name.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
      let status = withUnsafePointer(to: name) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          Glibc.connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      if status == 0 { return .success(made) }
      let reason = errno
      close(made)
      return .failure(ChildProcessError(program: "port \(port)", code: reason))
    }
    return OpenFile(try result.get())
  }
}
