import JSON
import Kube
import Transport

/// Answers requests that are not plain storage: kinds that only answer a question (`subjectaccessreviews`), and paths
/// below objects (`binding`, `eviction`, `token`). Found in a table by resource and subresource.
public protocol ResourceEndpoint: Sendable {
  /// The object that is the answer, with its HTTP status. Authorization was done.
  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer
}

public struct EndpointAnswer: Sendable {
  public var status: Int
  public var object: JSONValue

  public init(status: Int = 201, object: JSONValue) {
    self.status = status
    self.object = object
  }
}

/// Answers requests that take the connection over or write as they go: `exec`, `attach`, `portforward`, a log that is
/// followed. Found as a `ResourceEndpoint` is. Authorization was done.
public protocol StreamingEndpoint: Sendable {
  /// Answers through the exchange. What is thrown before the answer has begun is sent: a `Status` as it is, any other
  /// error as an internal one.
  func serve(_ request: ResourceRequest, _ exchange: HTTPExchange, _ objects: any ObjectAccess) async throws
}

/// Which path an endpoint answers, whatever its version.
public struct EndpointKey: Sendable, Hashable {
  public var group: String
  public var resource: String
  /// Empty for kinds that only answer a question.
  public var subresource: String

  public init(group: String = "", resource: String, subresource: String = "") {
    self.group = group
    self.resource = resource
    self.subresource = subresource
  }
}
