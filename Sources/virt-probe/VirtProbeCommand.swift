import ArgumentParser
import Glibc
import JSON
import LauncherProtocol
import Transport

/// Asks the guest through its launcher: what probes of a launcher pod become.
@main
struct VirtProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "virt-probe", abstract: "Run a command in the guest, or ask whether its agent answers.",
    discussion: "The status is that of the command in the guest; 1 when it could not be run.")

  @Option(name: .customLong("domainName"), help: "The domain, which is <namespace>_<name>; the launcher has but one.")
  var domainName: String

  @Option(name: .customLong("timeoutSeconds"), help: "How long the command may take.")
  var timeoutSeconds: Int64 = 1

  @Option(help: "The command to run in the guest; its arguments follow after --.")
  var command: String?

  @Flag(name: .customLong("guestAgentPing"), help: "Ask whether the guest's agent answers.")
  var guestAgentPing = false

  @Option(help: "The launcher's command socket.")
  var socket = "/var/run/kubevirt/sockets/launcher-sock"

  @Argument(parsing: .postTerminator, help: "Arguments of the command.")
  var arguments: [String] = []

  func validate() throws {
    if guestAgentPing == (command != nil) { throw ValidationError("give either --command or --guestAgentPing") }
  }

  func run() async throws {
    let request: GuestCommand? = command.map {
      GuestCommand(program: $0, arguments: arguments, timeoutSeconds: timeoutSeconds)
    }
    let client = try HTTPClient()
    let answer = try await send(request, client)
    await client.shutdown()
    guard request != nil else { return }
    let result = GuestCommandResult(answer)
    let output = Array(result.output.utf8)
    _ = output.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    if result.exitCode != 0 { throw ExitCode(Int32(clamping: result.exitCode)) }
  }

  private func send(_ command: GuestCommand?, _ client: HTTPClient) async throws -> JSONValue {
    var request = HTTPClientRequest(
      method: "PUT", target: command == nil ? LauncherPath.guestPing : LauncherPath.guestExec,
      timeout: .seconds(max(timeoutSeconds, 1) + 1))
    if let command { request.body = .bytes(command.json.jsonBytes()) }
    let response = try await client.send(request, to: HTTPEndpoint(address: .unix(path: socket)))
    let body = try await response.body.collect(limit: 16 << 20)
    let answer = (try? JSONValue(parsing: body)) ?? .null
    guard response.status == 200 else {
      throw ProbeFailure(description: answer["message"]?.string ?? "the launcher answers \(response.status)")
    }
    return answer
  }
}

struct ProbeFailure: Error, CustomStringConvertible {
  var description: String
}
