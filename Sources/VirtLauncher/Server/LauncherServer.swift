import ComponentBase
import JSON
import Kube
import LauncherProtocol
import Logging
import Transport

/// Serves `LauncherPath` on the command socket.
struct LauncherServer: Sendable {
  let manager: DomainManager
  let settings: LauncherSettings
  let logger: Logger
  private let hub = StreamHub()

  init(manager: DomainManager, settings: LauncherSettings, logger: Logger) {
    self.manager = manager
    self.settings = settings
    self.logger = logger
  }

  func start() throws(TransportError) -> HTTPServer {
    let reference = ServerReference()
    let server = try HTTPServer.start(
      HTTPServer.Configuration(address: .unix(path: settings.initialCommandSocket), reactors: 1)
    ) { head in
      self.handler(for: head, reference)
    }
    reference.server = server
    return server
  }

  private func handler(for head: HTTPRequestHead, _ reference: ServerReference) -> HTTPHandler {
    switch (head.method, head.path) {
    case ("GET", LauncherPath.ping):
      return .respond(Self.json(["version": .string(BuildInformation.version)]))
    case ("GET", LauncherPath.domain): return answering { [manager] () throws(Status) in await manager.report }
    case ("GET", LauncherPath.events): return .streaming { try await self.follow($0) }
    case ("PUT", LauncherPath.sync):
      return .buffered(bodyLimit: 16 << 20) { request in
        guard let body = try? JSONValue(parsing: request.body.bytes) else {
          return .response(Self.answer(.failure(.badRequest, code: 400, message: "the body is not JSON")))
        }
        return .later { await self.respond { () throws(Status) in try await manager.sync(SyncRequest(body)) } }
      }
    case ("GET", LauncherPath.console): return stream(settings.serialSocket, reference)
    case ("GET", LauncherPath.vnc): return stream(settings.vncSocket, reference)
    case ("GET", LauncherPath.guestInfo): return guest(.info)
    case ("GET", LauncherPath.guestUsers): return guest(.users)
    case ("GET", LauncherPath.guestFilesystems): return guest(.fileSystems)
    case ("PUT", LauncherPath.guestPing):
      return value { [manager] () throws(Status) in
        try await manager.pingGuest()
        return [:]
      }
    case ("PUT", LauncherPath.guestExec):
      return .buffered(bodyLimit: 1 << 20) { [manager] request in
        guard let body = try? JSONValue(parsing: request.body.bytes) else {
          return .response(Self.answer(.failure(.badRequest, code: 400, message: "the body is not JSON")))
        }
        return .later {
          await Self.respond { () throws(Status) in try await manager.run(GuestCommand(body)).json }
        }
      }
    case ("PUT", let path):
      guard let command = LauncherCommand.allCases.first(where: { LauncherPath.command($0) == path }) else { break }
      return answering { [manager] () throws(Status) in try await manager.carryOut(command) }
    default: break
    }
    return .respond(Self.answer(.failure(.notFound, code: 404, message: "no \(head.method) \(head.path.forLog) here")))
  }

  // MARK: answers

  private func answering(_ body: @escaping @Sendable () async throws(Status) -> DomainReport?) -> HTTPHandler {
    .buffered(bodyLimit: nil) { _ in .later { await self.respond(body) } }
  }

  private func respond(_ body: () async throws(Status) -> DomainReport?) async -> HTTPResponse {
    do throws(Status) {
      return Self.json(Self.message(try await body()))
    } catch {
      return Self.answer(error)
    }
  }

  private func guest(_ query: GuestAgentQuery) -> HTTPHandler {
    value { [manager] () throws(Status) in try await manager.guest(query) }
  }

  private func value(_ body: @escaping @Sendable () async throws(Status) -> JSONValue) -> HTTPHandler {
    .buffered(bodyLimit: nil) { _ in .later { await Self.respond(body) } }
  }

  private static func respond(_ body: () async throws(Status) -> JSONValue) async -> HTTPResponse {
    do throws(Status) {
      return json(try await body())
    } catch {
      return answer(error)
    }
  }

  private func stream(_ path: String, _ reference: ServerReference) -> HTTPHandler {
    .streaming { exchange in
      guard let group = reference.server?.group, exchange.head.headers.lists("upgrade", LauncherPath.byteStreamProtocol)
      else {
        return try await exchange.respond(
          Self.answer(
            .failure(.badRequest, code: 400, message: "ask for an upgrade to \(LauncherPath.byteStreamProtocol)")))
      }
      try await hub.serve(exchange, socket: path, on: group)
    }
  }

  /// A line for each state, and an empty one when there is nothing new for a while.
  private func follow(_ exchange: HTTPExchange) async throws {
    try await exchange.start(status: 200, headers: .json)
    for await message in manager.subscribers.subscribe(present: await manager.report) {
      switch message {
      case .state(let report): try await exchange.write(Self.message(report).jsonBytes() + [UInt8(ascii: "\n")])
      case .silence: try await exchange.write([UInt8(ascii: "\n")])
      }
    }
    try await exchange.finish()
  }

  private static func message(_ report: DomainReport?) -> JSONValue { ["domain": report?.json ?? .null] }

  private static func json(_ value: JSONValue) -> HTTPResponse {
    HTTPResponse(status: 200, headers: .json, body: value.jsonBytes())
  }

  static func answer(_ status: Status) -> HTTPResponse {
    HTTPResponse(status: Int(status.code), headers: .json, body: status.jsonBytes())
  }
}
