import CLinux
import Glibc

/// A folder that is held open, so that a socket in it is reached by a short name however long the folder's path is
/// (unix(7) allows 107 bytes).
final class SocketFolder: Sendable {
  private let descriptor: Int32

  /// Nil where the folder does not exist.
  init?(_ path: String) {
    descriptor = clinux_open_folder(path)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  func path(of socket: String) -> String { "/proc/self/fd/\(descriptor)/\(socket)" }

  /// The process that listens on a socket in the folder; nil where none does.
  func process(listeningOn socket: String) -> Int32? {
    let process = clinux_unix_listener_process(path(of: socket))
    return process > 0 ? process : nil
  }
}

extension LauncherSocket {
  var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
  }
}
