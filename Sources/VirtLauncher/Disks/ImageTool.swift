import CLinux
import Glibc

/// Runs `qemu-img` with limits, since it opens images that come from users.
public struct ImageTool: Sendable, Hashable {
  public var program = "/usr/bin/qemu-img"
  /// Of its address space, in bytes (`--disk-memory-limit`).
  public var memoryLimit: UInt64 = 2_000 << 20
  public var processorSeconds = 20
  /// On the clock.
  public var seconds = 60

  public init() {}

  /// Makes a qcow2 image of that many bytes.
  func create(_ file: String, bytes: Int64) throws(DiskError) {
    try run(["create", "-q", "-f", "qcow2", file, String(bytes)])
  }

  /// Makes a qcow2 image that takes the writes to another one.
  func createOverlay(_ file: String, over backing: String, format: String) throws(DiskError) {
    try run(["create", "-q", "-f", "qcow2", "-F", format, "-b", backing, file])
  }

  /// Runs the program with these arguments and waits for it.
  func run(_ arguments: [String]) throws(DiskError) {
    var pipe: [Int32] = [-1, -1]
    guard clinux_pipe(&pipe) == 0 else { throw .system(action: "make", path: "a pipe", code: errno) }
    let output = ConfinedFile(descriptor: pipe[0], path: program)
    let child = start(arguments, output: pipe[1])
    let code = errno
    close(pipe[1])
    guard child > 0 else { throw .system(action: "start", path: program, code: code) }
    let said = read(output.descriptor)
    if said == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    guard let said else { throw .timeout(program: program, seconds: seconds) }
    guard status == 0 else {
      // What waitpid(2) says: the exit code, or the signal as a negative number.
      let result = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
      throw .tool(program: program, status: result, output: said)
    }
  }

  private func start(_ arguments: [String], output: Int32) -> Int32 {
    let words = ([program] + arguments).map { (word: String) in strdup(word) } + [nil]
    let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C"].map { (word: String) in strdup(word) } + [nil]
    defer { for pointer in words + environment { free(pointer) } }
    return clinux_spawn_limited(program, words, environment, output, memoryLimit, UInt64(processorSeconds))
  }

  /// What the program says, the first part of it; nil when it goes on for too long.
  private func read(_ descriptor: Int32) -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let end = now.tv_sec + seconds
    while true {
      clock_gettime(CLOCK_MONOTONIC, &now)
      guard now.tv_sec < end else { return nil }
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, 1000) > 0 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      if bytes.count < 4096 { bytes += buffer[..<count] }
    }
  }
}
