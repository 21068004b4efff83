import EmbeddedStore
import Foundation
import JSON
import Kube
import Transport

@testable import EmbeddedAPI

/// A store with objects that tokens and roles are looked up in.
struct AccessFixture {
  static let start = Timestamp(seconds: 1_800_000_000)

  let store: EmbeddedStore
  let key: SigningKey
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("access-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    store = try EmbeddedStore.open(folder + "/objects.db")
    key = try SigningKey()
  }

  func close() {
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func with(_ test: (AccessFixture) async throws -> Void) async throws {
    let fixture = try AccessFixture()
    defer { fixture.close() }
    try await test(fixture)
  }

  func tokens(at moment: Timestamp = start, keys: [SigningKey]? = nil) -> ServiceAccountTokens {
    ServiceAccountTokens(keys: keys ?? [key], store: store, now: { moment })
  }

  func put(_ collection: String, _ object: JSONValue) async throws {
    let place = ObjectKey(
      collection: collection, namespace: object.value(at: "metadata", "namespace")?.string ?? "",
      name: object.value(at: "metadata", "name")?.string ?? "")
    if let old = try store.get(place) {
      _ = try await store.commit(Write(place, .replace(EncodedObject(object), expecting: old.revision)))
    } else {
      _ = try await store.commit(Write(place, .create(EncodedObject(object))))
    }
  }

  func remove(_ collection: String, _ namespace: String, _ name: String) async throws {
    let place = ObjectKey(collection: collection, namespace: namespace, name: name)
    guard let old = try store.get(place) else { return }
    _ = try await store.commit(Write(place, .remove(EncodedObject(old.tree()), expecting: old.revision)))
  }

  func putAccount(_ name: String = "robot", uid: String = "u1") async throws {
    try await put("serviceaccounts", Self.object("v1", "ServiceAccount", "default", name, uid: uid))
  }

  static func object(_ apiVersion: String, _ kind: String, _ namespace: String, _ name: String, uid: String = "u")
    -> JSONValue
  {
    var metadata: JSONValue = ["name": .string(name), "uid": .string(uid)]
    if !namespace.isEmpty { metadata["namespace"] = .string(namespace) }
    return ["apiVersion": .string(apiVersion), "kind": .string(kind), "metadata": metadata]
  }

  func claims(
    _ bound: ServiceAccountClaims.Bound? = nil, audiences: [String] = [ServiceAccountTokens.standardIssuer],
    life: Int64? = 3600
  ) -> ServiceAccountClaims {
    ServiceAccountClaims(
      namespace: "default", account: ServiceAccountClaims.Reference(name: "robot", uid: "u1"), bound: bound,
      audiences: audiences, identifier: "id", issuedAt: Self.start.seconds, expiry: life.map { Self.start.seconds + $0 }
    )
  }

  static func head(_ headers: HTTPHeaders = HTTPHeaders(), certificate: PeerCertificate? = nil) -> HTTPRequestHead {
    HTTPRequestHead(
      method: "GET", path: "/api", headers: headers,
      connection: ConnectionInfo(peerAddress: .unix(path: ""), peerCertificate: certificate, isSecure: true))
  }
}

/// Finds objects in a fixture's store; writes nothing.
struct FixtureObjects: ObjectAccess {
  let store: EmbeddedStore

  func get(_ resource: GroupVersionResource, namespace: String, name: String) async throws(Status) -> JSONValue {
    let key = ObjectKey(collection: resource.resource, namespace: namespace, name: name)
    do {
      guard let found = try store.get(key) else { throw StoreError.notFound(key) }
      return try found.tree()
    } catch { throw .notFound(resource, name) }
  }

  func list(_ resource: GroupVersionResource, namespace: String, labelSelector: String, fieldSelector: String)
    async throws(Status) -> [JSONValue]
  { [] }
  func create(_ resource: GroupVersionResource, namespace: String, _ object: JSONValue, isDryRun: Bool)
    async throws(Status) -> JSONValue
  { throw .methodNotAllowed }
  func update(
    _ resource: GroupVersionResource, namespace: String, name: String, subresource: String, _ object: JSONValue,
    isDryRun: Bool
  ) async throws(Status) -> JSONValue { throw .methodNotAllowed }
  func patch(
    _ resource: GroupVersionResource, namespace: String, name: String, subresource: String, _ patch: PatchBody,
    isDryRun: Bool
  ) async throws(Status) -> JSONValue { throw .methodNotAllowed }
  func delete(_ resource: GroupVersionResource, namespace: String, name: String, options: JSONValue)
    async throws(Status) -> JSONValue
  { throw .methodNotAllowed }
}
