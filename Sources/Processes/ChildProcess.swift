import Glibc

/// Why a program could not be started.
public struct ChildProcessError: Error, Sendable, Hashable, CustomStringConvertible {
  public var program: String
  /// An errno.
  public var code: Int32

  public init(program: String, code: Int32) {
    self.program = program
    self.code = code
  }

  public var description: String { "cannot start \(program): \(String(cString: strerror(code)))" }
}

/// A program that this process started, by an argument vector: no shell reads it.
public struct ChildProcess: Sendable {
  public let pid: pid_t

  /// What a program gets besides its arguments.
  public struct Options: Sendable {
    /// `NAME=value`; nil passes on this process's own.
    public var environment: [String]?
    /// Descriptors of this process by the numbers that the program sees; 0 to 2 are `/dev/null` unless named here.
    public var descriptors: [Int32: Int32] = [:]
    /// A terminal that becomes its standard streams and controls it; wins over `descriptors` 0 to 2.
    public var terminal: String?
    /// Whether it leads a session of its own, so that what is typed to end us does not end it.
    public var startsSession = false

    public init() {}
  }

  /// - Parameter arguments: the program first, looked up on PATH unless it has a slash.
  public static func start(
    _ arguments: [String], _ options: Options = Options()
  ) throws(ChildProcessError) -> ChildProcess {
    let program = arguments.first ?? ""
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this process ignores or holds back is its own affair.
    var everything = sigset_t()
    sigfillset(&everything)
    posix_spawnattr_setsigdefault(&attributes, &everything)
    var nothing = sigset_t()
    sigemptyset(&nothing)
    posix_spawnattr_setsigmask(&attributes, &nothing)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    if options.startsSession || options.terminal != nil { flags |= Self.newSession }
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var moved: [Int32] = []
    // A source may have a number that is a target too: all are moved out of the way first.
    for (target, source) in options.descriptors.sorted(by: { $0.key < $1.key }) {
      let free = 200 + target
      posix_spawn_file_actions_adddup2(&actions, source, free)
      moved.append(target)
    }
    for number in Int32(0)...2 where options.descriptors[number] == nil || options.terminal != nil {
      if let terminal = options.terminal {
        // The first terminal that the leader of a session opens controls it.
        posix_spawn_file_actions_addopen(&actions, number, terminal, O_RDWR, 0)
      } else {
        posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
      }
    }
    for target in moved {
      if target > 2 || options.terminal == nil { posix_spawn_file_actions_adddup2(&actions, 200 + target, target) }
      posix_spawn_file_actions_addclose(&actions, 200 + target)
    }

    let vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { vector.forEach { free($0) } }
    let variables: [UnsafeMutablePointer<CChar>?]? = options.environment.map { $0.map { strdup($0) } + [nil] }
    defer { variables?.forEach { free($0) } }
    var pid: pid_t = 0
    let code =
      if let variables {
        posix_spawnp(&pid, program, &actions, &attributes, vector, variables)
      } else {
        posix_spawnp(&pid, program, &actions, &attributes, vector, environ)
      }
    if code != 0 { throw ChildProcessError(program: program, code: code) }
    return ChildProcess(pid: pid)
  }

  /// POSIX_SPAWN_SETSID of glibc 2.26 and newer, which its header shows to GNU programs only.
  private static let newSession: Int32 = 0x80

  /// Sends a signal.
  public func signal(_ number: Int32) { kill(pid, number) }

  /// Waits for its end, on a thread of its own; to be called once.
  ///
  /// - Returns: how it ended, as a shell counts it: the exit code, or 128 and the number of the signal.
  public func wait() async -> Int32 {
    await BlockingCall.run { [pid] in
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0 {
        if errno != EINTR { return 1 }
      }
      // The layout of wait(2)'s status: the signal in the low 7 bits, the exit code in the next byte.
      let signal = status & 0x7f
      return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
  }
}
