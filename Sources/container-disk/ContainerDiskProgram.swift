import Glibc

/// The program in the container of a disk image, whose image may have no library: it is linked statically and needs
/// nothing but the kernel. What it does follows from the name by which it is called.
///
/// - `/entry-point.sh` copies the image for a launcher of v0.8.0 (`RegistryDisk`);
/// - `cat` writes files to standard output, which that container's readiness probe calls;
/// - else it shows the disk's container to virt-handler (`DiskSocket`).
@main
struct ContainerDiskProgram {
  static func main() {
    let arguments = CommandLine.arguments
    let name = arguments.first?.split(separator: "/").last.map(String.init) ?? ""
    switch name {
    case "entry-point.sh": finish { () throws(Failure) in try RegistryDisk().run() }
    case "cat": finish { () throws(Failure) in try Files.write(Array(arguments.dropFirst())) }
    default: finish { () throws(Failure) in try DiskSocket.run(Array(arguments.dropFirst())) }
    }
  }

  private static func finish(_ body: () throws(Failure) -> Void) -> Never {
    do throws(Failure) {
      try body()
      exit(0)
    } catch {
      Files.write(Array("\(error.message)\n".utf8), to: 2)
      exit(1)
    }
  }
}

/// Why the program cannot go on.
struct Failure: Error {
  var message: String

  init(_ message: String) { self.message = message }

  /// A failed system call.
  init(_ action: String, _ path: String) {
    let code = errno
    message = "cannot \(action) \(path): \(String(cString: strerror(code)))"
  }
}

/// The signals that end a container. They are held back, so that they are seen when the program looks; as the first
/// process of its container it would not be ended by them.
struct EndingSignals {
  private var signals = sigset_t()

  init() {
    sigemptyset(&signals)
    for signal in [SIGTERM, SIGINT, SIGQUIT] { sigaddset(&signals, signal) }
    sigprocmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether one came in that time.
  mutating func arrive(within seconds: Int) -> Bool {
    var time = timespec(tv_sec: seconds, tv_nsec: 0)
    return sigtimedwait(&signals, nil, &time) > 0
  }
}

enum Files {
  /// Writes the files one after the other to standard output.
  static func write(_ paths: [String]) throws(Failure) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for path in paths {
      let file = open(path, O_RDONLY)
      guard file >= 0 else { throw Failure("open", path) }
      defer { close(file) }
      while true {
        let count = read(file, &buffer, buffer.count)
        guard count >= 0 else { throw Failure("read", path) }
        if count == 0 { break }
        guard write(Array(buffer[..<count]), to: 1) else { throw Failure("write", "to standard output") }
      }
    }
  }

  /// False when not all could be written.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Makes a directory and those above it.
  static func makeDirectory(_ path: String) throws(Failure) {
    var built = ""
    for part in path.split(separator: "/") {
      built += "/\(part)"
      guard mkdir(built, 0o755) == 0 || errno == EEXIST else { throw Failure("make", built) }
    }
  }
}
