import Kube
import Testing

@testable import EmbeddedAPI

/// Tricks with paths must not be authorized as one thing and carried out as another.
@Suite struct PathAuthorizationTests {
  private let user = UserInfo(username: "ann")

  private func attributes(_ path: String) -> AccessAttributes? {
    switch RequestPath(path) {
    case nil: nil
    case .other(let text): AccessAttributes(user: user, verb: "get", path: text)
    case .resource(let path): RequestGate.attributes(path, verb: "get", user, fieldSelector: nil)
    }
  }

  /// Allows everything in namespace `a`, and paths below `/healthz`.
  private let snapshot = RoleTests.snapshot([
    RoleTests.role(
      "all", namespace: "a", [PolicyRule(verbs: ["*"], apiGroups: [""], resources: ["pods", "pods/log", "secrets"])]),
    RoleTests.binding("all", namespace: "a", to: ("Role", "all"), [RoleTests.user("ann")]),
    RoleTests.role("paths", [PolicyRule(verbs: ["get"], nonResourceURLs: ["/healthz"])]),
    RoleTests.binding("paths", to: ("ClusterRole", "paths"), [RoleTests.user("ann")]),
  ])

  private func isAllowed(_ path: String) -> Bool {
    guard let attributes = attributes(path) else { return false }
    if case .allowed = snapshot.decide(attributes) { return true }
    return false
  }

  @Test(arguments: [
    "/api/v1/namespaces/a/../b/pods/x", "/api/v1/namespaces/a/%2e%2e/b/pods/x", "/api/v1/namespaces/a%2f..%2fb/pods/x",
    "/api/v1/namespaces/b/pods/x", "/api/v1/namespaces//a/pods/x", "/api/v1//namespaces/a/pods/x",
    "//api/v1/namespaces/a/pods/x", "/api/v1/namespaces/a%00/pods/x", "/api/v1/namespaces/A/pods/x",
    "/api/v1/pods", "/api/v1/namespaces/a", "/api/v1/namespaces/a/pods%2flog/x", "/api/v1/namespaces/a/Pods/x",
    "/healthz/../metrics", "/healthz%2f..%2fmetrics", "/healthz/", "//healthz", "/api/v1/namespaces/a/pods/x/exec",
    "/api/v1/namespaces/a/pods/x/%zz", "/api/v1/namespaces/a/./pods/x", "/apis/v1/namespaces/a/pods/x",
  ])
  func allowsNoneOfThem(_ path: String) {
    #expect(!isAllowed(path))
  }

  @Test(arguments: [
    "/api/v1/namespaces/a/pods/x", "/api/v1/namespaces/a/pods/x/log", "/api/v1/namespaces/%61/pods/x", "/healthz",
    "/%68ealthz",
  ])
  func allowsWhatIsMeant(_ path: String) {
    #expect(isAllowed(path))
  }

  /// What stands behind an escaped slash is a part of the name, for the one who asks and for the one who looks it up.
  @Test func keepsEscapedSlashesInNames() {
    #expect(attributes("/api/v1/namespaces/a/pods/x%2flog")?.name == "x/log")
    #expect(attributes("/api/v1/namespaces/a/pods/x%2flog")?.subresource == "")
  }
}
