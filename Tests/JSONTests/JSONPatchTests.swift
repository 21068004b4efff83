import JSON
import TestSupport
import Testing

@Suite struct JSONPatchTests {
  private static func apply(_ patch: String, to document: String) throws -> JSONValue {
    try JSONPatch(JSONValue(parsing: patch)).applied(to: JSONValue(parsing: document))
  }

  /// RFC 6902 appendix A.
  @Test(arguments: [
    (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux"}]"#, #"{"baz":"qux","foo":"bar"}"#),
    (#"{"foo":["bar","baz"]}"#, #"[{"op":"add","path":"/foo/1","value":"qux"}]"#, #"{"foo":["bar","qux","baz"]}"#),
    (#"{"baz":"qux","foo":"bar"}"#, #"[{"op":"remove","path":"/baz"}]"#, #"{"foo":"bar"}"#),
    (#"{"foo":["bar","qux","baz"]}"#, #"[{"op":"remove","path":"/foo/1"}]"#, #"{"foo":["bar","baz"]}"#),
    (
      #"{"baz":"qux","foo":"bar"}"#, #"[{"op":"replace","path":"/baz","value":"boo"}]"#,
      #"{"baz":"boo","foo":"bar"}"#
    ),
    (
      #"{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}"#,
      #"[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]"#,
      #"{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}"#
    ),
    (
      #"{"foo":["all","grass","cows","eat"]}"#, #"[{"op":"move","from":"/foo/1","path":"/foo/3"}]"#,
      #"{"foo":["all","cows","eat","grass"]}"#
    ),
    (
      #"{"baz":"qux","foo":["a",2,"c"]}"#,
      #"[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}]"#,
      #"{"baz":"qux","foo":["a",2,"c"]}"#
    ),
    (
      #"{"foo":"bar"}"#, #"[{"op":"add","path":"/child","value":{"grandchild":{}}}]"#,
      #"{"foo":"bar","child":{"grandchild":{}}}"#
    ),
    (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux","xyz":123}]"#, #"{"foo":"bar","baz":"qux"}"#),
    (#"{"/":9,"~1":10}"#, #"[{"op":"test","path":"/~01","value":10}]"#, #"{"/":9,"~1":10}"#),
    (#"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/-","value":["abc","def"]}]"#, #"{"foo":["bar",["abc","def"]]}"#),
    (#"{"a":1}"#, #"[{"op":"copy","from":"","path":"/b"}]"#, #"{"a":1,"b":{"a":1}}"#),
    (#"{"a":1}"#, #"[{"op":"replace","path":"","value":[1]}]"#, "[1]"),
    (
      #"{"a":null}"#, #"[{"op":"test","path":"/a","value":null},{"op":"move","from":"/a","path":"/a"}]"#, #"{"a":null}"#
    ),
    (#"{"a":1}"#, #"[{"op":"test","path":"/b","value":null},{"op":"add","path":"/b","value":2}]"#, #"{"a":1,"b":2}"#),
    (
      #"{"a":1}"#, #"[{"op":"test","path":"/b","value":null},{"op":"replace","path":"/b","value":2}]"#,
      #"{"a":1,"b":2}"#
    ),
    (#"{"a":1}"#, #"[{"op":"test","path":"/a","value":1.0},{"op":"add","path":"/a","value":null}]"#, #"{"a":null}"#),
  ])
  func appliesTheOperationsOfTheRFC(document: String, patch: String, result: String) throws {
    #expect(try Self.apply(patch, to: document) == JSONValue(parsing: result))
    #expect(try JSONValue(parsing: JSONPatch(JSONValue(parsing: patch)).jsonText()).array?.count ?? 0 > 0)
  }

  @Test(arguments: [
    (#"[{"op":"add","path":"/baz/bat","value":1}]"#, JSONPatchError.Kind.noSuchPlace(JSONPointer(["baz"])), 0),
    (#"[{"op":"test","path":"/foo","value":"bar"},{"op":"remove","path":"/x"}]"#, .noSuchPlace(JSONPointer(["x"])), 1),
    (#"[{"op":"test","path":"/foo","value":"10"}]"#, .testFailed, 0),
    (#"[{"op":"test","path":"/x","value":1}]"#, .noSuchPlace(JSONPointer(["x"])), 0),
    (#"[{"op":"test","path":"/x/y","value":null}]"#, .noSuchPlace(JSONPointer(["x", "y"])), 0),
    (#"[{"op":"replace","path":"/list/2","value":0}]"#, .noSuchPlace(JSONPointer(["list", "2"])), 0),
    (#"[{"op":"add","path":"/list/3","value":0}]"#, .invalidIndex(JSONPointer(["list", "3"])), 0),
    (#"[{"op":"add","path":"/list/01","value":0}]"#, .invalidIndex(JSONPointer(["list", "01"])), 0),
    (#"[{"op":"remove","path":"/list/-"}]"#, .invalidIndex(JSONPointer(["list", "-"])), 0),
    (#"[{"op":"move","from":"/list","path":"/list/0"}]"#, .moveIntoItself, 0),
    (#"[{"op":"copy","from":"/nothing","path":"/a"}]"#, .noSuchPlace(JSONPointer(["nothing"])), 0),
    (#"[{"op":"add","path":"/foo/x","value":0}]"#, .noSuchPlace(JSONPointer(["foo", "x"])), 0),
    (#"[{"op":"add","path":"/a"}]"#, .invalidMember("value"), 0),
    (#"[{"op":"add","path":"a","value":0}]"#, .invalidMember("path"), 0),
    (#"[{"op":"move","path":"/a"}]"#, .invalidMember("from"), 0),
    (#"[{"path":"/a"}]"#, .invalidMember("op"), 0),
    (#"[{"op":"Add","path":"/a","value":0}]"#, .unknownOperation("Add"), 0),
  ])
  func namesTheFaultyOperation(patch: String, kind: JSONPatchError.Kind, index: Int) {
    let error = #expect(throws: JSONPatchError.self) {
      try Self.apply(patch, to: #"{"foo":"bar","list":[1,2]}"#)
    }
    #expect(error?.kind == kind)
    #expect(error?.index == index)
  }

  @Test func refusesWhatIsNoPatch() {
    #expect(throws: JSONPatchError(.notAPatch)) { try JSONPatch(["op": "add"]) }
    #expect(throws: JSONPatchError(.invalidMember("op"), index: 0)) { try JSONPatch([1]) }
    let many: JSONValue = .array(Array(repeating: ["op": "remove", "path": "/a"], count: JSONPatch.operationLimit + 1))
    #expect(throws: JSONPatchError(.notAPatch)) { try JSONPatch(many) }
  }

  @Test func refusesToDoubleADocumentForever() {
    let root = JSONPointer()
    let patch = JSONPatch((0..<60).map { .copy(from: root, to: root.appending("\($0)")) })
    let error = #expect(throws: JSONPatchError.self) { try patch.applied(to: ["a": 1]) }
    #expect(error?.kind == .tooManyCopies)
  }

  @Test func refusesManyCopiesOfALongText() {
    let text = JSONValue.string(String(repeating: "x", count: 1 << 20))
    let place = JSONPointer(["a"])
    func patch(_ count: Int) -> JSONPatch {
      JSONPatch((0..<count).map { .copy(from: place, to: JSONPointer(["b\($0)"])) })
    }
    #expect(throws: Never.self) { try patch(3).applied(to: ["a": text]) }
    let error = #expect(throws: JSONPatchError.self) { try patch(4).applied(to: ["a": text]) }
    #expect(error?.kind == .tooManyCopies)
  }

  @Test func refusesToNestADocumentForever() {
    let path = JSONPointer(Array(repeating: "a", count: JSONPatch.depthLimit))
    let patch = JSONPatch((1...path.tokens.count).map { .add(JSONPointer(Array(path.tokens.prefix($0))), [:]) })
    let error = #expect(throws: JSONPatchError.self) { try patch.applied(to: [:]) }
    #expect(error?.kind == .tooDeep(limit: JSONPatch.depthLimit))
    let nesting = JSONPatch((0..<300).map { _ in .copy(from: JSONPointer(), to: JSONPointer(["a"])) })
    #expect(throws: JSONPatchError.self) { try nesting.applied(to: ["a": 1]) }
  }

  @Test func survivesAnyPatch() throws {
    var random = SeededGenerator(seed: 77)
    let names = ["op", "path", "from", "value"]
    let texts = ["add", "remove", "replace", "move", "copy", "test", "", "/", "/a", "/a/0", "/a/-", "/b/b", "/~", "-"]
    for _ in 0..<3000 {
      var operations: [JSONValue] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        var operation: JSONValue = [:]
        for name in names { operation[name] = .string(texts.randomElement(using: &random) ?? "") }
        operations.append(operation)
      }
      guard let patch = try? JSONPatch(.array(operations)) else { continue }
      _ = try? patch.applied(to: ["a": [1, ["b": 2]], "b": ["b": [:]]])
    }
  }

  // MARK: Differences

  @Test(arguments: [
    (#"{"a":1}"#, #"{"a":1.0}"#, "[]"),
    (
      #"{"a":1,"b":2}"#, #"{"b":3,"c":4}"#,
      #"[{"op":"remove","path":"/a"},{"op":"replace","path":"/b","value":3},{"op":"add","path":"/c","value":4}]"#
    ),
    (#"[1,2,3]"#, #"[1,3]"#, #"[{"op":"remove","path":"/1"}]"#),
    (#"[1,3]"#, #"[1,2,3]"#, #"[{"op":"add","path":"/1","value":2}]"#),
    (#"[1,2,3,4]"#, #"[1,9,3]"#, #"[{"op":"replace","path":"/1","value":9},{"op":"remove","path":"/3"}]"#),
    (
      #"[{"n":"a"},{"n":"b"},{"n":"c"}]"#, #"[{"n":"b","x":1},{"n":"c"}]"#,
      #"[{"op":"replace","path":"/0/n","value":"b"},{"op":"add","path":"/0/x","value":1},{"op":"remove","path":"/1"}]"#
    ),
    (#"{"a":{"b":{"c":[]}}}"#, #"{"a":{"b":{"c":[{}]}}}"#, #"[{"op":"add","path":"/a/b/c/0","value":{}}]"#),
    (#"{"a":null}"#, "{}", #"[{"op":"remove","path":"/a"}]"#),
    ("{}", #"{"a":null}"#, #"[{"op":"add","path":"/a","value":null}]"#),
    ("1", "[1]", #"[{"op":"replace","path":"","value":[1]}]"#),
    (#"{"a/b":1}"#, #"{"a/b":2}"#, #"[{"op":"replace","path":"/a~1b","value":2}]"#),
  ])
  func changesOnlyWhatDiffers(old: String, new: String, patch: String) throws {
    let difference = JSONPatch.difference(from: try JSONValue(parsing: old), to: try JSONValue(parsing: new))
    #expect(difference.jsonText() == patch)
  }

  @Test func leadsFromOneTreeToTheOther() throws {
    var random = SeededGenerator(seed: 6902)
    for round in 0..<1500 {
      let old = randomValue(depth: 4, using: &random)
      let new = round % 3 == 0 ? randomValue(depth: 4, using: &random) : mutate(old, using: &random)
      let patch = JSONPatch.difference(from: old, to: new)
      #expect(try patch.applied(to: old) == new)
      let reread = try JSONPatch(JSONValue(parsing: patch.jsonText()))
      #expect(try reread.applied(to: old) == new)
      #expect(patch.isEmpty == (old == new))
      if let merge = MergePatch.difference(from: old, to: new) {
        #expect(MergePatch.apply(merge, to: old) == new)
      }
    }
  }

  @Test func copesWithLongLists() throws {
    let old: JSONValue = .array((0..<3000).map { .number(JSONNumber($0)) })
    let new: JSONValue = .array((0..<3001).map { .number(JSONNumber($0 * 7 % 3001)) })
    #expect(try JSONPatch.difference(from: old, to: new).applied(to: old) == new)
  }
}

/// The tree with a few changes here and there.
private func mutate(_ value: JSONValue, using random: inout SeededGenerator) -> JSONValue {
  switch value {
  case .object(var object):
    for key in object.keys {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: object[key] = nil
      case 1: object[key] = randomValue(depth: 1, using: &random)
      case 2, 3: object[key] = object[key].map { mutate($0, using: &random) }
      default: break
      }
    }
    if Bool.random(using: &random) { object["added"] = randomValue(depth: 1, using: &random) }
    return .object(object)
  case .array(var elements):
    for index in elements.indices where Bool.random(using: &random) {
      elements[index] = mutate(elements[index], using: &random)
    }
    if !elements.isEmpty, Bool.random(using: &random) {
      elements.remove(at: Int.random(in: elements.indices, using: &random))
    }
    if Bool.random(using: &random) {
      elements.insert(
        randomValue(depth: 1, using: &random), at: Int.random(in: 0...elements.count, using: &random))
    }
    return .array(elements)
  default: return randomValue(depth: 0, using: &random)
  }
}
