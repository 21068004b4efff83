import Testing

@testable import ComponentBase

@Suite struct LogTextTests {
  @Test func keepsWhatIsLoggedOnOneShortLine() {
    #expect("705ab4f5-6393-11e8-b7cc-42010a800002".forLog == "705ab4f5-6393-11e8-b7cc-42010a800002")
    #expect("a\nb\r\nc\u{2028}d\u{1B}[31m\u{202E}".forLog == "a b  c d [31m ")
    #expect(String(repeating: "x", count: 1_000_000).forLog.utf8.count < 300)
  }
}
