import JSON
import Kube
import KubeClient

/// A question whether someone may do something (authorization.k8s.io/v1 SubjectAccessReview).
public struct AccessReview: Sendable, Hashable {
  public var user: UserInfo
  public var permission: SubresourceAccess.Permission

  public init(user: UserInfo, permission: SubresourceAccess.Permission) {
    self.user = user
    self.permission = permission
  }

  var json: JSONValue {
    var attributes = JSONObject()
    let members = [
      ("group", permission.group), ("version", permission.version), ("namespace", permission.namespace),
      ("resource", permission.resource), ("name", permission.name), ("subresource", permission.subresource),
      ("verb", permission.verb),
    ]
    for (name, value) in members where !value.isEmpty { attributes[name] = .string(value) }
    var spec: JSONObject = ["user": .string(user.username), "resourceAttributes": .object(attributes)]
    if !user.uid.isEmpty { spec["uid"] = .string(user.uid) }
    if !user.groups.isEmpty { spec["groups"] = .array(user.groups.map { .string($0) }) }
    if !user.extra.isEmpty {
      spec["extra"] = .object(
        JSONObject(
          user.extra.sorted { $0.key < $1.key }.map { ($0.key, .array($0.value.map { .string($0) })) }))
    }
    return [
      "apiVersion": "authorization.k8s.io/v1", "kind": "SubjectAccessReview", "metadata": [:], "spec": .object(spec),
    ]
  }
}

/// What came of a question of access.
public enum AccessVerdict: Sendable, Hashable {
  case allowed
  case denied(reason: String)
}

/// Answers questions of access. What throws, allows nothing.
public protocol AccessReviewing: Sendable {
  func verdict(on review: AccessReview) async throws -> AccessVerdict
}

/// Asks the cluster's API server.
struct ClusterAccessReviews: AccessReviewing {
  let client: KubernetesClient

  private static let path = ResourcePath(
    GroupVersionResource(group: "authorization.k8s.io", version: "v1", resource: "subjectaccessreviews"))

  func verdict(on review: AccessReview) async throws -> AccessVerdict {
    let status = try await client.create(Self.path, review.json)["status"]
    if status?["allowed"]?.bool == true, status?["denied"]?.bool != true { return .allowed }
    return .denied(reason: status?["reason"]?.string ?? "")
  }
}
