import JSON
import Kube
import Synchronization
import Testing
import Transport

@testable import KubeClient

@Suite struct ObjectWriteTests {
  private let path = ResourcePath(FakeAPIServer.resource, namespace: "default", name: "a")
  private let observed: JSONValue = ["metadata": ["name": "a", "resourceVersion": "7"], "spec": ["size": 1]]
  private let wanted: JSONValue = ["metadata": ["name": "a", "resourceVersion": "7"], "spec": ["size": 2]]

  private final class Observer: RequestObserver {
    let requests = Mutex<[ObservedRequest]>([])
    func observe(_ request: ObservedRequest) { requests.withLock { $0.append(request) } }
  }

  private func outcome(
    of write: ObjectWrite, answers: [HTTPResponse] = [], _ look: (FakeAPIServer) -> Void = { _ in }
  ) async throws -> WriteOutcome {
    let server = FakeAPIServer()
    server.answer(with: answers)
    try server.start()
    let client = try server.client()
    let outcome = await client.perform(write)
    look(server)
    await client.http.shutdown()
    await server.stop()
    return outcome
  }

  private func refusal(_ code: Int, _ reason: String, details: JSONValue? = nil) -> HTTPResponse {
    var status: JSONValue = [
      "kind": "Status", "apiVersion": "v1", "status": "Failure", "message": "no", "reason": .string(reason),
      "code": .number(JSONNumber(code)),
    ]
    status["details"] = details
    return HTTPResponse(status: code, headers: .json, body: status.jsonBytes())
  }

  @Test func aChangeIsAPatchOfTheDifferenceAfterATestOfTheVersion() async throws {
    _ = try await outcome(of: ObjectWrite(path, .change(from: observed, to: wanted))) { server in
      #expect(server.writes.map(\.method) == ["PATCH"])
      #expect(server.writes.map(\.target) == ["/apis/example.io/v1/namespaces/default/things/a"])
      #expect(server.writes.first?.contentType == "application/json-patch+json")
      #expect(
        server.writes.first.map { String(decoding: $0.body, as: UTF8.self) }
          == #"[{"op":"test","path":"/metadata/resourceVersion","value":"7"},"#
          + #"{"op":"replace","path":"/spec/size","value":2}]"#)
    }
    #expect(
      ObjectWrite.patch(from: ["spec": 1], to: ["spec": 2]).operations == [.replace(JSONPointer(["spec"]), 2)])
  }

  @Test func everyOperationGoesToItsPlace() async throws {
    let collection = ResourcePath(FakeAPIServer.resource, namespace: "default")
    let status = ResourcePath(FakeAPIServer.resource, namespace: "default", name: "a", subresource: "status")
    let writes: [(ObjectWrite, String, String)] = [
      (ObjectWrite(collection, .create(["a": 1])), "POST", "/apis/example.io/v1/namespaces/default/things"),
      (
        ObjectWrite(path, .delete(DeletionOptions(uid: "u"))), "DELETE",
        "/apis/example.io/v1/namespaces/default/things/a"
      ),
      (
        ObjectWrite(status, .change(from: observed, to: wanted), options: WriteOptions(fieldManager: "m")), "PATCH",
        "/apis/example.io/v1/namespaces/default/things/a/status?fieldManager=m"
      ),
    ]
    for (write, method, target) in writes {
      _ = try await outcome(of: write) { server in
        #expect(server.writes.map(\.method) == [method])
        #expect(server.writes.map(\.target) == [target])
      }
    }
    let found = try await outcome(
      of: ObjectWrite(path, .get), answers: [HTTPResponse(status: 200, headers: .json, body: observed.jsonBytes())])
    #expect(found == .success(observed))
  }

  @Test func aRefusedTestIsAConflict() async throws {
    let change = ObjectWrite(path, .change(from: observed, to: wanted))
    // What kube-apiserver and the embedded API say.
    for details in [nil, [:], ["causes": [["reason": "FieldValueInvalid", "field": "patch", "message": "m"]]]]
      as [JSONValue?]
    {
      let outcome = try await outcome(of: change, answers: [refusal(422, "Invalid", details: details)])
      guard case .failure(let error) = outcome else {
        Issue.record("not refused")
        continue
      }
      #expect(error.isConflict)
    }
    let plain = try await outcome(of: change, answers: [refusal(409, "Conflict")])
    if case .failure(let error) = plain { #expect(error.isConflict) } else { Issue.record("not refused") }
  }

  @Test func aRefusalByValidationIsNoConflict() async throws {
    let details: JSONValue = ["causes": [["reason": "FieldValueInvalid", "field": "spec.size", "message": "m"]]]
    let change = ObjectWrite(path, .change(from: observed, to: wanted))
    let create = ObjectWrite(ResourcePath(FakeAPIServer.resource, namespace: "default"), .create(observed))
    let none: JSONValue = [:]
    for (write, details) in [(change, details), (create, none)] {
      let outcome = try await outcome(of: write, answers: [refusal(422, "Invalid", details: details)])
      if case .failure(let error) = outcome {
        #expect(error.code == 422)
        #expect(!error.isConflict)
      } else {
        Issue.record("not refused")
      }
    }
  }

  @Test func aListBringsTheMetadataOfWhatIsSelectedAndItsOwnVersion() async throws {
    let list: JSONValue = [
      "kind": "ThingList", "apiVersion": "example.io/v1", "metadata": ["resourceVersion": "12"],
      "items": [["metadata": ["name": "a", "resourceVersion": "7"], "spec": ["size": 1]]],
    ]
    let collection = ResourcePath(FakeAPIServer.resource, namespace: "default")
    let outcome = try await outcome(
      of: ObjectWrite(collection, .list(labelSelector: "app=a")),
      answers: [HTTPResponse(status: 200, headers: .json, body: list.jsonBytes())])
    #expect(
      outcome
        == .success([
          "metadata": ["resourceVersion": "12"], "items": [["metadata": ["name": "a", "resourceVersion": "7"]]],
        ]))
  }

  @Test func onlyRefusalsSayThatNothingWasDone() {
    #expect(KubernetesError.unanswered("connection reset").leavesOutcomeOpen)
    #expect(KubernetesError.unexpectedAnswer(status: 502, "bad gateway").leavesOutcomeOpen)
    #expect(KubernetesError.status(.failure(.internalError, code: 500, message: "timed out")).leavesOutcomeOpen)
    for code: Int32 in [400, 403, 404, 409, 422, 429] {
      #expect(!KubernetesError.status(.failure(.conflict, code: code, message: "no")).leavesOutcomeOpen)
    }
  }

  @Test func noAnswerIsAnOutcomeToo() async throws {
    let server = FakeAPIServer()
    try server.start()
    var client = try server.client()
    let observer = Observer()
    client.observer = observer
    await server.stop()
    let outcome = await client.perform(ObjectWrite(path, .get))
    await client.http.shutdown()
    guard case .failure(.unanswered) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(observer.requests.withLock { $0.map(\.status) } == [0])
    #expect(observer.requests.withLock { $0.map(\.verb) } == ["get"])
  }
}
