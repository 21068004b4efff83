import JSON
import Kube
import KubeClient
import Testing

private func object(_ version: String) -> JSONValue {
  ["metadata": ["name": "a", "resourceVersion": .string(version)]]
}

@Suite struct ReflectorStateTests {
  @Test func listsFirstAndWatchesFromThere() {
    var state = ReflectorState()
    #expect(state.next == .list)
    #expect(!state.hasSynced)
    state.listed(resourceVersion: "7")
    #expect(state.next == .watch(from: "7"))
    #expect(state.hasSynced)
  }

  @Test func goesOnFromTheLastEventOrBookmark() {
    var state = ReflectorState()
    state.listed(resourceVersion: "7")
    state.observed(.added(object("9")))
    #expect(state.next == .watch(from: "9"))
    state.observed(.bookmark(resourceVersion: "12"))
    state.observed(.deleted(object("13")))
    #expect(state.next == .watch(from: "13"))
  }

  @Test func listsAgainWhenItsPointIsGone() {
    var state = ReflectorState()
    state.listed(resourceVersion: "7")
    #expect(state.expired(jitter: 1) == .zero)
    #expect(state.next == .list)
    #expect(state.hasSynced)
  }

  @Test func doesNotListInALoopWhenItsPointIsAlwaysGone() {
    var state = ReflectorState(backOff: BackOff(first: .milliseconds(100), longest: .seconds(2)))
    var delays: [Duration] = []
    for version in 1...4 {
      state.listed(resourceVersion: "\(version)")
      delays.append(state.expired(jitter: 1))
    }
    #expect(delays == [.zero, .milliseconds(100), .milliseconds(200), .milliseconds(400)])
    state.listed(resourceVersion: "5")
    state.observed(.bookmark(resourceVersion: "6"))
    #expect(state.expired(jitter: 1) == .zero)
  }

  @Test func waitsAsLongAsTheServerAsks() {
    var state = ReflectorState(backOff: BackOff(first: .seconds(1), longest: .seconds(2)))
    #expect(state.failed(jitter: 1, retryAfter: .seconds(9)) == .seconds(9))
    #expect(state.failed(jitter: 1, retryAfter: .seconds(1)) == .seconds(2))
  }

  @Test func waitsLongerAfterEachFailureUpToALimit() {
    let backOff = BackOff(first: .milliseconds(100), longest: .seconds(2))
    var state = ReflectorState(backOff: backOff)
    let delays = (0..<8).map { _ in state.failed(jitter: 1) }
    #expect(
      delays.prefix(5) == [
        .milliseconds(100), .milliseconds(200), .milliseconds(400), .milliseconds(800), .milliseconds(1600),
      ])
    #expect(delays.suffix(3) == [.seconds(2), .seconds(2), .seconds(2)])
    for _ in 0..<200 { _ = state.failed(jitter: 0) }
    #expect(state.failed(jitter: 0) == .seconds(1))
    state.listed(resourceVersion: "1")
    #expect(state.failed(jitter: 1) == .milliseconds(100))
  }

  @Test func countsAnAbsentResourceAsSyncedAndListsOn() {
    var state = ReflectorState()
    state.foundAbsent(isTolerated: true)
    #expect(state.hasSynced)
    #expect(state.next == .list)
    state.listed(resourceVersion: "1")
    state.foundAbsent(isTolerated: false)
    #expect(state.next == .list)
    var strict = ReflectorState()
    strict.foundAbsent(isTolerated: false)
    #expect(!strict.hasSynced)
  }
}

@Suite struct WatchEventTests {
  @Test func readsEveryKindOfEvent() throws {
    let line = #"{"type":"MODIFIED","object":{"metadata":{"name":"a","resourceVersion":"3"}}}"#
    #expect(try WatchEvent(line: line.utf8) == .modified(object("3")))
    let bookmark = #"{"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"5"}}}"#
    #expect(try WatchEvent(line: bookmark.utf8) == .bookmark(resourceVersion: "5"))
    let error =
      #"{"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"too old","reason":"Expired","code":410}}"#
    guard case .failed(let status) = try WatchEvent(line: error.utf8) else {
      Issue.record("not an error")
      return
    }
    #expect(status.code == 410)
  }

  @Test(arguments: ["", "{", "{}", #"{"type":"NEWS","object":{}}"#, "[]"])
  func refusesWhatIsNoEvent(_ line: String) {
    #expect(throws: JSONProblem.self) { try WatchEvent(line: line.utf8) }
  }

  @Test func cutsLinesWhereverTheyAreTorn() throws {
    let text = Array("{\"a\":1}\n{\"b\":2}\n\n{\"c\":3}\n".utf8)
    for size in 1...text.count {
      var splitter = LineSplitter()
      var lines: [String] = []
      for start in stride(from: 0, to: text.count, by: size) {
        let piece = Array(text[start..<min(start + size, text.count)])
        lines += try splitter.lines(adding: piece).map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(lines == ["{\"a\":1}", "{\"b\":2}", "{\"c\":3}"])
    }
  }

  @Test func refusesALineWithoutEnd() throws {
    var splitter = LineSplitter(limit: 100)
    _ = try splitter.lines(adding: [UInt8](repeating: 0x20, count: 100))
    #expect(throws: LineSplitter.LineTooLong.self) { try splitter.lines(adding: [0x20]) }
  }
}

@Suite struct ResourcePathTests {
  @Test func buildsPathsOfCoreAndOtherGroups() {
    let pods = GroupVersionResource(version: "v1", resource: "pods")
    let machines = GroupVersionResource(group: "kubevirt.io", version: "v1", resource: "virtualmachines")
    #expect(ResourcePath(pods).path == "/api/v1/pods")
    #expect(ResourcePath(pods, namespace: "a", name: "b", subresource: "log").path == "/api/v1/namespaces/a/pods/b/log")
    #expect(ResourcePath(machines, namespace: "x").path == "/apis/kubevirt.io/v1/namespaces/x/virtualmachines")
  }

  @Test(arguments: ["", ".", "..", "a/b", "../x", "a%2fb"])
  func noNameLeadsElsewhere(name: String) {
    let pods = GroupVersionResource(version: "v1", resource: "pods")
    #expect(ResourcePath(pods, namespace: "a", name: name).path == nil)
    #expect(ResourcePath(pods, namespace: name).path == nil)
    #expect(ResourcePath(pods, namespace: "a", name: "b", subresource: name + "/..").path == nil)
    #expect(
      ResourcePath(pods, namespace: "a", name: "system:b c?").path == "/api/v1/namespaces/a/pods/system%3Ab%20c%3F")
    #expect(ResourcePath(pods, subresource: "status").path == nil)
  }
}
