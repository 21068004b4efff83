import JSON
import Kube

/// rbac.authorization.k8s.io/v1 Role and ClusterRole.
public struct RoleStrategy: ResourceStrategy {
  public init() {}

  public func prepare(_ change: inout ObjectChange) {
    // Kubernetes writes the list even where it is empty.
    if change.object["rules"] == nil { change.object["rules"] = .null }
  }

  public func validate(_ change: ObjectChange) -> [Cause] {
    let isNamespaced = change.kind.kind == "Role"
    var errors = FieldErrors()
    for (index, rule) in change.object.elements("rules").enumerated() {
      let field = "rules[\(index)]"
      if rule.elements("verbs").isEmpty { errors.required(field + ".verbs", "verbs must contain at least one value") }
      let paths = rule.elements("nonResourceURLs")
      let isOfResources = ["apiGroups", "resources", "resourceNames"].contains { !rule.elements($0).isEmpty }
      if !paths.isEmpty {
        if isNamespaced {
          errors.invalid(
            field + ".nonResourceURLs", .array(paths), "namespaced rules cannot apply to non-resource URLs")
        }
        if isOfResources {
          errors.invalid(
            field + ".nonResourceURLs", .array(paths),
            "rules cannot apply to both regular resources and non-resource URLs")
        }
        continue
      }
      if rule.elements("apiGroups").isEmpty {
        errors.required(field + ".apiGroups", "resource rules must supply at least one api group")
      }
      if rule.elements("resources").isEmpty {
        errors.required(field + ".resources", "resource rules must supply at least one resource")
      }
    }
    for (index, selector) in (change.object.value(at: "aggregationRule", "clusterRoleSelectors")?.array ?? [])
      .enumerated()
    {
      errors.requireSelector("aggregationRule.clusterRoleSelectors[\(index)]", selector)
    }
    return errors.causes
  }

  public var nameForm: NameForm { .pathSegment }
  public var table: TableLayout? { SmallTables.createdAt }
}

/// rbac.authorization.k8s.io/v1 RoleBinding and ClusterRoleBinding.
public struct RoleBindingStrategy: ResourceStrategy {
  public init() {}

  public func prepare(_ change: inout ObjectChange) {
    change.object.changeMember("roleRef") { $0.setDefault("apiGroup", .string(RoleSnapshot.group)) }
    change.object.changeElements("subjects") { subject in
      if subject.text("kind") != "ServiceAccount" { subject.setDefault("apiGroup", .string(RoleSnapshot.group)) }
    }
  }

  public func validate(_ change: ObjectChange) -> [Cause] {
    let isNamespaced = change.kind.kind == "RoleBinding"
    var errors = FieldErrors()
    let role = change.object["roleRef"] ?? [:]
    if role.text("apiGroup") != RoleSnapshot.group {
      errors.notSupported("roleRef.apiGroup", role["apiGroup"] ?? "", [RoleSnapshot.group])
    }
    let kinds = isNamespaced ? ["Role", "ClusterRole"] : ["ClusterRole"]
    if !kinds.contains(role.text("kind")) { errors.notSupported("roleRef.kind", role["kind"] ?? "", kinds) }
    if role.text("name").isEmpty {
      errors.required("roleRef.name")
    } else {
      checkPathStep("roleRef.name", role.text("name"), &errors)
    }
    for (index, subject) in change.object.elements("subjects").enumerated() {
      checkSubject(subject, "subjects[\(index)]", isNamespaced: isNamespaced, &errors)
    }
    if let old = change.old, old["roleRef"] != change.object["roleRef"] {
      errors.invalid("roleRef", role, "cannot change roleRef")
    }
    return errors.causes
  }

  private func checkSubject(_ subject: JSONValue, _ field: String, isNamespaced: Bool, _ errors: inout FieldErrors) {
    if subject.text("name").isEmpty { errors.required(field + ".name") }
    switch subject.text("kind") {
    case "ServiceAccount":
      if !subject.text("name").isEmpty { errors.requireSubdomain(field + ".name", subject.text("name")) }
      if !subject.text("apiGroup").isEmpty { errors.notSupported(field + ".apiGroup", subject["apiGroup"], [""]) }
      if !isNamespaced, subject.text("namespace").isEmpty { errors.required(field + ".namespace") }
    case "User", "Group":
      if subject.text("apiGroup") != RoleSnapshot.group {
        errors.notSupported(field + ".apiGroup", subject["apiGroup"] ?? "", [RoleSnapshot.group])
      }
    default: errors.notSupported(field + ".kind", subject["kind"] ?? "", ["ServiceAccount", "User", "Group"])
    }
  }

  private func checkPathStep(_ field: String, _ name: String, _ errors: inout FieldErrors) {
    if name == "." || name == ".." { errors.invalid(field, .string(name), "may not be '\(name)'") }
    for part in ["/", "%"] where name.contains(part) {
      errors.invalid(field, .string(name), "may not contain '\(part)'")
    }
  }

  public var nameForm: NameForm { .pathSegment }
  public var table: TableLayout? { SmallTables.roleBinding }
}
