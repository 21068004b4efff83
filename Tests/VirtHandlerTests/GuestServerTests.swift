import JSON
import KubeClient
import LauncherProtocol
import Logging
import Testing
import Transport

@testable import VirtHandler

/// What virt-api may ask of a node's handler, over TLS.
@Suite(.timeLimit(.minutes(1))) struct GuestServerTests {
  private let api = SmallAPIServer()
  private let launcher = FakeLauncher()
  private let folder = TemporaryFolder()
  private let authority: CertificateAuthority

  init() throws { authority = try CertificateAuthority(commonName: "test") }

  private func client(_ name: String) throws -> TLSClientConfiguration {
    let pair = try authority.issue(CertificateRequest(commonName: name, isForServer: false, isForClient: true))
    return TLSClientConfiguration(trust: .authorities(.bytes(authority.certificatePEM)), identity: pair.identity)
  }

  private func start() async throws -> (server: HTTPServer, task: Task<Void, Never>) {
    _ = folder.folder("watchdog-files")
    folder.file("watchdog-files/default_testvm")
    try launcher.start(folder.folder("sockets") + "/uid-1_sock")
    api.put(
      [
        "metadata": [
          "name": "testvm", "namespace": "default", "uid": "uid-1",
          "annotations": ["presets.virtualmachines.kubevirt.io/presets-applied": "kubevirt.io/v1alpha2"],
        ], "spec": ["domain": ["devices": [:]]], "status": ["phase": "Scheduled", "nodeName": "node01"],
      ], "virtualmachineinstances")
    var settings = HandlerSettings(nodeName: "node01")
    settings.paths.shareDirectory = folder.path
    settings.paths.podsDirectory = folder.path + "/pods"
    let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let handler = NodeHandler(try api.start(), settings: settings, group: try ReactorGroup(count: 1), logger: quiet)
    let pair = try authority.issue(CertificateRequest(commonName: "handler", ipAddresses: ["127.0.0.1"]))
    let server = try GuestServer(handler, logger: quiet).start(
      address: .tcp(host: "127.0.0.1", port: 0),
      tls: TLSServerConfiguration(identity: pair.identity, clientAuthorities: .bytes(authority.certificatePEM)))
    let task = Task { await handler.run() }
    await api.wait("virtualmachineinstances") { $0?.value(at: "status", "phase") == "Running" }
    return (server, task)
  }

  private func path(_ subject: String) -> String { "/v1/namespaces/default/virtualmachineinstances/testvm/\(subject)" }

  @Test func onlyVirtAPIIsServed() async throws {
    let (server, task) = try await start()
    let http = try HTTPClient()
    func status(_ method: String, _ path: String, as name: String) async throws -> Int {
      try await http.send(
        HTTPClientRequest(method: method, target: path),
        to: HTTPEndpoint(address: server.address, tls: try client(name))
      ).status
    }
    #expect(try await status("PUT", path("pause"), as: "someone") == 403)
    #expect(!launcher.calls.contains("pause"))
    #expect(try await status("PUT", path("pause"), as: GuestServer.clientName) == 200)
    #expect(launcher.calls.contains("pause"))
    #expect(try await status("GET", path("pause"), as: GuestServer.clientName) == 405)
    #expect(try await status("GET", path("nothing"), as: GuestServer.clientName) == 404)
    #expect(
      try await status("PUT", path("pause").replacing("testvm", with: "other"), as: GuestServer.clientName) == 404)
    await api.wait("virtualmachineinstances") {
      $0?.value(at: "status", "phase") == "Running"
    }
    await stop(server, task)
  }

  @Test func whoComesLastHasTheConsole() async throws {
    let (server, task) = try await start()
    let http = try HTTPClient()
    let endpoint = HTTPEndpoint(address: server.address, tls: try client(GuestServer.clientName))
    func open() async throws -> ByteStream? {
      let answer = try await http.upgrade(
        HTTPClientRequest(target: path("console")), to: endpoint, protocol: LauncherPath.byteStreamProtocol)
      guard case .upgraded(_, let stream) = answer else { return nil }
      return stream
    }
    let first = try #require(try await open())
    try await first.write(Array("login".utf8))
    #expect(try await first.read() == Array("login".utf8))
    let second = try #require(try await open())
    #expect((try? await first.read()) == .some(nil))
    try await second.write(Array("again".utf8))
    #expect(try await second.read() == Array("again".utf8))
    second.close()
    await stop(server, task)
  }

  private func stop(_ server: HTTPServer, _ task: Task<Void, Never>) async {
    task.cancel()
    await task.value
    await server.stop()
    await launcher.stop()
    await api.stop()
  }
}
