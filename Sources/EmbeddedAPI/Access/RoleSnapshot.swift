import EmbeddedStore
import JSON
import Kube

/// All roles and bindings as of one moment, arranged so that a request only looks at bindings of its user and groups.
///
/// The rules are those of Kubernetes, "Using RBAC Authorization".
public struct RoleSnapshot: Sendable {
  static let group = "rbac.authorization.k8s.io"
  static let collections: Set<String> = Set(
    ["clusterroles", "clusterrolebindings", "roles", "rolebindings"].map { $0 + "." + group })

  enum Subject: Hashable, Sendable {
    case user(String)
    case group(String)
  }

  struct RoleReference: Hashable, Sendable {
    var kind: String
    var name: String
  }

  /// One subject's part of a binding.
  struct Grant: Sendable {
    var role: RoleReference
    /// Empty for a ClusterRoleBinding.
    var namespace: String
    /// How Kubernetes says why something is allowed.
    var description: String
  }

  private var clusterRoles: [String: [PolicyRule]] = [:]
  private var roles: [ObjectKey: [PolicyRule]] = [:]
  private var clusterGrants: [Subject: [Grant]] = [:]
  private var grants: [String: [Subject: [Grant]]] = [:]

  public init() {}

  /// - Parameter objects: of the four kinds, in their storage version; others are not regarded.
  public init(_ objects: some Sequence<(key: ObjectKey, object: JSONValue)>) {
    var aggregated: [(String, [Selector])] = []
    var labels: [String: [String: String]] = [:]
    for (key, object) in objects {
      switch key.collection {
      case "clusterroles." + Self.group:
        labels[key.name] = Self.labels(of: object)
        if let rule = object["aggregationRule"], !rule.isNull {
          aggregated.append((key.name, Self.selectors(rule)))
        } else {
          clusterRoles[key.name] = PolicyRule.list(object)
        }
      case "roles." + Self.group: roles[key] = PolicyRule.list(object)
      case "clusterrolebindings." + Self.group, "rolebindings." + Self.group: add(binding: object, key)
      default: break
      }
    }
    aggregate(aggregated, labels: labels)
  }

  // MARK: questions

  /// Members of this group may do everything: it is how the first administrator gets in.
  static let superusers = "system:masters"

  /// Whether the roles of the user allow it, and by which binding.
  public func decide(_ attributes: AccessAttributes) -> AccessDecision {
    if attributes.user.groups.contains(Self.superusers) { return .allowed(reason: "") }
    var missing: [RoleReference] = []
    var reason: String?
    forEachGrant(attributes.user, namespace: attributes.namespace) { grant in
      guard let rules = rules(of: grant.role, namespace: grant.namespace) else {
        missing.append(grant.role)
        return true
      }
      guard rules.contains(where: { $0.allows(attributes) }) else { return true }
      reason = "RBAC: allowed by " + grant.description
      return false
    }
    if let reason { return .allowed(reason: reason) }
    let problems = missing.map { "\($0.kind.lowercased()).\(Self.group) \(Status.quoted($0.name)) not found" }
    return .denied(reason: problems.isEmpty ? "" : "RBAC: " + problems.joined(separator: ", "))
  }

  /// All rules that the user holds in a namespace; in an empty one, those for the whole cluster.
  public func rules(for user: UserInfo, namespace: String) -> [PolicyRule] {
    if user.groups.contains(Self.superusers) {
      return [
        PolicyRule(verbs: ["*"], apiGroups: ["*"], resources: ["*"]), PolicyRule(verbs: ["*"], nonResourceURLs: ["*"]),
      ]
    }
    var all: [PolicyRule] = []
    forEachGrant(user, namespace: namespace) { grant in
      all += rules(of: grant.role, namespace: grant.namespace) ?? []
      return true
    }
    return all
  }

  /// The rules of a role that a binding names; nil where there is none.
  func rules(of role: RoleReference, namespace: String) -> [PolicyRule]? {
    switch role.kind {
    case "ClusterRole": clusterRoles[role.name]
    case "Role":
      roles[ObjectKey(collection: "roles." + Self.group, namespace: namespace, name: role.name)]
    default: nil
    }
  }

  /// Goes through what is granted to the user until `visit` returns false.
  private func forEachGrant(_ user: UserInfo, namespace: String, _ visit: (Grant) -> Bool) {
    let subjects = [Subject.user(user.username)] + user.groups.map(Subject.group)
    for subject in subjects {
      for grant in clusterGrants[subject] ?? [] where !visit(grant) { return }
    }
    guard !namespace.isEmpty, let grants = grants[namespace] else { return }
    for subject in subjects {
      for grant in grants[subject] ?? [] where !visit(grant) { return }
    }
  }

  // MARK: arranging

  private mutating func add(binding: JSONValue, _ key: ObjectKey) {
    let role = RoleReference(
      kind: binding.value(at: "roleRef", "kind")?.string ?? "", name: binding.value(at: "roleRef", "name")?.string ?? ""
    )
    let isClusterWide = key.namespace.isEmpty
    let name = isClusterWide ? key.name : key.name + "/" + key.namespace
    for value in binding["subjects"]?.array ?? [] {
      let subjectName = value["name"]?.string ?? ""
      let subject: Subject
      var shown = subjectName
      switch value["kind"]?.string {
      case "User": subject = .user(subjectName)
      case "Group": subject = .group(subjectName)
      case "ServiceAccount":
        var namespace = value["namespace"]?.string ?? ""
        if namespace.isEmpty { namespace = key.namespace }
        guard !namespace.isEmpty, !subjectName.isEmpty else { continue }
        subject = .user("system:serviceaccount:\(namespace):\(subjectName)")
        shown = subjectName + "/" + namespace
      default: continue
      }
      let grant = Grant(
        role: role, namespace: key.namespace,
        description: "\(isClusterWide ? "ClusterRoleBinding" : "RoleBinding") \(Status.quoted(name)) of \(role.kind) "
          + "\(Status.quoted(role.name)) to \(value["kind"]?.string ?? "") \(Status.quoted(shown))")
      if isClusterWide {
        clusterGrants[subject, default: []].append(grant)
      } else {
        grants[key.namespace, default: [:]][subject, default: []].append(grant)
      }
    }
  }

  /// Roles that are made of others have the rules of those that their selectors match. Such a role may be matched by
  /// another one, so this goes on until nothing is added.
  private mutating func aggregate(
    _ aggregated: [(name: String, selectors: [Selector])], labels: [String: [String: String]]
  ) {
    for (name, _) in aggregated { clusterRoles[name] = [] }
    for _ in 0...aggregated.count {
      var changed = false
      for (name, selectors) in aggregated {
        var rules: [PolicyRule] = []
        for source in clusterRoles.keys.sorted() where source != name {
          guard selectors.contains(where: { $0.matches(labels[source] ?? [:]) }) else { continue }
          for rule in clusterRoles[source] ?? [] where !rules.contains(rule) { rules.append(rule) }
        }
        if clusterRoles[name] != rules {
          clusterRoles[name] = rules
          changed = true
        }
      }
      if !changed { return }
    }
  }

  private static func labels(of object: JSONValue) -> [String: String] {
    var labels: [String: String] = [:]
    for (name, value) in object.value(at: "metadata", "labels")?.object ?? [:] { labels[name] = value.string }
    return labels
  }

  /// An empty selector matches nothing here, as in Kubernetes a rule without selectors does; one that can't be read too.
  private static func selectors(_ rule: JSONValue) -> [Selector] {
    (rule["clusterRoleSelectors"]?.array ?? []).compactMap { value in
      guard let selector = try? LabelSelector(json: value.jsonBytes(), options: .lenient) else { return nil }
      return try? Selector(selector)
    }
  }
}
