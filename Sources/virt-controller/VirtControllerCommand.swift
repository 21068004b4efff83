import ArgumentParser
import VirtController

/// Reconciles machines, instances, replica sets, migrations and nodes.
@main
struct VirtControllerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "virt-controller", abstract: "Bring virtual machines to the state that their objects ask for.")

  mutating func run() async throws {}
}
