import CLinux
import Glibc
import Processes

/// Runs the machine's programs to their end.
enum ProgramRun {
  struct Outcome: Sendable {
    /// As a shell counts it; 137 also for one that took too long.
    var code: Int32
    var output: [UInt8]
    var errors: [UInt8]

    /// What it said, for people.
    var message: String {
      let text = String(decoding: errors.isEmpty ? output : errors, as: UTF8.self)
      return String(text.suffix(600)).split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
  }

  /// - Parameters:
  ///   - input: what it reads; small enough for a pipe (64 KiB).
  ///   - collects: whether what it writes is wanted. What is not wanted is not waited for either.
  /// - Throws: when it cannot be started.
  static func run(
    _ arguments: [String], environment: [String]? = nil, input: [UInt8] = [], timeout: Duration = .seconds(60),
    collects: Bool = true
  ) async throws(PodRunnerError) -> Outcome {
    var options = ChildProcess.Options()
    options.environment = environment
    options.startsSession = true
    var pipes: [OpenFile] = []
    func pipe() throws(PodRunnerError) -> (read: OpenFile, write: OpenFile) {
      var ends: [Int32] = [-1, -1]
      guard clinux_pipe(&ends) == 0 else { throw .system("make", "a pipe") }
      let pair = (OpenFile(ends[0]), OpenFile(ends[1]))
      pipes += [pair.0, pair.1]
      return pair
    }
    if !input.isEmpty {
      let end = try pipe()
      options.descriptors[0] = end.read.descriptor
      guard await end.write.write(input) else { throw .system("write to", "a pipe") }
    }
    let output: OpenFile?
    let errors: OpenFile?
    if collects {
      let (outputEnd, errorEnd) = (try pipe(), try pipe())
      options.descriptors[1] = outputEnd.write.descriptor
      options.descriptors[2] = errorEnd.write.descriptor
      (output, errors) = (outputEnd.read, errorEnd.read)
    } else {
      (output, errors) = (nil, nil)
    }
    let child: ChildProcess
    do {
      child = try ChildProcess.start(arguments, options)
    } catch {
      throw PodRunnerError("\(error)")
    }
    // Our ends of what is the program's now.
    options = ChildProcess.Options()
    pipes = []
    let clock = Task {
      try await Task.sleep(for: timeout)
      kill(-child.pid, SIGKILL)
    }
    async let outputBytes = collect(output)
    async let errorBytes = collect(errors)
    let code = await child.wait()
    clock.cancel()
    return Outcome(code: code, output: await outputBytes, errors: await errorBytes)
  }

  private static func collect(_ file: OpenFile?) async -> [UInt8] {
    guard let file else { return [] }
    var bytes: [UInt8] = []
    for await piece in file.pieces() where bytes.count < 8 << 20 { bytes += piece }
    return bytes
  }

  /// The first of these that the machine has.
  static func find(_ names: [String]) -> String? {
    for name in names {
      for folder in ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"] {
        let path = folder + "/" + name
        if access(path, X_OK) == 0 { return path }
      }
    }
    return nil
  }
}
