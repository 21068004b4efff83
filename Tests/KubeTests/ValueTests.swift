import JSON
import Kube
import TestSupport
import Testing

struct ValueTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func codesBase64(text: String, encoded: String) throws {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
    #expect(try Base64.decode(encoded) == Array(text.utf8))
  }

  @Test func decodesBase64AsGoDoes() throws {
    #expect(try Base64.decode("Zm\r\n9v\n") == Array("foo".utf8))
    #expect(try Base64.decode("Zg=\n=\n") == Array("f".utf8))
    #expect(try Base64.decode("Zh==") == Array("f".utf8))
    for text in ["Zg", "Zg=", "Z", "Zg===", "Zg==Zg==", "Zm9v=", "====", "Zm 9v", "Zm9-", "=", "Zm=v"] {
      #expect(throws: Base64.DecodingError.self, "\(text)") { try Base64.decode(text) }
    }
    let error = #expect(throws: Base64.DecodingError.self) { try Base64.decode("Zm9vZm9v*") }
    #expect(error?.decoded == Array("foofoo".utf8))
  }

  @Test func makesIdentifiers() {
    let namespace = UUID("6a1a24a1-4061-4607-8bf4-a3963d0c5895")
    #expect(namespace.map { UUID(namespace: $0, name: "testvm").description } == "5a9fc181-957e-5c32-9e5a-2de5e9673531")
    var generator = SeededGenerator(seed: 3)
    let random = UUID.random(using: &generator).description
    #expect(random.count == 36 && Array(random)[14] == "4" && "89ab".contains(Array(random)[19]))
    #expect(UUID.random() != UUID.random())
    #expect(UUID(random.uppercased())?.description == random)
    for text in ["", "6a1a24a1-4061-4607-8bf4-a3963d0c589", "6a1a24a14061-4607-8bf4-a3963d0c58955-"] {
      #expect(UUID(text) == nil)
    }
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, 0), ("2026-11-24T11:48:54Z", 1_795_520_934, 0),
    ("2000-02-29T12:00:00+02:00", 951_818_400, 0),
    ("1969-12-31T23:59:59.5Z", -1, 500_000_000), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
    ("9999-12-31T23:59:59.123456789123Z", 253_402_300_799, 123_456_789),
  ])
  func readsMoments(text: String, seconds: Int64, nanoseconds: Int32) {
    #expect(Timestamp(text) == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
  }

  @Test func refusesFaultyMoments() {
    for text in [
      "", "2026-11-24", "2026-11-24T11:48:54", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-24T24:00:00Z",
      "2026-11-24T11:48:60Z", "2026-11-24T11:48:54.Z", "2026-11-24T11:48:54+0200", "2026-11-24T11:48:54Zx",
      "26-11-24T11:48:54Z",
    ] { #expect(Timestamp(text) == nil, "\(text)") }
  }

  @Test(arguments: [Int64.min, .min + 1, .min + 86_399, -1, 0, .max - 1, .max])
  func momentsBeyondAllCalendarsArePrinted(seconds: Int64) {
    let moment = Timestamp(seconds: seconds)
    #expect(moment.text.hasSuffix("Z"))
    #expect(moment + .seconds(Int64.max) >= moment)
    #expect(moment + .seconds(Int64.min) <= moment)
    #expect((Timestamp.now() + .seconds(Int64.max)).text.hasSuffix("Z"))
  }

  @Test func printsMoments() {
    #expect(Timestamp(seconds: 1_795_520_934, nanoseconds: 1_234_567).text == "2026-11-24T11:48:54Z")
    #expect(Timestamp(seconds: 1_795_520_934, nanoseconds: 1_234_567).microsecondText == "2026-11-24T11:48:54.001234Z")
    #expect(Timestamp(seconds: -62_135_596_800).text == "0001-01-01T00:00:00Z")
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let moment = Timestamp(seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &random))
      #expect(Timestamp(moment.text) == moment)
    }
    let fraction = String(repeating: "0", count: 43)
    #expect(Timestamp("2026-11-24T11:48:54.\(fraction)Z") == Timestamp(seconds: 1_795_520_934))
    #expect(Timestamp("2026-11-24T11:48:54.\(fraction)Zx") == nil)
    #expect(Timestamp.now() > Timestamp(seconds: 1_700_000_000))
    #expect(Timestamp(seconds: 1) + .milliseconds(-1500) == Timestamp(seconds: -1, nanoseconds: 500_000_000))
    #expect(Timestamp(seconds: 2) - Timestamp(seconds: 0, nanoseconds: 500_000_000) == .milliseconds(1500))
  }

  @Test(arguments: [
    ("0", 0, "0s"), ("1m30s", 90_000_000_000, "1m30s"), ("1.5h", 5_400_000_000_000, "1h30m0s"),
    ("300ms", 300_000_000, "300ms"),
    ("-1.25s", -1_250_000_000, "-1.25s"), ("1us", 1000, "1µs"), ("1ns", 1, "1ns"), (".5s", 500_000_000, "500ms"),
    ("1h2m3.004s", 3_723_004_000_000, "1h2m3.004s"), ("+5s", 5_000_000_000, "5s"),
  ])
  func codesDurations(text: String, nanoseconds: Int64, printed: String) {
    #expect(GoDuration(text)?.nanoseconds == nanoseconds)
    #expect(GoDuration(nanoseconds: nanoseconds).description == printed)
  }

  @Test func refusesFaultyDurations() {
    for text in ["", "1", "s", "1x", "-", ".s", "1m 30s", "9999999999h", "1s2", "0.1\u{301}s"] {
      #expect(GoDuration(text) == nil, "\(text)")
    }
  }

  @Test func scalesPercentages() {
    #expect(IntOrString.string("30%").scaled(of: 10, roundingUp: false) == 3)
    #expect(IntOrString.string("25%").scaled(of: 10, roundingUp: true) == 3)
    #expect(IntOrString.int(4).scaled(of: 10, roundingUp: true) == 4)
    #expect(IntOrString.string("x").scaled(of: 10, roundingUp: true) == nil)
  }

  @Test func readsAndWritesItselfAsJSON() throws {
    #expect(try Quantity(json: "\"1024Mi\"").jsonText() == "\"1Gi\"")
    #expect(try Quantity(json: "2").jsonText() == "\"2\"")
    #expect(throws: JSONProblem.self) { try Quantity(json: "\"\"") }
    #expect(try Quantity(json: "\" 64M \"").jsonText() == "\"64M\"")
    #expect(throws: JSONProblem.self) { try Quantity(json: "\"\\t64M\"") }
    #expect(throws: JSONProblem.self) { try Quantity(json: "[]") }
    #expect(try IntOrString(json: "80") == .int(80))
    #expect(try IntOrString(json: "\"http\"").jsonText() == "\"http\"")
    #expect(throws: JSONProblem.self) { try IntOrString(json: "4294967296") }
    #expect(try Timestamp(json: "\"2026-11-24T13:48:54+02:00\"").jsonText() == "\"2026-11-24T11:48:54Z\"")
    #expect(try MicroTimestamp(json: "\"2026-11-24T11:48:54Z\"").jsonText() == "\"2026-11-24T11:48:54.000000Z\"")
    #expect(throws: JSONProblem.self) { try Timestamp(json: "\"yesterday\"") }
    #expect(try GoDuration(json: "\"90s\"").jsonText() == "\"1m30s\"")
  }
}
