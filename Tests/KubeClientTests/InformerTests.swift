import JSON
import Kube
import Logging
import Synchronization
import Testing
import Transport

@testable import KubeClient

@Suite struct InformerTests {
  /// Runs a test against a fake API server and an informer of its things.
  private func withInformer(
    toleratesAbsence: Bool = false, before prepare: (FakeAPIServer) -> Void = { _ in },
    _ test: (FakeAPIServer, Informer) async throws -> Void
  ) async throws {
    try await withInformer(toleratesAbsence: toleratesAbsence, before: prepare) { server, informer, _ in
      try await test(server, informer)
    }
  }

  private func withInformer(
    toleratesAbsence: Bool = false, before prepare: (FakeAPIServer) -> Void = { _ in },
    options change: (inout Informer.Options) -> Void = { _ in },
    _ test: (FakeAPIServer, Informer, Journal) async throws -> Void
  ) async throws {
    let journal = Journal()
    let server = FakeAPIServer()
    prepare(server)
    try server.start()
    var options = Informer.Options()
    options.toleratesAbsence = toleratesAbsence
    change(&options)
    options.backOff = BackOff(first: .milliseconds(10), longest: .milliseconds(100))
    let client = try server.client()
    let informer = Informer(
      client, FakeAPIServer.resource, options: options, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) { journal.note($0) }
    let running = Task { await informer.run() }
    do {
      try await test(server, informer, journal)
    } catch {
      Issue.record(error)
    }
    running.cancel()
    await running.value
    await client.http.shutdown()
    await server.stop()
  }

  /// What an informer told of, as `+name`, `~name` and `-name`.
  private final class Journal: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }

    func note(_ changes: [ObjectChange]) {
      lines.withLock { lines in
        for change in changes {
          switch change {
          case .added(let object): lines.append("+" + object.name)
          case .updated(_, let object): lines.append("~" + object.name)
          case .deleted(let object): lines.append("-" + object.name)
          case .resynced(let object): lines.append("=" + object.name)
          }
        }
      }
    }
  }

  private func names(_ informer: Informer) -> [String] {
    informer.objects.map(\.name).sorted()
  }

  /// Waits until a condition holds, for at most five minutes: other tests may keep every thread busy.
  private func eventually(_ what: String, _ condition: () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(300)
    while !condition() {
      if ContinuousClock.now > deadline {
        Issue.record("never happened: \(what)")
        return
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  @Test func copiesWhatIsThereAndFollowsChanges() async throws {
    try await withInformer(before: { $0.put("a") }) { server, informer in
      try await eventually("the first list") { informer.hasSynced && names(informer) == ["a"] }
      server.put("b")
      try await eventually("an addition") { names(informer) == ["a", "b"] }
      server.put("a", "changed")
      try await eventually("a change") { informer.object(namespace: "default", name: "a")?["spec"] == "changed" }
      server.remove("b")
      try await eventually("a removal") { names(informer) == ["a"] }
      #expect(server.requests.count == 2)
    }
  }

  @Test func readsLongListsPageByPage() async throws {
    let prepare: (FakeAPIServer) -> Void = { server in for index in 0..<1201 { server.put("thing-\(index)") } }
    try await withInformer(before: prepare) { server, informer in
      try await eventually("the list") { informer.hasSynced }
      #expect(informer.objects.count == 1201)
      #expect(server.requests.filter { !$0.contains("watch") }.count == 3)
      #expect(informer.objects.map(\.tree).allSatisfy { $0["kind"] == "Thing" && $0["apiVersion"] == "example.io/v1" })
    }
  }

  @Test func goesOnFromTheLastEventWhenAWatchEnds() async throws {
    try await withInformer { server, informer in
      try await eventually("a watch") { server.watcherCount == 1 }
      server.put("a")
      try await eventually("the event") { names(informer) == ["a"] }
      server.sendBookmark()
      server.endWatches()
      server.put("b")
      try await eventually("the event of the next watch") { names(informer) == ["a", "b"] }
      #expect(server.requests.filter { !$0.contains("watch") }.count == 1)
    }
  }

  @Test func tellsOfTheVersionsOfListsAndBookmarks() async throws {
    let server = FakeAPIServer()
    try server.start()
    let client = try server.client()
    let versions = Mutex<[String]>([])
    let informer = Informer(
      client, FakeAPIServer.resource, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      onProgress: { version in versions.withLock { $0.append(version) } }, onChange: { _ in })
    let running = Task { await informer.run() }
    try await eventually("a watch") { server.watcherCount == 1 }
    #expect(versions.withLock { $0 } == [informer.resourceVersion])
    server.put("a")
    try await eventually("the event") { names(informer) == ["a"] }
    #expect(versions.withLock(\.count) == 1)
    server.sendBookmark()
    try await eventually("the bookmark") { versions.withLock(\.count) == 2 }
    #expect(versions.withLock(\.last) == informer.resourceVersion)
    running.cancel()
    await running.value
    await client.http.shutdown()
    await server.stop()
  }

  @Test func listsAgainAfterGone() async throws {
    try await withInformer(before: { $0.put("old") }) { server, informer in
      try await eventually("a watch") { server.watcherCount == 1 }
      // While no watch is open, something changes and the API server forgets the history.
      server.setServed(false)
      server.endWatches()
      try await eventually("the end of the watch") { server.watcherCount == 0 }
      server.remove("old")
      server.put("new")
      server.forgetHistory()
      server.setServed(true)
      try await eventually("the new list") { names(informer) == ["new"] }
    }
  }

  @Test func outlivesARestartOfTheAPIServer() async throws {
    try await withInformer(before: { $0.put("a") }) { server, informer in
      try await eventually("the list") { names(informer) == ["a"] }
      let port = server.port
      await server.stop()
      server.put("b")
      try await Task.sleep(for: .milliseconds(50))
      #expect(names(informer) == ["a"])
      try server.start(port: port)
      try await eventually("what changed meanwhile") { names(informer) == ["a", "b"] }
    }
  }

  @Test func toleratesAResourceThatIsNotServedYet() async throws {
    try await withInformer(toleratesAbsence: true, before: { $0.setServed(false) }) { server, informer in
      try await eventually("synced without objects") { informer.hasSynced }
      #expect(informer.objects.isEmpty)
      server.put("a")
      server.setServed(true)
      try await eventually("the first object") { names(informer) == ["a"] }
    }
  }

  @Test func isNotSyncedWhileAResourceItNeedsIsNotServed() async throws {
    try await withInformer(before: { $0.setServed(false) }) { server, informer in
      try await eventually("some tries") { server.requests.count > 3 }
      #expect(!informer.hasSynced)
    }
  }

  @Test func tellsOfEveryChangeInItsOrder() async throws {
    try await withInformer(before: { $0.put("a") }) { server, informer, journal in
      try await informer.waitUntilSynced()
      try await eventually("a watch") { server.watcherCount == 1 }
      server.put("b")
      server.put("a", "changed")
      server.remove("b")
      try await eventually("all changes") { journal.all == ["+a", "+b", "~a", "-b"] }
    }
  }

  @Test func goesOnFromABookmarkWhenTheConnectionBreaksWithinALine() async throws {
    try await withInformer { server, informer, journal in
      try await informer.waitUntilSynced()
      try await eventually("a watch") { server.watcherCount == 1 }
      server.sendBookmark()
      server.breakWatches()
      try await eventually("another watch") {
        server.watcherCount == 1
          && server.requests.contains { $0.contains("watch") && $0.contains("resourceVersion=2&") }
      }
      server.put("a")
      try await eventually("the event") { journal.all == ["+a"] }
      #expect(server.requests.filter { !$0.contains("watch") }.count == 1)
    }
  }

  @Test func waitsForASlowServer() async throws {
    try await withInformer(before: { $0.beSlow() }) { server, informer, journal in
      try await eventually("a watch") { server.watcherCount == 1 }
      server.put("a", .string(String(repeating: "ü", count: 200)))
      server.put("b")
      try await eventually("the events") { journal.all == ["+a", "+b"] }
      #expect(informer.object(namespace: "default", name: "a")?["spec"]?.string?.count == 200)
      #expect(server.requests.count == 2)
    }
  }

  @Test func findsOutWhatHappenedWhileItHeardNothing() async throws {
    let prepare: (FakeAPIServer) -> Void = { server in for name in ["a", "b", "c", "same"] { server.put(name) } }
    try await withInformer(before: prepare) { server, informer, journal in
      try await informer.waitUntilSynced()
      try await eventually("a watch") { server.watcherCount == 1 }
      let breakWatches = server.deafenWatches()
      server.remove("a")
      server.put("b", "changed")
      server.remove("c")
      server.put("c", uid: "2")
      server.put("d")
      server.forgetHistory()
      breakWatches()
      try await eventually("the new state") { journal.all.contains("+d") && journal.all.contains("-a") }
      #expect(journal.all.dropFirst(4).sorted() == ["+c", "+d", "-a", "-c", "~b"])
    }
  }

  @Test func keepsItsCopyWhileAResourceIsNotServedForAMoment() async throws {
    try await withInformer(toleratesAbsence: true, before: { $0.put("a") }) { server, informer, journal in
      try await informer.waitUntilSynced()
      try await eventually("a watch") { server.watcherCount == 1 }
      server.setServed(false)
      server.endWatches()
      let count = server.requests.count
      try await eventually("some tries") { server.requests.count > count + 3 }
      #expect(names(informer) == ["a"])
      server.remove("a")
      server.setServed(true)
      try await eventually("the end of the object") { journal.all == ["+a", "-a"] }
    }
  }

  @Test func whoWaitsForTheCopyCanGiveUp() async throws {
    try await withInformer(before: { $0.setServed(false) }) { server, informer in
      let waiting = Task { try await informer.waitUntilSynced() }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      server.setServed(true)
      try await informer.waitUntilSynced()
      #expect(informer.hasSynced)
    }
  }

  @Test func tellsOfEveryObjectAgainFromTimeToTime() async throws {
    let prepare: (FakeAPIServer) -> Void = { server in for name in ["a", "b"] { server.put(name) } }
    try await withInformer(before: prepare, options: { $0.resyncPeriod = .milliseconds(20) }) { _, _, journal in
      try await eventually("two rounds") { journal.all.count >= 6 }
      #expect(journal.all.prefix(6) == ["+a", "+b", "=a", "=b", "=a", "=b"])
    }
  }

  @Test func findsObjectsByIndexes() async throws {
    let prepare: (FakeAPIServer) -> Void = { server in
      server.put("a", "red")
      server.put("b", "blue")
    }
    let options: (inout Informer.Options) -> Void = { options in
      options.indexers["color"] = { $0["spec"]?.string.map { [$0] } ?? [] }
    }
    try await withInformer(before: prepare, options: options) { server, informer, _ in
      try await informer.waitUntilSynced()
      #expect(informer.objects(inIndex: "color", equals: "red").map(\.name) == ["a"])
      server.put("b", "red")
      try await eventually("the change") { informer.objects(inIndex: "color", equals: "red").count == 2 }
      #expect(informer.objects(inIndex: "color", equals: "blue").isEmpty)
      #expect(informer.resourceVersion == "4")
    }
  }

  @Test func triesAgainAfterRefusalsAndNonsense() async throws {
    let answers = [
      HTTPResponse(status: 500, text: "etcd"), HTTPResponse(status: 403, text: "no"),
      HTTPResponse(status: 200, text: "no JSON"),
    ]
    try await withInformer(before: { $0.answer(with: answers) }) { server, informer in
      try await informer.waitUntilSynced()
      #expect(server.requests.filter { !$0.contains("watch") }.count == 4)
    }
  }
}
