import JSON
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    "null", " true ", "\tfalse\r\n", "0", "-0", "10.25", "1e5", "1E+5", "-1.5e-7", "\"\"", "\"a\\u00e9\\n\"", "[]",
    "[ ]",
    "[1,2 , 3]", "{}", "{ }", "{\"a\":{\"b\":[{}]}}", "\"\\ud83d\\ude00\"", "\"日本\"",
  ])
  func acceptsWhatTheGrammarAllows(_ text: String) throws {
    _ = try JSONValue(parsing: text)
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "True", "+1", "01", "-", "1.", ".5", "1e", "1e+", "0x10", "1 2", "NaN", "Infinity", "\"",
    "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\t\"", "\"\n\"", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "]",
    "{",
    "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{'a':1}", "{\"a\" 1}", "{1:2}", "}",
    "{\"a\":1}}",
    "// comment\n1", "[1]x", "\u{FEFF}1",
  ])
  func refusesWhatTheGrammarDoesNotAllow(_ text: String) {
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: text) }
  }

  @Test(
    arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
  func refusesBytesThatAreNoUTF8(_ bytes: [UInt8]) {
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: [0x7B, 0x22] + bytes + [0x22, 0x3A, 0x31, 0x7D]) }
    #expect(throws: JSONProblem.self) {
      try Ignoring(json: [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22] + bytes + [0x22, 0x7D])
    }
  }

  @Test func decodesEscapesAndReplacesLoneSurrogates() throws {
    #expect(try JSONValue(parsing: #""\"\\\/\b\f\n\r\t\u0041\uD83D\uDE00""#) == "\"\\/\u{8}\u{C}\n\r\tA😀")
    #expect(try JSONValue(parsing: #""\ud800x""#) == "\u{FFFD}x")
    #expect(try JSONValue(parsing: #""\ud800\u0041""#) == "\u{FFFD}A")
    #expect(try JSONValue(parsing: #""\udc00""#) == "\u{FFFD}")
  }

  @Test(arguments: 0...40) func findsQuotesAtEveryDistance(_ length: Int) throws {
    let plain = String(repeating: "x", count: length)
    #expect(
      try JSONValue(parsing: "[\"\(plain)\",\"\(plain)é\",\"\(plain)\\n\"]") == [
        .string(plain), .string(plain + "é"), .string(plain + "\n"),
      ])
  }

  @Test func keepsNumbersAsWritten() throws {
    let text = "[1.0,1e400,123456789012345678901234567890,-0]"
    #expect(try JSONValue(parsing: text).serialized() == text)
    #expect(try JSONValue(parsing: "1.0") == JSONValue(parsing: "1"))
    #expect(try JSONValue(parsing: "100e-2") == 1)
    #expect(try JSONValue(parsing: "12345678901234567890123") != JSONValue(parsing: "12345678901234567890124"))
    #expect(try JSONValue(parsing: "-0") == 0)
  }

  @Test func stopsAtTheDepthLimit() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    _ = try JSONValue(parsing: nested(256))
    #expect(throws: JSONProblem(.tooDeep(limit: 256))) { try Ignoring(json: "{\"a\":\(nested(256))}") }
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: nested(100_000)) }
    #expect(problem?.kind == .tooDeep(limit: 256))
  }

  @Test func reportsDuplicatesOfATreeWithTheirPath() {
    let (_, problems) = decode(JSONValue.self, #"{"a":[{"b":1,"b":2}]}"#)
    #expect(problems.map(\.description) == [#"a[0]: duplicate field "b""#])
  }

  @Test(arguments: 0..<200) func writesWhatItReadsForAnyTree(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let value = randomValue(depth: 5, using: &generator)
    #expect(try JSONValue(parsing: value.serialized()) == value)
    #expect(try JSONValue(parsing: value.serialized(pretty: true)) == value)
  }

  @Test(arguments: 0..<300) func survivesAnyBytes(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(randomValue(depth: 4, using: &generator).serialized().utf8)
    for _ in 0..<8 {
      for _ in 0..<Int.random(in: 1..<4, using: &generator) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = .random(in: .min ... .max, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(Array("{}[]\",:\\u0e-".utf8).randomElement(using: &generator) ?? 0, at: index)
        }
      }
      let (value, problems) = bytes.withUnsafeBytes { JSONValue.decode($0) }
      let (_, skipped) = bytes.withUnsafeBytes { Ignoring.decode($0) }
      let faults = problems.filter { $0.isFault }
      if faults.isEmpty {
        #expect((try? JSONValue(parsing: value.serialized())) == value, "seed \(seed)")
        let skipFaults = skipped.filter { $0.isFault }
        if case .object = value { #expect(skipFaults == [], "seed \(seed)") }
      }
    }
  }

  @Test(arguments: 0..<100) func readsNothingBehindTheEndOfTruncatedText(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = Array(JSONValue.array([randomValue(depth: 4, using: &generator)]).serialized().utf8)
    for count in 0..<min(bytes.count, 200) {
      // A copy of just this length, so that reading on would leave the allocation.
      let copy = Array(bytes[..<count])
      let (_, problems) = copy.withUnsafeBytes { JSONValue.decode($0) }
      let hasFault = problems.contains { $0.isFault }
      #expect(hasFault)
    }
  }
}
