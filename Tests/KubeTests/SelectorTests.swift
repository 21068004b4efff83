import JSON
import Kube
import Testing

struct SelectorTests {
  @Test(arguments: [
    ("", [:], true), ("a=b", ["a": "b"], true), ("a==b", ["a": "c"], false), ("a!=b", [:], true),
    ("a in (x, y),c", ["a": "y", "c": ""], true), ("a notin (x,y)", ["a": "x"], false), ("!a", [:], true),
    ("!a", ["a": ""], false), ("a=", ["a": ""], true), ("a=,b=c", ["a": "", "b": "c"], true), ("a>1", ["a": "2"], true),
    ("a<1", ["a": "2"], false), ("a>1", ["a": "x"], false), ("a>1", [:], false), ("a in (,x)", ["a": ""], true),
    (" a = b , c ", ["a": "b", "c": "d"], true), ("kubevirt.io/vm=in", ["kubevirt.io/vm": "in"], true),
  ])
  func matchesByItsQueryForm(text: String, labels: [String: String], expected: Bool) throws {
    #expect(try Selector(parsing: text).matches(labels) == expected)
  }

  @Test(arguments: [
    "a=b,", ",a", "a in", "a in ()x", "a in (x", "a b", "=a", "in in (x)", "!", "!a=b", "a>x", "a=-b", "-a", "a/b/c=d",
    "a!b",
    "a=b c", "a in x",
  ])
  func refusesFaultyQueries(text: String) {
    #expect(throws: SelectorError.self) { try Selector(parsing: text) }
  }

  @Test func convertsTheParts() throws {
    let selector = try Selector(
      matchLabels: ["app": "web"],
      expressions: [
        ("tier", "In", ["a", "b"]), ("zone", "NotIn", ["x"]), ("on", "Exists", []), ("off", "DoesNotExist", []),
      ])
    #expect(selector.matches(["app": "web", "tier": "b", "on": ""]))
    #expect(!selector.matches(["app": "web", "tier": "b", "on": "", "zone": "x"]))
    #expect(!selector.matches(["app": "web", "tier": "b", "on": "", "off": "1"]))
    #expect(!selector.matches(["tier": "b", "on": ""]))
    #expect(try Selector(matchLabels: [:], expressions: []).matches([:]))
  }

  @Test(arguments: [
    ("a", "Near", ["x"], SelectorError.unknownOperator("Near")), ("a", "Gt", ["1"], .unknownOperator("Gt")),
    ("a", "In", [], .missingValues(key: "a")), ("a", "NotIn", [], .missingValues(key: "a")),
    ("a", "Exists", ["x"], .unexpectedValues(key: "a")), ("a", "DoesNotExist", ["x"], .unexpectedValues(key: "a")),
    ("", "Exists", [], .invalidKey("")), ("a b", "Exists", [], .invalidKey("a b")),
    ("a", "In", ["ok", "no good"], .invalidValue(key: "a", value: "no good")),
  ])
  func namesWhatIsWrong(key: String, name: String, values: [String], error: SelectorError) {
    #expect(throws: error) { try Selector(matchLabels: [:], expressions: [(key, name, values)]) }
  }

  @Test func convertsLabelSelectorObjects() throws {
    let object = try LabelSelector(
      json: #"{"matchLabels":{"a":"b"},"matchExpressions":[{"key":"c","operator":"NotIn","values":["d"]}]}"#)
    let selector = try Selector(object)
    #expect(selector.matches(["a": "b"]) && !selector.matches(["a": "b", "c": "d"]) && !selector.matches([:]))
    #expect(try Selector(LabelSelector()).matches([:]))
    let faulty = try LabelSelector(json: #"{"matchLabels":{"z":"-","a b":"","b":"-"}}"#)
    #expect(throws: SelectorError.invalidKey("a b")) { try Selector(faulty) }
  }

  @Test func wantsValuesInASet() throws {
    #expect(throws: SelectorError.missingValues(key: "a")) { try Selector(parsing: "a in ()") }
    #expect(try Selector(parsing: "a in (,b)").matches(["a": ""]))
  }

  @Test func comparesFields() throws {
    let fields = ["metadata.name": "a,b", "status.phase": "Running"]
    func matches(_ text: String) throws -> Bool {
      try FieldSelector(parsing: text).matches { fields[$0] ?? "" }
    }
    #expect(try matches(#"metadata.name=a\,b,status.phase!=Failed"#))
    #expect(try matches("status.phase==Running"))
    #expect(try !matches("status.phase!=Running"))
    #expect(try matches("") && matches("spec.nodeName="))
    #expect(throws: SelectorError.self) { try matches("status.phase") }
    #expect(throws: SelectorError.self) { try matches(#"a=b\x"#) }
    #expect(throws: SelectorError.self) { try matches("a=b=c") }
  }
}

extension Selector {
  /// Dictionaries and tuples, as tests write them.
  init(matchLabels: [String: String], expressions: [(String, String, [String])]) throws(SelectorError) {
    try self.init(
      matchLabels: matchLabels.map { (key: $0.key, value: $0.value) },
      matchExpressions: expressions.map { (key: $0.0, operator: $0.1, values: $0.2) })
  }
}
