import JSON
import Kube

/// One step of admission that looks at more than the object: built-in plugins, our webhooks in process, and later
/// users' own webhooks.
public protocol AdmissionStep: Sendable {
  /// May change the object; the steps run in order, each sees what the ones before it changed.
  ///
  /// Throws the `Status` that refuses the request.
  func mutate(_ request: inout ObjectAdmission) async throws(Status)
  /// Has the last word; runs after the schema and the kind's own rules were checked.
  func validate(_ request: inout ObjectAdmission) async throws(Status)
}

extension AdmissionStep {
  public func mutate(_ request: inout ObjectAdmission) async throws(Status) {}
  public func validate(_ request: inout ObjectAdmission) async throws(Status) {}
}

/// A write that is under admission: the values that an AdmissionReview has.
public struct ObjectAdmission: Sendable {
  /// Create, update, delete or connect.
  public var operation: AdmissionOperation
  /// The version of the request, which `object` and `oldObject` are in.
  public var kind: GroupVersionKind
  public var resource: GroupVersionResource
  public var subresource: String
  public var namespace: String
  /// Empty on a creation whose name is still to be made.
  public var name: String
  /// Nil on a deletion.
  public var object: JSONValue?
  /// Nil on a creation.
  public var oldObject: JSONValue?
  /// CreateOptions, UpdateOptions, PatchOptions or DeleteOptions.
  public var options: JSONValue?
  public var user: UserInfo
  public var isDryRun: Bool
  /// `Warning` headers for the client; steps append to them.
  public var warnings: [String] = []

  public init(
    operation: AdmissionOperation, kind: GroupVersionKind, resource: GroupVersionResource, subresource: String = "",
    namespace: String = "", name: String = "", object: JSONValue?, oldObject: JSONValue? = nil,
    options: JSONValue? = nil, user: UserInfo, isDryRun: Bool = false
  ) {
    self.operation = operation
    self.kind = kind
    self.resource = resource
    self.subresource = subresource
    self.namespace = namespace
    self.name = name
    self.object = object
    self.oldObject = oldObject
    self.options = options
    self.user = user
    self.isDryRun = isDryRun
  }
}
