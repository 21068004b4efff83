import Glibc

/// The program that shows a VNC screen.
enum Viewer {
  /// Programs that are looked for on PATH, and how each is told where to connect.
  private static let known: [(name: String, arguments: @Sendable (String, UInt16) -> [String])] = [
    ("remote-viewer", { ["vnc://\($0):\($1)"] }),
    ("vncviewer", { ["\($0)::\($1)"] }),
    ("xtigervncviewer", { ["\($0)::\($1)"] }),
  ]

  static func start(_ path: String?, address: String, port: UInt16) throws {
    let candidates: [(String, [String])] =
      path.map { path in
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let arguments = known.first { $0.name == name } ?? known[1]
        return [(path, arguments.arguments(address, port))]
      } ?? known.map { ($0.name, $0.arguments(address, port)) }
    for (program, arguments) in candidates where spawn(program, arguments) { return }
    throw CommandFailure(
      "no VNC viewer was found; install \(known[0].name), or connect one of yours to the port that --proxy-only prints")
  }

  private static func spawn(_ program: String, _ arguments: [String]) -> Bool {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    return posix_spawnp(&process, program, nil, nil, &words, environ) == 0
  }
}
