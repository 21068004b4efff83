import ArgumentParser
import KubeClient
import Transport

/// `virtctl console`.
struct ConsoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Connect to the serial console of an instance.")

  @Argument(help: ArgumentHelp("The instance.", valueName: "VMI"))
  var name: String

  @Option(help: "Minutes to wait for the instance to be running.")
  var timeout: Int64 = 5

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let cluster = try connection.connect()
    let stream: WebSocketStream
    do {
      stream = try await ConsoleAttempts(limit: .seconds(60 * timeout)).connect(cluster, name)
    } catch {
      throw CommandFailure("Can't access console of \(name):", error)
    }
    StandardError.write("Successfully connected to \(name) console. The escape sequence is ^]\n")
    let terminal = RawTerminal()
    defer { terminal?.restore() }
    await Console(stream: stream).run()
  }
}

/// Tries to connect until the instance runs.
struct ConsoleAttempts: Sendable {
  let limit: Duration

  /// Whether it may go better in a moment: the instance does not run yet, or its handler is not there.
  static func isWorthRepeating(_ error: any Error) -> Bool {
    guard case KubernetesError.status(let status) = error else { return false }
    return [400, 404, 500, 503].contains(status.code) && !status.message.contains("No serial consoles")
  }

  func connect(_ cluster: Cluster, _ name: String) async throws -> WebSocketStream {
    let end = ContinuousClock.now + limit
    while true {
      do {
        return try await cluster.stream("console", of: .instance, name)
      } catch {
        guard Self.isWorthRepeating(error), ContinuousClock.now < end else { throw error }
        try await Task.sleep(for: .milliseconds(500))
      }
    }
  }
}

/// Keyboard and screen on one side, a guest's console on the other.
struct Console: Sendable {
  let stream: WebSocketStream
  /// ^], as telnet has it.
  static let escape: UInt8 = 29

  /// Goes on until the guest's side closes, or the escape byte is typed. The end of a piped input alone ends nothing:
  /// what the guest answers to it is still to come.
  func run() async {
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        while let message = try? await stream.receive() {
          switch message {
          case .binary(let bytes): StandardOutput.write(bytes)
          case .text(let text): StandardOutput.write(Array(text.utf8))
          default: break
          }
        }
        return true
      }
      group.addTask {
        for await bytes in StandardInput.pieces() {
          let typed = bytes.prefix { $0 != Self.escape }
          if !typed.isEmpty, (try? await stream.send(.binary(Array(typed)))) == nil { return true }
          if typed.count < bytes.count { return true }
        }
        return false
      }
      for await isOver in group where isOver { break }
      await stream.close()
      group.cancelAll()
    }
  }
}
