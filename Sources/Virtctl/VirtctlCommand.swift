import ArgumentParser

/// The command `virtctl`: what kubectl has no verbs for.
public struct VirtctlCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "virtctl", abstract: "Control virtual machines of a Kubernetes cluster.",
    subcommands: [
      StartCommand.self, StopCommand.self, RestartCommand.self, PauseCommand.self, UnpauseCommand.self,
      ResetCommand.self, SoftRebootCommand.self, ConsoleCommand.self, VNCCommand.self, GuestInformationCommand.self,
      UserListCommand.self, FilesystemListCommand.self, VersionCommand.self,
    ])

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
      StandardError.write(failure.description + "\n")
      return 1
    } catch {
      let text = fullMessage(for: error)
      guard exitCode(for: error).isSuccess else {
        StandardError.write(text + "\n")
        return 1
      }
      print(text)
      return 0
    }
  }
}
