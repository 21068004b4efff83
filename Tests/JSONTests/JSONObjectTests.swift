import JSON
import Testing

@Suite struct JSONObjectTests {
  @Test func keepsTheOrderOfItsMembers() {
    var object: JSONObject = ["z": 1, "a": 2]
    object["m"] = 3
    object["a"] = 4
    #expect(object.keys == ["z", "a", "m"])
    object["z"] = nil
    #expect(object.keys == ["a", "m"])
  }

  @Test func findsMembersWhenThereAreMany() {
    var object = JSONObject()
    for index in 0..<500 { object["k\(index)"] = .number(JSONNumber(index)) }
    object["k250"] = nil
    #expect(object["k250"] == nil)
    #expect(object["k499"] == 499)
    #expect(object.count == 499)
  }

  /// One letter with an accent, and a letter followed by an accent, are one text to Swift and two names in JSON.
  @Test(arguments: [0, 100]) func keepsNamesApartThatOnlyLookAlike(others: Int) throws {
    let members = (0..<others).map { "\"k\($0)\":0," }.joined()
    let text = "{\(members)\"caf\u{E9}\":1,\"cafe\u{301}\":2}"
    let (value, problems) = Array(text.utf8).withUnsafeBytes { JSONValue.decode($0) }
    #expect(problems.isEmpty)
    #expect(value["caf\u{E9}"] == 1)
    #expect(value["cafe\u{301}"] == 2)
    #expect(value.serialized() == text)
  }

  @Test func isEqualInAnyOrder() {
    #expect(["a": 1, "b": [2]] as JSONValue == ["b": [2], "a": 1])
    #expect(["a": 1] as JSONValue != ["a": 1, "b": .null])
  }

  @Test func changesATreeInPlace() {
    var value: JSONValue = ["spec": ["a": 1]]
    value["spec"]?["b"] = 2
    value["spec"]?["a"] = nil
    value["status"] = [:]
    #expect(value == ["spec": ["b": 2], "status": [:]])
  }
}
