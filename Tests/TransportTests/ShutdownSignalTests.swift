import Glibc
import Testing
import Transport

@Suite struct ShutdownSignalTests {
  @Test func aProcessThatNeverGetsToStopEndsByItself() async {
    let result = await #expect(processExitsWith: .exitCode(1), observing: [\.standardErrorContent]) {
      _ = try ShutdownSignal(endingProcessAfter: .milliseconds(1))
      kill(getpid(), SIGTERM)
      // A later signal does not put the end off.
      while true { kill(getpid(), SIGTERM) }
    }
    #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) }?.contains("took too long") == true)
  }

  @Test func withoutALimitASignalEndsNothing() async {
    await #expect(processExitsWith: .exitCode(7)) {
      _ = try ShutdownSignal()
      kill(getpid(), SIGTERM)
      kill(getpid(), SIGINT)
      exit(7)
    }
  }
}
