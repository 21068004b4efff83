import JSON
import Kube

/// Which paths are open to everyone, and what has to be asked about the others.
public enum SubresourceAccess {
  /// What has to be true before a request is answered.
  public enum Requirement: Sendable, Hashable {
    case nothing
    /// The sender must be known and allowed to do this.
    case permission(Permission)
    /// Nobody may.
    case refusal(String)
  }

  /// What someone wants to do, in the words of a SubjectAccessReview.
  public struct Permission: Sendable, Hashable {
    public var verb: String
    public var group: String
    public var version: String
    public var namespace: String
    public var resource: String
    public var name: String
    /// Every step below the object: a permission for `vnc` is none for `vnc/screenshot`.
    public var subresource: String
  }

  public static func requirement(method: String, path: SubresourcePath) -> Requirement {
    path.version == .v1alpha2
      ? LegacySubresourceAccess.requirement(method: method, path: path) : current(method: method, path: path)
  }

  /// Paths that say nothing about anyone's machines; they are not the group's own.
  private static let openPaths: Set<[String]> = [
    [""], ["apis"], ["healthz"], ["openapi", "v2"], ["openapi", "v3"],
  ]
  /// Likewise below the group's version.
  private static let openNames: Set<String> = ["version", "guestfs", "healthz"]

  private static func current(method: String, path: SubresourcePath) -> Requirement {
    if openPaths.contains(Array(path.steps.dropFirst())) { return .nothing }
    if path.isInGroup, path.steps.count == 3 || path.steps.count == 4 && path.steps[3].isEmpty { return .nothing }
    guard let version = path.version else { return .refusal("no such version of the group") }
    let rest = Array(path.rest)
    if rest.isEmpty || rest.count == 1 && openNames.contains(rest[0]) { return .nothing }
    guard let verb = verb(of: method) else { return .refusal("the method \(method) is not known here") }
    var permission = Permission(
      verb: verb, group: SubresourceGroup.name, version: version.rawValue, namespace: "", resource: "", name: "",
      subresource: "")
    if let object = path.object {
      permission.namespace = object.namespace
      permission.resource = object.resource
      permission.name = object.name
      permission.subresource = permitted(object.subresource)
      return .permission(permission)
    }
    // What is done in a namespace without an object there.
    guard rest.count == 3, rest[0] == "namespaces", rest.allSatisfy({ !$0.isEmpty }) else {
      return .refusal("the path names no object")
    }
    permission.namespace = rest[1]
    permission.resource = rest[2]
    return .permission(permission)
  }

  /// What permissions call the steps below an object: all of them. Only port and protocol of a forwarding are arguments.
  public static func permitted(_ subresource: String) -> String {
    subresource.hasPrefix("portforward/") ? "portforward" : subresource
  }

  /// The verb that a method is, for a path that is never a collection's; nil for other methods.
  static func verb(of method: String) -> String? {
    switch method {
    case "GET", "HEAD": "get"
    case "POST": "create"
    case "PUT": "update"
    case "PATCH": "patch"
    case "DELETE": "delete"
    default: nil
    }
  }
}
