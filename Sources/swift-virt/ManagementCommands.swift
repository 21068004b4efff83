import ArgumentParser
import Glibc
import Standalone

struct DownCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "down", abstract: "Stop the running instance, after what is under way. Objects and guests stay.")

  @OptionGroup var data: DataDirectoryOptions

  @Option(help: "Seconds to wait for the end.")
  var timeout: Int = 60

  func run() async throws { print(try await RunningInstance.stop(data.directory, timeout: .seconds(timeout))) }
}

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say whether an instance runs, where, and how its parts are.",
    discussion: "Exit code 0 when it runs and is ready, 3 when it does not run, 4 when it is not ready.")

  enum Output: String, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var data: DataDirectoryOptions

  @Option(name: .shortAndLong, help: "text or json.")
  var output = Output.text

  func run() async throws {
    let report = await StatusReport.read(data.directory)
    print(output == .json ? report.json : report.text)
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }
}

struct KubeconfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kubeconfig",
    abstract: "Print a kubeconfig: the administrator's, or with --user one with a certificate for that user.",
    discussion: """
      A new user may do nothing until a role is bound: \
      kubectl create rolebinding alice --clusterrole=edit --user=alice -n default
      """)

  @OptionGroup var data: DataDirectoryOptions

  @Option(help: "Make a client certificate for this user name.")
  var user: String?

  @Option(name: .customLong("group"), help: "A group of that user; may be given several times.")
  var groups: [String] = []

  @Option(help: "Days that the certificate of --user is valid for.")
  var days: Int = 365

  func validate() throws {
    if user == nil, !groups.isEmpty { throw ValidationError("--group goes with --user") }
    guard (1...3650).contains(days) else { throw ValidationError("--days must be 1 to 3650") }
  }

  func run() async throws {
    if let user {
      print(try UserKubeconfig.make(data.directory, user: user, groups: groups, days: days), terminator: "")
    } else {
      print(try UserKubeconfig.administrator(data.directory), terminator: "")
    }
  }
}

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write all objects, keys and certificates into one file; may run beside an instance.")

  @OptionGroup var data: DataDirectoryOptions

  @Argument(help: "The file to write; it must not exist. Keep it as safe as the data: it holds keys and secrets.")
  var file: String

  func run() async throws { print(try Backup.write(data.directory, to: file.absolutePath)) }
}

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Take a backup's objects, keys and certificates in place of those there.",
    discussion: "The instance must be down. What was there before is set aside in the data folder, not removed.")

  @OptionGroup var data: DataDirectoryOptions

  @Argument(help: "A file that `swift-virt backup` wrote.")
  var file: String

  func run() async throws { print(try Backup.restore(data.directory, from: file.absolutePath)) }
}

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

  static let text = ReleaseText.version

  @OptionGroup var data: DataDirectoryOptions

  func run() throws {
    print(Self.text)
    if let running = RunningInstance.version(data.directory) { print("running: \(running)") }
  }
}
