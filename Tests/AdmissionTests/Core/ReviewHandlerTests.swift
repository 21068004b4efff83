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

@Suite struct SnapshotBuilderTests {
  @Test func listsAreTakenApartAndObjectsFoundByName() throws {
    let builder = SnapshotBuilder([
      try json(
        """
        {"apiVersion":"v1","kind":"List","items":[
        {"apiVersion":"instancetype.kubevirt.io/v1beta1","kind":"VirtualMachineClusterInstancetype",
         "metadata":{"name":"big"}},
        {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"a","namespace":"n",
         "labels":{"x":"y"}}},
        {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"b","namespace":"n"}}]}
        """)
    ])
    let store = builder.store
    #expect(store.objects(for: .object(kind: .clusterInstancetype, namespace: "any", name: "big")).count == 1)
    #expect(store.objects(for: .object(kind: .virtualMachineInstance, namespace: "m", name: "a")).isEmpty)
    #expect(store.objects(for: .list(kind: .virtualMachineInstance, namespace: "n", label: "", value: "")).count == 2)
    #expect(store.objects(for: .list(kind: .virtualMachineInstance, namespace: "n", label: "x", value: "y")).count == 1)
  }

  @Test func presetsAreSortedByNameAndKeptByNamespace() throws {
    let builder = SnapshotBuilder(
      try ["b", "a"].map {
        try json(
          """
          {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstancePreset","metadata":{"name":"\($0)",
          "namespace":"n"},"spec":{"domain":{"cpu":{"cores":2}},"selector":{}}}
          """)
      })
    let presets = builder.makeSnapshot().presets
    #expect(presets["n"]?.map(\.name) == ["a", "b"])
    #expect(presets["n"]?.first?.v1alpha2.spec.domain?.cpu?.cores == 2)
  }

  @Test func aPresetThatDoesNotDecodeIsAProblemAndIsLeftOut() throws {
    let builder = SnapshotBuilder([
      try json(
        """
        {"apiVersion":"kubevirt.io/v1alpha2","kind":"VirtualMachineInstancePreset","metadata":{"name":"p"},
        "spec":{"domain":{"cpu":{"cores":"2"}}}}
        """)
    ])
    #expect(builder.problems.count == 1)
    #expect(builder.makeSnapshot().presets.isEmpty)
  }

  @Test func theInstallNamespaceIsThatOfTheKubeVirtObject() throws {
    let builder = SnapshotBuilder([
      try json(#"{"apiVersion":"kubevirt.io/v1","kind":"KubeVirt","metadata":{"name":"k","namespace":"virt"}}"#)
    ])
    #expect(builder.makeSnapshot().installNamespace == "virt")
  }
}

@Suite struct PresetExplanationTests {
  @Test func theFirstPresetThatHasTheValueSetIt() throws {
    let presets = [
      ("a", try json(#"{"domain":{"cpu":{"cores":2,"model":"x"}}}"#)),
      ("b", try json(#"{"domain":{"cpu":{"cores":2},"firmware":{"uuid":"u"}}}"#)),
    ]
    let after = try json(#"{"domain":{"cpu":{"cores":2,"model":"mine"},"firmware":{"uuid":"u"}}}"#)
    let explained = PresetExplanation(before: nil, after: after, presets: presets).fields
    #expect(explained.map(\.field) == ["spec.domain.cpu.cores", "spec.domain.firmware.uuid"])
    #expect(explained.map(\.preset) == ["a", "b"])
    #expect(explained.map(\.value) == [2, "u"])
  }

  @Test func whatWasThereBeforeIsNoPresets() throws {
    let spec = try json(#"{"domain":{"cpu":{"cores":2}}}"#)
    #expect(PresetExplanation(before: spec, after: spec, presets: [("a", spec)]).fields.isEmpty)
  }
}
