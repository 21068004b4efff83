import Kube
import JSON

/// Lets nobody give away rights that they do not have themselves (Kubernetes, "Privilege escalation prevention and
/// bootstrapping"): who writes a role holds all its rules or may `escalate` it, who binds one holds them or may `bind`
/// it. Members of `system:masters` may do both.
public struct RoleEscalationStep: AdmissionStep {
  private let authorizer: RoleAuthorizer

  public init(authorizer: RoleAuthorizer) { self.authorizer = authorizer }

  public func validate(_ request: inout ObjectAdmission) async throws(Status) {
    guard request.resource.group == RoleSnapshot.group, request.subresource.isEmpty, let object = request.object,
      request.operation == .create || request.operation == .update
    else { return }
    if request.user.groups.contains(RoleSnapshot.superusers) { return }
    let snapshot = authorizer.snapshot
    let wanted: [PolicyRule]
    switch request.resource.resource {
    case "roles", "clusterroles":
      // Labels count as rules do: by them a role is made part of others.
      if let old = request.oldObject, Self.concernsOnlyItsEnd(old, object) { return }
      if isAllowed(snapshot, request, .escalate, request.resource.resource, request.name) { return }
      wanted = PolicyRule.list(object)
      let isAggregated = [object, request.oldObject ?? .null].contains { $0["aggregationRule"]?.isNull == false }
      if isAggregated, !holdsEverything(snapshot, request.user) {
        throw .forbidden(
          request.resource, request.name, "a role that gathers others' rules is for those who may do everything")
      }
    case "rolebindings", "clusterrolebindings":
      let role = RoleSnapshot.RoleReference(
        kind: object.value(at: "roleRef", "kind")?.string ?? "",
        name: object.value(at: "roleRef", "name")?.string ?? "")
      if let old = request.oldObject, old["roleRef"] == object["roleRef"], old["subjects"] == object["subjects"] {
        return
      }
      let resource = role.kind == "Role" ? "roles" : "clusterroles"
      if isAllowed(snapshot, request, .bind, resource, role.name) { return }
      guard let rules = snapshot.rules(of: role, namespace: request.namespace) else {
        throw .notFound(GroupVersionResource(group: RoleSnapshot.group, version: "v1", resource: resource), role.name)
      }
      wanted = rules
    default: return
    }
    guard RuleCoverage.partCount(wanted) <= RuleCoverage.partLimit else {
      throw .forbidden(
        request.resource, request.name,
        "its rules come to more than \(RuleCoverage.partLimit) single permissions, too many to be checked")
    }
    let missing = RuleCoverage.missing(wanted, from: snapshot.rules(for: request.user, namespace: request.namespace))
    guard !missing.isEmpty else { return }
    let groups = request.user.groups.map { Status.quoted($0) }.joined(separator: " ")
    throw .forbidden(
      request.resource, request.name,
      "user \(Status.quoted(request.user.username)) (groups=[\(groups)]) would give permissions "
        + "that they don't have:\n" + missing.map(\.description).sorted().joined(separator: "\n"))
  }

  /// Whether two forms of a role differ by nothing but what the garbage collector writes.
  private static func concernsOnlyItsEnd(_ old: JSONValue, _ new: JSONValue) -> Bool {
    func rest(_ object: JSONValue) -> JSONValue {
      var object = object
      for name in ["ownerReferences", "finalizers"] { object["metadata"]?[name] = nil }
      return object
    }
    return rest(old) == rest(new)
  }

  private func isAllowed(
    _ snapshot: RoleSnapshot, _ request: ObjectAdmission, _ verb: Verb, _ resource: String, _ name: String
  ) -> Bool {
    let attributes = AccessAttributes(
      user: request.user, verb: verb.rawValue, group: RoleSnapshot.group, version: request.resource.version,
      resource: resource, namespace: request.namespace, name: name)
    if case .allowed = snapshot.decide(attributes) { return true }
    return false
  }

  private func holdsEverything(_ snapshot: RoleSnapshot, _ user: UserInfo) -> Bool {
    let all = [
      PolicyRule(verbs: ["*"], apiGroups: ["*"], resources: ["*"]), PolicyRule(verbs: ["*"], nonResourceURLs: ["*"]),
    ]
    return RuleCoverage.missing(all, from: snapshot.rules(for: user, namespace: "")).isEmpty
  }
}
