import Admission
import Foundation
import JSON
import Logging
import Transport

@testable import VirtAPI

/// A virt-api on a free port with a folder of its own, for as long as a test runs.
struct TestService {
  let folder: URL
  let service: VirtAPIServer.RunningService
  let client: HTTPClient
  let endpoint: HTTPEndpoint

  /// Starts virt-api with the objects given, runs the test, and drains it.
  static func run(
    objects: [JSONValue] = [], protocols: [HTTPVersion] = [.http2, .http1_1],
    _ test: (TestService) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("virt-api-\(UUID().uuidString)")
    let manifests = folder.appendingPathComponent("objects")
    try FileManager.default.createDirectory(at: manifests, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if !objects.isEmpty {
      try Data(JSONValue.array(objects).listDocument.utf8).write(to: manifests.appendingPathComponent("objects.json"))
    }
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let source = DirectoryObjectSource(directory: ManifestDirectory(path: manifests.path), logger: logger)
    let certificates = folder.appendingPathComponent("certificates").path
    var options = VirtAPIServer.Options(certificates: .ownIn(folder: certificates, names: ["localhost", "127.0.0.1"]))
    options.bindAddress = "127.0.0.1"
    options.port = 0
    let service = try VirtAPIServer(options: options, source: source, logger: logger).start()
    let following = Task { await source.follow() }
    defer { following.cancel() }
    let client = try HTTPClient()
    let tls = TLSClientConfiguration(trust: .authorities(.file(certificates + "/ca.crt")), protocols: protocols)
    let endpoint = HTTPEndpoint(address: .tcp(host: "127.0.0.1", port: service.server.port), tls: tls)
    do {
      try await test(TestService(folder: folder, service: service, client: client, endpoint: endpoint))
    } catch {
      await client.shutdown()
      await service.drain(grace: .seconds(5))
      throw error
    }
    await client.shutdown()
    await service.drain(grace: .seconds(5))
  }

  struct Answer {
    var status: Int
    var headers: HTTPHeaders
    var version: HTTPVersion
    var body: [UInt8]

    var json: JSONValue? { try? JSONValue(parsing: body) }
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  func get(_ path: String) async throws -> Answer { try await send("GET", path, body: .none) }

  func post(_ path: String, _ body: [UInt8], contentType: String = "application/json") async throws -> Answer {
    try await send("POST", path, headers: ["content-type": contentType], body: .bytes(body))
  }

  func send(
    _ method: String, _ path: String, headers: HTTPHeaders = HTTPHeaders(), body: HTTPClientRequest.Body
  ) async throws -> Answer {
    var request = HTTPClientRequest(method: method, target: path, headers: headers, body: body)
    // Other tests may keep every core busy.
    request.timeout = .seconds(300)
    let response = try await client.send(request, to: endpoint)
    let bytes = try await response.body.collect(limit: 64 << 20)
    return Answer(status: response.status, headers: response.headers, version: response.version, body: bytes)
  }
}

extension JSONValue {
  /// A List object around the elements of an array.
  var listDocument: String { (["apiVersion": "v1", "kind": "List", "items": self] as JSONValue).serialized() }
}

/// A review of an object's creation.
func review(
  _ object: JSONValue, resource: String, version: String, operation: String = "CREATE", oldObject: JSONValue = .null
) -> [UInt8] {
  let group = "kubevirt.io"
  let request: JSONValue = [
    "uid": "705ab4f5-6393-11e8-b7cc-42010a800002",
    "kind": ["group": .string(group), "version": .string(version), "kind": object["kind"] ?? ""],
    "resource": ["group": .string(group), "version": .string(version), "resource": .string(resource)],
    "name": object.value(at: "metadata", "name") ?? "", "namespace": "default", "operation": .string(operation),
    "userInfo": ["username": "developer", "groups": ["system:authenticated"]],
    "object": object, "oldObject": oldObject, "dryRun": false,
  ]
  return (["apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": request] as JSONValue).jsonBytes()
}
