import EmbeddedStore
import JSON
import Kube
import Logging
import Testing

@testable import EmbeddedAPI

@Suite struct RoleTests {
  private static let group = RoleSnapshot.group

  static func role(_ name: String, namespace: String = "", labels: JSONValue = [:], _ rules: [PolicyRule]) -> JSONValue
  {
    var object = AccessFixture.object(group + "/v1", namespace.isEmpty ? "ClusterRole" : "Role", namespace, name)
    object["metadata"]?["labels"] = labels
    object["rules"] = .array(rules.map(\.json))
    return object
  }

  static func binding(
    _ name: String, namespace: String = "", to role: (kind: String, name: String), _ subjects: [JSONValue]
  ) -> JSONValue {
    var object = AccessFixture.object(
      group + "/v1", namespace.isEmpty ? "ClusterRoleBinding" : "RoleBinding", namespace, name)
    object["roleRef"] = ["apiGroup": .string(group), "kind": .string(role.kind), "name": .string(role.name)]
    object["subjects"] = .array(subjects)
    return object
  }

  static func user(_ name: String) -> JSONValue { ["kind": "User", "name": .string(name)] }

  static func snapshot(_ objects: [JSONValue]) -> RoleSnapshot {
    RoleSnapshot(objects.map { (key: key($0), object: $0) })
  }

  static func key(_ object: JSONValue) -> ObjectKey {
    ObjectKey(
      collection: (object["kind"]?.string ?? "").lowercased() + "s." + group,
      namespace: object.value(at: "metadata", "namespace")?.string ?? "",
      name: object.value(at: "metadata", "name")?.string ?? "")
  }

  private func allows(
    _ snapshot: RoleSnapshot, _ user: UserInfo, _ verb: String, _ resource: String, subresource: String = "",
    group: String = "", namespace: String = "", name: String = ""
  ) -> Bool {
    let decision = snapshot.decide(
      AccessAttributes(
        user: user, verb: verb, group: group, version: "v1", resource: resource, subresource: subresource,
        namespace: namespace, name: name))
    if case .allowed = decision { return true }
    return false
  }

  private let ann = UserInfo(username: "ann", groups: ["system:authenticated"])

  @Test func allowsNothingByDefault() {
    let snapshot = RoleSnapshot()
    #expect(!allows(snapshot, ann, "get", "pods", namespace: "a"))
    #expect(snapshot.decide(AccessAttributes(user: ann, verb: "get", path: "/version")) == .denied(reason: ""))
    #expect(allows(snapshot, UserInfo(username: "x", groups: ["system:masters"]), "delete", "nodes", name: "n"))
    #expect(!allows(snapshot, UserInfo(username: "system:masters"), "delete", "nodes", name: "n"))
  }

  @Test func saysWhichBindingAllows() {
    let rules = [PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"])]
    let snapshot = Self.snapshot([
      Self.role("reader", namespace: "a", rules), Self.role("all", rules),
      Self.binding("b", namespace: "a", to: ("Role", "reader"), [Self.user("ann")]),
      Self.binding(
        "c", to: ("ClusterRole", "all"), [["kind": "ServiceAccount", "name": "robot", "namespace": "b"]]),
      Self.binding("d", to: ("ClusterRole", "gone"), [Self.user("carl")]),
    ])
    func decide(_ user: String, _ namespace: String) -> AccessDecision {
      snapshot.decide(
        AccessAttributes(user: UserInfo(username: user), verb: "get", resource: "pods", namespace: namespace))
    }
    #expect(
      decide("ann", "a") == .allowed(reason: #"RBAC: allowed by RoleBinding "b/a" of Role "reader" to User "ann""#))
    #expect(decide("ann", "b") == .denied(reason: ""))
    #expect(decide("ann", "") == .denied(reason: ""))
    #expect(
      decide("system:serviceaccount:b:robot", "z")
        == .allowed(
          reason: #"RBAC: allowed by ClusterRoleBinding "c" of ClusterRole "all" to ServiceAccount "robot/b""#))
    #expect(decide("system:serviceaccount:a:robot", "z") == .denied(reason: ""))
    #expect(
      decide("carl", "z") == .denied(reason: #"RBAC: clusterrole.rbac.authorization.k8s.io "gone" not found"#))
  }

  @Test(arguments: [
    (["pods"], "pods", "", true), (["pods"], "pods", "log", false), (["pods/log"], "pods", "log", true),
    (["pods/log"], "pods", "", false), (["*"], "pods", "log", true), (["*/scale"], "pods", "scale", true),
    (["*/scale"], "pods", "", false), (["*/scale"], "pods", "log", false), (["pods/*"], "pods", "log", false),
    (["virtualmachineinstances/vnc"], "virtualmachineinstances", "vnc/screenshot", false),
    (["virtualmachineinstances/sev/setupsession"], "virtualmachineinstances", "sev/setupsession", true),
    (["Pods"], "pods", "", false), (["po"], "pods", "", false),
  ])
  func comparesResources(_ resources: [String], _ resource: String, _ subresource: String, _ expected: Bool) {
    let rule = PolicyRule(verbs: ["get"], apiGroups: [""], resources: resources)
    let wanted = AccessAttributes(user: ann, verb: "get", resource: resource, subresource: subresource)
    #expect(rule.allows(wanted) == expected)
  }

  @Test(arguments: [
    ("/api", "/api", true), ("/api", "/api/v1", false), ("/api/*", "/api/v1", true), ("/api/*", "/api", false),
    ("*", "/metrics", true), ("/a*", "/abc", true), ("/a*/x", "/ab/x", false),
    // A path is compared as it came: whoever takes it apart must not understand it otherwise.
    ("/healthz/*", "/healthz/../metrics", true), ("/metrics", "/healthz/../metrics", false),
    ("/metrics", "//metrics", false), ("/metrics", "/%6detrics", false), ("/metrics", "/metrics/", false),
  ])
  func comparesPaths(_ rule: String, _ path: String, _ expected: Bool) {
    let attributes = AccessAttributes(user: ann, verb: "get", path: path)
    #expect(PolicyRule(verbs: ["get"], nonResourceURLs: [rule]).allows(attributes) == expected)
    #expect(!PolicyRule(verbs: ["*"], apiGroups: ["*"], resources: ["*"]).allows(attributes))
  }

  @Test func comparesNames() {
    let rule = PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["configmaps"], resourceNames: ["x"])
    func wanted(_ name: String) -> AccessAttributes {
      AccessAttributes(user: ann, verb: "get", resource: "configmaps", namespace: "a", name: name)
    }
    #expect(rule.allows(wanted("x")))
    #expect(!rule.allows(wanted("y")) && !rule.allows(wanted("")))
  }

  @Test func aggregatesRoles() {
    var whole = Self.role("whole", [PolicyRule(verbs: ["*"], apiGroups: ["*"], resources: ["*"])])
    whole["aggregationRule"] = ["clusterRoleSelectors": [["matchLabels": ["to": "whole"]]]]
    var outer = Self.role("outer", [])
    outer["aggregationRule"] = ["clusterRoleSelectors": [["matchLabels": ["to": "outer"]]]]
    whole["metadata"]?["labels"] = ["to": "outer"]
    let part = Self.role(
      "part", labels: ["to": "whole"], [PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"])])
    let snapshot = Self.snapshot([
      whole, outer, part, Self.binding("b", to: ("ClusterRole", "outer"), [Self.user("ann")]),
    ])
    #expect(allows(snapshot, ann, "get", "pods"))
    // What the role itself says is not regarded.
    #expect(!allows(snapshot, ann, "get", "secrets"))
  }

  // MARK: the roles of the first start

  private func bound(_ role: String) -> RoleSnapshot {
    Self.snapshot(
      BootstrapRoles.objects + [Self.binding("t", namespace: "a", to: ("ClusterRole", role), [Self.user("ann")])])
  }

  @Test func givesViewersNoSecretsAndNoConsole() {
    let view = bound("view")
    let machines = ["kubevirt.io": "virtualmachines", "": "pods", "snapshot.kubevirt.io": "virtualmachinesnapshots"]
    for (group, resource) in machines {
      #expect(allows(view, ann, "list", resource, group: group, namespace: "a"))
      #expect(!allows(view, ann, "create", resource, group: group, namespace: "a"))
      #expect(!allows(view, ann, "list", resource, group: group, namespace: "b"))
      #expect(!allows(view, ann, "list", resource, group: group))
    }
    #expect(!allows(view, ann, "get", "secrets", namespace: "a"))
    for (subresource, resource, verb) in [
      ("console", "virtualmachineinstances", "get"), ("vnc", "virtualmachineinstances", "get"),
      ("start", "virtualmachines", "update"), ("pause", "virtualmachineinstances", "update"),
    ] {
      let group = "subresources.kubevirt.io"
      #expect(!allows(view, ann, verb, resource, subresource: subresource, group: group, namespace: "a"))
      for role in ["edit", "admin"] {
        #expect(allows(bound(role), ann, verb, resource, subresource: subresource, group: group, namespace: "a"))
      }
    }
  }

  @Test func tellsEditorsFromAdministrators() {
    let (edit, admin) = (bound("edit"), bound("admin"))
    #expect(allows(edit, ann, "create", "secrets", namespace: "a"))
    #expect(!allows(edit, ann, "deletecollection", "virtualmachines", group: "kubevirt.io", namespace: "a"))
    #expect(allows(admin, ann, "deletecollection", "virtualmachines", group: "kubevirt.io", namespace: "a"))
    #expect(!allows(edit, ann, "create", "rolebindings", group: Self.group, namespace: "a"))
    #expect(allows(admin, ann, "create", "rolebindings", group: Self.group, namespace: "a"))
    #expect(
      !allows(
        edit, ann, "get", "virtualmachineinstances", subresource: "vnc/screenshot", group: "subresources.kubevirt.io",
        namespace: "a"))
    // Nobody's by default.
    for role in [edit, admin] {
      #expect(
        !allows(
          role, ann, "update", "virtualmachines", subresource: "migrate", group: "subresources.kubevirt.io",
          namespace: "a"))
      #expect(!allows(role, ann, "create", "nodes") && !allows(role, ann, "create", "clusterroles", group: Self.group))
    }
  }

  @Test func letsEveryoneSeeWhatIsThere() {
    let snapshot = Self.snapshot(BootstrapRoles.objects)
    func sees(_ user: UserInfo, _ path: String) -> Bool {
      if case .allowed = snapshot.decide(AccessAttributes(user: user, verb: "get", path: path)) { return true }
      return false
    }
    let nobody = RequestAuthenticator.anonymous
    for path in ["/version", "/healthz", "/livez", "/readyz"] { #expect(sees(nobody, path) && sees(ann, path)) }
    for path in ["/api", "/apis/kubevirt.io/v1", "/openapi/v2", "/openapi/v3"] {
      #expect(!sees(nobody, path) && sees(ann, path))
    }
    #expect(!sees(ann, "/metrics"))
    #expect(allows(snapshot, ann, "create", "selfsubjectaccessreviews", group: "authorization.k8s.io"))
    #expect(!allows(snapshot, ann, "create", "subjectaccessreviews", group: "authorization.k8s.io"))
    #expect(!allows(snapshot, nobody, "create", "selfsubjectaccessreviews", group: "authorization.k8s.io"))
  }

  @Test func writesOutTheRulesThatItAggregates() throws {
    let snapshot = Self.snapshot(BootstrapRoles.objects)
    for object in BootstrapRoles.objects where object["aggregationRule"] != nil {
      let name = object.value(at: "metadata", "name")?.string ?? ""
      let effective = try #require(
        snapshot.rules(of: RoleSnapshot.RoleReference(kind: "ClusterRole", name: name), namespace: ""))
      #expect(RuleCoverage.missing(effective, from: PolicyRule.list(object)).isEmpty, "\(name)")
      #expect(RuleCoverage.missing(PolicyRule.list(object), from: effective).isEmpty, "\(name)")
    }
  }

  // MARK: the feed

  @Test func followsTheStore() async throws {
    try await AccessFixture.with { fixture in
      let authorizer = RoleAuthorizer(store: fixture.store, logger: Logger(label: "test"))
      let rule = PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"])
      let role = Self.role("r", [rule])
      try await fixture.put(Self.key(role).collection, role)
      try await authorizer.load()
      let task = Task { await authorizer.run() }
      defer { task.cancel() }
      let wanted = AccessAttributes(user: ann, verb: "get", resource: "pods", namespace: "a")
      #expect(await authorizer.authorize(wanted) == .denied(reason: ""))
      let binding = Self.binding("b", to: ("ClusterRole", "r"), [Self.user("ann")])
      try await fixture.put(Self.key(binding).collection, binding)
      while await authorizer.authorize(wanted) == .denied(reason: "") { try await Task.sleep(for: .milliseconds(1)) }
      try await fixture.remove(Self.key(binding).collection, "", "b")
      while await authorizer.authorize(wanted) != .denied(reason: "") { try await Task.sleep(for: .milliseconds(1)) }
    }
  }
}
