import ArgumentParser
import ComponentBase
import Glibc
import Logging
import Standalone

struct UpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "up", abstract: "Serve the API until SIGTERM or Ctrl-C.")

  @OptionGroup var data: DataDirectoryOptions

  @Option(help: "The IP address to listen on; 0.0.0.0 or \"::\" lets other machines in.")
  var bindAddress = "127.0.0.1"

  @Option(help: "The port to serve HTTPS on; 0 takes any free one.")
  var securePort: UInt16 = 6443

  @Option(
    name: .customLong("tls-san"), parsing: .upToNextOption,
    help: "More DNS names and IP addresses for the serving certificate.")
  var subjectNames: [String] = []

  @Flag(help: "Go on in the background; return when the API answers.")
  var detach = false

  @Flag(help: "Serve the API, and act on nothing: no controller runs.")
  var apiOnly = false

  @Flag(help: "Run no pods on this machine: controllers act, and pods wait for other nodes.")
  var noGuests = false

  @Option(help: "A file for the audit log: who did what, one JSON object a line.")
  var auditLogPath: String?

  @Option(help: "Threads that serve; one a core unless said.")
  var reactors: Int?

  @Option(name: .shortAndLong, help: "How much is logged: 0 warnings, 2 what happens, 4 a line a request.")
  var v: Int = 2

  /// Set by the command itself in the process that it starts for `--detach`.
  @Option(help: .hidden)
  var reportDescriptor: Int32?

  func validate() throws {
    if let reactors, !(1...256).contains(reactors) { throw ValidationError("--reactors must be 1 to 256") }
    guard HostAddress.isLiteral(bindAddress) else {
      throw ValidationError("--bind-address \(bindAddress): must be an IP address, as 127.0.0.1 or ::")
    }
  }

  func run() async throws {
    try data.directory.create()
    var options = InstanceOptions(directory: data.directory)
    options.bindAddress = bindAddress
    options.port = securePort
    options.subjectNames = subjectNames
    options.auditLogPath = auditLogPath.map { $0.absolutePath }
    options.reactors = reactors
    options.runsControllers = !apiOnly
    if noGuests {
      options.runsGuests = false
      options.runsPods = false
    }
    if detach { return try await startDetached(options) }
    if reportDescriptor != nil { chdir("/") }
    var logger = Logger(label: "swift-virt") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(verbosity: v)
    try await StandaloneInstance.run(options, logger: logger, reportDescriptor: reportDescriptor ?? -1)
  }

  private func startDetached(_ options: InstanceOptions) async throws {
    let directory = options.directory
    if try await RunningInstance.waitUntilReady(directory) {
      print(RunningInstance.message(directory))
      return
    }
    var arguments = [
      "up", "--data-dir", directory.path, "--bind-address", bindAddress, "--secure-port", "\(securePort)",
    ]
    if !subjectNames.isEmpty { arguments += ["--tls-san"] + subjectNames }
    if apiOnly { arguments.append("--api-only") }
    if noGuests { arguments.append("--no-guests") }
    if let path = options.auditLogPath { arguments += ["--audit-log-path", path] }
    if let reactors { arguments += ["--reactors", "\(reactors)"] }
    arguments += ["--v", "\(v)", "--report-descriptor", "\(DetachedStart.reportDescriptor)"]
    do {
      try DetachedStart.run(arguments: arguments, logFile: directory.log)
    } catch {
      // Someone else may have been faster.
      guard try await RunningInstance.waitUntilReady(directory) else { throw error }
    }
    print(RunningInstance.message(directory))
    print("kubectl finds it with: export KUBECONFIG=\(directory.adminKubeconfig)")
  }
}

extension String {
  /// A path that means the same from every folder.
  var absolutePath: String {
    if hasPrefix("/") { return self }
    guard let folder = getcwd(nil, 0) else { return self }
    defer { free(folder) }
    return String(cString: folder) + "/" + self
  }
}
