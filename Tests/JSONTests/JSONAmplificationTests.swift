import JSON
import Testing

/// A type that takes far more memory than its shortest text.
private struct Large: JSONDecodable {
  // 512 bytes.
  private var fields: InlineArray<64, Int> = InlineArray(repeating: 0)

  static var expectedJSON: String { "an object" }
  init() {}
  mutating func decode(from reader: inout JSONReader) { reader.skip() }
}

@Suite struct JSONAmplificationTests {
  private func list(_ element: String, count: Int) -> String {
    "[" + Array(repeating: element, count: count).joined(separator: ",") + "]"
  }

  @Test func endsAListWhoseElementsWouldFillTheMemory() {
    let text = Array(list("{}", count: 500_000).utf8)
    let (value, problems) = text.withUnsafeBytes { [Large].decode($0) }
    #expect(problems.last?.kind == .tooManyElements)
    #expect(problems.last?.isFault == true)
    #expect(value.count * MemoryLayout<Large>.stride <= 32 << 20)
  }

  @Test func endsATreeWhoseValuesWouldFillTheMemory() {
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: list("0", count: 3_000_000)) }
  }

  @Test func readsLongListsThatPeopleWrite() throws {
    let element = #"{"name":"disk","disk":{"bus":"virtio"},"volumeName":"volume-of-the-disk"}"#
    let text = list(element, count: 40_000)
    #expect(try JSONValue(parsing: text).array?.count == 40_000)
    #expect(try [Large](json: list(element, count: 30_000)).count == 30_000)
    #expect(try [String](json: list("\"group\"", count: 100_000)).count == 100_000)
  }
}
