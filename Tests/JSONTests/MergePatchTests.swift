import JSON
import Testing

@Suite struct MergePatchTests {
  /// RFC 7386 appendix A.
  @Test(arguments: [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
    (#"{"a":"foo"}"#, "null", "null"),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
    ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ])
  func appliesTheExamplesOfTheRFC(document: String, patch: String, result: String) throws {
    #expect(
      try MergePatch.apply(JSONValue(parsing: patch), to: JSONValue(parsing: document)) == JSONValue(parsing: result))
  }

  @Test func makesThePatchBetweenTwoTrees() {
    #expect(
      MergePatch.difference(from: ["a": 1, "b": ["c": 2, "d": 3]], to: ["b": ["c": 2, "d": 4], "e": [.null]])
        == ["a": .null, "b": ["d": 4], "e": [.null]])
    #expect(MergePatch.difference(from: ["a": 1], to: ["a": 1]) == [:])
    #expect(MergePatch.difference(from: ["a": .null], to: ["a": .null, "b": 1]) == ["b": 1])
  }

  @Test func cantSetAMemberToNull() {
    #expect(MergePatch.difference(from: [:], to: ["a": .null]) == nil)
    #expect(MergePatch.difference(from: ["a": 1], to: ["a": ["b": .null]]) == nil)
  }
}
