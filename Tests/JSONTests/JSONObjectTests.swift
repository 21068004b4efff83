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

  @Test func findsMembersAfterOthersWereRemoved() {
    var random = SystemRandomNumberGenerator()
    var object = JSONObject((0..<60).map { (key: "\($0)", value: JSONValue.number(JSONNumber($0))) })
    var expected = Array(0..<60)
    for step in 60..<300 {
      let gone = expected.remove(at: Int.random(in: 0..<expected.count, using: &random))
      object["\(gone)"] = nil
      #expect(object["\(gone)"] == nil)
      object["\(step)"] = .number(JSONNumber(step))
      expected.append(step)
      if step % 40 == 0 {
        let several = Array(expected.suffix(7))
        object.remove(several.map(String.init) + ["none"])
        expected.removeLast(7)
      }
      #expect(object.keys == expected.map(String.init))
      for number in expected { #expect(object["\(number)"]?.int64 == Int64(number)) }
    }
  }

  @Test(.timeLimit(.minutes(1))) func givesUpManyMembersOneByOne() {
    var object = JSONObject((0..<20_000).map { (key: "\($0)", value: JSONValue.null) })
    for number in 0..<20_000 { object["\(number)"] = nil }
    #expect(object.isEmpty)
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
