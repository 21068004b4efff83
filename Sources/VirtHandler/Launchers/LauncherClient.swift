import JSON
import Kube
import LauncherProtocol
import Transport

/// Why a launcher did not do what it was asked for.
public enum LauncherError: Error, Sendable, CustomStringConvertible {
  /// It could not be reached, or did not answer.
  case unreachable(String)
  case refused(Status)

  public var description: String {
    switch self {
    case .unreachable(let reason): "the launcher does not answer: \(reason)"
    case .refused(let status): status.message
    }
  }
}

/// What a launcher tells unasked.
enum LauncherSign: Sendable, Hashable {
  case alive
  /// The state of the domain; nil where there is none.
  case domain(DomainReport?)
}

/// Talks to one launcher by its command socket.
final class LauncherClient: Sendable {
  let socket: LauncherSocket
  private let folder: SocketFolder
  private let endpoint: HTTPEndpoint
  /// Connections of its own: the descriptor in the endpoint's path may later stand for another launcher's folder.
  private let http: HTTPClient

  private static let answerLimit = 4 << 20

  /// Nil where the socket's folder does not exist.
  init?(_ socket: LauncherSocket, group: ReactorGroup) {
    guard let folder = SocketFolder(socket.directory) else { return nil }
    self.socket = socket
    self.folder = folder
    endpoint = HTTPEndpoint(address: .unix(path: folder.path(of: socket.name)))
    http = HTTPClient(group: group)
  }

  /// The launcher's process as this process sees it; nil where none listens.
  var process: Int32? { folder.process(listeningOn: socket.name) }

  func ping() async throws(LauncherError) { _ = try await exchange("GET", LauncherPath.ping, timeout: .seconds(5)) }

  /// Brings the domain in line with the instance; returns what became of it.
  func synchronize(_ request: SyncRequest) async throws(LauncherError) -> DomainReport? {
    Self.domain(try await exchange("PUT", LauncherPath.sync, request.json, timeout: .seconds(120)))
  }

  func perform(_ command: LauncherCommand) async throws(LauncherError) -> DomainReport? {
    Self.domain(try await exchange("PUT", LauncherPath.command(command), timeout: .seconds(60)))
  }

  /// A document about the guest.
  func document(_ path: String) async throws(LauncherError) -> JSONValue {
    try await exchange("GET", path, timeout: .seconds(30))
  }

  /// A connection that goes on as bytes.
  func open(_ path: String) async throws(LauncherError) -> ByteStream {
    let request = HTTPClientRequest(method: "GET", target: path, timeout: .seconds(10))
    do {
      switch try await http.upgrade(request, to: endpoint, protocol: LauncherPath.byteStreamProtocol) {
      case .upgraded(_, let stream): return stream
      case .refused(let response):
        throw Self.refusal(response.status, try await response.body.collect(limit: 64 << 10))
      }
    } catch let error as LauncherError {
      throw error
    } catch { throw .unreachable("\(error)") }
  }

  /// Calls a function with each sign of life, until the connection ends.
  func follow(_ tell: @Sendable (LauncherSign) -> Void) async throws(LauncherError) {
    do {
      let response = try await http.send(
        HTTPClientRequest(method: "GET", target: LauncherPath.events, timeout: nil), to: endpoint)
      guard response.status == 200 else {
        throw Self.refusal(response.status, try await response.body.collect(limit: 64 << 10))
      }
      var line: [UInt8] = []
      for try await piece in response.body {
        for byte in piece {
          if byte != UInt8(ascii: "\n") {
            line.append(byte)
            if line.count > Self.answerLimit { throw TransportError.limit(.bodySize) }
            continue
          }
          tell(line.isEmpty ? .alive : .domain(Self.domain(try JSONValue(parsing: line))))
          line.removeAll(keepingCapacity: true)
        }
      }
    } catch let error as LauncherError {
      throw error
    } catch { throw .unreachable("\(error)") }
  }

  private func exchange(
    _ method: String, _ path: String, _ body: JSONValue? = nil, timeout: Duration
  ) async throws(LauncherError) -> JSONValue {
    var request = HTTPClientRequest(method: method, target: path, timeout: timeout)
    if let body {
      request.headers = .json
      request.body = .bytes(body.jsonBytes())
    }
    do {
      let response = try await http.send(request, to: endpoint)
      let bytes = try await response.body.collect(limit: Self.answerLimit)
      guard (200..<300).contains(response.status) else { throw Self.refusal(response.status, bytes) }
      return bytes.isEmpty ? .null : try JSONValue(parsing: bytes)
    } catch let error as LauncherError {
      throw error
    } catch { throw .unreachable("\(error)") }
  }

  private static func refusal(_ code: Int, _ bytes: [UInt8]) -> LauncherError {
    if let status = try? Status(json: bytes, options: .init(notesSchema: false)), !status.message.isEmpty {
      return .refused(status)
    }
    let text = String(decoding: bytes.prefix(300), as: UTF8.self)
    return .refused(
      .failure(.internalError, code: Int32(clamping: code), message: "the launcher answered \(code): \(text)"))
  }

  private static func domain(_ answer: JSONValue) -> DomainReport? {
    guard let domain = answer["domain"], domain != .null else { return nil }
    return DomainReport(domain)
  }
}
