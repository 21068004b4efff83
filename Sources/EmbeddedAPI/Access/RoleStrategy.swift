import JSON
import Kube

/// Roles and ClusterRoles: what a rule must have.
public struct RoleStrategy: ResourceStrategy {
  public init() {}

  public var nameForm: NameForm { .pathSegment }
  public var table: TableLayout? { SmallTables.createdAt }

  public func validate(_ change: ObjectChange) -> [Cause] {
    let isNamespaced = change.kind.kind == "Role"
    return (change.object["rules"]?.array ?? []).enumerated().flatMap { index, value in
      Self.causes(PolicyRule(value), at: "rules[\(index)]", isNamespaced: isNamespaced)
    }
  }

  private static func causes(_ rule: PolicyRule, at path: String, isNamespaced: Bool) -> [Cause] {
    var causes: [Cause] = []
    func require(_ field: String, _ why: String) {
      causes.append(Cause(.required, "\(path).\(field)", "Required value: \(why)"))
    }
    if rule.verbs.isEmpty { require("verbs", "verbs must contain at least one value") }
    guard rule.nonResourceURLs.isEmpty else {
      let shown = "[" + rule.nonResourceURLs.map { Status.quoted($0) }.joined(separator: ",") + "]"
      func refuse(_ why: String) {
        causes.append(Cause(.invalid, "\(path).nonResourceURLs", "Invalid value: \(shown): \(why)"))
      }
      if isNamespaced { refuse("namespaced rules cannot apply to non-resource URLs") }
      if !rule.apiGroups.isEmpty || !rule.resources.isEmpty || !rule.resourceNames.isEmpty {
        refuse("rules cannot apply to both regular resources and non-resource URLs")
      }
      return causes
    }
    if rule.apiGroups.isEmpty { require("apiGroups", "resource rules must supply at least one api group") }
    if rule.resources.isEmpty { require("resources", "resource rules must supply at least one resource") }
    return causes
  }
}

/// RoleBindings and ClusterRoleBindings: defaults of their subjects, and a role that never changes.
public struct RoleBindingStrategy: ResourceStrategy {
  public init() {}

  public var nameForm: NameForm { .pathSegment }
  public var table: TableLayout? { SmallTables.roleBinding }

  public func prepare(_ change: inout ObjectChange) {
    if change.object["roleRef"]?.object != nil, (change.object.value(at: "roleRef", "apiGroup")?.string ?? "").isEmpty {
      change.object["roleRef"]?["apiGroup"] = .string(RoleSnapshot.group)
    }
    guard let subjects = change.object["subjects"]?.array else { return }
    change.object["subjects"] = .array(
      subjects.map { subject in
        let kind = subject["kind"]?.string
        guard kind == "User" || kind == "Group", (subject["apiGroup"]?.string ?? "").isEmpty else { return subject }
        var subject = subject
        subject["apiGroup"] = .string(RoleSnapshot.group)
        return subject
      })
  }

  public func validate(_ change: ObjectChange) -> [Cause] {
    let isNamespaced = change.kind.kind == "RoleBinding"
    let kinds = isNamespaced ? ["Role", "ClusterRole"] : ["ClusterRole"]
    let role = change.object["roleRef"]
    var causes: [Cause] = []
    if role?["apiGroup"]?.string != RoleSnapshot.group {
      causes.append(Self.unsupported("roleRef.apiGroup", role?["apiGroup"], [RoleSnapshot.group]))
    }
    if !kinds.contains(role?["kind"]?.string ?? "") {
      causes.append(Self.unsupported("roleRef.kind", role?["kind"], kinds))
    }
    if (role?["name"]?.string ?? "").isEmpty { causes.append(Cause(.required, "roleRef.name", "Required value")) }
    if let old = change.old, old["roleRef"] != role {
      causes.append(Cause(.invalid, "roleRef", "Invalid value: \(role?.jsonText() ?? "null"): cannot change roleRef"))
    }
    for (index, subject) in (change.object["subjects"]?.array ?? []).enumerated() {
      causes += Self.causes(subject, at: "subjects[\(index)]", isNamespaced: isNamespaced)
    }
    return causes
  }

  private static func causes(_ subject: JSONValue, at path: String, isNamespaced: Bool) -> [Cause] {
    var causes: [Cause] = []
    let name = subject["name"]?.string ?? ""
    if name.isEmpty { causes.append(Cause(.required, path + ".name", "Required value")) }
    let group: String
    switch subject["kind"]?.string {
    case "ServiceAccount":
      group = ""
      if !name.isEmpty, !NameValidation.isDNS1123Subdomain(name) {
        causes.append(
          Cause(
            .invalid, path + ".name", "Invalid value: \(Status.quoted(name)): must be the name of a service account"))
      }
      if !isNamespaced, (subject["namespace"]?.string ?? "").isEmpty {
        causes.append(Cause(.required, path + ".namespace", "Required value"))
      }
    case "User", "Group": group = RoleSnapshot.group
    default:
      return causes + [unsupported(path + ".kind", subject["kind"], ["ServiceAccount", "User", "Group"])]
    }
    if (subject["apiGroup"]?.string ?? "") != group {
      causes.append(unsupported(path + ".apiGroup", subject["apiGroup"], [group]))
    }
    return causes
  }

  private static func unsupported(_ field: String, _ value: JSONValue?, _ supported: [String]) -> Cause {
    let list = supported.map { Status.quoted($0) }.joined(separator: ", ")
    return Cause(
      .notSupported, field,
      "Unsupported value: \(Status.quoted(value?.string ?? "")): supported values: \(list)")
  }
}
