import Kube
import Transport

/// The Kubernetes API over a store: authentication, routing, authorization and handlers behind one router.
public final class APIServer: Sendable {
  public let configuration: APIConfiguration

  public init(_ configuration: APIConfiguration) {
    self.configuration = configuration
  }

  /// Reads and writes as someone in this process, who is asked neither for a password nor for permission.
  public func objects(as user: UserInfo) -> any ObjectAccess {
    LocalAccess(service: ResourceService(configuration), user: user)
  }

  /// The server's handlers, for `HTTPServer.start`.
  public var router: HTTPRouter { { _ in .respond(HTTPResponse(status: 501)) } }

  /// Answers a request of someone who is known; everything but streams.
  public func respond(_ request: APIRequest) async -> HTTPResponse { HTTPResponse(status: 501) }
}
