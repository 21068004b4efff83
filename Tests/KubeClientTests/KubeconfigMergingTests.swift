import Foundation
import Testing
import Transport

@testable import KubeClient

@Suite struct KubeconfigMergingTests {
  private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kubeconfig-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private let first = """
    clusters: [{name: a, cluster: {server: "https://a:1"}}]
    contexts: [{name: one, context: {cluster: a, user: u, namespace: space}}]
    """
  private let second = """
    current-context: one
    clusters: [{name: a, cluster: {server: "https://other"}}, {name: b, cluster: {server: "https://b", certificate-authority: ca.crt}}]
    users: [{name: u, user: {tokenFile: token}}]
    """

  @Test func theFirstOfTwoValuesCounts() throws {
    try withFolder { folder in
      let files = [try write(first, "1", in: folder), folder.path + "/nothing", try write(second, "2", in: folder)]
      let access = try #require(try Kubeconfig.merging(files: files)).access()
      #expect(access.endpoint.authority == "a:1")
      #expect(access.namespace == "space")
      #expect(access.authorization == .tokenFile(folder.path + "/token"))
    }
    #expect(try Kubeconfig.merging(files: ["/nonexistent/kubeconfig"]) == nil)
  }

  @Test func flagsTakeThePlaceOfWhatTheFileSays() throws {
    try withFolder { folder in
      let files = [try write(first, "1", in: folder), try write(second, "2", in: folder)]
      let kubeconfig = try #require(try Kubeconfig.merging(files: files))
      var overrides = ClusterOverrides()
      overrides.cluster = "b"
      overrides.namespace = "mine"
      overrides.token = "secret"
      overrides.impersonation = ClusterAccess.Impersonation(user: "jane", groups: ["dev"])
      let access = try kubeconfig.access(overrides)
      #expect(access.endpoint.authority == "b")
      #expect(access.endpoint.tls?.trust == .authorities(.file(folder.path + "/ca.crt")))
      #expect(access.namespace == "mine")
      #expect(access.authorization == .token("secret"))
      #expect(access.impersonation?.groups == ["dev"])
      overrides.skipsTLSVerification = true
      overrides.server = "http://127.0.0.1:8001/prefix"
      let proxied = try kubeconfig.access(overrides)
      #expect(proxied.endpoint.tls == nil)
      #expect(proxied.pathPrefix == "/prefix")
    }
  }

  @Test func aServerAloneIsEnough() throws {
    var overrides = ClusterOverrides()
    overrides.server = "https://127.0.0.1:6443"
    let access = try Kubeconfig(parsing: Array("{}".utf8), file: "none").access(overrides)
    #expect(access.endpoint.authority == "127.0.0.1:6443")
    #expect(throws: KubeconfigError.self) { try Kubeconfig(parsing: Array("{}".utf8), file: "none").access() }
  }

  @Test func filesAreThoseOfTheEnvironment() {
    #expect(Kubeconfig.standardFiles { ["KUBECONFIG": "/a:/b", "HOME": "/h"][$0] } == ["/a", "/b"])
    #expect(Kubeconfig.standardFiles { ["HOME": "/h"][$0] } == ["/h/.kube/config"])
  }
}
