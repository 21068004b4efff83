import ArgumentParser
import Standalone

/// The command `swift-virt`: virtual machines on one machine, with the Kubernetes API.
@main
struct SwiftVirtCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swift-virt", abstract: "Runs virtual machines on this machine behind a Kubernetes API.")
}
