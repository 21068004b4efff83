import JSON
import Kube
import Testing
import Transport

@testable import KubeClient

@Suite struct KubernetesClientTests {
  @Test func getsObjectsAndTellsRefusalsByTheirStatus() async throws {
    let server = FakeAPIServer()
    server.put("a", "spec")
    try server.start()
    let client = try server.client(token: "secret")
    let object = try await client.get(ResourcePath(FakeAPIServer.resource, namespace: "default", name: "a"))
    #expect(object["spec"] == "spec")
    #expect(server.authorization == ["Bearer secret"])
    let error = await #expect(throws: KubernetesError.self) {
      try await client.get(ResourcePath(FakeAPIServer.resource, namespace: "default", name: "absent"))
    }
    #expect(error?.code == 404)
    #expect(error?.description.contains("NotFound") == true)
    await client.http.shutdown()
    await server.stop()
  }

  @Test func asksNothingWithoutTheTokenThatItShouldHave() async throws {
    let server = FakeAPIServer()
    try server.start()
    let endpoint = HTTPEndpoint(address: .tcp(host: "127.0.0.1", port: server.port))
    let access = ClusterAccess(endpoint: endpoint, authorization: .tokenFile("/nonexistent/token"))
    let client = KubernetesClient(access: access, http: try HTTPClient())
    let error = await #expect(throws: TransportError.self) { try await client.get(object) }
    #expect(error?.description.contains("/nonexistent/token") == true)
    #expect(server.authorization.isEmpty)
    await client.http.shutdown()
    await server.stop()
  }

  private let object = ResourcePath(FakeAPIServer.resource, namespace: "default", name: "a")

  /// Runs a test against a fake API server.
  private func withClient(_ test: (FakeAPIServer, KubernetesClient) async throws -> Void) async throws {
    let server = FakeAPIServer()
    try server.start()
    let client = try server.client()
    do {
      try await test(server, client)
    } catch {
      Issue.record(error)
    }
    await client.http.shutdown()
    await server.stop()
  }

  @Test func sendsWritesWithTheirOptions() async throws {
    try await withClient { server, client in
      let value: JSONValue = ["metadata": ["name": "a"]]
      let options = WriteOptions(fieldManager: "tests", isDryRun: true, fieldValidation: "Strict")
      let collection = ResourcePath(FakeAPIServer.resource, namespace: "default")
      #expect(try await client.create(collection, value, options: options) == value)
      _ = try await client.update(object, value)
      _ = try await client.patch(object, JSONPatch([.remove(JSONPointer(["a"]))]))
      _ = try await client.patch(object, .merge(["a": .null]))
      _ = try await client.patch(object, .apply(value), options: WriteOptions(fieldManager: "t", isForced: true))
      try await client.delete(object, options: DeletionOptions(propagationPolicy: "Orphan", uid: "7"))
      let path = "/apis/example.io/v1/namespaces/default/things"
      #expect(
        server.writes.map { $0.method + " " + $0.target } == [
          "POST \(path)?fieldManager=tests&dryRun=All&fieldValidation=Strict", "PUT \(path)/a", "PATCH \(path)/a",
          "PATCH \(path)/a", "PATCH \(path)/a?fieldManager=t&force=true", "DELETE \(path)/a",
        ])
      #expect(
        server.writes[2...4].map(\.contentType) == [
          "application/json-patch+json", "application/merge-patch+json", "application/apply-patch+yaml",
        ])
      let deletion = try JSONValue(parsing: server.writes[5].body)
      #expect(deletion["propagationPolicy"] == "Orphan")
      #expect(deletion["preconditions"] == ["uid": "7"])
    }
  }

  @Test func neverDeletesACollectionForWantOfAName() async throws {
    try await withClient { server, client in
      await #expect(throws: KubernetesError.self) {
        try await client.delete(ResourcePath(FakeAPIServer.resource, namespace: "default"))
      }
      #expect(server.requests.isEmpty)
    }
  }

  @Test(arguments: ["", ".", "..", "a/../../secrets/b", "a%2f"])
  func findsNothingUnderANameThatNoObjectCanHave(_ name: String) async throws {
    try await withClient { server, client in
      let path = ResourcePath(FakeAPIServer.resource, namespace: "default", name: name)
      let error = await #expect(throws: KubernetesError.self) { try await client.get(path) }
      #expect(error?.isNotFound == true)
      #expect(server.requests.isEmpty)
    }
  }

  @Test func asksAtOnceForAListWhosePagesTheServerForgets() async throws {
    try await withClient { server, client in
      for index in 0..<700 { server.put("thing-\(index)") }
      server.forgetPages()
      let items = try await client.list(ResourcePath(FakeAPIServer.resource)).items
      #expect(items.count == 700)
      #expect(Set(items).count == 700)
      #expect(server.requests.count == 3)
    }
  }

  @Test func tellsRefusalsFromOneAnother() async throws {
    func refusal(_ reason: StatusReason, _ code: Int32) -> HTTPResponse {
      let status = Status.failure(reason, code: code, message: "no")
      return HTTPResponse(status: Int(code), headers: .json, body: status.jsonBytes())
    }
    var busy = refusal(.tooManyRequests, 429)
    busy.headers["retry-after"] = "7"
    let answers = [
      busy, refusal(.conflict, 409), refusal(.alreadyExists, 409), refusal(.expired, 410),
      HTTPResponse(status: 502, text: "Bad gateway"), HTTPResponse(status: 200, text: "no JSON"),
    ]
    try await withClient { server, client in
      server.answer(with: answers)
      var errors: [KubernetesError] = []
      for _ in answers {
        do { _ = try await client.get(object) } catch let error as KubernetesError { errors.append(error) }
      }
      try #require(errors.count == answers.count)
      #expect(errors[0].retryAfter == .seconds(7))
      #expect(errors[1].isConflict && !errors[1].isAlreadyExists)
      #expect(errors[2].isAlreadyExists && !errors[2].isConflict)
      #expect(errors[3].isExpired)
      #expect(errors[4].code == 502 && errors[4].description.contains("Bad gateway"))
      #expect(errors[5].code == 200)
    }
  }
}
