import Foundation
import KubeClient
import Logging
import Testing
import Transport

@testable import Standalone

@Suite struct InstanceCertificatesTests {
  private func withFolder(_ test: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pki-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await test(folder)
  }

  private func certificates(
    _ folder: String, names: [String] = [], lifetimes: InstanceCertificates.Lifetimes = .init()
  ) -> InstanceCertificates {
    InstanceCertificates(
      folder: folder, serverNames: names, lifetimes: lifetimes,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  private func bytes(_ folder: String, _ name: String) -> [UInt8] {
    (try? File.read(folder + "/" + name, limit: 1 << 20)) ?? []
  }

  private func pair(_ folder: String, _ name: String) -> CertificatePair {
    CertificatePair(certificatePEM: bytes(folder, name + ".crt"), keyPEM: bytes(folder, name + ".key"))
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private let everything: Set<String> = [
    "ca", "client-ca", "front-proxy-ca", "sa", "server", "admin", "virt-controller", "virt-handler",
    "virt-handler-client", "node",
  ]

  @Test func makesEverythingOnceForItsOwnerAlone() async throws {
    try await withFolder { folder in
      let certificates = certificates(folder, names: ["vm.example.org", "192.0.2.7"])
      #expect(try certificates.prepare() == everything)
      #expect(try certificates.prepare().isEmpty)
      #expect(mode(folder) == 0o700)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        #expect(mode(folder + "/" + name) == 0o600)
      }
      let names = ["localhost", "127.0.0.1", "::1", "kubernetes.default.svc", "vm.example.org", "192.0.2.7"]
      #expect(
        pair(folder, "server").isUsable(signedBy: bytes(folder, "ca.crt"), names: names, for: .seconds(300 * 86400)))
      // One authority does not vouch for what another one signed.
      #expect(!pair(folder, "server").isUsable(signedBy: bytes(folder, "client-ca.crt"), for: .zero))
      let admin = try #require(CertificateFacts.all(in: bytes(folder, "admin.crt")).first)
      #expect(admin.commonName == "swift-virt-admin" && admin.organizations == ["system:masters"])
      #expect(try certificates.tokenKeys().count == 1)
    }
  }

  @Test func replacesWhatIsBrokenMissingOrOfAnother() async throws {
    try await withFolder { folder in
      let certificates = certificates(folder)
      try certificates.prepare()
      let other = try CertificateAuthority(commonName: "other")
      try File.replace(folder + "/server.crt", with: Array("broken".utf8))
      #expect(try certificates.prepare() == ["server"])
      unlink(folder + "/admin.key")
      #expect(try certificates.prepare() == ["admin"])
      let stolen = try other.issue(
        CertificateRequest(
          commonName: "swift-virt-admin", organizations: ["system:masters"], isForServer: false, isForClient: true))
      try File.replace(folder + "/admin.crt", with: stolen.certificatePEM)
      try File.replace(folder + "/admin.key", with: stolen.keyPEM)
      #expect(try certificates.prepare() == ["admin"])
      let weaker = try certificates.issue(user: "someone", groups: [], validity: .seconds(300 * 86400))
      try File.replace(folder + "/admin.crt", with: weaker.certificatePEM)
      try File.replace(folder + "/admin.key", with: weaker.keyPEM)
      #expect(try certificates.prepare() == ["admin"])
      try File.replace(folder + "/sa.key", with: [])
      #expect(try certificates.prepare() == ["sa"])
      chmod(folder + "/sa.key", 0o644)
      #expect(try certificates.prepare().isEmpty)
      #expect(mode(folder + "/sa.key") == 0o600)
      // The key of an authority does not fit: all that it signed goes too.
      try File.replace(folder + "/client-ca.key", with: other.pair.keyPEM)
      #expect(
        try certificates.prepare() == [
          "client-ca", "admin", "virt-controller", "virt-handler", "virt-handler-client", "node",
        ])
      #expect(try self.certificates(folder, names: ["new.example.org"]).prepare() == ["server"])
    }
  }

  @Test func renewsWhatEndsSoon() async throws {
    try await withFolder { folder in
      var short = InstanceCertificates.Lifetimes()
      short.certificate = .seconds(100 * 86400)
      try certificates(folder, lifetimes: short).prepare()
      let before = pair(folder, "ca")
      #expect(
        try certificates(folder).prepare() == [
          "server", "admin", "virt-controller", "virt-handler", "virt-handler-client", "node",
        ])
      #expect(pair(folder, "ca") == before)
    }
  }

  @Test func trustsAnAuthorityThatGoesUntilItEnds() async throws {
    try await withFolder { folder in
      var short = InstanceCertificates.Lifetimes()
      short.authority = .seconds(3 * 365 * 86400)
      let first = certificates(folder, lifetimes: short)
      try first.prepare()
      let client = try first.issue(user: "ann", groups: ["team"], validity: .seconds(86400))
      let made = try certificates(folder).prepare()
      #expect(made == everything.subtracting(["sa"]))
      let authorities = CertificateFacts.all(in: bytes(folder, "client-ca.crt"))
      #expect(authorities.count == 2)
      #expect(client.isUsable(signedBy: authorities.last?.pem ?? [], for: .zero))
      #expect(try certificates(folder).prepare().isEmpty)
    }
  }

  @Test func letsTwoStartTogether() async throws {
    try await withFolder { folder in
      let certificates = certificates(folder)
      let made = try await withThrowingTaskGroup(of: Set<String>.self) { group in
        for _ in 0..<4 { group.addTask { try certificates.prepare() } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(made.filter { !$0.isEmpty } == [everything])
    }
  }

  /// A client with an earlier certificate is let in after the server's certificates and authorities were replaced.
  @Test func takesNewCertificatesWithoutARestart() async throws {
    try await withFolder { folder in
      var short = InstanceCertificates.Lifetimes()
      short.authority = .seconds(3 * 365 * 86400)
      let first = certificates(folder, lifetimes: short)
      try first.prepare()
      let ann = try first.issue(user: "ann", groups: [], validity: .seconds(86400))
      let reloads = AsyncStream.makeStream(of: Bool.self)
      let server = try HTTPServer.start(
        HTTPServer.Configuration(
          address: .tcp(host: "127.0.0.1", port: 0),
          tls: first.serverConfiguration { reloads.continuation.yield($0 == nil) }, reactors: 1),
        router: { .respond(HTTPResponse(status: 200, text: $0.connection.peerCertificate?.commonName ?? "nobody")) })
      func ask(_ identity: TLSIdentity) async throws -> String {
        let client = try HTTPClient()
        let tls = TLSClientConfiguration(trust: .authorities(.file(folder + "/ca.crt")), identity: identity)
        let endpoint = HTTPEndpoint(address: .tcp(host: "127.0.0.1", port: server.port), tls: tls)
        let response = try await client.send(HTTPClientRequest(target: "/"), to: endpoint)
        let body = try await response.body.collect(limit: 1 << 10)
        await client.shutdown()
        return String(decoding: body, as: UTF8.self)
      }
      #expect(try await ask(ann.identity) == "ann\n")
      let other = try CertificateAuthority(commonName: "other").issue(
        CertificateRequest(commonName: "ann", isForServer: false, isForClient: true))
      await #expect(throws: (any Error).self) { try await ask(other.identity) }
      let second = certificates(folder)
      try second.prepare()
      for await isUsed in reloads.stream where isUsed { break }
      let admin = try second.pair(of: .administrator)
      while (try? await ask(admin.identity)) != "swift-virt-admin\n" { try await Task.sleep(for: .milliseconds(20)) }
      #expect(try await ask(ann.identity) == "ann\n")
      await server.drain(grace: .zero)
    }
  }

  @Test func writesAKubeconfigThatClientsRead() async throws {
    try await withFolder { folder in
      let certificates = certificates(folder)
      try certificates.prepare()
      let path = folder + "/admin.kubeconfig"
      try AdminKubeconfig.write(certificates, server: "https://127.0.0.1:6443", to: path)
      #expect(mode(path) == 0o600)
      let access = try Kubeconfig(file: path).access()
      #expect(access.endpoint.address == .tcp(host: "127.0.0.1", port: 6443))
      #expect(access.endpoint.tls?.trust == .authorities(.bytes(bytes(folder, "ca.crt"))))
      #expect(access.endpoint.tls?.identity == pair(folder, "admin").identity)
      let token = KubeconfigText.make(
        server: "https://[::1]:1", authorities: [], user: "yes", token: "0x1", namespace: "on")
      #expect(try Kubeconfig(parsing: Array(token.utf8), file: "t").access().namespace == "on")
    }
  }
}
