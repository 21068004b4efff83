import JSON
import Testing

/// A type with a member of each kind, decoded as generated code decodes.
struct Sample: JSONCodable, Equatable {
  var name = ""
  var count: UInt32 = 0
  var limit: Int64?
  var isOn = false
  var tags: [String] = []
  var labels: [String: String]?
  @Boxed var child: Inner?
  var children: [Inner] = []
  static var expectedJSON: String { "an object" }

  mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let names: [StaticString] = ["name", "count", "limit", "isOn", "tags", "labels", "child", "children"]
      let exact = names.firstIndex { key.equals($0) }
      let index = exact ?? (reader.options.foldsCase ? names.firstIndex { key.equalsFolded($0) } : nil)
      if let index { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("count", &count)
      case 2: reader.member("limit", &limit)
      case 3: reader.member("isOn", &isOn)
      case 4: reader.member("tags", &tags)
      case 5: reader.member("labels", &labels)
      case 6: reader.member("child", &child)
      case 7: reader.member("children", &children)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "name")
  }

  func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberUnlessEmpty("count", count)
    writer.memberUnlessEmpty("limit", limit)
    writer.memberUnlessEmpty("isOn", isOn)
    writer.memberUnlessEmpty("tags", tags)
    writer.memberUnlessEmpty("labels", labels)
    writer.memberUnlessEmpty("child", child)
    writer.memberUnlessEmpty("children", children)
    writer.endObject()
  }
}

struct Inner: JSONCodable, Equatable {
  var a: Int32 = 0
  var b: Int32 = 0
  static var expectedJSON: String { "an object" }

  mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if key.equals("a") {
        reader.member("a", &a)
      } else if key.equals("b") {
        reader.member("b", &b)
      } else {
        reader.unknownMember(key)
      }
    }
  }

  func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("a", a)
    writer.memberUnlessEmpty("b", b)
    writer.endObject()
  }
}

/// Passes over everything.
struct Ignoring: JSONDecodable {
  static var expectedJSON: String { "an object" }

  mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while reader.nextKey(&members) != nil { reader.skip() }
  }
}

func decode<Value: JSONDecodable>(
  _: Value.Type, _ text: String, _ options: JSONReader.Options = .strict
) -> (value: Value, problems: [JSONProblem]) {
  Array(text.utf8).withUnsafeBytes { Value.decode($0, options: options) }
}

@Suite struct JSONDecodingTests {
  @Test func readsEveryKindOfMember() {
    let (sample, problems) = decode(
      Sample.self,
      #"{"name":"n","count":7,"limit":-3,"isOn":true,"tags":["x","y"],"labels":{"k":"v"},"child":{"a":1},"children":[{"b":2}]}"#
    )
    #expect(problems == [])
    var expected = Sample()
    expected.name = "n"
    expected.count = 7
    expected.limit = -3
    expected.isOn = true
    expected.tags = ["x", "y"]
    expected.labels = ["k": "v"]
    expected.child = Inner()
    expected.child?.a = 1
    expected.children = [Inner(a: 0, b: 2)]
    #expect(sample == expected)
  }

  @Test func findsANameWrittenWithEscapes() {
    #expect(decode(Sample.self, #"{"n\u0061me":"n"}"#).value.name == "n")
  }

  @Test(arguments: [
    (#"{"name":1}"#, "name: must be a string, not a number"),
    (#"{"name":"","count":-1}"#, "count: -1 does not fit UInt32"),
    (#"{"name":"","count":-0}"#, "count: -0 does not fit UInt32"),
    (#"{"name":"","count":1.5}"#, "count: must be an integer, not the fraction 1.5"),
    (#"{"name":"","count":4294967296}"#, "count: 4294967296 does not fit UInt32"),
    (#"{"name":"","limit":9223372036854775808}"#, "limit: 9223372036854775808 does not fit Int64"),
    (#"{"name":"","isOn":"true"}"#, "isOn: must be a boolean, not a string"),
    (#"{"name":"","tags":["a",{}]}"#, "tags[1]: must be a string, not an object"),
    (#"{"name":"","labels":{"k":[]}}"#, "labels.k: must be a string, not an array"),
    (#"{"name":"","children":[{},{"a":"x"}]}"#, "children[1].a: must be an integer, not a string"),
    (#"{"name":"","child":3}"#, "child: must be an object, not a number"),
    (#"{"name":"","children":{}}"#, "children: must be an array, not an object"),
    (#"{"name":"","child":{"z":{"y":[1,{}]}}}"#, #"child: unknown field "z""#),
    (#"{"name":"","name":"x"}"#, #"duplicate field "name""#),
    (#"{"count":1}"#, #"required field "name" is missing"#),
    (#"{"name":"","child":null}"#, "child: must be an object, not null"),
    (#"{"name":"","Count":1}"#, #"unknown field "Count""#),
    (#"[]"#, "must be an object, not an array"),
  ])
  func saysWhatIsWrongAndWhere(_ text: String, _ problem: String) {
    #expect(decode(Sample.self, text).problems.map(\.description) == [problem])
  }

  @Test func goesOnBehindAFault() {
    let (sample, problems) = decode(Sample.self, #"{"name":7,"tags":[1,"b"],"count":"x","isOn":true}"#)
    #expect(problems.map(\.fieldPath) == ["name", "tags[0]", "count"])
    #expect(sample.isOn)
    #expect(sample.tags == ["", "b"])
  }

  @Test func takesNamesInAnyCaseWhenLenient() {
    let (sample, problems) = decode(
      Sample.self, "{\"NAME\":\"n\",\"Li\u{6D}it\":4,\"tag\u{17F}\":[\"t\"],\"odd\":{}}", .lenient)
    #expect(problems == [])
    #expect(sample.name == "n")
    #expect(sample.limit == 4)
    #expect(sample.tags == ["t"])
  }

  @Test func mergesAMemberThatIsGivenTwiceAsGoDoes() {
    let (sample, problems) = decode(
      Sample.self,
      #"{"child":{"a":1},"children":[{"a":1,"b":2},{"a":3}],"child":{"b":5},"children":[{"b":9}],"labels":{"x":"1"},"labels":{"y":"2"}}"#,
      .lenient)
    #expect(problems == [])
    #expect(sample.child == Inner(a: 1, b: 5))
    #expect(sample.children == [Inner(a: 1, b: 9)])
    #expect(sample.labels == ["x": "1", "y": "2"])
  }

  @Test func takesNullAsAbsentForPointersAndKeepsScalars() {
    let (sample, problems) = decode(
      Sample.self, #"{"name":"n","name":null,"limit":1,"limit":null,"tags":["a"],"tags":null,"labels":null}"#, .lenient)
    #expect(problems == [])
    #expect(sample.name == "n")
    #expect(sample.limit == nil)
    #expect(sample.tags == [])
    #expect(sample.labels == nil)
  }

  @Test func boundsTheListOfProblems() {
    let text = "{" + (0..<10_000).map { "\"u\($0)\":1" }.joined(separator: ",") + "}"
    #expect(decode(Sample.self, text).problems.count <= JSONReader.problemLimit + 1)
  }

  @Test func writesNothingForWhatIsEmpty() {
    #expect(Sample().jsonText() == #"{"name":""}"#)
  }
}

@Suite struct BoxedTests {
  @Test func changingOneCopyLeavesTheOther() {
    var first = Sample()
    first.child = Inner(a: 1, b: 2)
    var second = first
    second.child?.a = 9
    #expect(first.child == Inner(a: 1, b: 2))
    #expect(second.child == Inner(a: 9, b: 2))
    second.child = nil
    #expect(first.child != nil)
    #expect(second.child == nil)
  }
}
