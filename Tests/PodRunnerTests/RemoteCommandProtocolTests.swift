import Testing

@testable import PodRunner

@Suite("Channels of remote commands")
struct RemoteCommandProtocolTests {
  @Test("what a client sends is told apart by its first byte")
  func reads() {
    #expect(RemoteCommandProtocol.message([0, 104, 105]) == .input([104, 105]))
    #expect(RemoteCommandProtocol.message([255, 0]) == .endOfInput)
    #expect(
      RemoteCommandProtocol.message([4] + Array(#"{"Width":80,"Height":24}"#.utf8)) == .resize(columns: 80, rows: 24))
    for ignored: [UInt8] in [[], [9], [1, 2], [4], [4, 123], [255], [255, 1]] {
      #expect(RemoteCommandProtocol.message(ignored) == .ignored)
    }
  }

  @Test("an exit code is a failure with a cause, zero a success")
  func tellsTheEnd() {
    #expect(RemoteCommandProtocol.ending(0)["status"] == "Success")
    let failure = RemoteCommandProtocol.ending(7)
    #expect(failure["reason"] == "NonZeroExitCode")
    #expect(failure["details"]?["causes"]?[0]?["message"] == "7")
  }
}
