import Glibc

/// Shows what the guest writes to its serial console as the log of a container: follows the file of that log for ever,
/// also when it is not there yet, is cut off, or is replaced by a new one.
@main
struct TailProgram {
  private static let interval: UInt32 = 250_000

  static func main() {
    let arguments = CommandLine.arguments
    guard let flag = arguments.firstIndex(of: "--logfile"), flag + 1 < arguments.count else {
      say("usage: virt-tail --logfile FILE")
      exit(2)
    }
    // The first process of a container does not end by a signal unless it says so.
    for number in [SIGTERM, SIGINT, SIGQUIT, SIGHUP] { signal(number) { _ in _exit(0) } }
    var file = FollowedFile(path: arguments[flag + 1])
    while true {
      if !file.copyWhatIsNew(to: STDOUT_FILENO) { exit(1) }
      usleep(interval)
    }
  }

  static func say(_ text: String) {
    let line = Array("virt-tail: \(text)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// A file that grows.
struct FollowedFile: ~Copyable {
  private let path: String
  private var descriptor: Int32 = -1
  private var inode: UInt = 0
  private var offset: off_t = 0

  init(path: String) { self.path = path }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// False when nobody reads the output any more.
  mutating func copyWhatIsNew(to output: Int32) -> Bool {
    if descriptor < 0 { openAnew() }
    if descriptor < 0 { return true }
    guard copy(to: output) else { return false }
    var status = stat()
    // Replaced: the next round begins with the new one. The old one has been read to its end.
    if stat(path, &status) == 0, status.st_ino != inode {
      close(descriptor)
      descriptor = -1
    }
    return true
  }

  private mutating func openAnew() {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return }
    var status = stat()
    fstat(descriptor, &status)
    inode = status.st_ino
    offset = 0
  }

  private mutating func copy(to output: Int32) -> Bool {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size < offset { offset = 0 }
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, offset)
      if count <= 0 { return true }
      offset += off_t(count)
      var written = 0
      while written < count {
        let done = buffer.withUnsafeBytes { write(output, $0.baseAddress.map { $0 + written }, count - written) }
        if done < 0, errno == EINTR { continue }
        if done <= 0 { return false }
        written += done
      }
    }
  }
}
