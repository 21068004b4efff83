import Admission
import ComponentBase
import JSON
import Kube
import KubeClient
import Logging
import Synchronization
import Transport

@testable import VirtAPI

/// The group behind TLS, with a front proxy whose authority a test has, and a cluster of one machine.
struct FrontedServer {
  let objects = OneMachine()
  let reviews: FixedReviews
  let follower: FrontProxyFollower
  private let authority: CertificateAuthority
  private let serving: CertificateAuthority
  private let server: HTTPServer

  static func run(
    verdict: Result<AccessVerdict, KubernetesError> = .success(.allowed), nodes: (any NodeHandlers)? = nil,
    _ test: (FrontedServer) async throws -> Void
  ) async throws {
    let server = try FrontedServer(verdict: verdict, nodes: nodes)
    do {
      try await test(server)
    } catch {
      await server.server.stop()
      throw error
    }
    await server.server.stop()
  }

  private init(verdict: Result<AccessVerdict, KubernetesError>, nodes: (any NodeHandlers)?) throws {
    authority = try CertificateAuthority(commonName: "front-proxy-ca")
    serving = try CertificateAuthority(commonName: "serving")
    reviews = FixedReviews(verdict)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let proxy = FrontProxy(authorities: .bytes(authority.certificatePEM), allowedNames: ["front-proxy-client"])
    let knowledge = FrontProxyKnowledge(proxy)
    let service = SubresourceService(
      objects: objects, nodes: nodes, configuration: { ClusterConfiguration() },
      health: { HTTPResponse(status: 200, text: "ok") },
      logger: logger)
    let subresources = SubresourceServer(
      service: service, proxy: { knowledge.current }, reviews: reviews, logger: logger)
    let identity = try serving.issue(CertificateRequest(commonName: "virt-api", dnsNames: ["localhost"])).identity
    server = try HTTPServer.start(
      HTTPServer.Configuration(
        address: .tcp(host: "127.0.0.1", port: 0),
        tls: TLSServerConfiguration(identity: identity, clientAuthorities: proxy.authorities), reactors: 1)
    ) { subresources.handler(for: $0) ?? .respond(HTTPResponse(status: 418)) }
    let reference = ServerReference()
    reference.server = server
    let access = ClusterAccess(endpoint: HTTPEndpoint(address: .tcp(host: "127.0.0.1", port: 1)))
    follower = FrontProxyFollower(
      client: KubernetesClient(access: access, http: try HTTPClient()), knowledge: knowledge, server: reference,
      logger: logger)
  }

  /// The ConfigMap with these names.
  func configuration(names: String) -> JSONValue {
    [
      "data": [
        "requestheader-client-ca-file": .string(String(decoding: authority.certificatePEM, as: UTF8.self)),
        "requestheader-allowed-names": .string(names),
      ]
    ]
  }

  /// The server for someone with a certificate of this common name; nil presents none.
  private func endpoint(as name: String?, signedBy signer: CertificateAuthority?) throws -> HTTPEndpoint {
    let identity = try name.map { name in
      try (signer ?? authority).issue(
        CertificateRequest(commonName: name, isForServer: false, isForClient: true)
      ).identity
    }
    let tls = TLSClientConfiguration(
      trust: .authorities(.bytes(serving.certificatePEM)), serverName: "localhost", identity: identity)
    return HTTPEndpoint(address: .tcp(host: "127.0.0.1", port: server.port), tls: tls)
  }

  /// Opens a stream as the API server in front does.
  func upgrade(_ path: String, _ headers: HTTPHeaders, client: HTTPClient) async throws -> HTTPUpgradeResult {
    var request = HTTPClientRequest(method: "GET", target: path, headers: headers)
    request.timeout = .seconds(300)
    return try await client.upgrade(
      request, to: try endpoint(as: "front-proxy-client", signedBy: nil), protocol: "websocket")
  }

  struct Answer {
    var status: Int
    var headers: HTTPHeaders
    var body: [UInt8]
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Sends a request over a connection of its own.
  ///
  /// - Parameter name: the common name of the client's certificate; nil presents none.
  func send(
    _ method: String, _ path: String, _ headers: HTTPHeaders = [:], as name: String?,
    signedBy signer: CertificateAuthority? = nil, body: [UInt8] = []
  ) async throws -> Answer {
    let client = try HTTPClient()
    var request = HTTPClientRequest(method: method, target: path, headers: headers, body: .bytes(body))
    request.timeout = .seconds(300)
    do {
      let response = try await client.send(
        request, to: try endpoint(as: name, signedBy: signer))
      let body = try await response.body.collect(limit: 1 << 20)
      await client.shutdown()
      return Answer(status: response.status, headers: response.headers, body: body)
    } catch {
      await client.shutdown()
      throw error
    }
  }
}

/// A cluster with a machine that may be started, which keeps what was written.
final class OneMachine: SubresourceObjects {
  private let written = Mutex<[ObjectWrite]>([])
  var writes: [ObjectWrite] { written.withLock { $0 } }

  func find(_ path: ResourcePath) async throws -> JSONValue? {
    switch (path.resource.resource, path.name) {
    case ("virtualmachines", "vm"): MachineFixtures.machine()
    case ("virtualmachineinstances", "running"):
      [
        "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance",
        "metadata": ["name": "running", "namespace": "ns", "uid": "u"],
        "status": ["phase": "Running", "nodeName": "node01"],
      ]
    default: nil
    }
  }

  func list(_ path: ResourcePath, labelSelector: String) async throws -> [JSONValue] { [] }

  func perform(_ write: ObjectWrite) async -> WriteOutcome {
    written.withLock { $0.append(write) }
    return .success([:])
  }
}

/// Gives every review the same answer, and keeps what was asked.
final class FixedReviews: AccessReviewing {
  private let answer: Result<AccessVerdict, KubernetesError>
  private let reviews = Mutex<[AccessReview]>([])
  var asked: [AccessReview] { reviews.withLock { $0 } }

  init(_ answer: Result<AccessVerdict, KubernetesError>) { self.answer = answer }

  func verdict(on review: AccessReview) async throws -> AccessVerdict {
    reviews.withLock { $0.append(review) }
    return try answer.get()
  }
}
