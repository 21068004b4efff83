import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite struct CreateTests {
  private let notes = "/api/v1/namespaces/default/notes"
  private let widgets = "/apis/example.com/v1/namespaces/default/widgets"

  @Test func fillsMetadataIn() async throws {
    let api = try TestAPI()
    let answer = await api.send(
      "POST", widgets,
      json: [
        "apiVersion": "example.com/v1", "kind": "Widget",
        "metadata": [
          "name": "a", "uid": "mine", "deletionTimestamp": "2020-01-01T00:00:00Z", "managedFields": [],
        ], "spec": [:], "status": ["x": 1],
      ])
    #expect(answer.code == 201)
    let metadata = try #require(answer.body["metadata"]?.object)
    #expect(metadata["namespace"] == "default")
    #expect(metadata["generation"] == 1)
    #expect(metadata["uid"]?.string?.count == 36)
    #expect(metadata["deletionTimestamp"] == nil)
    #expect(metadata["managedFields"] == nil)
    #expect(metadata["creationTimestamp"]?.string != nil)
    #expect(answer.body["status"] == nil)
    #expect(answer.body.value(at: "spec", "color") == "green")
    let stored = await api.send("GET", widgets + "/a")
    #expect(stored.body == answer.body)
    #expect(stored.revision == api.store.revision.description)
  }

  @Test func makesNames() async throws {
    let api = try TestAPI()
    let answer = await api.send("POST", notes, #"{"metadata":{"generateName":"note-"}}"#)
    #expect(answer.code == 201)
    let name = answer.body.value(at: "metadata", "name")?.string ?? ""
    #expect(name.hasPrefix("note-") && name.count == 10)
    #expect(MetadataRules.generatedName(String(repeating: "a", count: 80)).count == 63)
  }

  @Test func triesAnotherNameWhenTheFirstIsTaken() async throws {
    let api = try TestAPI(admission: [NameTakingStep()])
    let answer = await api.send("POST", notes, #"{"metadata":{"generateName":"note-"}}"#)
    #expect(answer.code == 409)
    #expect(answer.message.hasSuffix("the server was not able to generate a unique name for the object"))
  }

  @Test(arguments: ["", "?dryRun=All"]) func refusesWhatExists(_ query: String) async throws {
    let api = try TestAPI()
    #expect(await api.send("POST", notes, #"{"metadata":{"name":"a"}}"#).code == 201)
    let answer = await api.send("POST", notes + query, #"{"metadata":{"name":"a"}}"#)
    #expect(answer.code == 409)
    #expect(answer.reason == "AlreadyExists")
    #expect(answer.message == #"notes "a" already exists"#)
    #expect(answer.body["details"] == ["name": "a", "kind": "notes"])
  }

  @Test func reportsFaultsOfMetadataInKubernetesWords() async throws {
    let api = try TestAPI()
    let answer = await api.send(
      "POST", notes,
      json: [
        "metadata": [
          "name": "A_b", "labels": ["a b": "x y"],
          "ownerReferences": [["apiVersion": "", "kind": "", "name": "", "uid": ""]],
        ]
      ])
    #expect(answer.code == 422)
    #expect(answer.reason == "Invalid")
    #expect(
      answer.message.hasPrefix(#"Note "A_b" is invalid: [metadata.name: Invalid value: "A_b": a name of"#))
    let fields = answer.body.value(at: "details", "causes")?.array?.compactMap { $0["field"]?.string } ?? []
    let owner = "metadata.ownerReferences."
    #expect(
      fields == ["metadata.name", "metadata.labels", "metadata.labels"]
        + [owner + "apiVersion", owner + "kind", owner + "name", owner + "uid"])
    let nameless = await api.send("POST", notes, #"{"metadata":{}}"#)
    #expect(
      nameless.message == #"Note "" is invalid: metadata.name: Required value: name or generateName is required"#)
  }

  @Test(arguments: [
    (#"{"metadata":{"name":"a""#, 400, "the object provided is unrecognized (must be of type Note): couldn't get"),
    ("", 400, "the object provided is unrecognized (must be of type Note): couldn't get"),
    ("[]", 400, "the object provided is unrecognized (must be of type Note)"),
    (#"{"kind":"Pod","apiVersion":"v1"}"#, 400, #"Pod in version "v1" cannot be handled as a Note"#),
    (#"{"apiVersion":"v2"}"#, 400, #"Note in version "v2" cannot be handled as a Note"#),
    (#"{"metadata":{"name":"a","namespace":"other"}}"#, 400, "the namespace of the provided object does not match"),
    (#"{"metadata":{"name":5}}"#, 400, #"Note in version "v1" cannot be handled as a Note: metadata.name must be"#),
    (#"{"metadata":{"name":"a","labels":{"a":1}}}"#, 400, #"Note in version "v1" cannot be handled as a Note"#),
    (#"{"metadata":{"name":"a"},"spec":{"size":"x"}}"#, 400, #"Note in version "v1" cannot be handled as a Note"#),
    (#"{"metadata":{"name":"a","resourceVersion":"5"}}"#, 400, "metadata.resourceVersion must not be set"),
  ])
  func refusesFaultyBodies(_ body: String, _ code: Int, _ message: String) async throws {
    let api = try TestAPI()
    let answer = await api.send("POST", notes, body)
    #expect(answer.code == code)
    #expect(answer.message.hasPrefix(message), "\(answer.message)")
    #expect(answer.body["kind"] == "Status")
    #expect(api.store.revision == api.firstRevision)
  }

  @Test func readsYAMLAndRefusesUnknownNotations() async throws {
    let api = try TestAPI()
    let unknown = await api.send("POST", notes, "x", type: "text/foo")
    #expect(unknown.code == 415)
    #expect(unknown.reason == "UnsupportedMediaType")
    let answer = await api.send(
      "POST", notes, "metadata:\n  name: a\nspec:\n  text: hello\n", type: "application/yaml")
    #expect(answer.code == 201)
    #expect(answer.body.value(at: "spec", "text") == "hello")
  }

  @Test func wrongTypesOfCustomKindsAreCauses() async throws {
    let api = try TestAPI()
    let answer = await api.send(
      "POST", widgets,
      #"{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"size":"x"}}"#)
    #expect(answer.code == 422)
    #expect(answer.message.hasPrefix(#"Widget.example.com "a" is invalid: spec.size: Invalid value"#))
    #expect(await api.send("POST", widgets, #"{"metadata":{"name":"a"}}"#).code == 400)
  }

  @Test func fieldValidationWarnsRefusesOrIsSilent() async throws {
    let api = try TestAPI()
    let body = #"{"metadata":{"name":"a"},"spec":{"foo":1,"text":"x","text":"y"}}"#
    let strict = await api.send("POST", notes + "?fieldValidation=Strict", body)
    #expect(strict.code == 400)
    #expect(
      strict.message == #"Note in version "v1" cannot be handled as a Note: strict decoding error: "#
        + #"unknown field "spec.foo", duplicate field "spec.text""#)
    let silent = await api.send("POST", notes + "?fieldValidation=Ignore&dryRun=All", body)
    #expect(silent.code == 201 && silent.warnings.isEmpty)
    let warned = await api.send("POST", notes, body)
    #expect(warned.code == 201)
    #expect(
      warned.warnings == [
        #"299 - "unknown field \"spec.foo\"""#, #"299 - "duplicate field \"spec.text\"""#,
      ])
    #expect(warned.body["spec"] == ["text": "y"])
    let wrong = await api.send("POST", notes + "?fieldValidation=No", body)
    #expect(wrong.code == 422)
    #expect(
      wrong.message == #"CreateOptions.meta.k8s.io "" is invalid: fieldValidation: Unsupported value: "No": "#
        + #"supported values: "Ignore", "Strict", "Warn""#)
  }

  @Test func dryRunChangesNothing() async throws {
    let api = try TestAPI()
    let answer = await api.send("POST", notes + "?dryRun=All", #"{"metadata":{"name":"a"}}"#)
    #expect(answer.code == 201)
    #expect(answer.body.value(at: "metadata", "uid") != nil)
    #expect(answer.revision.isEmpty)
    #expect(await api.send("GET", notes + "/a").code == 404)
    #expect(api.store.revision == api.firstRevision)
    let wrong = await api.send("POST", notes + "?dryRun=foo", #"{"metadata":{"name":"a"}}"#)
    #expect(wrong.code == 422)
    #expect(
      wrong.message == #"CreateOptions.meta.k8s.io "" is invalid: dryRun: Unsupported value: []string{"foo"}: "#
        + #"supported values: "All""#)
  }

  @Test func admissionChangesAndRefuses() async throws {
    let api = try TestAPI(admission: [LabellingStep(), RefusingStep()])
    let answer = await api.send("POST", notes, #"{"metadata":{"name":"a"}}"#)
    #expect(answer.body.value(at: "metadata", "labels", "seen") == "yes")
    #expect(answer.warnings == [#"299 - "labelled""#])
    let refused = await api.send("POST", notes, #"{"metadata":{"name":"bad"}}"#)
    #expect(refused.code == 403)
    #expect(refused.message == #"notes "bad" is forbidden: no bad names"#)
    #expect(refused.warnings == [#"299 - "labelled""#])
  }
}

struct LabellingStep: AdmissionStep {
  func mutate(_ request: inout ObjectAdmission) async throws(Status) {
    guard var metadata = request.object?["metadata"] else { return }
    metadata["labels"] = ["seen": "yes"]
    request.object?["metadata"] = metadata
    request.warnings.append("labelled")
  }
}

struct RefusingStep: AdmissionStep {
  func validate(_ request: inout ObjectAdmission) async throws(Status) {
    if request.name == "bad" { throw .forbidden(request.resource, request.name, "no bad names") }
  }
}

/// Says that whatever name was made is taken already.
struct NameTakingStep: AdmissionStep {
  func validate(_ request: inout ObjectAdmission) async throws(Status) {
    throw .alreadyExists(request.resource, request.name)
  }
}

@Suite struct ControllerReferenceTests {
  @Test func severalControllersAreOneFault() async throws {
    let api = try TestAPI()
    let owners = (0..<50).map { index -> JSONValue in
      [
        "apiVersion": "v1", "kind": "Note", "name": .string("n\(index)"), "uid": .string("u\(index)"),
        "controller": true,
      ]
    }
    let answer = await api.send(
      "POST", "/api/v1/namespaces/default/notes",
      json: ["metadata": ["name": "a", "ownerReferences": .array(owners)]])
    #expect(answer.code == 422)
    #expect(answer.body.value(at: "details", "causes")?.array?.count == 1)
    #expect(answer.message.hasSuffix("n0 and n1 are both said to be"))
  }
}
