import JSON
import Kube
import Testing

struct ReviewTests {
  private static let body = """
    {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"u-1",
    "kind":{"group":"kubevirt.io","version":"v1","kind":"VirtualMachine"},
    "resource":{"group":"kubevirt.io","version":"v1","resource":"virtualmachines"},"subResource":"status",
    "requestKind":{"group":"kubevirt.io","version":"v1alpha3","kind":"VirtualMachine"},"name":"a","namespace":"ns",
    "operation":"UPDATE","userInfo":{"username":"me","groups":["g"],"extra":{"k":["v"]}},
    "object": {"metadata":{"name":"a"}} ,"oldObject":null,"dryRun":true,"options":{"kind":"UpdateOptions"},"later":[1]}}
    """

  private func admission(_ text: String) throws(ReviewError) -> AdmissionReview {
    let result = Array(text.utf8).withUnsafeBytes { bytes -> Result<AdmissionReview, ReviewError> in
      do throws(ReviewError) { return .success(try AdmissionReview(body: bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  @Test func readsAnAdmissionReviewInPlace() throws {
    let review = try admission(Self.body)
    let request = review.request
    #expect(review.apiVersion == "admission.k8s.io/v1")
    #expect(request.uid == "u-1" && request.name == "a" && request.namespace == "ns" && request.subresource == "status")
    #expect(request.kind == GroupVersionKind(group: "kubevirt.io", version: "v1", kind: "VirtualMachine"))
    #expect(request.resource.apiVersion == "kubevirt.io/v1" && request.resource.resource == "virtualmachines")
    #expect(request.requestKind?.version == "v1alpha3" && request.requestResource == nil)
    #expect(request.operation == .update && request.isDryRun)
    #expect(request.userInfo == UserInfo(username: "me", groups: ["g"], extra: ["k": ["v"]]))
    let bytes = Array(Self.body.utf8)
    #expect(request.object.map { String(decoding: bytes[$0], as: UTF8.self) } == #"{"metadata":{"name":"a"}}"#)
    #expect(request.options.map { String(decoding: bytes[$0], as: UTF8.self) } == #"{"kind":"UpdateOptions"}"#)
    #expect(request.oldObject == nil)
  }

  @Test func takesMemberNamesInAnyCaseAndTheLastOfTwo() throws {
    let request = try admission(#"{"Request":{"UID":"a","uid":"b","Name":"n","SUBRESOURCE":"s"}}"#).request
    #expect(request.uid == "b" && request.name == "n" && request.subresource == "s")
  }

  @Test func refusesWhatIsNoReview() {
    #expect(throws: ReviewError.missingRequest) { try admission("{}") }
    #expect(throws: ReviewError.missingRequest) { try admission(#"{"request":null}"#) }
    #expect(throws: ReviewError.unsupported(apiVersion: "admission.k8s.io/v2", kind: "AdmissionReview")) {
      try admission(#"{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v2","request":{}}"#)
    }
    for text in ["", "[]", "{", #"{"request":{"uid":1}}"#, #"{"request":{"object":{]}}"#, "{} x"] {
      let error = #expect(throws: ReviewError.self) { try admission(text) }
      guard case .undecodable = error else {
        Issue.record("\(text): \(String(describing: error))")
        continue
      }
    }
  }

  @Test func survivesEveryTruncation() {
    let bytes = Array(Self.body.utf8)
    for count in 0..<bytes.count {
      #expect(throws: ReviewError.self) { try admission(String(decoding: bytes[..<count], as: UTF8.self)) }
    }
  }

  @Test func writesAdmissionResponses() {
    let refusal = AdmissionResponse(
      uid: "u", isAllowed: false,
      status: .failure(
        .invalid, code: 422, message: "m", details: StatusDetails(causes: [Cause(.invalid, "spec.a", "bad")])))
    #expect(
      String(decoding: refusal.reviewBytes(apiVersion: "admission.k8s.io/v1"), as: UTF8.self)
        == #"{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{"uid":"u","allowed":false,"#
        + #""status":{"metadata":{},"status":"Failure","message":"m","reason":"Invalid","details":{"causes":"#
        + #"[{"reason":"FieldValueInvalid","message":"bad","field":"spec.a"}]},"code":422}}}"#)
    let patched = AdmissionResponse(uid: "u", isAllowed: true, patch: Array("[]".utf8), warnings: ["w"])
    #expect(
      patched.jsonText() == #"{"uid":"u","allowed":true,"patch":"W10=","patchType":"JSONPatch","warnings":["w"]}"#)
  }

  @Test func readsAndWritesConversionReviews() throws {
    let text =
      #"{"kind":"ConversionReview","apiVersion":"apiextensions.k8s.io/v1","request":{"uid":"c","#
      + #""desiredAPIVersion":"kubevirt.io/v1","objects":[{"a":1.50},{"b":[]}]}}"#
    let review = try Array(text.utf8).withUnsafeBytes { try ConversionReview(body: $0) }
    #expect(review.request.desiredAPIVersion == "kubevirt.io/v1")
    let objects = review.request.objects.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(objects == [#"{"a":1.50}"#, #"{"b":[]}"#])
    let answer = ConversionResponse(uid: "c", result: .success(Array(#"[{"a":1.50},{"b":[]}]"#.utf8)))
    #expect(
      String(decoding: answer.reviewBytes(apiVersion: review.apiVersion), as: UTF8.self)
        == #"{"kind":"ConversionReview","apiVersion":"apiextensions.k8s.io/v1","response":{"uid":"c","convertedObjects":"#
        + #"[{"a":1.50},{"b":[]}],"result":{"metadata":{},"status":"Success"}}}"#)
    let failure = ConversionResponse(uid: "c", result: .failure(.failure(.badRequest, code: 400, message: "no")))
    #expect(String(decoding: failure.reviewBytes(apiVersion: ""), as: UTF8.self).contains(#""convertedObjects":[]"#))
  }

  @Test func codesStatus() throws {
    let status = Status.failure(
      .notFound, code: 404, message: "gone",
      details: StatusDetails(name: "a", group: "kubevirt.io", kind: "vms", uid: "u", retryAfterSeconds: 3))
    #expect(try Status(json: status.jsonBytes()) == status)
    #expect(status.jsonText().hasPrefix(#"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure""#))
    #expect(GroupVersionKind(apiVersion: "v1", kind: "Pod") == GroupVersionKind(group: "", version: "v1", kind: "Pod"))
    #expect(GroupVersionKind(apiVersion: "kubevirt.io/v1", kind: "VM").apiVersion == "kubevirt.io/v1")
  }
}
