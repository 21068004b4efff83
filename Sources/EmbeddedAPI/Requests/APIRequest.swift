import Kube
import Transport

/// A request to the API by someone who is known: what HTTP handlers and built-in controllers both send.
public struct APIRequest: Sendable {
  public var method: String
  /// Percent-encoded, as it came.
  public var path: String
  /// As it came, without the question mark.
  public var query: String
  public var headers: HTTPHeaders
  public var body: [UInt8]
  public var user: UserInfo

  public init(
    method: String, path: String, query: String = "", headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [],
    user: UserInfo
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.user = user
  }
}
