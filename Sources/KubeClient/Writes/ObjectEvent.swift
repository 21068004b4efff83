import JSON
import Kube

/// Something that users are to be told about an object (core/v1 Event).
public struct ObjectEvent: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable {
    case normal = "Normal"
    case warning = "Warning"
  }

  /// Which object: apiVersion, kind, namespace, name, uid and resourceVersion.
  public struct Subject: Sendable, Hashable {
    public var apiVersion: String
    public var kind: String
    /// Empty for cluster-scoped objects.
    public var namespace: String
    public var name: String
    public var uid: String
    public var resourceVersion: String

    public init(
      apiVersion: String, kind: String, namespace: String, name: String, uid: String, resourceVersion: String = ""
    ) {
      self.apiVersion = apiVersion
      self.kind = kind
      self.namespace = namespace
      self.name = name
      self.uid = uid
      self.resourceVersion = resourceVersion
    }
  }

  public var subject: Subject
  public var severity: Severity
  /// One word in upper camel case.
  public var reason: String
  /// A sentence for people; no secrets.
  public var message: String

  public init(_ subject: Subject, _ severity: Severity = .normal, reason: String, message: String) {
    self.subject = subject
    self.severity = severity
    self.reason = reason
    self.message = message
  }
}
