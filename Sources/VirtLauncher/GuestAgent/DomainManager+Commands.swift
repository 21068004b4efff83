import JSON
import Kube
import LauncherProtocol
import Libvirt

/// What probes ask of the guest's agent.
extension DomainManager {
  /// Whether the agent answers (`guest-ping`).
  func pingGuest() async throws(Status) { _ = try await ask(try await runningDomain(), #"{"execute":"guest-ping"}"#) }

  /// Runs a program in the guest and waits for its end (`guest-exec`, `guest-exec-status`).
  ///
  /// - Throws: 504 when it has not ended in time; the agent cannot be told to end it.
  func run(_ command: GuestCommand) async throws(Status) -> GuestCommandResult {
    guard !command.program.isEmpty else {
      throw .failure(.badRequest, code: 400, message: "there is no command to be run")
    }
    let domain = try await runningDomain()
    let start: JSONValue = [
      "execute": "guest-exec",
      "arguments": [
        "path": .string(command.program), "arg": .array(command.arguments.map { .string($0) }),
        "capture-output": true,
      ],
    ]
    guard let pid = try await ask(domain, start.serialized()).value(at: "return", "pid") else {
      throw .failure(.internalError, code: 500, message: "the agent did not start the command")
    }
    let query: JSONValue = ["execute": "guest-exec-status", "arguments": ["pid": pid]]
    let end = ContinuousClock.now + .seconds(max(command.timeoutSeconds, 1))
    while true {
      if let result = GuestAgentAnswers.result(try await ask(domain, query.serialized())) { return result }
      guard ContinuousClock.now < end else {
        throw .failure(.timeout, code: 504, message: "the command did not end within \(command.timeoutSeconds) s")
      }
      do { try await Task.sleep(for: .milliseconds(100)) } catch {
        throw .failure(.internalError, code: 500, message: "nobody waits for the command any more")
      }
    }
  }

  private func runningDomain() async throws(Status) -> LibvirtDomain {
    guard let (domain, _) = try await domainAndState() else {
      throw .failure(.notFound, code: 404, message: "there is no domain")
    }
    return domain
  }
}

extension GuestAgentAnswers {
  /// Nil while the program runs.
  static func result(_ answer: JSONValue) -> GuestCommandResult? {
    guard let value = answer["return"], value["exited"]?.bool == true else { return nil }
    let output = value["out-data"]?.string.flatMap { try? Base64.decode($0) } ?? []
    let code = value["exitcode"]?.int64 ?? value["signal"]?.int64.map { 128 + $0 } ?? 1
    return GuestCommandResult(exitCode: code, output: String(decoding: output, as: UTF8.self))
  }
}
