import EmbeddedStore
import JSON
import Kube
import Logging
import Testing

@testable import EmbeddedAPI

@Suite struct RoleEscalationTests {
  private static let group = RoleSnapshot.group
  private let reading = PolicyRule(verbs: ["get", "list"], apiGroups: [""], resources: ["pods"])

  /// Writes an object as a user in a store that has the given roles; the refusal, or nil.
  private func write(
    _ object: JSONValue, over old: JSONValue? = nil, having roles: [JSONValue], as user: UserInfo? = nil
  ) async throws -> Status? {
    let fixture = try AccessFixture()
    defer { fixture.close() }
    for role in roles { try await fixture.put(RoleTests.key(role).collection, role) }
    let authorizer = RoleAuthorizer(store: fixture.store, logger: Logger(label: "test"))
    try await authorizer.load()
    let key = RoleTests.key(object)
    let resource = String(key.collection.prefix { $0 != "." })
    var admission = ObjectAdmission(
      operation: old == nil ? .create : .update,
      kind: GroupVersionKind(group: Self.group, version: "v1", kind: object["kind"]?.string ?? ""),
      resource: GroupVersionResource(group: Self.group, version: "v1", resource: resource), namespace: key.namespace,
      name: key.name, object: object, oldObject: old,
      user: user ?? UserInfo(username: "ann", groups: ["system:authenticated"]))
    do throws(Status) {
      try await RoleEscalationStep(authorizer: authorizer).validate(&admission)
      return nil
    } catch {
      return error
    }
  }

  private func granting(_ rules: [PolicyRule]) -> [JSONValue] {
    [
      RoleTests.role("held", rules),
      RoleTests.binding("held", to: ("ClusterRole", "held"), [RoleTests.user("ann")]),
    ]
  }

  @Test func refusesRulesThatTheWriterDoesNotHave() async throws {
    let role = RoleTests.role("r", namespace: "a", [reading])
    let status = try #require(try await write(role, having: []))
    #expect(status.code == 403)
    #expect(
      status.message
        == #"roles.rbac.authorization.k8s.io "r" is forbidden: user "ann" (groups=["system:authenticated"]) "#
        + "would give permissions that they don't have:\n"
        + #"{APIGroups:[""], Resources:["pods"], Verbs:["get" "list"]}"#)
    #expect(try await write(role, having: granting([reading])) == nil)
    #expect(
      try await write(role, having: [], as: UserInfo(username: "x", groups: ["system:masters"])) == nil)
    let escalate = PolicyRule(verbs: ["escalate"], apiGroups: [Self.group], resources: ["roles"])
    #expect(try await write(role, having: granting([escalate])) == nil)
    let other = PolicyRule(verbs: ["escalate"], apiGroups: [Self.group], resources: ["roles"], resourceNames: ["q"])
    #expect(try await write(role, having: granting([other]))?.code == 403)
  }

  @Test func labelsThatMakeARolePartOfOthersCountAsItsRules() async throws {
    let old = RoleTests.role("r", [reading])
    var new = old
    new["metadata"]?["labels"] = ["rbac.authorization.k8s.io/aggregate-to-view": "true"]
    #expect(try await write(new, over: old, having: [])?.code == 403)
    #expect(try await write(new, over: old, having: granting([reading])) == nil)
  }

  @Test func whatIsAggregatedIsChangedOnlyByThoseWhoHoldEverything() async throws {
    var old = RoleTests.role("r", [])
    old["aggregationRule"] = ["clusterRoleSelectors": [["matchLabels": ["a": "b"]]]]
    var new = old
    new["aggregationRule"] = nil
    #expect(try await write(new, over: old, having: granting([reading]))?.code == 403)
  }

  @Test(.timeLimit(.minutes(1))) func rulesThatMultiplyAreNotMultipliedOut() async throws {
    func names(_ count: Int) -> [String] { (0..<count).map { "n\($0)" } }
    let rule = PolicyRule(
      verbs: names(3000), apiGroups: names(3000), resources: names(3000), resourceNames: names(3000))
    let status = try #require(
      try await write(RoleTests.role("r", namespace: "a", [rule]), having: granting([reading])))
    #expect(status.code == 403 && status.message.hasSuffix("too many to be checked"))
  }

  @Test func allowsChangesThatGrantNothingNew() async throws {
    let old = RoleTests.role("r", [reading])
    var new = old
    new["metadata"]?["finalizers"] = ["a.io/b"]
    #expect(try await write(new, over: old, having: []) == nil)
    new["rules"] = .array([reading.json, PolicyRule(verbs: ["delete"], apiGroups: [""], resources: ["pods"]).json])
    #expect(try await write(new, over: old, having: granting([reading]))?.code == 403)
  }

  @Test func keepsAggregationForAdministrators() async throws {
    var role = RoleTests.role("r", [])
    role["aggregationRule"] = ["clusterRoleSelectors": [["matchLabels": ["a": "b"]]]]
    #expect(try await write(role, having: granting([reading]))?.code == 403)
    let all = [
      PolicyRule(verbs: ["*"], apiGroups: ["*"], resources: ["*"]), PolicyRule(verbs: ["*"], nonResourceURLs: ["*"]),
    ]
    #expect(try await write(role, having: granting(all)) == nil)
  }

  @Test func bindsOnlyWhatTheWriterHolds() async throws {
    let strong = RoleTests.role("strong", [PolicyRule(verbs: ["*"], apiGroups: ["*"], resources: ["*"])])
    let binding = RoleTests.binding("b", namespace: "a", to: ("ClusterRole", "strong"), [RoleTests.user("ann")])
    #expect(try await write(binding, having: [strong] + granting([reading]))?.code == 403)
    let bind = PolicyRule(
      verbs: ["bind"], apiGroups: [Self.group], resources: ["clusterroles"], resourceNames: ["strong"])
    #expect(try await write(binding, having: [strong] + granting([bind])) == nil)
    #expect(try await write(binding, having: granting([reading]))?.code == 404)
    let weak = RoleTests.role("weak", [reading])
    let allowed = RoleTests.binding("b", namespace: "a", to: ("ClusterRole", "weak"), [RoleTests.user("bob")])
    #expect(try await write(allowed, having: [weak] + granting([reading])) == nil)
    // A further subject of a role that the writer does not hold.
    var more = binding
    more["subjects"] = .array([RoleTests.user("ann"), RoleTests.user("bob")])
    #expect(try await write(more, over: binding, having: [strong])?.code == 403)
  }

  @Test(arguments: [
    (
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"]),
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods/log"]), false
    ),
    (
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["*"]),
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods/log"]), true
    ),
    (
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"]),
      PolicyRule(verbs: ["*"], apiGroups: [""], resources: ["pods"]), false
    ),
    (
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"]),
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["*"]), false
    ),
    (
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"], resourceNames: ["a"]),
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"]), false
    ),
    (
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"]),
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"], resourceNames: ["a"]), true
    ),
    (
      PolicyRule(verbs: ["get"], nonResourceURLs: ["/a/*"]), PolicyRule(verbs: ["get"], nonResourceURLs: ["/a/b"]), true
    ),
    (
      PolicyRule(verbs: ["get"], nonResourceURLs: ["/a/b"]), PolicyRule(verbs: ["get"], nonResourceURLs: ["/a/*"]),
      false
    ),
    (PolicyRule(verbs: ["get"], nonResourceURLs: ["/a*"]), PolicyRule(verbs: ["get"], nonResourceURLs: ["*"]), false),
  ])
  func comparesRules(_ held: PolicyRule, _ wanted: PolicyRule, _ isCovered: Bool) {
    #expect(RuleCoverage.missing([wanted], from: [held]).isEmpty == isCovered)
  }
}
