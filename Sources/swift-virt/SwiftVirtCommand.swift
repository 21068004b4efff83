import ArgumentParser
import Standalone

/// The command `swift-virt`: virtual machines on one machine, with the Kubernetes API.
@main
struct SwiftVirtCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swift-virt", abstract: "Virtual machines on one machine, behind the Kubernetes API.",
    discussion: """
      `swift-virt up` serves the API; kubectl and virtctl use it with the kubeconfig that `swift-virt kubeconfig` prints.
      """,
    version: VersionCommand.text,
    subcommands: [
      UpCommand.self, DownCommand.self, StatusCommand.self, KubeconfigCommand.self, ImageCommand.self,
      BackupCommand.self,
      RestoreCommand.self, VersionCommand.self,
    ])
}

/// The option that every command has.
struct DataDirectoryOptions: ParsableArguments {
  @Option(help: "The folder with all data; /var/lib/swift-virt for root, ~/.local/share/swift-virt for others.")
  var dataDir: String?

  var directory: DataDirectory {
    (dataDir.map { DataDirectory(path: $0.absolutePath) } ?? .standard()).resolved()
  }

  func validate() throws {
    // As of a script's variable that is not set; it would mean the current folder.
    if dataDir == "" { throw ValidationError("--data-dir must name a folder") }
  }
}
