import ComponentBase
import JSON
import Kube
import KubeClient
import LauncherProtocol
import Logging
import Transport

/// What the node's handler does for virt-api: consoles, screens, power and questions about guests.
///
/// Only virt-api may ask: it has checked who wants it. Its certificate says `kubevirt.io:system:client:virt-handler`.
public struct GuestServer: Sendable {
  /// The common name in the certificate of those who may ask.
  public static let clientName = "kubevirt.io:system:client:virt-handler"
  /// The port on which KubeVirt's handlers listen.
  public static let defaultPort: UInt16 = 8186

  private let handler: NodeHandler
  private let consoles = ConsoleSeats()
  private let logger: Logger

  public init(_ handler: NodeHandler, logger: Logger) {
    self.handler = handler
    self.logger = logger
  }

  /// Begins to serve.
  /// - Throws: `TransportError` when the address can't be had or the certificates can't be used.
  public func start(address: SocketAddress, tls: TLSServerConfiguration) throws(TransportError) -> HTTPServer {
    try HTTPServer.start(
      HTTPServer.Configuration(address: address, tls: tls, reactors: 1), router: { route($0) })
  }

  func route(_ head: HTTPRequestHead) -> HTTPHandler {
    guard let certificate = head.connection.peerCertificate, certificate.isVerified,
      certificate.commonName == Self.clientName
    else { return .respond(Self.response(.failure(.forbidden, code: 403, message: "only virt-api may ask this"))) }
    let request: GuestRequest
    do throws(Status) { request = try GuestRequest(head) } catch { return .respond(Self.response(error)) }
    switch request.subject {
    case .stream(let path): return .streaming { exchange in try await stream(exchange, request.instance, path) }
    case .command(let command, let reason, let message):
      return .buffered(bodyLimit: 64 << 10) { _ in
        .later { await perform(command, reason, message, request.instance) }
      }
    case .document(let path):
      return .buffered(bodyLimit: 0) { _ in .later { await document(path, request.instance) } }
    }
  }

  // MARK: Commands and documents

  private func perform(
    _ command: LauncherCommand, _ reason: String, _ message: String, _ instance: NamespacedName
  ) async -> HTTPResponse {
    await answer(instance) { launcher throws(LauncherError) in
      _ = try await launcher.perform(command)
      handler.record(reason, message, about: instance)
      return HTTPResponse(status: 200)
    }
  }

  private func document(_ path: String, _ instance: NamespacedName) async -> HTTPResponse {
    await answer(instance) { launcher throws(LauncherError) in
      HTTPResponse(status: 200, headers: .json, body: try await launcher.document(path).jsonBytes())
    }
  }

  private func answer(
    _ instance: NamespacedName, _ attempt: (LauncherClient) async throws(LauncherError) -> HTTPResponse
  ) async -> HTTPResponse {
    let guest: GuestDirectory.Guest
    do throws(Status) { guest = try handler.guests.guest(instance) } catch { return Self.response(error) }
    do throws(LauncherError) { return try await attempt(guest.launcher) } catch { return Self.response(error) }
  }

  // MARK: Streams

  private func stream(_ exchange: HTTPExchange, _ instance: NamespacedName, _ path: String) async throws {
    guard exchange.head.headers["upgrade"] == LauncherPath.byteStreamProtocol else {
      return try await exchange.respond(
        Self.response(
          .failure(
            .badRequest, code: 400, message: "this is a stream: Upgrade: \(LauncherPath.byteStreamProtocol)")))
    }
    let guest: GuestDirectory.Guest
    let inner: ByteStream
    do throws(Status) { guest = try handler.guests.guest(instance) } catch {
      return try await exchange.respond(Self.response(error))
    }
    do throws(LauncherError) { inner = try await guest.launcher.open(path) } catch {
      logger.notice("stream refused", metadata: ["instance": "\(guest.key)", "reason": "\(error)"])
      return try await exchange.respond(Self.response(error))
    }
    let outer: ByteStream
    do {
      outer = try await exchange.upgrade(headers: ["upgrade": LauncherPath.byteStreamProtocol])
    } catch {
      inner.close()
      throw error
    }
    let seat = consoles.take(path + " " + guest.key.uid, closing: [outer, inner])
    await Self.relay(outer, inner)
    consoles.leave(seat)
  }

  /// Copies bytes both ways until one side ends.
  private static func relay(_ one: ByteStream, _ other: ByteStream) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await copy(from: one, to: other) }
      group.addTask { await copy(from: other, to: one) }
      await group.next()
      one.close()
      other.close()
      group.cancelAll()
    }
  }

  private static func copy(from source: ByteStream, to target: ByteStream) async {
    do { while let bytes = try await source.read() { try await target.write(bytes) } } catch {}
  }

  // MARK: Refusals

  private static func response(_ error: LauncherError) -> HTTPResponse {
    switch error {
    case .refused(let status): response(status)
    case .unreachable: response(.failure(.internalError, code: 500, message: "\(error)"))
    }
  }

  private static func response(_ status: Status) -> HTTPResponse {
    HTTPResponse(status: Int(status.code), headers: .json, body: status.jsonBytes())
  }
}
