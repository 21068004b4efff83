import ArgumentParser
import JSON

/// `virtctl start`.
struct StartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "start", abstract: "Start a virtual machine.")

  @Argument(help: ArgumentHelp("The virtual machine.", valueName: "VM"))
  var name: String

  @Flag(help: "Start it paused, before its first instruction.")
  var paused = false

  @OptionGroup var dryRun: DryRunOption
  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    var body = dryRun.members
    if paused { body["paused"] = true }
    try await PowerRequest(verb: "start", failure: "Error starting VirtualMachine").send(
      name, body, dryRun, connection)
  }
}

/// `virtctl stop`.
struct StopCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stop", abstract: "Stop a virtual machine.")

  @Argument(help: ArgumentHelp("The virtual machine.", valueName: "VM"))
  var name: String

  @OptionGroup var force: ForceOptions
  @OptionGroup var dryRun: DryRunOption
  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    var body = dryRun.members
    if let seconds = force.seconds { body["gracePeriod"] = .number(JSONNumber(seconds)) }
    try await PowerRequest(verb: "stop", failure: "error stopping VirtualMachine").send(name, body, dryRun, connection)
  }
}

/// `virtctl restart`.
struct RestartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "restart", abstract: "Restart a virtual machine.")

  @Argument(help: ArgumentHelp("The virtual machine.", valueName: "VM"))
  var name: String

  @OptionGroup var force: ForceOptions
  @OptionGroup var dryRun: DryRunOption
  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    var body = dryRun.members
    if let seconds = force.seconds { body["gracePeriodSeconds"] = .number(JSONNumber(seconds)) }
    let failure = force.seconds == nil ? "error restarting VirtualMachine:" : "error force restarting VirtualMachine:"
    try await PowerRequest(verb: "restart", failure: failure).send(name, body, dryRun, connection)
  }
}

/// What the power button's commands have in common.
private struct PowerRequest {
  let verb: String
  /// How the sentence begins that says why not.
  let failure: String

  func send(
    _ name: String, _ body: JSONObject, _ dryRun: DryRunOption, _ connection: ConnectionOptions
  ) async throws {
    dryRun.announce()
    do {
      try await connection.connect().put(verb, of: .machine, name, .object(body))
    } catch {
      throw CommandFailure(failure, error)
    }
    print("VM \(name) was scheduled to \(verb)")
  }
}

/// `--dry-run`.
struct DryRunOption: ParsableArguments {
  @Flag(help: "Have the request checked, and nothing done.")
  var dryRun = false

  var members: JSONObject { dryRun ? ["dryRun": ["All"]] : [:] }

  func announce() { if dryRun { print("Dry Run execution") } }
}

/// `--force` with `--grace-period`.
struct ForceOptions: ParsableArguments {
  @Flag(help: "Don't wait for the guest longer than --grace-period says.")
  var force = false

  @Option(help: "Seconds that the guest gets to shut down; with --force.")
  var gracePeriod: Int64?

  /// Nil leaves the time to the virtual machine.
  var seconds: Int64? { force ? gracePeriod : nil }

  func validate() throws {
    guard force == (gracePeriod != nil) else {
      throw ValidationError("Must both use --force=true and set --grace-period.")
    }
    if let gracePeriod, gracePeriod < 0 { throw ValidationError("--grace-period must be 0 or more seconds") }
  }
}
