import Foundation
import KubeClient
import Testing
import Transport

private func access(_ text: String, context: String? = nil) throws -> ClusterAccess {
  try Kubeconfig(parsing: Array(text.utf8), file: "/home/user/.kube/config").access(context: context)
}

private let complete = """
  apiVersion: v1
  kind: Config
  current-context: dev
  contexts:
  - {name: dev, context: {cluster: here, user: me, namespace: team-a}}
  - {name: prod, context: {cluster: there, user: robot}}
  clusters:
  - name: here
    cluster: {server: "https://127.0.0.1:6443", certificate-authority-data: Q0E=, tls-server-name: kubernetes}
  - name: there
    cluster: {server: "https://api.example.com/clusters/one/", certificate-authority: ca.pem}
  users:
  - name: me
    user: {client-certificate-data: Q0VSVA==, client-key: /keys/me.pem}
  - name: robot
    user: {tokenFile: token}
  """

@Suite struct KubeconfigTests {
  @Test func takesTheCurrentContext() throws {
    let access = try access(complete)
    #expect(access.endpoint.address == .tcp(host: "127.0.0.1", port: 6443))
    #expect(access.namespace == "team-a")
    let tls = try #require(access.endpoint.tls)
    #expect(tls.trust == .authorities(.bytes(Array("CA".utf8))))
    #expect(tls.serverName == "kubernetes")
    #expect(tls.identity == TLSIdentity(certificate: .bytes(Array("CERT".utf8)), key: .file("/keys/me.pem")))
    #expect(access.authorization == .none)
  }

  @Test func takesANamedContextWithPathsRelativeToTheFile() throws {
    let access = try access(complete, context: "prod")
    #expect(access.endpoint.address == .tcp(host: "api.example.com", port: 443))
    #expect(access.pathPrefix == "/clusters/one")
    #expect(access.endpoint.tls?.trust == .authorities(.file("/home/user/.kube/ca.pem")))
    #expect(access.authorization == .tokenFile("/home/user/.kube/token"))
    #expect(access.namespace == "default")
  }

  @Test(arguments: [
    ("[]", "one YAML object"), ("a: [", "line"), ("kind: Config", "current-context"),
    ("current-context: x", "no context \"x\""),
    ("current-context: x\ncontexts: [{name: x, context: {cluster: c}}]", "no cluster \"c\""),
    (
      "current-context: x\ncontexts: [{name: x, context: {cluster: c}}]\nclusters: [{name: c, cluster: {server: 'ftp://h'}}]",
      "no https or http URL"
    ),
    (
      "current-context: x\ncontexts: [{name: x, context: {cluster: c, user: u}}]\nclusters: [{name: c, cluster: {server: 'https://h'}}]\nusers: [{name: u, user: {client-key: k}}]",
      "go together"
    ),
    (
      "current-context: x\ncontexts: [{name: x, context: {cluster: c, user: u}}]\nclusters: [{name: c, cluster: {server: 'https://h'}}]\nusers: [{name: u, user: {exec: {command: c}}}]",
      "credential plugins"
    ),
    (
      "current-context: x\ncontexts: [{name: x, context: {cluster: c}}]\nclusters: [{name: c, cluster: {server: 'https://h', certificate-authority-data: '%'}}]",
      "certificate-authority-data is not base64"
    ),
  ])
  func saysWhyItCannotBeUsed(_ text: String, _ reason: String) {
    let error = #expect(throws: KubeconfigError.self) { try access(text) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    #expect(error?.file == "/home/user/.kube/config")
  }

  @Test func prefersTheTokenThatIsRenewedAndRefusesWhatItWouldIgnore() throws {
    let context = "current-context: x\ncontexts: [{name: x, context: {cluster: c, user: u}}]\n"
    let cluster = "clusters: [{name: c, cluster: {server: 'https://h'}}]\n"
    let user = "users: [{name: u, user: {token: s3cret, tokenFile: t}}]"
    #expect(try access(context + cluster + user).authorization == .tokenFile("/home/user/.kube/t"))
    #expect(throws: KubeconfigError.self) {
      try access(context + cluster + "users: [{name: u, user: {username: me, password: s3cret}}]")
    }
    #expect(throws: KubeconfigError.self) {
      try access(context + "clusters: [{name: c, cluster: {server: 'https://h', proxy-url: 'http://p'}}]\n" + user)
    }
  }

  @Test func descriptionsHoldNoToken() {
    let endpoint = HTTPEndpoint(address: .tcp(host: "h", port: 1))
    let access = ClusterAccess(endpoint: endpoint, authorization: .token("s3cret"))
    var dumped = ""
    dump(access, to: &dumped)
    for text in ["\(access)", String(reflecting: access), dumped] { #expect(!text.contains("s3cret")) }
  }

  @Test func usesThePodsServiceAccount() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("account-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let environment = ["KUBERNETES_SERVICE_HOST": "10.0.0.1", "KUBERNETES_SERVICE_PORT": "443"]
    #expect(ClusterAccess.inCluster(environment: { environment[$0] }, folder: folder.path) == nil)
    try Data("secret".utf8).write(to: folder.appendingPathComponent("token"))
    try Data("kubevirt".utf8).write(to: folder.appendingPathComponent("namespace"))
    let access = try #require(ClusterAccess.inCluster(environment: { environment[$0] }, folder: folder.path))
    #expect(access.endpoint.address == .tcp(host: "10.0.0.1", port: 443))
    #expect(access.namespace == "kubevirt")
    #expect(ClusterAccess.inCluster(environment: { _ in nil }, folder: folder.path) == nil)
  }
}
