import ArgumentParser
import Glibc

/// The command `virtctl`: what kubectl has no verbs for.
public struct VirtctlCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "virtctl", abstract: "Control virtual machines of a Kubernetes cluster.",
    subcommands: [StartCommand.self, StopCommand.self, RestartCommand.self, VersionCommand.self])

  public init() {}

  /// Runs the command that the arguments name.
  ///
  /// - Returns: the process's status: 0 when it did what it was asked for, 1 when it did not. Errors are one line on
  ///   standard error.
  public static func run(_ arguments: [String]) async -> Int32 {
    let names = Set(configuration.subcommands.compactMap { $0.configuration.commandName })
    do {
      var command = try parseAsRoot(GoFlags.normalized(arguments, subcommands: names))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as CommandFailure {
      writeError(failure.description)
      return 1
    } catch {
      let text = fullMessage(for: error)
      guard exitCode(for: error).isSuccess else {
        writeError(text)
        return 1
      }
      print(text)
      return 0
    }
  }

  private static func writeError(_ text: String) {
    var bytes = Array((text + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
