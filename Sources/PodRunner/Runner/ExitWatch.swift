import CLinux
import Glibc
import Processes

/// Tells when monitors write that containers have ended (inotify(7)).
enum ExitWatch {
  /// Calls back after each change in the folder until the task is cancelled.
  static func follow(_ folder: String, _ changed: @escaping @Sendable () async -> Void) async {
    let watch = OpenFile(clinux_watch_folder(folder))
    guard watch.descriptor >= 0 else { return }
    while !Task.isCancelled {
      let hasChanged = await BlockingCall.run { () -> Bool in
        var wait = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, 500) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        return read(watch.descriptor, &buffer, buffer.count) > 0
      }
      if hasChanged { await changed() }
    }
  }
}
