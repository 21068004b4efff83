import Glibc
import Synchronization
import Testing

@testable import Transport

/// A folder that is removed at the end.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = "/tmp/swift-virt-test-\(UInt64.random(in: 0 ... .max))"
    try #require(mkdir(path, 0o700) == 0)
  }

  deinit {
    for name in written.withLock({ $0 }) { unlink(path + "/" + name) }
    rmdir(path)
  }

  private let written = Mutex<Set<String>>([])

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let fd = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(fd >= 0)
    defer { close(fd) }
    try #require(Glibc.write(fd, bytes, bytes.count) == bytes.count)
    _ = written.withLock { $0.insert(name) }
    return file
  }
}

@Suite struct TLSTests {
  /// Answers who the client is.
  static let whoami: HTTPRouter = { head in
    let peer = head.connection.peerCertificate
    return .respond(
      HTTPResponse(
        status: 200,
        headers: [
          "x-name": peer?.commonName ?? "nobody", "x-groups": peer?.organizations.joined(separator: "+") ?? "",
          "x-verified": "\(peer?.isVerified ?? false)", "x-secure": "\(head.connection.isSecure)",
        ]))
  }

  private func withTLSServer(_ body: (HTTPServer, HTTPClient) async throws -> Void) async throws {
    let authorities = PEMSource.bytes(try TestCertificates.authority.get().certificatePEM)
    try await withServer(.tlsHTTP2, clientAuthorities: authorities, router: Self.whoami) { server, client, _ in
      try await body(server, client)
    }
  }

  private func endpoint(_ server: HTTPServer, _ tls: TLSClientConfiguration, host: String = "127.0.0.1") -> HTTPEndpoint
  {
    HTTPEndpoint(address: .tcp(host: host, port: server.port), tls: tls)
  }

  @Test func clientCertificateIsShownToHandlers() async throws {
    try await withTLSServer { server, client in
      let identity = try TestCertificates.client("system:admin", organizations: ["system:masters", "other"]).identity
      for protocols in [[HTTPVersion.http2], [.http1_1]] {
        let tls = TLSClientConfiguration(
          trust: try TestCertificates.trust(), identity: identity, protocols: protocols)
        let response = try await client.send(HTTPClientRequest(target: "/"), to: endpoint(server, tls))
        #expect(response.headers["x-name"] == "system:admin")
        #expect(response.headers["x-groups"] == "system:masters+other")
        #expect(response.headers["x-verified"] == "true")
        #expect(response.headers["x-secure"] == "true")
        #expect(response.connection.peerCertificate?.commonName == "test server")
      }
    }
  }

  @Test func clientWithoutCertificateIsNobody() async throws {
    try await withTLSServer { server, client in
      let tls = TLSClientConfiguration(trust: try TestCertificates.trust())
      let response = try await client.send(HTTPClientRequest(target: "/"), to: endpoint(server, tls))
      #expect(response.headers["x-name"] == "nobody")
      #expect(response.headers["x-verified"] == "false")
    }
  }

  @Test func clientCertificateOfAnotherAuthorityIsRefused() async throws {
    try await withTLSServer { server, client in
      let other = try CertificateAuthority(commonName: "other authority")
      let forged = [
        try other.issue(CertificateRequest(commonName: "system:admin", isForServer: false, isForClient: true)),
        try CertificateAuthority.selfSigned(
          CertificateRequest(commonName: "system:admin", isForServer: false, isForClient: true)),
        // Of the right authority, but for servers only, and one that is no longer valid.
        try TestCertificates.server("system:admin"),
        try TestCertificates.authority.get().issue(
          CertificateRequest(
            commonName: "system:admin", isForServer: false, isForClient: true, validity: .seconds(-60))),
      ]
      for pair in forged {
        let tls = TLSClientConfiguration(
          trust: try TestCertificates.trust(), identity: pair.identity, protocols: [.http1_1])
        await #expect(throws: TransportError.self) {
          try await client.send(HTTPClientRequest(target: "/"), to: endpoint(server, tls))
        }
      }
      #expect(server.metrics.requestsHTTP1 == 0)
      #expect(server.metrics.tlsHandshakeFailures >= forged.count)
    }
  }

  @Test func clientAuthoritiesCanBeReplaced() async throws {
    try await withTLSServer { server, client in
      let other = try CertificateAuthority(commonName: "other authority")
      #expect(throws: TransportError.self) { try server.replaceClientAuthorities(.bytes([])) }
      try server.replaceClientAuthorities(.bytes(other.certificatePEM))
      let pair = try other.issue(CertificateRequest(commonName: "new", isForServer: false, isForClient: true))
      let tls = TLSClientConfiguration(trust: try TestCertificates.trust(), identity: pair.identity)
      let response = try await client.send(HTTPClientRequest(target: "/"), to: endpoint(server, tls))
      #expect(response.headers["x-name"] == "new")
    }
  }

  @Test func clientChecksAuthorityAndName() async throws {
    try await withTLSServer { server, client in
      let trust = try TestCertificates.trust()
      let other = try CertificateAuthority(commonName: "other authority")
      let refused = [
        TLSClientConfiguration(trust: .authorities(.bytes(other.certificatePEM))),
        TLSClientConfiguration(trust: .system), TLSClientConfiguration(trust: trust, serverName: "elsewhere.example"),
        TLSClientConfiguration(trust: trust, serverName: "127.0.0.2"),
      ]
      for tls in refused {
        await #expect(throws: TransportError.self) {
          try await client.send(HTTPClientRequest(target: "/"), to: endpoint(server, tls))
        }
      }
      let accepted = [
        TLSClientConfiguration(trust: trust), TLSClientConfiguration(trust: trust, serverName: "localhost"),
        TLSClientConfiguration(trust: .insecure, serverName: "elsewhere.example"),
      ]
      for tls in accepted {
        let response = try await client.send(HTTPClientRequest(target: "/"), to: endpoint(server, tls))
        #expect(response.status == 200)
      }
    }
  }

  @Test func garbageInsteadOfAHandshakeIsRefused() async throws {
    try await withTLSServer { server, client in
      for text in [
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u{16}\u{3}\u{1}\u{0}\u{5}hello", String(repeating: "\0", count: 9999),
      ] {
        let raw = try RawClient(port: server.port)
        raw.send(text)
        raw.finishWriting()
        _ = raw.readToEnd()
      }
      try await eventually("failures are counted") { server.metrics.tlsHandshakeFailures == 3 }
      let tls = TLSClientConfiguration(trust: try TestCertificates.trust())
      try await expectAlive(client, endpoint(server, tls))
    }
  }

  @Test func certificateMayNotBeForgedThroughNames() {
    #expect(throws: TransportError.self) {
      try CertificateAuthority.selfSigned(CertificateRequest(commonName: "x", dnsNames: ["a,DNS:b"]))
    }
    #expect(throws: TransportError.self) {
      try CertificateAuthority.selfSigned(CertificateRequest(commonName: "x", ipAddresses: ["1.2.3.4,DNS:b"]))
    }
  }

  @Test func badFilesAreRefusedAtTheStart() throws {
    let pair = try TestCertificates.server()
    let other = try TestCertificates.server()
    let broken = [
      TLSIdentity(certificate: .bytes([]), key: .bytes(pair.keyPEM)),
      TLSIdentity(certificate: .bytes(pair.certificatePEM), key: .bytes([])),
      TLSIdentity(certificate: .bytes(pair.certificatePEM), key: .bytes(other.keyPEM)),
      TLSIdentity(certificate: .bytes(Array(pair.certificatePEM.dropLast(100))), key: .bytes(pair.keyPEM)),
      TLSIdentity(certificate: .file("/nonexistent/file"), key: .bytes(pair.keyPEM)),
    ]
    for identity in broken {
      #expect(throws: TransportError.self) {
        try HTTPServer.start(
          .init(address: .tcp(host: "127.0.0.1", port: 0), tls: TLSServerConfiguration(identity: identity)),
          router: Self.whoami)
      }
    }
  }

  @Test(arguments: [HTTPVersion.http2, .http1_1])
  func certificateIsSwappedUnderLoadWithoutLoss(_ version: HTTPVersion) async throws {
    let folder = try TemporaryFolder()
    let old = try TestCertificates.server("old")
    let certificate = try folder.write("tls.crt", old.certificatePEM)
    let key = try folder.write("tls.key", old.keyPEM)
    let reports = Locked<[TransportError?]>([])
    let tls = TLSServerConfiguration(identity: TLSIdentity(certificate: .file(certificate), key: .file(key))) {
      report in
      reports.withLock { $0.append(report) }
    }
    let server = try HTTPServer.start(
      .init(address: .tcp(host: "127.0.0.1", port: 0), tls: tls, reactors: 2), router: Self.whoami)
    let trust = try TestCertificates.trust()
    let endpoint = HTTPEndpoint(
      address: server.address, tls: TLSClientConfiguration(trust: trust, protocols: [version]))
    let isDone = Flag()
    /// Who answers a connection made now.
    @Sendable func answering() async throws -> String {
      let fresh = try HTTPClient(configuration: .patient)
      let response = try await fresh.send(HTTPClientRequest(target: "/"), to: endpoint)
      _ = try await response.body.collect()
      await fresh.shutdown()
      return response.connection.peerCertificate?.commonName ?? ""
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      let client = try HTTPClient(configuration: .patient)
      for _ in 0..<8 {
        group.addTask {
          while !isDone.isSet {
            let response = try await client.send(HTTPClientRequest(method: "POST", target: "/"), to: endpoint)
            #expect(response.status == 200)
            _ = try await response.body.collect()
          }
        }
      }
      group.addTask { while !isDone.isSet { _ = try await answering() } }
      #expect(try await answering() == "old")
      // A half-written certificate, then one without its key: the old pair stays.
      let new = try TestCertificates.server("new")
      try folder.write("tls.crt", Array(new.certificatePEM.prefix(new.certificatePEM.count / 2)))
      try await eventually("the half-written file is reported") { reports.withLock { $0.count } == 1 }
      #expect(try await answering() == "old")
      try folder.write("tls.crt", new.certificatePEM)
      try await eventually("the wrong key is reported") { reports.withLock { $0.count } == 2 }
      #expect(try await answering() == "old")
      try folder.write("tls.key", new.keyPEM)
      try await eventually("the new pair is served") { try await answering() == "new" }
      #expect(reports.withLock { $0.map { $0 == nil } } == [false, false, true])
      isDone.set()
      try await group.waitForAll()
      // Connections made before the swap were left alone.
      #expect(client.metrics.connectionsAccepted <= (version == .http2 ? 1 : 8))
      await client.shutdown()
    }
    #expect(server.metrics.certificateReloads == 1)
    #expect(server.metrics.certificateReloadFailures == 2)
    await server.stop()
  }

  @Test func commonNameIsNoServerName() async throws {
    let pair = try TestCertificates.authority.get().issue(CertificateRequest(commonName: "localhost"))
    let server = try HTTPServer.start(
      .init(
        address: .tcp(host: "127.0.0.1", port: 0), tls: TLSServerConfiguration(identity: pair.identity), reactors: 1),
      router: Self.whoami)
    let client = try HTTPClient(configuration: .patient)
    let tls = TLSClientConfiguration(trust: try TestCertificates.trust(), serverName: "localhost")
    await #expect(throws: TransportError.tls("certificate not accepted: hostname mismatch")) {
      try await client.send(HTTPClientRequest(target: "/"), to: endpoint(server, tls))
    }
    await client.shutdown()
    await server.stop()
  }
}
