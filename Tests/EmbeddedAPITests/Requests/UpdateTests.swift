import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite struct UpdateTests {
  private let notes = "/api/v1/namespaces/default/notes"
  private let widgets = "/apis/example.com/v1/namespaces/default/widgets"

  private func widget(_ api: TestAPI) async -> JSONValue {
    await api.send(
      "POST", widgets,
      json: ["apiVersion": "example.com/v1", "kind": "Widget", "metadata": ["name": "a"], "spec": ["size": 1]]
    ).body
  }

  @Test func replacesAnObjectAndCountsGenerations() async throws {
    let api = try TestAPI()
    var object = await widget(api)
    object["spec"]?["size"] = 2
    let changed = await api.send("PUT", widgets + "/a", json: object)
    #expect(changed.code == 200)
    #expect(changed.generation == 2)
    object = changed.body
    object["metadata"]?["labels"] = ["x": "y"]
    let labelled = await api.send("PUT", widgets + "/a", json: object)
    #expect(labelled.generation == 2)
    #expect(labelled.revision != changed.revision)
  }

  @Test func writesNothingWhenNothingChanges() async throws {
    let api = try TestAPI()
    let object = await widget(api)
    let revision = api.store.revision
    let same = await api.send("PUT", widgets + "/a", json: object)
    #expect(same.code == 200 && same.body == object)
    #expect(await api.patch(widgets + "/a", ["spec": ["size": 1]]).code == 200)
    #expect(api.store.revision == revision)
  }

  @Test func refusesOldRevisionsAndForCustomKindsNone() async throws {
    let api = try TestAPI()
    var object = await widget(api)
    _ = await api.patch(widgets + "/a", ["spec": ["size": 5]])
    object["spec"]?["size"] = 2
    let late = await api.send("PUT", widgets + "/a", json: object)
    #expect(late.code == 409)
    #expect(
      late.message == #"Operation cannot be fulfilled on widgets.example.com "a": the object has been modified; "#
        + "please apply your changes to the latest version and try again")
    object["metadata"]?["resourceVersion"] = nil
    let without = await api.send("PUT", widgets + "/a", json: object)
    #expect(without.code == 422)
    #expect(
      without.message == #"Widget.example.com "a" is invalid: metadata.resourceVersion: Invalid value: 0x0: "#
        + "must be specified for an update")
  }

  @Test func builtInKindsAllowUpdatesWithoutRevision() async throws {
    let api = try TestAPI()
    _ = await api.send("POST", notes, #"{"metadata":{"name":"a"},"spec":{"text":"x"}}"#)
    let answer = await api.send("PUT", notes + "/a", #"{"metadata":{"name":"a"},"spec":{"text":"y"}}"#)
    #expect(answer.code == 200)
    #expect(answer.body.value(at: "spec", "text") == "y")
    #expect(answer.body.value(at: "metadata", "uid") != nil)
    #expect(answer.generation == nil)
  }

  @Test(arguments: [
    (#"{"name":"b"}"#, 400, "the name of the object (b) does not match the name on the URL (a)"),
    ("{}", 400, "name must be provided"),
    (#"{"name":"a","uid":"1"}"#, 409, #"Operation cannot be fulfilled on notes "a": Precondition failed"#),
    (#"{"name":"a","resourceVersion":"99"}"#, 409, #"Operation cannot be fulfilled on notes "a": the object"#),
    (
      #"{"name":"a","deletionTimestamp":"2020-01-01T00:00:00Z"}"#, 422,
      #"Note "a" is invalid: metadata.deletionTimestamp: Invalid value: "2020-01-01T00:00:00Z": field is immutable"#
    ),
  ])
  func refusesFaultyUpdates(_ metadata: String, _ code: Int, _ message: String) async throws {
    let api = try TestAPI()
    _ = await api.send("POST", notes, #"{"metadata":{"name":"a"}}"#)
    let answer = await api.send("PUT", notes + "/a", #"{"metadata":\#(metadata)}"#)
    #expect(answer.code == code)
    #expect(answer.message.hasPrefix(message), "\(answer.message)")
    let absent = await api.send("PUT", notes + "/zz", #"{"metadata":{"name":"zz"}}"#)
    #expect(absent.code == 404 && absent.message == #"notes "zz" not found"#)
  }

  @Test func statusIsWrittenByItsOwnPath() async throws {
    let api = try TestAPI()
    var object = await widget(api)
    object["status"] = ["replicas": 3]
    object["spec"]?["size"] = 7
    let ignored = await api.send("PUT", widgets + "/a", json: object)
    #expect(ignored.body["status"] == nil)
    #expect(ignored.generation == 2)
    object = ignored.body
    object["status"] = ["replicas": 4]
    object["spec"]?["size"] = 9
    object["metadata"]?["labels"] = ["x": "y"]
    let written = await api.send("PUT", widgets + "/a/status", json: object)
    #expect(written.code == 200)
    #expect(written.body["status"] == ["replicas": 4])
    #expect(written.body.value(at: "spec", "size") == 7)
    #expect(written.body.value(at: "metadata", "labels") == nil)
    #expect(written.generation == 2)
    #expect(await api.send("GET", widgets + "/a/status").body == written.body)
    #expect(await api.send("GET", notes + "/a/status").code == 404)
  }

  @Test func patchesInTheFormsThatAKindTakes() async throws {
    let api = try TestAPI()
    _ = await widget(api)
    #expect(await api.patch(widgets + "/a", ["spec": ["text": "t"]]).body.value(at: "spec", "text") == "t")
    let json = await api.send(
      "PATCH", widgets + "/a",
      #"[{"op":"test","path":"/spec/text","value":"t"},{"op":"remove","path":"/spec/text"}]"#,
      type: "application/json-patch+json")
    #expect(json.code == 200 && json.body.value(at: "spec", "text") == nil)
    #expect(json.generation == 3)
    for type in ["application/strategic-merge-patch+json", "application/apply-patch+yaml", "application/json"] {
      #expect(await api.send("PATCH", widgets + "/a", "{}", type: type).code == 415)
    }
    _ = await api.send("POST", notes, #"{"metadata":{"name":"a"}}"#)
    let strategic = await api.send(
      "PATCH", notes + "/a", #"{"spec":{"text":"s"}}"#, type: "application/strategic-merge-patch+json")
    #expect(strategic.code == 200 && strategic.body.value(at: "spec", "text") == "s")
  }

  @Test(arguments: [
    (#"[{"op":"test","path":"/spec/text","value":"z"}]"#, "json", 422, "the server rejected our request due to"),
    (#"[{"op":"remove","path":"/data/zz"}]"#, "json", 422, "the server rejected our request due to an error"),
    (#"{"op":"remove"}"#, "json", 400, "error decoding patch"),
    (#"[{"op":"replace","path":"","value":5}]"#, "json", 400, "the object provided is unrecognized"),
    (#"{"a"#, "merge", 400, "error decoding patch"), ("[]", "merge", 400, "error decoding patch"),
    (#"{"metadata":{"name":"zz"}}"#, "merge", 400, "the name of the object (zz) does not match"),
    (#"{"kind":"Pod"}"#, "merge", 400, "Pod in version"),
    (#"{"metadata":{"resourceVersion":"1000"}}"#, "merge", 409, "Operation cannot be fulfilled"),
    (#"{"metadata":null}"#, "merge", 400, "name must be provided"),
  ])
  func refusesFaultyPatches(_ body: String, _ form: String, _ code: Int, _ message: String) async throws {
    let api = try TestAPI()
    _ = await api.send("POST", notes, #"{"metadata":{"name":"a"}}"#)
    let revision = api.store.revision
    let type = form == "json" ? "application/json-patch+json" : "application/merge-patch+json"
    let answer = await api.send("PATCH", notes + "/a", body, type: type)
    #expect(answer.code == code)
    #expect(answer.message.hasPrefix(message), "\(answer.message)")
    #expect(api.store.revision == revision)
  }

  @Test func patchesOfSeveralWritersAllCount() async throws {
    let api = try TestAPI()
    _ = await widget(api)
    let codes = await withTaskGroup(of: Int.self) { group in
      for number in 0..<4 {
        group.addTask { [widgets] in
          await api.patch(widgets + "/a", ["metadata": ["labels": .object(["n\(number)": "x"])]]).code
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes == [200, 200, 200, 200])
    #expect(await api.send("GET", widgets + "/a").body.value(at: "metadata", "labels")?.object?.count == 4)
  }

  @Test func patchesDoNotMakeAnObjectLongerThanABodyMayBe() async throws {
    let api = try TestAPI()
    _ = await widget(api)
    let text = JSONValue.string(String(repeating: "x", count: BodyDecoding.limit * 2 / 3))
    #expect(await api.patch(widgets + "/a", ["spec": ["text": text]]).code == 200)
    #expect(await api.patch(widgets + "/a", ["spec": ["color": text]]).code == 413)
    #expect(await api.patch(widgets + "/a", ["spec": ["text": .null]]).code == 200)
  }

  @Test func oneOfTwoReplacementsOfTheSameRevisionWins() async throws {
    let api = try TestAPI()
    let object = await widget(api)
    let codes = await withTaskGroup(of: Int.self) { group in
      for size in 2...3 {
        group.addTask { [widgets] in
          var copy = object
          copy["spec"]?["size"] = .number(JSONNumber(size))
          return await api.send("PUT", widgets + "/a", json: copy).code
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.sorted() == [200, 409])
  }

  @Test func dryRunChangesNothing() async throws {
    let api = try TestAPI()
    let object = await widget(api)
    let answer = await api.patch(widgets + "/a?dryRun=All", ["spec": ["size": 9]])
    #expect(answer.code == 200)
    #expect(answer.body.value(at: "spec", "size") == 9)
    #expect(answer.generation == 2)
    #expect(await api.send("GET", widgets + "/a").body == object)
  }

  @Test func scalesThroughItsPath() async throws {
    let api = try TestAPI()
    _ = await widget(api)
    _ = await api.patch(widgets + "/a/status", ["status": ["replicas": 2, "selector": "a=b"]])
    let scale = await api.send("GET", widgets + "/a/scale")
    #expect(scale.body["kind"] == "Scale" && scale.body["apiVersion"] == "autoscaling/v1")
    #expect(scale.body["status"] == ["replicas": 2, "selector": "a=b"])
    var wanted = scale.body
    wanted["spec"] = ["replicas": 3]
    let written = await api.send("PUT", widgets + "/a/scale", json: wanted)
    #expect(written.code == 200 && written.body["spec"] == ["replicas": 3])
    #expect(await api.send("PUT", widgets + "/a/scale", json: wanted).code == 409)
    #expect(await api.patch(widgets + "/a/scale", ["spec": ["replicas": 4]]).body["spec"] == ["replicas": 4])
    let object = await api.send("GET", widgets + "/a")
    #expect(object.body.value(at: "spec", "replicas") == 4)
    #expect(object.generation == 3)
    #expect(await api.patch(widgets + "/a/scale", ["spec": ["replicas": -1]]).code == 422)
    #expect(await api.patch(widgets + "/a/scale", ["spec": ["replicas": "x"]]).code == 400)
    #expect(await api.send("GET", notes + "/a/scale").code == 404)
  }

  @Test func versionsAreOneObject() async throws {
    let api = try TestAPI()
    _ = await widget(api)
    let beta = "/apis/example.com/v1beta1/namespaces/default/widgets/a"
    let read = await api.send("GET", beta)
    #expect(read.body["apiVersion"] == "example.com/v1beta1")
    #expect(read.warnings == [#"299 - "example.com/v1beta1 Widget is deprecated""#])
    #expect(await api.patch(beta, ["spec": ["size": 8]]).body["apiVersion"] == "example.com/v1beta1")
    let current = await api.send("GET", widgets + "/a")
    #expect(current.body["apiVersion"] == "example.com/v1")
    #expect(current.body.value(at: "spec", "size") == 8)
  }
}
