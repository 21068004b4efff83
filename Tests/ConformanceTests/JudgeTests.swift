import JSON
import Kube
import Testing

@testable import conformance

@Suite struct JudgeTests {
  private func record(_ expected: String, object: String = #"{"a":1}"#) throws -> VerdictRecord {
    let record = try JSONValue(
      parsing: #"{"id":"i","endpoint":"/e","request":{"uid":"u","object":\#(object)},"expected":\#(expected)}"#)
    return try #require(VerdictRecord(record))
  }

  private func answer(_ response: String, status: Int = 200) -> Answer {
    Answer(status: status, body: Array(#"{"response":\#(response)}"#.utf8))
  }

  private func patched(by patch: String) -> Answer {
    answer(#"{"uid":"u","allowed":true,"patch":"\#(Base64.encode(Array(patch.utf8)))"}"#)
  }

  private func disagreements(_ expected: String, _ answer: Answer, object: String = #"{"a":1}"#) throws -> [String] {
    Judge.disagreements(of: answer, with: try record(expected, object: object))
  }

  private let refusal = #"""
    {"uid":"u","allowed":false,"status":{"code":422,"message":"m","details":{"causes":[
    {"field":"f","reason":"FieldValueInvalid"},{"field":"f","reason":"FieldValueInvalid"},{"message":"x"}]}}}
    """#

  @Test func causesAreAMultisetOfFieldAndType() throws {
    let expected = #"""
      {"allowed":false,"code":422,"causes":[{"field":"","type":""},{"field":"f","type":"FieldValueInvalid"},
      {"field":"f","type":"FieldValueInvalid"}]}
      """#
    #expect(try disagreements(expected, answer(refusal)).isEmpty)
    let fewer =
      #"{"allowed":false,"code":400,"causes":[{"field":"f","type":"FieldValueInvalid"},{"field":"g","type":"T"}]}"#
    #expect(
      try disagreements(fewer, answer(refusal)).sorted() == [
        "code 400, got 422", "extra cause - -", "extra cause f FieldValueInvalid", "missing cause g T",
      ])
  }

  @Test func theOppositeVerdictIsOneDisagreement() throws {
    #expect(
      try disagreements(#"{"allowed":true}"#, answer(refusal))
        == ["allowed, got denied: got f FieldValueInvalid, f FieldValueInvalid, - -"])
    #expect(
      try disagreements(#"{"allowed":false,"code":400}"#, answer(#"{"uid":"u","allowed":true}"#))
        == ["denied, got allowed: code 400"])
  }

  @Test func theUIDIsTheRequests() throws {
    #expect(
      try disagreements(#"{"allowed":true}"#, answer(#"{"uid":"x","allowed":true}"#))
        == ["uid is not that of the request"])
  }

  @Test func patchedObjectsAreComparedTidily() throws {
    let expected =
      #"{"allowed":true,"patchedObject":{"a":1,"status":{},"machine":{"type":""},"u":"@uuid","t":"@time"}}"#
    let patch = #"""
      [{"op":"replace","path":"/u","value":"11111111-2222-4333-8444-555555555555"},
      {"op":"add","path":"/t","value":"2026-11-24T12:00:00Z"},{"op":"add","path":"/n","value":null}]
      """#
    #expect(try disagreements(expected, patched(by: patch)).isEmpty)
  }

  @Test func differencesTellTheirPlace() throws {
    let expected = #"{"allowed":true,"patchedObject":{"a":[{"b":1},{"b":true}]}}"#
    #expect(
      try disagreements(expected, patched(by: #"[{"op":"add","path":"/c","value":2}]"#), object: #"{"a":[{"b":2}]}"#)
        == [
          "patched /a: want 2 items, got 1 items", "patched /a/N/b: want 1, got 2",
          "patched /c: want (absent), got 2",
        ])
  }

  @Test func aPatchThatDoesNotApplyIsADisagreement() throws {
    let found = try disagreements(
      #"{"allowed":true,"patchedObject":{"a":1}}"#, patched(by: #"[{"op":"remove","path":"/x/y"}]"#))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("patch does not apply") == true)
  }

  @Test func anyOfSeveralOutcomesIsRight() throws {
    let expected = #"{"outcomes":[{"allowed":true,"patchedObject":{"a":2}},{"allowed":false}]}"#
    #expect(try disagreements(expected, answer(refusal)).isEmpty)
    #expect(try disagreements(expected, answer(#"{"uid":"u","allowed":true}"#)).count == 1)
    #expect(try disagreements(expected, patched(by: #"[{"op":"replace","path":"/a","value":2}]"#)).isEmpty)
  }

  @Test func whatTheRealOneDoesNotSurviveMustNotBeAllowed() throws {
    #expect(try disagreements(#"{"notAllowed":true}"#, Answer(status: 400, body: [])).isEmpty)
    #expect(try disagreements(#"{"notAllowed":true}"#, answer(#"{"allowed":true}"#)).count == 1)
    #expect(try disagreements(#"{"anyAnswer":true}"#, answer(#"{"allowed":true}"#)).isEmpty)
  }

  @Test func anHTTPStatusIsCompared() throws {
    #expect(try disagreements(#"{"httpStatus":400}"#, Answer(status: 400, body: [])).isEmpty)
    #expect(try disagreements(#"{"httpStatus":400}"#, answer(refusal)) == ["http status 400, got 200"])
    #expect(try disagreements(#"{"allowed":true}"#, Answer(status: 500, body: [])) == ["http status 200, got 500"])
    #expect(
      try disagreements(#"{"allowed":true}"#, Answer(status: 200, body: [])) == ["no AdmissionReview in the answer"])
  }
}

@Suite struct VerdictRecordTests {
  @Test func otherFormsAreNoVerdicts() throws {
    #expect(try VerdictRecord(JSONValue(parsing: #"{"id":"i","input":{},"output":{}}"#)) == nil)
    #expect(try VerdictRecord(JSONValue(parsing: #"{"endpoint":"vm-controller","input":{},"expected":{}}"#)) == nil)
  }

  @Test func theStateBecomesManifests() throws {
    let record = try #require(
      VerdictRecord(
        try JSONValue(
          parsing: #"""
            {"endpoint":"/e","rawBody":"{","expected":{},"presets":[{"kind":"P"}],"objects":[{"kind":"O"}],
            "featureGates":["G"],"config":{"developerConfiguration":{"x":1}}}
            """#)))
    #expect(record.body == Array("{".utf8))
    #expect(record.manifests.map { $0["kind"] } == ["P", "O", "KubeVirt"])
    #expect(
      record.manifests.last?.value(at: "spec", "configuration", "developerConfiguration")
        == ["x": 1, "featureGates": ["G"]])
  }
}
