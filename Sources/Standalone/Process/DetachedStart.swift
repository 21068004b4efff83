import Glibc

/// Starts this program again as a process of its own that outlives the terminal, and waits until it serves.
public enum DetachedStart {
  /// The number under which the new process finds the pipe to report through.
  public static let reportDescriptor: Int32 = 3

  /// Returns when the new process reports that it is ready.
  ///
  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - logFile: takes what the process writes; an old one that has grown large is set aside.
  /// - Throws: `StandaloneError` with the end of the log when the process ends instead.
  public static func run(arguments: [String], logFile: String) throws(StandaloneError) {
    setAsideIfLarge(logFile)
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { throw .system("make", "a pipe", errno) }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(pipe[0]) }
    var logStart = stat()
    let logOffset = stat(logFile, &logStart) == 0 ? Int(logStart.st_size) : 0
    let process = try spawn(arguments, logFile: logFile, report: pipe[1])
    close(pipe[1])
    // The end of the pipe comes by itself when the process ends.
    var report: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while report.last != UInt8(ascii: "\n") {
      let count = read(pipe[0], &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      report.append(contentsOf: buffer[0..<count])
    }
    if report.starts(with: "ready".utf8) { return }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    throw StandaloneError("swift-virt did not start:\n" + tail(of: logFile, from: logOffset))
  }

  private static func spawn(_ arguments: [String], logFile: String, report: Int32) throws(StandaloneError) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, startsSession)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, logFile, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawn_file_actions_adddup2(&actions, report, reportDescriptor)
    var process: pid_t = 0
    var strings = (["swift-virt"] + arguments).map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    let code = posix_spawn(&process, "/proc/self/exe", &actions, &attributes, &strings, environ)
    guard code == 0 else { throw .system("start", "swift-virt", code) }
    return process
  }

  /// `POSIX_SPAWN_SETSID` of glibc's spawn.h, which Swift does not see.
  private static let startsSession: Int16 = 0x80

  /// Logs of detached instances grow over all of their lives.
  private static func setAsideIfLarge(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0, status.st_size > 16 << 20 { rename(path, path + ".1") }
  }

  private static func tail(of path: String, from offset: Int) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "there is no log at \(path)" }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let end = Int(lseek(descriptor, 0, SEEK_END))
    let count = pread(descriptor, &buffer, buffer.count, off_t(max(offset, end - buffer.count)))
    return String(decoding: buffer[0..<max(0, count)], as: UTF8.self)
  }
}
