import Testing

@testable import Transport

/// The small values under the protocols.
@Suite struct FoundationTests {
  private func time(_ seconds: UInt64) -> MonotonicTime { MonotonicTime(nanoseconds: seconds * 1_000_000_000) }

  @Test func timersComeInOrder() {
    var random = SeededGenerator(seed: 7)
    var queue = TimerQueue()
    let keys = (0..<500).map { UInt64($0) }.shuffled(using: &random)
    for key in keys { queue.insert(.init(time: time(key), key: key)) }
    queue.compact { $0.key % 3 != 0 }
    #expect(queue.popDue(at: time(0)) == nil)
    var popped: [UInt64] = []
    while let entry = queue.popDue(at: time(400)) { popped.append(entry.key) }
    #expect(popped == (1...400).filter { $0 % 3 != 0 })
    #expect(queue.next == time(401))
  }

  @Test func bucketRefillsWithTime() {
    var bucket = TokenBucket(capacity: 3, perSecond: 2, now: time(10))
    #expect((0..<4).map { _ in bucket.take(now: time(10)) } == [true, true, true, false])
    #expect((0..<3).map { _ in bucket.take(now: time(11)) } == [true, true, false])
    #expect((0..<4).map { _ in bucket.take(now: time(1_000_000)) } == [true, true, true, false])
    // A clock that seems to go back takes nothing away.
    let isGranted = bucket.take(now: time(1))
    #expect(!isGranted)
  }

  @Test func queueGivesBackWhatItTook() {
    var random = SeededGenerator(seed: 9)
    var queue = ByteQueue()
    var model: [UInt8] = []
    for round in 0..<300 {
      let piece = [UInt8](repeating: UInt8(truncatingIfNeeded: round), count: Int.random(in: 0...2000, using: &random))
      queue.append(piece)
      model += piece
      let amount = Int.random(in: 0...model.count, using: &random) / (round % 5 == 0 ? 1 : 3)
      #expect(queue.withUnsafeBytes { $0.elementsEqual(model) })
      queue.consume(amount)
      model.removeFirst(amount)
      #expect(queue.count == model.count)
    }
  }

  @Test func datesAreThoseOfTheStandard() {
    // The example of RFC 9110 section 5.6.7.
    #expect(String(decoding: HTTPDate.format(784_111_777), as: UTF8.self) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }

  @Test func listsAreSearchedWithoutCase() {
    let headers: HTTPHeaders = ["Connection": "keep-alive ,\tUpgrade", "connection": "x"]
    #expect(headers.lists("connection", "upgrade"))
    #expect(headers.lists("CONNECTION", "X"))
    #expect(!headers.lists("connection", "keep"))
    #expect(!headers.lists("upgrade", "upgrade"))
  }

  @Test func settingAFieldReplacesAllOfItsName() {
    var headers: HTTPHeaders = ["A": "1", "b": "2", "a": "3"]
    headers["a"] = "4"
    #expect(headers.values("a") == ["4"])
    headers["B"] = nil
    #expect(headers.map(\.name) == ["a"])
  }

  static let urls: [(String, String?, String?)] = [
    ("https://example.org", "example.org:443", "example.org"),
    ("http://example.org/x", "example.org:80", "example.org"),
    ("https://[::1]:6443/a?b", "[::1]:6443", "[::1]:6443"), ("http://10.0.0.1:8080", "10.0.0.1:8080", "10.0.0.1:8080"),
    ("https://u@example.org", nil, nil), ("https://", nil, nil), ("https://:1", nil, nil), ("https://x:y", nil, nil),
    ("https://x:65536", nil, nil), ("https://[::1", nil, nil), ("https://[::1]x", nil, nil), ("ftp://x", nil, nil),
  ]

  @Test(arguments: urls) func endpointsComeFromURLs(_ url: String, _ address: String?, _ authority: String?) {
    let endpoint = HTTPEndpoint(url: url)
    #expect(endpoint?.address.description == address)
    #expect(endpoint?.authority == authority)
  }

  /// Tasks that prefer a reactor which has stopped must still come to their end, one at a time.
  @Test func tasksOutliveTheirReactor() async throws {
    let group = try ReactorGroup(count: 1)
    let reactor = group.reactors[0]
    let gate = Gate()
    let finished = Counter()
    let tasks = (0..<20).map { _ in
      Task(executorPreference: reactor) {
        await gate.wait()
        for _ in 0..<100 {
          #expect(reactor.isCurrent)
          await Task.yield()
        }
        finished.increment()
      }
    }
    try await eventually("tasks wait") { await gate.waiting == 20 }
    group.shutdown()
    await gate.open()
    for task in tasks { await task.value }
    #expect(finished.count == 20)
    let client = HTTPClient(group: group)
    await #expect(throws: TransportError.shutDown) {
      try await client.send(
        HTTPClientRequest(target: "/"), to: HTTPEndpoint(address: .tcp(host: "127.0.0.1", port: 1)))
    }
  }
}
