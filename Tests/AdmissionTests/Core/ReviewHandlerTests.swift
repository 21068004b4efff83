import Admission
import JSON
import Kube
import Testing

@Suite struct ReviewHandlerTests {
  /// A handler with one v1 endpoint that gives this verdict.
  private func response(_ verdict: Verdict) throws -> JSONValue {
    let endpoint = AdmissionEndpoint(path: "/p", versions: ["v1"]) { _, _, _ in verdict }
    let handler = ReviewHandler(endpoints: AdmissionEndpoints([endpoint]))
    let environment = AdmissionEnvironment(snapshot: ClusterSnapshot(), makeUUID: { "" }, now: Timestamp())
    let body = #"{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u"}}"#
    let outcome = Array(body.utf8).withUnsafeBytes {
      handler.answer(path: "/p", contentType: "application/json", body: $0, environment: environment)
    }
    guard case .answer(let posted) = outcome else { throw JSONPatchError(.notAPatch) }
    #expect(posted.status == 200)
    let answer = try JSONValue(parsing: posted.body)
    #expect(answer["apiVersion"] == "admission.k8s.io/v1")
    #expect(answer.value(at: "response", "uid") == "u")
    return try #require(answer["response"])
  }

  @Test func anAllowedRequestHasNoStatus() throws {
    #expect(try response(.allowed()) == ["uid": "u", "allowed": true])
    #expect(try response(.allowed(patch: JSONPatch())) == ["uid": "u", "allowed": true])
  }

  @Test func aPatchIsBase64() throws {
    let patch = JSONPatch([.remove(JSONPointer(["a"]))])
    let response = try response(.allowed(patch: patch, warnings: ["w"]))
    #expect(response["patchType"] == "JSONPatch")
    let text = try Base64.decode(try #require(response["patch"]?.string))
    #expect(try JSONValue(parsing: text) == json(#"[{"op":"remove","path":"/a"}]"#))
    #expect(response["warnings"] == ["w"])
  }

  @Test func theCurrentProfileListsTenCausesAndCountsTheRest() throws {
    let causes = (0..<12).map { Admission.Cause.required("f\($0)", "m\($0)") }
    let status = try #require(try response(.refused(causes))["status"])
    #expect(status["code"] == 422)
    #expect(status["reason"] == "Invalid")
    #expect(status.value(at: "details", "causes")?.array?.count == 10)
    #expect(status["message"]?.string?.hasSuffix("m8, m9, and 2 more validation errors") == true)
  }

  @Test func aFailureHasACodeAndNoCauses() throws {
    let status = try response(.failed(code: 400, message: "m"))["status"]
    #expect(status?["code"] == 400)
    #expect(status?["message"] == "m")
    #expect(status?["details"] == nil)
  }

  @Test(arguments: [
    ("", "application/json"), ("{", "application/json"), ("[]", "application/json"), ("{}", "application/json"),
    (#"{"request":null}"#, "application/json"), (#"{"request":{"uid":"u"}}"#, "application/yaml"),
    (#"{"request":{"uid":"u"}}"#, "application/json; charset=utf-8"),
    (#"{"request":{"uid":"u"}}}"#, "application/json"),
  ])
  func whatIsNoReviewHasStatus400(_ body: String, _ contentType: String) throws {
    var review = try legacyInstance("{}")
    review.contentType = contentType
    let answer = review.post(Array(body.utf8))
    #expect(answer.status == 400)
    #expect(try JSONValue(parsing: answer.body)["code"] == 400)
  }

  @Test func anUnknownPathHasStatus404() throws {
    var review = try legacyInstance("{}")
    review.path = "/nowhere"
    #expect(review.post().status == 404)
  }

  @Test func versionsShareAPath() {
    let endpoints = AdmissionEndpoints([
      AdmissionEndpoint(path: "/p", versions: ["v1", "v1alpha3"]) { _, _, _ in .allowed() },
      AdmissionEndpoint(path: "/p", versions: ["v1alpha2"]) { _, _, _ in .allowed() },
    ])
    #expect(endpoints.endpoint(at: "/p", version: "v1alpha2")?.profile == .legacy)
    #expect(endpoints.endpoint(at: "/p", version: "v1")?.profile == .current)
    #expect(endpoints.endpoint(at: "/p", version: "")?.profile == .current)
    #expect(endpoints.endpoint(at: "/q", version: "v1") == nil)
  }
}
