import EmbeddedAPI
import Kube
import Testing

@testable import PodRunner

@Suite("Logs of containers")
struct ContainerLogTests {
  private static let lines = """
    2026-11-25T01:00:00.000000001+00:00 stdout F first
    2026-11-25T01:00:01.000000001+00:00 stderr P sec
    2026-11-25T01:00:01.000000002+00:00 stderr F ond
    nonsense
    2026-11-25T01:00:02.000000001+00:00 stdout F third and last

    """

  private static func shown(_ configure: (inout PodLogOptions) -> Void = { _ in }) -> String {
    var options = PodLogOptions()
    configure(&options)
    var filter = ContainerLogFilter(options, now: Timestamp("2026-11-25T01:00:02.5Z") ?? Timestamp())
    var shown: [UInt8] = []
    for byte in lines.utf8 { shown += filter.take([byte]).flatMap { $0 } }
    return String(decoding: shown, as: UTF8.self)
  }

  @Test("parts of a line are joined, and lines of another form are passed over")
  func joinsParts() { #expect(Self.shown() == "first\nsecond\nthird and last\n") }

  @Test("a time stands before each whole line")
  func showsTimes() {
    #expect(
      Self.shown { $0.hasTimestamps = true }
        == "2026-11-25T01:00:00.000000001+00:00 first\n2026-11-25T01:00:01.000000001+00:00 second\n"
        + "2026-11-25T01:00:02.000000001+00:00 third and last\n")
  }

  @Test("since and limit cut what is older and what is too much")
  func cuts() {
    #expect(Self.shown { $0.sinceSeconds = 1 } == "third and last\n")
    #expect(Self.shown { $0.sinceTime = Timestamp("2026-11-25T01:00:01Z") } == "second\nthird and last\n")
    #expect(Self.shown { $0.limitBytes = 8 } == "first\nse")
  }

  @Test("the last lines are whole lines")
  func tails() {
    let pieces = ["a\n", "b", "c\n", "d\n", "e"].map { Array($0.utf8) }
    func tail(_ count: Int64) -> String {
      String(decoding: ContainerLog.lastLines(pieces, count).flatMap { $0 }, as: UTF8.self)
    }
    #expect(tail(0) == "")
    #expect(tail(1) == "e")
    #expect(tail(2) == "d\ne")
    #expect(tail(3) == "bc\nd\ne")
    #expect(tail(9) == "a\nbc\nd\ne")
  }
}
