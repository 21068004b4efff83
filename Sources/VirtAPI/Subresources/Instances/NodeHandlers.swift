import Kube
import KubeClient
import Transport

/// The way from virt-api to the virt-handler of a node.
public protocol NodeHandlers: Sendable {
  /// The handler's answer, whatever it is.
  func send(_ method: String, _ path: String, body: [UInt8], toNode node: String) async throws -> HTTPResponse
  /// A connection that goes on as a stream of bytes.
  func open(_ path: String, onNode node: String) async throws -> ByteStream
}

/// Why a virt-handler could not be reached.
public struct NodeHandlerError: Error, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}

/// Reaches virt-handlers by HTTPS, each side with a certificate.
public struct NodeHandlerClient: NodeHandlers {
  private let http: HTTPClient
  private let locate: @Sendable (String) async throws -> HTTPEndpoint

  /// Largest answer in bytes: lists of a guest's users and file systems.
  private static let answerLimit = 4 << 20
  /// The protocol that a handler's streams are upgraded to: bytes without framing.
  public static let streamProtocol = "kubevirt-bytes"

  /// - Parameter locate: where the handler of a node listens.
  public init(http: HTTPClient, locate: @escaping @Sendable (String) async throws -> HTTPEndpoint) {
    self.http = http
    self.locate = locate
  }

  public func send(
    _ method: String, _ path: String, body: [UInt8], toNode node: String
  ) async throws -> HTTPResponse {
    var request = HTTPClientRequest(method: method, target: path)
    request.timeout = .seconds(60)
    if !body.isEmpty { request.body = .bytes(body) }
    let answer = try await http.send(request, to: try await locate(node))
    return HTTPResponse(
      status: answer.status, headers: .json, body: try await answer.body.collect(limit: Self.answerLimit))
  }

  public func open(_ path: String, onNode node: String) async throws -> ByteStream {
    var request = HTTPClientRequest(method: "GET", target: path)
    request.timeout = .seconds(10)
    switch try await http.upgrade(request, to: try await locate(node), protocol: Self.streamProtocol) {
    case .upgraded(_, let stream): return stream
    case .refused(let response):
      let text = String(decoding: try await response.body.collect(limit: 64 << 10), as: UTF8.self)
      throw NodeHandlerError("the node's virt-handler answered \(response.status): \(text.prefix(300))")
    }
  }
}
