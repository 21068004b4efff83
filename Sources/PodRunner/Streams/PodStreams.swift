import EmbeddedAPI
import Glibc
import JSON
import Kube
import Logging
import Processes
import Transport

/// Reaches into the containers that run here: `exec`, `attach`, `log` and `port-forward`.
public struct PodStreams: PodConnector {
  private let containers: any ContainerLookup
  private let logger: Logger

  public init(_ containers: any ContainerLookup, logger: Logger) {
    self.containers = containers
    self.logger = logger
  }

  // MARK: exec, attach

  public func runCommand(_ command: PodCommand, in pod: JSONValue, _ exchange: HTTPExchange) async throws {
    let container = try await containers.container(command.container, of: pod)
    guard container.isRunning else {
      throw Status.failure(.badRequest, code: 400, message: "container \(command.container) is not running")
    }
    if command.command.isEmpty { return try await attach(command, container, exchange) }
    let (stream, _) = try await StreamUpgrade.webSocket(exchange, protocols: RemoteCommandProtocol.names)
    let session = RemoteCommandSession(stream: stream)
    do throws(ChildProcessError) {
      await session.run(try ContainerCommand(command, in: container))
    } catch {
      logger.error("a command could not be run", metadata: ["container": "\(container.id)", "reason": "\(error)"])
      await session.fail("\(error)")
    }
  }

  private func attach(_ command: PodCommand, _ container: ContainerHandle, _ exchange: HTTPExchange) async throws {
    guard let path = container.attachSocket, let socket = MonitorSocket(path: path) else {
      throw Status.failure(
        .badRequest, code: 400, message: "container \(command.container) cannot be attached to; see its log instead")
    }
    let (stream, _) = try await StreamUpgrade.webSocket(exchange, protocols: RemoteCommandProtocol.names)
    await RemoteCommandSession(stream: stream).run(socket, takesInput: command.hasInput)
  }

  // MARK: log

  public func log(_ options: PodLogOptions, of pod: JSONValue) async throws -> AsyncThrowingStream<[UInt8], any Error> {
    let container = try await containers.container(options.container, of: pod)
    let path: String
    if options.isPrevious {
      guard let previous = container.previousLog else {
        throw Status.failure(
          .badRequest, code: 400,
          message:
            "previous terminated container \"\(options.container)\" in pod \"\(pod.value(at: "metadata", "name")?.string ?? "")\" not found"
        )
      }
      path = previous
    } else {
      path = container.log
    }
    let isOver: @Sendable () async -> Bool = {
      guard let now = try? await containers.container(options.container, of: pod) else { return true }
      return !now.isRunning || now.id != container.id
    }
    return ContainerLog(path: path, options: options, now: .now()).pieces(isOver: isOver)
  }

  // MARK: port-forward

  public func forwardPorts(_ ports: [Int], of pod: JSONValue, _ exchange: HTTPExchange) async throws {
    let container = try await containers.container(nil, of: pod)
    let namespace = container.networkNamespace
    let session = PortForwardSession { port throws(ChildProcessError) in
      try await PodPort.connect(port, in: namespace)
    }
    if exchange.head.headers.lists("upgrade", "spdy/3.1") {
      guard exchange.head.headers.values("x-stream-protocol-version").contains(PortForwardSession.protocolName) else {
        throw Status.failure(
          .badRequest, code: 400, message: "only \(PortForwardSession.protocolName) is known of SPDY's protocols")
      }
      let bytes = try await exchange.upgrade(
        headers: [
          "upgrade": "SPDY/3.1", "x-stream-protocol-version": PortForwardSession.protocolName,
        ])
      return await session.run(.bytes(bytes))
    }
    let (stream, _) = try await StreamUpgrade.webSocket(exchange, protocols: [PortForwardSession.tunnelName])
    await session.run(.webSocket(stream))
  }
}
