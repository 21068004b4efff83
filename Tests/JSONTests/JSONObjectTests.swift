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

  @Test func isEqualInAnyOrder() {
    #expect(["a": 1, "b": [2]] as JSONValue == ["b": [2], "a": 1])
    #expect(["a": 1] as JSONValue != ["a": 1, "b": nil])
  }

  @Test func changesATreeInPlace() {
    var value: JSONValue = ["spec": ["a": 1]]
    value["spec"]?["b"] = 2
    value["spec"]?["a"] = nil
    value["status"] = [:]
    #expect(value == ["spec": ["b": 2], "status": [:]])
  }
}
