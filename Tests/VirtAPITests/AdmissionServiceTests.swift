import Admission
import Foundation
import JSON
import Kube
import Logging
import Testing
import Transport

@testable import VirtAPI

private let small: JSONValue = [
  "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachineInstancePreset",
  "metadata": ["name": "small", "namespace": "default"],
  "spec": [
    "selector": ["matchLabels": ["kubevirt.io/size": "small"]],
    "domain": ["resources": ["requests": ["memory": "64M"]], "devices": [:]],
  ],
]

private let instance: JSONValue = [
  "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachineInstance",
  "metadata": ["name": "testvm", "namespace": "default", "labels": ["kubevirt.io/size": "small"]],
  "spec": [
    "domain": ["devices": ["disks": [["name": "disk", "volumeName": "volume", "disk": ["bus": "virtio"]]]]],
    "volumes": [["name": "volume", "registryDisk": ["image": "kubevirt/cirros-registry-disk-demo"]]],
  ],
]

/// The object after the answer's patch.
private func patched(_ object: JSONValue, by answer: TestService.Answer) throws -> JSONValue {
  let text = try #require(answer.json?.value(at: "response", "patch")?.string)
  return try JSONPatch(JSONValue(parsing: Base64.decode(text))).applied(to: object)
}

/// A cluster that was not read yet.
private struct UnreadySource: ObjectSource {
  var snapshot: ClusterSnapshot { ClusterSnapshot() }
  var unreadyReason: String? { "not read yet: kubevirts" }
  func cached(_ references: [ObjectReference]) -> FoundObjects? { nil }
  func fetch(_ references: [ObjectReference]) async throws -> FoundObjects { FoundObjects() }
  func follow() async {}
}

@Suite struct AdmissionServiceTests {
  @Test func admitsNothingBeforeEverythingWasRead() throws {
    let service = AdmissionService(
      handler: ReviewHandler(), source: UnreadySource(), metrics: AdmissionMetrics(),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let body = review(instance, resource: "virtualmachineinstances", version: "v1alpha2")
    let head = HTTPRequestHead(
      method: "POST", path: "/virtualmachineinstances-mutate", headers: ["content-type": "application/json"])
    guard case .response(let response) = service.answer(HTTPRequest(head: head, body: HTTPBody(body))) else {
      Issue.record("waits instead of answering")
      return
    }
    #expect(response.status == 503)
    let status = try Status(json: response.body)
    #expect(status.reason == .serviceUnavailable)
    #expect(status.message.contains("kubevirts"))
  }

  @Test(arguments: [HTTPVersion.http2, .http1_1])
  func appliesThePresetsOfTheFolderOverEitherProtocol(_ version: HTTPVersion) async throws {
    try await TestService.run(objects: [small], protocols: [version]) { service in
      let answer = try await service.post(
        "/virtualmachineinstances-mutate?timeout=10s",
        review(instance, resource: "virtualmachineinstances", version: "v1alpha2"))
      #expect(answer.status == 200)
      #expect(answer.version == version)
      #expect(answer.headers["content-type"] == "application/json")
      let response = try #require(answer.json?["response"])
      #expect(response["uid"] == "705ab4f5-6393-11e8-b7cc-42010a800002")
      #expect(response["allowed"] == true)
      let patched = try patched(instance, by: answer)
      #expect(patched.value(at: "spec", "domain", "resources", "requests", "memory") == "64M")
      #expect(
        patched.value(at: "metadata", "annotations", "virtualmachinepreset.kubevirt.io/small")
          == "kubevirt.io/v1alpha2")
    }
  }

  @Test func refusesWithTheFieldThatIsWrong() async throws {
    var broken = instance
    broken["spec"]?["domain"]?["devices"]?["disks"] = [["name": "disk", "volumeName": "absent"]]
    try await TestService.run { service in
      let answer = try await service.post(
        "/virtualmachineinstances-validate", review(broken, resource: "virtualmachineinstances", version: "v1alpha2"))
      let status = try #require(answer.json?.value(at: "response", "status"))
      #expect(answer.json?.value(at: "response", "allowed") == false)
      #expect(status["code"] == 422)
      #expect(status.value(at: "details", "causes")?[0]?["field"] == "spec.domain.devices.disks[0].volumeName")
    }
  }

  @Test func followsChangesInTheFolder() async throws {
    try await TestService.run { service in
      let body = review(instance, resource: "virtualmachineinstances", version: "v1alpha2")
      func memory() async throws -> String? {
        let answer = try await service.post("/virtualmachineinstances-mutate", body)
        return try patched(instance, by: answer).value(at: "spec", "domain", "resources", "requests", "memory")?.string
      }
      #expect(try await memory() == "8Mi")
      let file = service.folder.appendingPathComponent("objects/preset.yaml")
      try Data(small.serialized().utf8).write(to: file)
      let deadline = ContinuousClock.now + .seconds(300)
      var seen = try await memory()
      while seen != "64M" && ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(50))
        seen = try await memory()
      }
      #expect(seen == "64M")
    }
  }

  @Test(arguments: [
    (#"{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":7}}"#, "request.uid"),
    (#"{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview"}"#, "request"),
    (#"{"request":"#, "byte 11"), ("", "byte 0"), ("[]", "object"),
  ])
  func answersWhatIsNoReviewWithAStatusThatSaysWhy(_ body: String, _ part: String) async throws {
    try await TestService.run { service in
      let answer = try await service.post("/virtualmachineinstances-validate", Array(body.utf8))
      #expect(answer.status == 400)
      #expect(answer.json?["kind"] == "Status")
      #expect(answer.json?["reason"] == "BadRequest")
      #expect(answer.json?["message"]?.string?.contains(part) == true, "\(answer.text)")
      let next = try await service.get("/readyz")
      #expect(next.status == 200)
    }
  }

  @Test func wantsJSONExactly() async throws {
    try await TestService.run { service in
      let body = review(instance, resource: "virtualmachineinstances", version: "v1alpha2")
      for contentType in ["application/json; charset=utf-8", "text/plain", ""] {
        let answer = try await service.post("/virtualmachineinstances-validate", body, contentType: contentType)
        #expect(answer.status == 400)
      }
    }
  }

  @Test func refusesABodyOverThreeMebibytes() async throws {
    try await TestService.run { service in
      let answer = try await service.post(
        "/virtualmachineinstances-validate", [UInt8](repeating: 0x20, count: 3 << 20 | 1))
      #expect(answer.status == 413)
      let next = try await service.get("/healthz")
      #expect(next.status == 200)
    }
  }

  @Test func servesHealthVersionAndMetrics() async throws {
    try await TestService.run { service in
      for path in ["/healthz", "/livez", "/readyz"] {
        let answer = try await service.get(path)
        #expect(answer.status == 200)
      }
      let version = try await service.get("/version")
      #expect(version.json?["gitVersion"] == "v1.8.4")
      _ = try await service.post(
        "/virtualmachineinstances-validate", review(instance, resource: "virtualmachineinstances", version: "v1alpha2"))
      let metrics = try await service.get("/metrics").text
      let series =
        #"swift_virt_admission_requests_total{endpoint="/virtualmachineinstances-validate",version="v1alpha2",verdict="allowed"} 1"#
      #expect(metrics.contains(series))
      #expect(metrics.contains("swift_virt_build_info{"))
      #expect(metrics.contains(#"swift_virt_http_limit_hits_total{limit="body_size"} 0"#))
      #expect(metrics.contains("process_resident_memory_bytes "))
    }
  }

  @Test func convertsObjectsBetweenVersions() async throws {
    try await TestService.run { service in
      func converted(_ object: JSONValue, to version: String) async throws -> JSONValue {
        let review: JSONValue = [
          "apiVersion": "apiextensions.k8s.io/v1", "kind": "ConversionReview",
          "request": ["uid": "u", "desiredAPIVersion": .string("kubevirt.io/\(version)"), "objects": [object]],
        ]
        let answer = try await service.post("/convert?timeout=30s", review.jsonBytes())
        #expect(answer.json?.value(at: "response", "result", "status") == "Success")
        return try #require(answer.json?.value(at: "response", "convertedObjects")?[0])
      }
      let current = try await converted(instance, to: "v1")
      #expect(current["apiVersion"] == "kubevirt.io/v1")
      #expect(current.value(at: "spec", "volumes")?[0]?["containerDisk"] != nil)
      let back = try await converted(current, to: "v1alpha2")
      #expect(back == instance)
      let malformed = try await service.post("/convert", Array("{}".utf8))
      #expect(malformed.status == 400)
      #expect(malformed.json?["kind"] == "Status")
    }
  }

  @Test func servesOpenAPIDocumentsThatClientsCanCache() async throws {
    try await TestService.run { service in
      let index = try await service.get("/openapi/v3")
      let place = try #require(
        index.json?.value(at: "paths", "apis/kubevirt.io/v1", "serverRelativeURL")?.string)
      let document = try await service.get(place)
      #expect(document.json?["openapi"] == "3.0.0")
      let tag = try #require(document.headers["etag"])
      let again = try await service.send("GET", place, headers: ["if-none-match": tag], body: .none)
      #expect(again.status == 304)
      let older = try await service.get("/openapi/v2")
      #expect(older.json?["swagger"] == "2.0")
      let unknown = try await service.get("/openapi/v3/apis/none/v1")
      #expect(unknown.status == 404)
    }
  }

  @Test func refusesUnknownPathsAndMethodsWithAStatus() async throws {
    try await TestService.run { service in
      let unknown = try await service.get("/nothing")
      #expect(unknown.status == 404)
      #expect(unknown.json?["reason"] == "NotFound")
      let wrong = try await service.get("/virtualmachineinstances-validate")
      #expect(wrong.status == 405)
      #expect(wrong.headers["allow"] == "POST")
    }
  }

  @Test func isNotReadyOnceItDrains() async throws {
    try await TestService.run { service in
      service.service.health.beginDraining()
      let answer = try await service.get("/readyz")
      #expect(answer.status == 503)
      let alive = try await service.get("/livez")
      #expect(alive.status == 200)
    }
  }
}
