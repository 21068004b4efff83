import Kube
import Transport

/// Says who sends a request.
public protocol Authenticator: Sendable {
  /// Who it is, `system:anonymous` where nothing was presented and that is allowed.
  ///
  /// Throws a `Status` with code 401 for credentials that are wrong.
  func authenticate(_ head: HTTPRequestHead) async throws(Status) -> UserInfo
}

/// Says whether someone may do something.
public protocol Authorizer: Sendable {
  func authorize(_ attributes: AccessAttributes) async -> AccessDecision
}

/// What someone wants to do, in the words of a SubjectAccessReview.
public struct AccessAttributes: Sendable, Hashable {
  public var user: UserInfo
  /// `get`, `list` …; for paths that are no resource's, the method in lower case.
  public var verb: String
  public var group: String
  public var version: String
  public var resource: String
  public var subresource: String
  public var namespace: String
  public var name: String
  /// The whole path, where it is no resource's; empty otherwise.
  public var path: String

  public init(
    user: UserInfo, verb: String, group: String = "", version: String = "", resource: String = "",
    subresource: String = "", namespace: String = "", name: String = "", path: String = ""
  ) {
    self.user = user
    self.verb = verb
    self.group = group
    self.version = version
    self.resource = resource
    self.subresource = subresource
    self.namespace = namespace
    self.name = name
    self.path = path
  }

  public var isResource: Bool { path.isEmpty }
}

public enum AccessDecision: Sendable, Hashable {
  case allowed(reason: String)
  /// Nothing allows it.
  case denied(reason: String)
}
