import ArgumentParser
import JSON
import KubeClient

/// `virtctl pause`.
struct PauseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "pause", abstract: "Pause a virtual machine.")

  @OptionGroup var target: TargetArguments
  @OptionGroup var dryRun: DryRunOption
  @OptionGroup var connection: ConnectionOptions

  func run() async throws { try await PauseRequest(verb: "pause").send(target, dryRun, connection) }
}

/// `virtctl unpause`.
struct UnpauseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "unpause", abstract: "Let a paused virtual machine run.")

  @OptionGroup var target: TargetArguments
  @OptionGroup var dryRun: DryRunOption
  @OptionGroup var connection: ConnectionOptions

  func run() async throws { try await PauseRequest(verb: "unpause").send(target, dryRun, connection) }
}

/// `virtctl soft-reboot`.
struct SoftRebootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soft-reboot", abstract: "Have the guest reboot itself, by its agent or by ACPI.")

  @Argument(help: ArgumentHelp("The instance.", valueName: "VMI"))
  var name: String

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    try await RebootRequest(subresource: "softreboot", verb: "soft-reboot", gerund: "soft rebooting")
      .send(name, connection)
  }
}

/// `virtctl reset`.
struct ResetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Reset a virtual machine at once, as its reset button would.")

  @Argument(help: ArgumentHelp("The instance.", valueName: "VMI"))
  var name: String

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    try await RebootRequest(subresource: "reset", verb: "reset", gerund: "reseting").send(name, connection)
  }
}

/// `vm NAME` or `vmi NAME`.
struct TargetArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("vm or vmi.", valueName: "vm|vmi"))
  var kind: String

  @Argument(help: ArgumentHelp("The name.", valueName: "NAME"))
  var name: String

  func validate() throws {
    guard Cluster.Kind(argument: kind) != nil else {
      throw ValidationError("\"\(kind)\" is neither vm nor vmi")
    }
  }
}

/// What starts a guest over, one way or another.
private struct RebootRequest {
  let subresource: String
  let verb: String
  /// As KubeVirt's virtctl spells it.
  let gerund: String

  func send(_ name: String, _ connection: ConnectionOptions) async throws {
    do {
      try await connection.connect().put(subresource, of: .instance, name)
    } catch {
      throw CommandFailure("Error \(gerund) VirtualMachineInstance \(name):", error)
    }
    print("VMI \(name) was scheduled to \(verb)")
  }
}

private struct PauseRequest {
  let verb: String

  func send(_ target: TargetArguments, _ dryRun: DryRunOption, _ connection: ConnectionOptions) async throws {
    dryRun.announce()
    let cluster = try connection.connect()
    let name = target.name
    do {
      if Cluster.Kind(argument: target.kind) == .machine { _ = try await cluster.object(.machine, name) }
      try await cluster.put(verb, of: .instance, name, .object(dryRun.members))
    } catch let error as KubernetesError where error.isNotFound {
      if Cluster.Kind(argument: target.kind) == .machine, let machine = try? await cluster.object(.machine, name),
        Self.isHalted(machine)
      {
        throw CommandFailure(
          "Error \(gerund) VirtualMachineInstance \(name). VirtualMachine \(name) is not set to run")
      }
      throw CommandFailure("Error \(gerund) VirtualMachineInstance \(name):", error)
    } catch {
      throw CommandFailure("Error \(gerund) VirtualMachineInstance \(name):", error)
    }
    print("VMI \(name) was scheduled to \(verb)")
  }

  private var gerund: String { verb == "pause" ? "pausing" : "unpausing" }

  private static func isHalted(_ machine: JSONValue) -> Bool {
    machine.value(at: "spec", "runStrategy")?.string == "Halted" || machine.value(at: "spec", "running")?.bool == false
  }
}
