import JSON
import Kube
import Testing
import Transport

@testable import EmbeddedAPI

@Suite struct RoutingTests {
  private let notes = "/api/v1/namespaces/default/notes"

  @Test(arguments: [
    ("GET", "/api/v1/foos", 404), ("GET", "/apis/nope/v1/foos", 404), ("GET", "/nope", 404),
    ("GET", "/api/v1/namespaces/default/places", 404), ("GET", "/api/v1/notes/a", 404),
    ("GET", "/api/v1/namespaces/default/notes/a/foo", 404), ("PUT", "/api/v1/namespaces/default/notes", 405),
    ("POST", "/api/v1/namespaces/default/notes/a", 405), ("POST", "/api/v1/notes", 405),
    ("DELETE", "/api/v1/notes", 405), ("HEAD", "/api/v1/notes", 405), ("OPTIONS", "/api/v1/notes", 405),
    ("BREW", "/api/v1/notes", 405), ("GET", "/apis/example.com/v1/questions", 405), ("POST", "/version", 405),
    ("GET", "/api/v1/notes/%zz", 400), ("GET", "/api//v1/notes", 404), ("GET", "/apis/example.com/v2/widgets", 404),
  ])
  func refusesWhatIsNotServed(_ method: String, _ path: String, _ code: Int) async throws {
    let api = try TestAPI()
    let answer = await api.send(method, path)
    #expect(answer.code == code, "\(answer.message)")
    #expect(answer.body["kind"] == "Status")
    #expect(answer.body["status"] == "Failure")
  }

  @Test(arguments: [
    ("GET", "/api/v1/notes", "list|notes|||v1"),
    ("GET", "/api/v1/namespaces/x/notes?watch=1", "watch|notes||x|v1"),
    ("GET", "/api/v1/namespaces/x/notes?fieldSelector=metadata.name%3Da", "list|notes|a|x|v1"),
    ("GET", "/api/v1/namespaces/x/notes/a%2Db", "get|notes|a-b|x|v1"),
    ("POST", "/api/v1/namespaces/x/notes", "create|notes||x|v1"),
    ("PUT", "/api/v1/namespaces/x/notes/a/status", "update|notes/status|a|x|v1"),
    ("PATCH", "/apis/example.com/v1/namespaces/x/widgets/a", "patch|widgets.example.com|a|x|v1"),
    ("DELETE", "/api/v1/namespaces/x/notes", "deletecollection|notes||x|v1"),
    ("DELETE", "/api/v1/namespaces/x/notes/a", "delete|notes|a|x|v1"),
    ("GET", "/api/v1/namespaces/x", "get|namespaces|x|x|v1"),
    ("PUT", "/api/v1/namespaces/x/finalize", "update|namespaces/finalize|x|x|v1"),
    ("GET", "/api/v1/namespaces/x/pods/p/proxy/a/b", "get|pods/proxy|p|x|v1"),
    ("GET", "/healthz", "get|/healthz"),
  ])
  func asksTheAuthorizerAsKubernetesDoes(_ method: String, _ target: String, _ expected: String) async throws {
    let authorizer = RecordingAuthorizer { _ in false }
    let api = try TestAPI(authorizer: authorizer)
    #expect(await api.send(method, target).code == 403)
    let asked = try #require(authorizer.all.first)
    var resource = asked.group.isEmpty ? asked.resource : asked.resource + "." + asked.group
    if !asked.subresource.isEmpty { resource += "/" + asked.subresource }
    let words =
      asked.isResource
      ? [asked.verb, resource, asked.name, asked.namespace, asked.version] : [asked.verb, asked.path]
    #expect(words.joined(separator: "|") == expected)
  }

  @Test func refusalsReadAsKubernetes() async throws {
    let api = try TestAPI(authorizer: RecordingAuthorizer { _ in false })
    let user = UserInfo(username: "u")
    let listed = await api.send("GET", notes, user: user)
    #expect(
      listed.message
        == #"notes is forbidden: User "u" cannot list resource "notes" in API group "" in the namespace "default""#)
    #expect(listed.reason == "Forbidden")
    let named = await api.send("GET", "/api/v1/places/p", user: user)
    #expect(
      named.message
        == #"places "p" is forbidden: User "u" cannot get resource "places" in API group "" at the cluster scope"#)
    let path = await api.send("GET", "/version", user: user)
    #expect(path.message == #"forbidden: User "u" cannot get path "/version""#)
  }

  @Test func impersonationIsCheckedAndActsAsTheOther() async throws {
    let authorizer = RecordingAuthorizer { $0.name != "nobody" }
    let api = try TestAPI(authorizer: authorizer)
    _ = await api.send(
      "GET", notes,
      headers: [
        ("Impersonate-User", "jane"), ("Impersonate-Group", "dev"), ("Impersonate-Group", "ops"),
        ("Impersonate-Extra-scopes%2fx", "view"), ("Impersonate-Uid", "7"),
      ])
    let asked = authorizer.all
    #expect(asked.map(\.verb) == Array(repeating: "impersonate", count: 5) + ["list"])
    #expect(asked.map(\.resource) == ["users", "groups", "groups", "userextras", "uids", "notes"])
    #expect(asked.map(\.name) == ["jane", "dev", "ops", "view", "7", ""])
    #expect(asked[3].subresource == "scopes/x" && asked[3].group == "authentication.k8s.io")
    #expect(asked[0].user.username == "admin")
    #expect(
      asked[5].user
        == UserInfo(
          username: "jane", uid: "7", groups: ["dev", "ops", "system:authenticated"], extra: ["scopes/x": ["view"]]))
    let refused = await api.send("GET", notes, headers: [("Impersonate-User", "nobody")])
    #expect(refused.code == 403)
    #expect(
      refused.message.hasPrefix(#"users "nobody" is forbidden: User "admin" cannot impersonate resource "users""#))
    #expect(await api.send("GET", notes, headers: [("Impersonate-Group", "dev")]).code == 400)
  }

  @Test func impersonatedServiceAccountsHaveTheirGroups() throws {
    let impersonation = try #require(
      try Impersonation(["impersonate-user": "system:serviceaccount:ns:acc"], sender: TestAPI.admin))
    #expect(impersonation.permissions.map(\.resource) == ["serviceaccounts"])
    #expect(impersonation.permissions.map(\.namespace) == ["ns"])
    #expect(
      impersonation.user.groups == ["system:serviceaccounts", "system:serviceaccounts:ns", "system:authenticated"])
  }

  @Test func bodiesAreBounded() async throws {
    let api = try TestAPI()
    let answer = await api.send("POST", notes, String(repeating: " ", count: BodyDecoding.limit + 1))
    #expect(answer.code == 413)
    #expect(answer.reason == "RequestEntityTooLarge")
  }

  @Test func endpointsAnswerForKindsThatOnlyAsk() async throws {
    let api = try TestAPI(endpoints: [EndpointKey(group: "example.com", resource: "questions"): EchoEndpoint()])
    let answer = await api.send("POST", "/apis/example.com/v1/questions", #"{"spec":{"text":"hi"}}"#)
    #expect(answer.code == 201)
    #expect(answer.body.value(at: "status", "heard") == "hi")
  }

  @Test func warningsAreEscapedAndBounded() {
    #expect(WarningHeaders.value("a \"b\" \\ \n") == #"299 - "a \"b\" \\  ""#)
    var headers = HTTPHeaders()
    WarningHeaders.append((0..<100).map { "\($0)" + String(repeating: "x", count: 1000) }, to: &headers)
    let warnings = headers.values("warning")
    #expect(!warnings.isEmpty && warnings.count < 20)
    #expect(warnings.allSatisfy { $0.utf8.count < 300 })
  }

  @Test func auditHearsOfEveryRequest() async throws {
    let audit = RecordingAudit()
    let api = try TestAPI(audit: audit)
    _ = await api.send("GET", notes + "/a?pretty=1", headers: [("User-Agent", "test")])
    let entry = try #require(audit.all.first)
    #expect(entry.code == 404)
    #expect(entry.uri == notes + "/a?pretty=1")
    #expect(entry.user?.username == "admin")
    #expect(entry.attributes?.verb == "get")
    #expect(entry.userAgent == "test")
  }

  @Test func usersInProcessSeeTheSameErrors() async throws {
    let api = try TestAPI()
    let objects = api.server.objects(as: TestAPI.admin)
    await #expect(throws: Status.notFound(TestAPI.notes, "a")) {
      _ = try await objects.get(TestAPI.notes, namespace: "default", name: "a")
    }
    let created = try await objects.create(
      TestAPI.notes, namespace: "default", ["metadata": ["name": "a"], "spec": ["text": "x"]], isDryRun: false)
    #expect(try await objects.find(TestAPI.notes, namespace: "default", name: "a") == created)
    let patched = try await objects.patch(
      TestAPI.notes, namespace: "default", name: "a", subresource: "", .merge(["spec": ["text": "y"]]),
      isDryRun: false)
    #expect(try await objects.list(TestAPI.notes) == [patched])
    try await objects.delete(TestAPI.notes, namespace: "default", name: "a", options: .null)
    #expect(try await objects.list(TestAPI.notes) == [])
  }
}

struct EchoEndpoint: ResourceEndpoint {
  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer {
    let body = try request.decodedBody(as: request.kind)
    return EndpointAnswer(object: ["status": ["heard": body.value(at: "spec", "text") ?? .null]])
  }
}
