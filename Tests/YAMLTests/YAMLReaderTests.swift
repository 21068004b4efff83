import JSON
import TestSupport
import Testing
import YAML

struct YAMLReaderTests {
  @Test(arguments: [
    ("1", "1"), ("-7", "-7"), ("+7", "7"), ("0x1F", "31"), ("010", "8"), ("0o17", "15"), ("0b101", "5"),
    ("1_000", "1000"),
    ("08", "8"), ("1.5", "1.5"), (".5", "0.5"), ("1.", "1"), ("1e3", "1000"), ("-1.5e-3", "-0.0015"),
    ("18446744073709551615", "18446744073709551615"), ("yes", "true"), ("Off", "false"), ("y", "true"), ("N", "false"),
    ("TRUE", "true"), ("~", "null"), ("Null", "null"), ("12:30:45", "\"12:30:45\""), ("1Gi", "\"1Gi\""),
    ("'1'", "\"1\""), ("\"yes\"", "\"yes\""), ("!!str 1", "\"1\""), ("yEs", "\"yEs\""), ("0x", "\"0x\""),
    ("2001-01-01", "\"2001-01-01\""), ("1.2.3", "\"1.2.3\""), ("0x-5", "\"0x-5\""),
  ])
  func resolvesScalarsAsKubernetesDoes(yaml: String, json: String) throws {
    #expect(try YAML.value(parsing: "[\(yaml)]") == .array([JSONValue(parsing: json)]))
    #expect(try YAML.value(parsing: yaml) == JSONValue(parsing: json))
  }

  @Test func readsAManifestStream() throws {
    let text = """
      # a comment
      ---
      apiVersion: kubevirt.io/v1alpha2
      kind: VirtualMachine
      metadata: {name: testvm}
      spec:
        running: no
        volumes:
        - name: a
          cloudInitNoCloud:
            userData: |
              #cloud-config
              password: x
      ---
      ---
      kind: Second
      ...
      """
    let documents = try YAML.documents(text)
    #expect(documents.count == 2)
    #expect(documents[0]["spec"]?["running"] == false)
    #expect(
      documents[0]["spec"]?["volumes"]?[0]?["cloudInitNoCloud"]?["userData"] == "#cloud-config\npassword: x\n")
    #expect(documents[1] == ["kind": "Second"])
  }

  @Test func readsJSONWithSurrogatePairs() throws {
    #expect(try YAML.value(parsing: #"{"a": "😀", "b": [1, null]}"#) == ["a": "😀", "b": [1, .null]])
  }

  @Test func turnsScalarKeysIntoText() throws {
    #expect(try YAML.value(parsing: "1: a\nyes: b\n1.5: c") == ["1": "a", "true": "b", "1.5": "c"])
  }

  @Test func followsAnchorsAndMergeKeys() throws {
    let text = """
      base: &base {a: 1, b: 2}
      more: &more {b: 3, c: 4}
      one: {<<: *base, b: 9}
      two: {b: 9, <<: [*more, *base]}
      same: *base
      """
    let value = try YAML.value(parsing: text)
    #expect(value["one"] == ["a": 1, "b": 9])
    #expect(value["two"] == ["a": 1, "b": 9, "c": 4])
    #expect(value["same"] == ["a": 1, "b": 2])
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3", YAMLError.Kind.duplicateKey("a"), 3, 1),
    ("a: *x", .unknownAnchor("x"), 1, 4),
    ("a: &x [*x]", .unknownAnchor("x"), 1, 8),
    ("? [a]\n: b", .unsupportedKey, 1, 3),
    ("~: b", .unsupportedKey, 1, 1),
    ("a: !secret b", .unsupportedTag("!secret"), 1, 4),
    ("a: !!int x", .unsupportedTag("tag:yaml.org,2002:int"), 1, 4),
    ("<<: 1", .invalidMerge, 1, 5),
  ])
  func namesFaultAndPlace(text: String, kind: YAMLError.Kind, line: Int, column: Int) {
    #expect(throws: YAMLError(kind, line: line, column: column)) { try YAML.documents(text) }
  }

  @Test func namesThePlaceOfASyntaxError() {
    let error = #expect(throws: YAMLError.self) { try YAML.documents("a: b\n c: [d\n") }
    #expect(error?.line ?? 0 >= 2)
    #expect(throws: YAMLError.self) { try YAML.documents([0x61, 0x3A, 0x20, 0xFF]) }
    #expect(throws: YAMLError.self) { try YAML.value(parsing: "a: 1\n---\nb: 2") }
  }

  @Test func refusesABillionLaughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let error = #expect(throws: YAMLError.self) { try YAML.documents(text) }
    #expect(error?.kind == .tooManyAliasedNodes(limit: 100_000))
  }

  @Test func refusesDeepNesting() {
    let text = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    #expect(throws: YAMLError.self) { try YAML.documents(text) }
    let block = (0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(throws: YAMLError.self) { try YAML.documents(block) }
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("ab:-?[]{},&*!|>'\"%#\n\t 01.~<\\\u{E9}".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      _ = try? YAML.documents(bytes)
    }
  }
}
