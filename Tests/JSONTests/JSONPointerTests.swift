import JSON
import Testing

@Suite struct JSONPointerTests {
  /// RFC 6901 section 5.
  @Test func findsTheValuesOfTheRFC() throws {
    let document = try JSONValue(
      parsing: #"""
        {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8}
        """#)
    func value(_ text: String) -> JSONValue? { JSONPointer(parsing: text).flatMap { document.value(at: $0) } }
    #expect(value("") == document)
    #expect(value("/foo") == ["bar", "baz"])
    #expect(value("/foo/0") == "bar")
    #expect(value("/") == 0)
    #expect(value("/a~1b") == 1)
    #expect(value("/c%d") == 2)
    #expect(value(#"/i\j"#) == 5)
    #expect(value(#"/k"l"#) == 6)
    #expect(value("/ ") == 7)
    #expect(value("/m~0n") == 8)
  }

  @Test func findsNothingWhereNothingIs() {
    let document: JSONValue = ["a": [1, 2], "b": 3]
    for text in ["/c", "/a/2", "/a/-", "/a/01", "/a/x", "/b/c", "/a/0/0", "/a/99999999999999999999", "/a/+1", "/a/"] {
      #expect(JSONPointer(parsing: text).map { document.value(at: $0) } == .some(nil), "\(text)")
    }
  }

  @Test func refusesWhatIsNoPointer() {
    for text in ["a", "a/b", "/~", "/~2", "/a~/b", " /a"] { #expect(JSONPointer(parsing: text) == nil, "\(text)") }
  }

  @Test func writesWhatItRead() {
    for text in ["", "/", "//", "/a~1b/~0/0", "/~01", "/日本/é"] {
      #expect(JSONPointer(parsing: text)?.text == text)
    }
    #expect(JSONPointer(["a/b"]).appending(3).appending("~").text == "/a~1b/3/~0")
    #expect(JSONPointer(["a", "b"]).isInside(JSONPointer(["a"])))
    #expect(!JSONPointer(["a"]).isInside(JSONPointer(["a"])) && !JSONPointer(["ab"]).isInside(JSONPointer(["a"])))
  }
}
