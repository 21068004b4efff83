import Kube

/// Gets to know every request once it was answered; an audit log is one.
public protocol RequestAudit: Sendable {
  /// Called on a reactor: it must not block.
  func record(_ entry: AuditEntry)
}

/// A request and what became of it.
public struct AuditEntry: Sendable {
  /// Who sent it; nil when that could not be told.
  public var user: UserInfo?
  /// Whom the sender acted as.
  public var impersonated: UserInfo?
  /// What was asked for; nil when the request was refused before that was known.
  public var attributes: AccessAttributes?
  public var method: String
  /// Path and query as they came.
  public var uri: String
  public var userAgent: String
  public var sourceAddress: String
  /// The reason of the authorizer; empty where it was not asked.
  public var decisionReason: String
  /// The HTTP status of the answer.
  public var code: Int
  public var received: Timestamp
  public var completed: Timestamp
}
