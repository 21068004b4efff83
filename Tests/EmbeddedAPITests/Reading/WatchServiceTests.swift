import EmbeddedStore
import JSON
import Kube
import Synchronization
import Testing
import Transport

@testable import EmbeddedAPI

/// Keeps what a watch writes; may be slow, and may leave.
final class RecordingClient: WatchClient {
  struct Line: Sendable, Hashable {
    var type: String
    var name: String
    var revision: UInt64
    var label: String
  }

  private struct State {
    var status = 0
    var response: [UInt8] = []
    var body: [UInt8] = []
    var isFinished = false
    var waiting: (lines: Int, continuation: CheckedContinuation<Void, Never>)?
  }

  private let state = Mutex(State())
  private let isSlow: Bool

  init(isSlow: Bool = false) { self.isSlow = isSlow }

  var status: Int { state.withLock(\.status) }
  var isFinished: Bool { state.withLock(\.isFinished) }
  var response: JSONValue? { state.withLock { try? JSONValue(parsing: $0.response) } }

  var events: [JSONValue] {
    let body = state.withLock(\.body)
    return body.split(separator: 0x0A).map { (try? JSONValue(parsing: $0)) ?? .null }
  }

  var lines: [Line] {
    events.map { event in
      let metadata = event["object"]?["metadata"]
      return Line(
        type: event["type"]?.string ?? "", name: metadata?["name"]?.string ?? "",
        revision: UInt64(metadata?["resourceVersion"]?.string ?? "") ?? 0,
        label: metadata?["labels"]?["app"]?.string ?? "")
    }
  }

  /// Waits until so many events came.
  func wait(for lines: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.body.count(where: { $0 == 0x0A }) >= lines { return true }
        state.waiting = (lines, continuation)
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  func respond(_ response: HTTPResponse) async throws {
    state.withLock {
      $0.status = response.status
      $0.response = response.body
    }
  }

  func start(status: Int, headers: HTTPHeaders) async throws { state.withLock { $0.status = status } }

  func write(_ bytes: [UInt8]) async throws {
    if isSlow { for _ in 0..<20 { await Task.yield() } }
    try Task.checkCancellation()
    let woken = state.withLock { state -> CheckedContinuation<Void, Never>? in
      state.body += bytes
      guard let waiting = state.waiting, state.body.count(where: { $0 == 0x0A }) >= waiting.lines else { return nil }
      state.waiting = nil
      return waiting.continuation
    }
    woken?.resume()
  }

  func finish() async throws { state.withLock { $0.isFinished = true } }
}

@Suite struct WatchServiceTests {
  typealias Fixtures = ReadingFixtures

  static func request(
    _ definition: ResourceDefinition = Fixtures.machine, version: String = "v1", namespace: String = "",
    accept: String = "application/json", _ change: (inout RequestOptions) -> Void = { _ in }
  ) -> ResourceRequest {
    var options = RequestOptions()
    options.watch = true
    change(&options)
    return ResourceRequest(
      verb: .watch, definition: definition, version: version, namespace: namespace, options: options,
      user: UserInfo(), accept: accept)
  }

  static func object(_ name: String, app: String) -> EncodedObject {
    EncodedObject([
      "apiVersion": "kubevirt.io/v1", "kind": "Machine",
      "metadata": ["name": .string(name), "namespace": "n", "labels": ["app": .string(app)]],
    ])
  }

  static func key(_ name: String) -> ObjectKey { Fixtures.machine.key(namespace: "n", name: name) }

  private let temporary: TemporaryStore
  private let drain = WatchDrain()
  private var store: EmbeddedStore { temporary.store }

  init() throws { temporary = try TemporaryStore() }

  private func create(_ name: String, app: String = "x") async throws -> Revision {
    try await store.commit(Write(Self.key(name), .create(Self.object(name, app: app)))).revision
  }

  private func service(_ options: WatchService.Options = .init()) -> WatchService {
    WatchService(store: store, drain: drain, options: options, now: { Timestamp(seconds: 100) })
  }

  /// A watch that runs until it is told to end.
  private func watch(
    _ request: ResourceRequest, until lines: Int, _ options: WatchService.Options = .init(),
    meanwhile: () async throws -> Void = {}
  ) async throws -> RecordingClient {
    let client = RecordingClient()
    let service = service(options)
    let task = Task { try await service.serve(request, to: client) }
    try await meanwhile()
    await client.wait(for: lines)
    drain.begin()
    try await task.value
    #expect(client.isFinished)
    return client
  }

  @Test func beginsWithTheStateAndGoesOn() async throws {
    let a = try await create("a")
    let b = try await create("b")
    let client = RecordingClient()
    let service = service()
    let task = Task { try await service.serve(Self.request(), to: client) }
    await client.wait(for: 2)
    let c = try await create("c")
    let replaced = try await store.commit(
      Write(Self.key("a"), .replace(Self.object("a", app: "y"), expecting: a)))
    let removed = try await store.commit(Write(Self.key("b"), .remove(Self.object("b", app: "x"), expecting: b)))
    await client.wait(for: 5)
    drain.begin()
    try await task.value
    #expect(
      client.lines.map { "\($0.type) \($0.name) \($0.revision)" } == [
        "ADDED a \(a)", "ADDED b \(b)", "ADDED c \(c)", "MODIFIED a \(replaced.revision)",
        "DELETED b \(removed.revision)",
      ])
  }

  @Test func goesOnFromARevision() async throws {
    let a = try await create("a")
    let b = try await create("b")
    let client = try await watch(Self.request { $0.resourceVersion = a.description }, until: 1)
    #expect(client.lines.map(\.revision) == [b.value])
  }

  @Test func zeroMeansAnyState() async throws {
    let a = try await create("a")
    let client = try await watch(Self.request { $0.resourceVersion = "0" }, until: 1)
    #expect(client.lines.map(\.revision) == [a.value])
  }

  @Test func aRevisionOfTheFutureIsAnErrorAfterAWhile() async throws {
    var options = WatchService.Options()
    options.patience = .milliseconds(30)
    let client = try await watch(Self.request { $0.resourceVersion = "999" }, until: 1, options)
    #expect(client.status == 200)
    #expect(client.events.first?["type"] == "ERROR")
    #expect(client.events.first?["object"]?["code"] == 504)
  }

  @Test func aRevisionThatComesSoonIsWaitedFor() async throws {
    let soon = store.revision.value + 1
    let client = try await watch(Self.request { $0.resourceVersion = "\(soon)" }, until: 1) {
      _ = try await create("a")
      _ = try await create("b")
    }
    #expect(client.lines.map(\.name) == ["b"])
  }

  @Test(arguments: ["abc", "-1", "1.5"])
  func refusesWhatIsNoRevision(text: String) async throws {
    let client = RecordingClient()
    try await service().serve(Self.request { $0.resourceVersion = text }, to: client)
    #expect(client.status == 400)
    #expect(client.response?["kind"] == "Status")
  }

  @Test func initialEventsEndWithABookmark() async throws {
    let a = try await create("a")
    let client = try await watch(
      Self.request {
        $0.sendInitialEvents = true
        $0.resourceVersionMatch = .notOlderThan
        $0.allowWatchBookmarks = true
      }, until: 2)
    #expect(client.lines.prefix(2).map(\.type) == ["ADDED", "BOOKMARK"])
    #expect(client.lines[1].revision == a.value)
    #expect(client.events[1]["object"]?["metadata"]?["annotations"]?["k8s.io/initial-events-end"] == "true")
  }

  @Test func initialEventsNeedAMatch() async throws {
    let client = RecordingClient()
    try await service().serve(Self.request { $0.sendInitialEvents = true }, to: client)
    #expect(client.status == 422)
  }

  @Test func bookmarksSayWhatWasSeen() async throws {
    _ = try await create("a")
    var options = WatchService.Options()
    options.bookmarkInterval = .milliseconds(10)
    let other = ObjectKey(collection: "configmaps", namespace: "n", name: "c")
    let client = RecordingClient()
    let service = service(options)
    let task = Task { try await service.serve(Self.request { $0.allowWatchBookmarks = true }, to: client) }
    await client.wait(for: 2)
    let moved = try await store.commit(Write(other, .create(Self.object("c", app: "x")))).revision
    drain.begin()
    try await task.value
    #expect(client.lines.last?.type == "BOOKMARK")
    #expect(client.lines.last?.revision == moved.value)
  }

  @Test func endsAfterItsTime() async throws {
    let client = RecordingClient()
    try await service().serve(
      Self.request {
        $0.timeoutSeconds = 1
        $0.allowWatchBookmarks = true
      }, to: client)
    #expect(client.isFinished)
    #expect(client.lines.map(\.type) == ["BOOKMARK"])
  }

  @Test func endsWhenTheStoreCloses() async throws {
    _ = try await create("a")
    let client = RecordingClient()
    let service = service()
    let task = Task { try await service.serve(Self.request(), to: client) }
    await client.wait(for: 1)
    store.close()
    try await task.value
    #expect(client.isFinished)
    #expect(client.lines.map(\.type) == ["ADDED"])
  }

  @Test func endsAtOnceWhenTheClientLeaves() async throws {
    _ = try await create("a")
    let client = RecordingClient()
    let service = service()
    let task = Task { try await service.serve(Self.request(), to: client) }
    await client.wait(for: 1)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(!client.isFinished)
  }

  @Test func selectorsTurnChangesIntoComingAndGoing() async throws {
    let request = Self.request { $0.labelSelector = "app=x" }
    let client = RecordingClient()
    let service = service()
    let a = try await create("a", app: "x")
    let task = Task { try await service.serve(request, to: client) }
    await client.wait(for: 1)
    let b = try await create("b", app: "y")
    let out = try await store.commit(Write(Self.key("a"), .replace(Self.object("a", app: "y"), expecting: a)))
    let into = try await store.commit(Write(Self.key("b"), .replace(Self.object("b", app: "x"), expecting: b)))
    _ = try await store.commit(
      Write(Self.key("a"), .remove(Self.object("a", app: "y"), expecting: out.revision)))
    await client.wait(for: 3)
    drain.begin()
    try await task.value
    #expect(
      client.lines == [
        .init(type: "ADDED", name: "a", revision: a.value, label: "x"),
        // As it was seen last, at the revision at which it went out of sight.
        .init(type: "DELETED", name: "a", revision: out.revision.value, label: "x"),
        .init(type: "ADDED", name: "b", revision: into.revision.value, label: "x"),
      ])
  }

  @Test func convertsAndPrintsTables() async throws {
    _ = try await create("a")
    let converted = try await watch(Self.request(version: "v1alpha2"), until: 1)
    #expect(converted.events.first?["object"]?["apiVersion"] == "kubevirt.io/v1alpha2")
  }

  @Test func onlyTheFirstTableDescribesColumns() async throws {
    _ = try await create("a")
    _ = try await create("b")
    let client = try await watch(Self.request(accept: "application/json;as=Table;v=v1;g=meta.k8s.io"), until: 2)
    #expect(client.events[0]["object"]?["columnDefinitions"]?.array?.count == 4)
    #expect(client.events[1]["object"]?["columnDefinitions"] == .null)
    #expect(client.events[1]["object"]?["rows"]?[0]?["cells"]?[0] == "b")
  }

  @Test func readsLargeStatesPageByPage() async throws {
    for number in 0..<25 { _ = try await create("a\(number)") }
    var options = WatchService.Options()
    options.pageSize = 4
    let client = try await watch(Self.request(), until: 25, options)
    #expect(Set(client.lines.map(\.name)).count == 25)
    #expect(client.lines.count == 25)
  }
}
