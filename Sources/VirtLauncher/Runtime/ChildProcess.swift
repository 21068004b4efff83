import Glibc

/// Why a program could not be started.
struct ChildProcessError: Error, Sendable, CustomStringConvertible {
  var program: String
  var code: Int32

  var description: String { "cannot start \(program): \(String(cString: strerror(code)))" }
}

/// A program that the launcher started.
struct ChildProcess: Sendable {
  let pid: pid_t

  /// How it ended, as a shell counts it: the exit code, or 128 and the number of the signal.
  typealias ExitCode = Int32

  /// Starts the program of that path; it writes to the launcher's standard error and reads nothing.
  static func start(_ arguments: [String]) throws(ChildProcessError) -> ChildProcess {
    let program = arguments.first ?? ""
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What the launcher ignores or catches is its own affair.
    var everything = sigset_t()
    sigfillset(&everything)
    posix_spawnattr_setsigdefault(&attributes, &everything)
    var nothing = sigset_t()
    sigemptyset(&nothing)
    posix_spawnattr_setsigmask(&attributes, &nothing)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, 2, 1)
    let vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { vector.forEach { free($0) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, program, &actions, &attributes, vector, environ)
    if code != 0 { throw ChildProcessError(program: program, code: code) }
    return ChildProcess(pid: pid)
  }

  /// Waits for its end, on a thread of its own; to be called once.
  func wait() async -> ExitCode {
    await withCheckedContinuation { continuation in
      let waiting = Waiting(pid: pid, continuation: continuation)
      var thread = pthread_t()
      let context = Unmanaged.passRetained(waiting)
      let code = pthread_create(&thread, nil, Waiting.body, context.toOpaque())
      if code != 0 {
        context.release()
        return continuation.resume(returning: 1)
      }
      pthread_detach(thread)
    }
  }

  func signal(_ number: Int32) { kill(pid, number) }
}

private final class Waiting: Sendable {
  let pid: pid_t
  let continuation: CheckedContinuation<Int32, Never>

  init(pid: pid_t, continuation: CheckedContinuation<Int32, Never>) {
    self.pid = pid
    self.continuation = continuation
  }

  static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
    guard let context else { return nil }
    let waiting = Unmanaged<Waiting>.fromOpaque(context).takeRetainedValue()
    var status: Int32 = 0
    while waitpid(waiting.pid, &status, 0) < 0 {
      if errno != EINTR {
        waiting.continuation.resume(returning: 1)
        return nil
      }
    }
    // The layout of wait(2)'s status: the signal in the low 7 bits, the exit code in the next byte.
    let signal = status & 0x7f
    waiting.continuation.resume(returning: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
    return nil
  }
}
