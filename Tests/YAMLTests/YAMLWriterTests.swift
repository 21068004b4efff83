import JSON
import TestSupport
import Testing
import YAML

struct YAMLWriterTests {
  @Test func writesBlockStyleInMemberOrder() {
    let value: JSONValue = [
      "kind": "List", "count": 2, "flag": true, "nothing": .null, "empty": [], "none": [:],
      "items": [["name": "a", "ports": [80, 443]], ["name": "b"], [["x"], []], "text"],
    ]
    #expect(
      YAMLWriter.document(value) == """
        kind: List
        count: 2
        flag: true
        nothing: null
        empty: []
        none: {}
        items:
        - name: a
          ports:
          - 80
          - 443
        - name: b
        -
          -
            - x
          - []
        - text

        """)
  }

  @Test(arguments: [
    ("yes", "\"yes\""), ("1", "\"1\""), ("0x10", "\"0x10\""), ("12:30", "\"12:30\""), ("", "\"\""),
    ("a: b", "\"a: b\""),
    ("64M", "64M"), ("kubevirt.io/v1", "kubevirt.io/v1"), ("a b", "a b"), ("#a", "\"#a\""), ("a\u{0}", "\"a\\u0000\""),
  ])
  func quotesWhatIsAmbiguous(text: String, expected: String) {
    #expect(YAMLWriter.document(.string(text)) == expected + "\n")
  }

  @Test func writesSeveralLinesAsALiteralBlock() {
    #expect(
      YAMLWriter.document(["userData": "#cloud-config\npassword: fedora\n", "z": 1])
        == "userData: |\n  #cloud-config\n  password: fedora\nz: 1\n")
  }

  @Test func readsBackWhatItWrote() throws {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<3000 {
      let value = RandomTree.make(depth: 4, using: &random)
      let text = YAMLWriter.document(value)
      let back = try YAML.value(parsing: text)
      #expect(back == value, "\(value.serialized())\n\(text)")
      if back != value { return }
    }
  }

  @Test func readsBackEveryTextAsKeyAndValue() throws {
    for text in RandomTree.texts {
      let value: JSONValue = .object([text: [.string(text), [text: .string(text)]]])
      #expect(try YAML.value(parsing: YAMLWriter.document(value)) == value, "\(text.debugDescription)")
    }
  }

  @Test func readsBackAStream() throws {
    let documents: [JSONValue] = [["a": 1], ["b": "x\ny"], "text"]
    #expect(try YAML.documents(YAMLWriter.stream(documents)) == documents)
  }
}
