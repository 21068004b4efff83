import EmbeddedStore
import JSON
import Kube
import Logging
import Testing

@testable import EmbeddedAPI

@Suite struct AccessEndpointTests {
  private let ann = UserInfo(username: "ann", groups: ["team", "system:authenticated"])

  /// Sends an object to one of the endpoints, in a store with the roles of the first start where ann is an editor of `a`.
  private func ask(
    _ fixture: AccessFixture, _ group: String, _ resource: String, subresource: String = "", namespace: String = "",
    name: String = "", as user: UserInfo? = nil, _ object: JSONValue
  ) async throws -> JSONValue {
    let authorizer = RoleAuthorizer(store: fixture.store, logger: Logger(label: "test"))
    let binding = RoleTests.binding("edit", namespace: "a", to: ("ClusterRole", "edit"), [RoleTests.user("ann")])
    for role in BootstrapRoles.objects + [binding] { try await fixture.put(RoleTests.key(role).collection, role) }
    try await authorizer.load()
    let endpoints = AccessEndpoints.all(authorizer: authorizer, tokens: fixture.tokens(at: .now()))
    let endpoint = try #require(
      endpoints[EndpointKey(group: group, resource: resource, subresource: subresource)])
    let definition = try #require(
      ResourceRegistry(BuiltInResources.definitions).definition(group: group, resource: resource))
    let request = ResourceRequest(
      verb: .create, definition: definition, version: "v1", namespace: namespace, name: name, subresource: subresource,
      user: user ?? ann, body: object.jsonBytes())
    let answer = try await endpoint.respond(request, FixtureObjects(store: fixture.store))
    #expect(answer.status == 201)
    return answer.object
  }

  @Test func saysWhatTheAskerMayDo() async throws {
    try await AccessFixture.with { fixture in
      func may(_ verb: String, _ resource: String, _ namespace: String) async throws -> JSONValue? {
        try await ask(
          fixture, "authorization.k8s.io", "selfsubjectaccessreviews",
          [
            "spec": [
              "resourceAttributes": [
                "namespace": .string(namespace), "verb": .string(verb), "resource": .string(resource),
                "group": "kubevirt.io",
              ]
            ]
          ])["status"]
      }
      let status = try await may("create", "virtualmachines", "a")
      #expect(status?["allowed"] == true)
      #expect(status?["reason"] == #"RBAC: allowed by RoleBinding "edit/a" of ClusterRole "edit" to User "ann""#)
      #expect(try await may("create", "virtualmachines", "b") == ["allowed": false])
      let path = try await ask(
        fixture, "authorization.k8s.io", "selfsubjectaccessreviews",
        ["kind": "SelfSubjectAccessReview", "spec": ["nonResourceAttributes": ["path": "/version", "verb": "get"]]])
      #expect(path.value(at: "status", "allowed") == true)
      #expect(path["kind"] == "SelfSubjectAccessReview" && path["apiVersion"] == "authorization.k8s.io/v1")
    }
  }

  @Test func answersForOthersByWhatIsSaidOfThem() async throws {
    try await AccessFixture.with { fixture async throws -> Void in
      func may(_ spec: JSONValue) async throws -> JSONValue? {
        var spec = spec
        spec["resourceAttributes"] = ["namespace": "a", "verb": "get", "resource": "secrets"]
        return try await ask(fixture, "authorization.k8s.io", "subjectaccessreviews", ["spec": spec])
          .value(at: "status", "allowed")
      }
      let answers = try await (
        may(["user": "ann"]), may(["user": "bob"]), may(["user": "bob", "groups": ["system:masters"]])
      )
      #expect(answers == (true, false, true))
    }
  }

  @Test func refusesReviewsThatAskNothing() async throws {
    try await AccessFixture.with { fixture in
      for (resource, object) in [
        ("selfsubjectaccessreviews", ["spec": [:]] as JSONValue),
        ("subjectaccessreviews", ["spec": ["resourceAttributes": ["verb": "get"]]]),
        ("selfsubjectaccessreviews", ["spec": ["resourceAttributes": [:], "nonResourceAttributes": [:]]]),
      ] {
        let error = await #expect(throws: Status.self) {
          try await ask(fixture, "authorization.k8s.io", resource, object)
        }
        #expect(error?.code == 422)
      }
      let namespace = await #expect(throws: Status.self) {
        try await ask(
          fixture, "authorization.k8s.io", "localsubjectaccessreviews", namespace: "a",
          ["spec": ["user": "x", "resourceAttributes": ["namespace": "b"]]])
      }
      #expect(namespace?.code == 422)
      let kind = await #expect(throws: Status.self) {
        try await ask(fixture, "authorization.k8s.io", "subjectaccessreviews", ["kind": "Pod"])
      }
      #expect(kind?.code == 400)
    }
  }

  @Test func listsTheRulesOfANamespace() async throws {
    try await AccessFixture.with { fixture in
      let answer = try await ask(
        fixture, "authorization.k8s.io", "selfsubjectrulesreviews", ["spec": ["namespace": "a"]])
      let rules = answer.value(at: "status", "resourceRules")?.array ?? []
      #expect(rules.contains { $0["resources"]?.array?.contains("virtualmachines") == true })
      #expect(rules.contains { $0["resources"]?.array?.contains("selfsubjectreviews") == true })
      #expect(answer.value(at: "status", "nonResourceRules")?.array?.isEmpty == false)
      #expect(answer.value(at: "status", "incomplete") == false)
    }
  }

  @Test func saysWhoTheAskerIs() async throws {
    try await AccessFixture.with { fixture in
      let answer = try await ask(fixture, "authentication.k8s.io", "selfsubjectreviews", [:])
      #expect(
        answer.value(at: "status", "userInfo") == ["username": "ann", "groups": ["team", "system:authenticated"]])
    }
  }

  // MARK: tokens

  private func request(_ fixture: AccessFixture, _ spec: JSONValue, uid: String? = nil) async throws -> JSONValue {
    var object: JSONValue = ["kind": "TokenRequest", "apiVersion": "authentication.k8s.io/v1", "spec": spec]
    if let uid { object["metadata"] = ["uid": .string(uid)] }
    return try await ask(
      fixture, "", "serviceaccounts", subresource: "token", namespace: "default", name: "robot", object)
  }

  @Test func makesTokensThatAreGood() async throws {
    try await AccessFixture.with { fixture in
      try await fixture.putAccount()
      let answer = try await request(fixture, [:])
      #expect(answer.value(at: "spec", "expirationSeconds") == 3600)
      #expect(answer.value(at: "spec", "audiences") == [.string(ServiceAccountTokens.standardIssuer)])
      let token = try #require(answer.value(at: "status", "token")?.string)
      let review = try await ask(fixture, "authentication.k8s.io", "tokenreviews", ["spec": ["token": .string(token)]])
      #expect(review.value(at: "status", "authenticated") == true)
      #expect(review.value(at: "status", "user", "username") == "system:serviceaccount:default:robot")
      let elsewhere = try await ask(
        fixture, "authentication.k8s.io", "tokenreviews",
        ["spec": ["token": .string(token), "audiences": ["elsewhere"]]])
      #expect(elsewhere.value(at: "status", "authenticated") == nil)
      #expect(elsewhere.value(at: "status", "error") != nil)
    }
  }

  @Test func keepsTheBoundsOfTokens() async throws {
    try await AccessFixture.with { fixture in
      let missing = await #expect(throws: Status.self) { try await request(fixture, [:]) }
      #expect(missing?.code == 404)
      try await fixture.putAccount()
      for seconds: Int64 in [-1, 0, 599, (1 << 32) + 1, .max] {
        let error = await #expect(throws: Status.self) {
          try await request(fixture, ["expirationSeconds": .number(JSONNumber(seconds))])
        }
        #expect(error?.code == 422)
      }
      _ = try await request(fixture, ["expirationSeconds": 600])
      _ = try await request(fixture, ["expirationSeconds": 4_294_967_296])
      let stranger = await #expect(throws: Status.self) { try await request(fixture, [:], uid: "u9") }
      #expect(stranger?.code == 409)
    }
  }

  @Test func bindsTokensToObjectsThatAreThere() async throws {
    try await AccessFixture.with { fixture in
      try await fixture.putAccount()
      let pod: JSONValue = ["kind": "Pod", "apiVersion": "v1", "name": "p"]
      let missing = await #expect(throws: Status.self) { try await request(fixture, ["boundObjectRef": pod]) }
      #expect(missing?.code == 404)
      var object = AccessFixture.object("v1", "Pod", "default", "p", uid: "p1")
      object["spec"] = ["serviceAccountName": "other"]
      try await fixture.put("pods", object)
      let other = await #expect(throws: Status.self) { try await request(fixture, ["boundObjectRef": pod]) }
      #expect(other?.code == 400)
      object["spec"] = ["serviceAccountName": "robot"]
      try await fixture.put("pods", object)
      _ = try await request(fixture, ["boundObjectRef": pod])
      let node: JSONValue = ["kind": "ConfigMap", "apiVersion": "v1", "name": "p"]
      let kind = await #expect(throws: Status.self) { try await request(fixture, ["boundObjectRef": node]) }
      #expect(kind?.code == 400)
    }
  }

  @Test func fillsSecretsAndTakesTheirTokensBack() async throws {
    try await AccessFixture.with { fixture in
      try await fixture.putAccount()
      let tokens = fixture.tokens()
      var secret = AccessFixture.object("v1", "Secret", "default", "s", uid: "s1")
      secret["metadata"]?["annotations"] = ["kubernetes.io/service-account.name": "robot"]
      secret["type"] = .string(SecretTokenStep.type)
      var admission = ObjectAdmission(
        operation: .create, kind: GroupVersionKind(version: "v1", kind: "Secret"),
        resource: GroupVersionResource(version: "v1", resource: "secrets"), namespace: "default", name: "s",
        object: secret, user: ann)
      let step = SecretTokenStep(
        tokens: tokens, store: fixture.store, authorities: { [1, 2, 3] }, now: { AccessFixture.start })
      try await step.mutate(&admission)
      var filled = try #require(admission.object)
      #expect(filled.value(at: "data", "ca.crt") == "AQID" && filled.value(at: "data", "namespace") == "ZGVmYXVsdA==")
      #expect(filled.value(at: "metadata", "annotations", "kubernetes.io/service-account.uid") == "u1")
      let token = String(
        decoding: try Base64.decode(filled.value(at: "data", "token")?.string ?? ""), as: UTF8.self)
      #expect(tokens.verify(token, audiences: tokens.audiences) == nil)
      try await fixture.put("secrets", filled)
      #expect(tokens.verify(token, audiences: tokens.audiences)?.user.uid == "u1")
      filled["data"]?["token"] = "bm90aGluZw=="
      try await fixture.put("secrets", filled)
      #expect(tokens.verify(token, audiences: tokens.audiences) == nil)
    }
  }
}
