import EmbeddedStore
import JSON
import Kube
import Testing

@testable import EmbeddedAPI

/// Watches that begin at random moments of a random history see what a model says they see: each change once, in order.
@Suite struct WatchScheduleTests {
  typealias Line = RecordingClient.Line

  /// A change as it was made; an empty label is none, a nil one means that there is no object.
  private struct Step {
    var name: String
    var before: String?
    var after: String?
    var revision: UInt64
  }

  private static func expected(_ history: [Step], after revision: UInt64, selecting label: String?) -> [Line] {
    history.compactMap { step in
      guard step.revision > revision else { return nil }
      func isSeen(_ value: String?) -> Bool { value != nil && (label == nil || value == label) }
      let (was, `is`) = (isSeen(step.before), isSeen(step.after))
      let type: String
      switch (was, `is`) {
      case (false, true): type = "ADDED"
      case (true, true): type = "MODIFIED"
      case (true, false): type = "DELETED"
      case (false, false): return nil
      }
      let shown = `is` ? step.after : step.before
      return Line(type: type, name: step.name, revision: step.revision, label: shown ?? "")
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func watchersSeeEveryChangeOnce(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let temporary = try TemporaryStore()
    let store = temporary.store
    let drain = WatchDrain()
    var options = WatchService.Options()
    options.bookmarkInterval = .milliseconds(3)
    options.pageSize = 3
    let service = WatchService(store: store, drain: drain, options: options)
    var history: [Step] = []
    var current: [String: (label: String, revision: Revision)] = [:]
    var watchers: [(client: RecordingClient, after: UInt64, label: String?, task: Task<Void, any Error>)] = []

    for _ in 0..<120 {
      if Int.random(in: 0..<6, using: &random) == 0 {
        let after = history.randomElement(using: &random)?.revision ?? store.revision.value
        let label = ["x", "y", nil].randomElement(using: &random) ?? nil
        let allowsBookmarks = Bool.random(using: &random)
        guard after > 0 else { continue }
        let request = WatchServiceTests.request {
          $0.resourceVersion = "\(after)"
          $0.labelSelector = label.map { "app=" + $0 } ?? ""
          $0.allowWatchBookmarks = allowsBookmarks
        }
        let client = RecordingClient(isSlow: Bool.random(using: &random))
        watchers.append((client, after, label, Task { try await service.serve(request, to: client) }))
      }
      let name = "o\(Int.random(in: 0..<4, using: &random))"
      let label = Bool.random(using: &random) ? "x" : "y"
      let key = WatchServiceTests.key(name)
      if let (old, revision) = current[name] {
        if Int.random(in: 0..<3, using: &random) == 0 {
          let object = WatchServiceTests.object(name, app: old)
          let removed = try await store.commit(Write(key, .remove(object, expecting: revision)))
          history.append(Step(name: name, before: old, after: nil, revision: removed.revision.value))
          current[name] = nil
        } else {
          let object = WatchServiceTests.object(name, app: label)
          let replaced = try await store.commit(Write(key, .replace(object, expecting: revision)))
          history.append(Step(name: name, before: old, after: label, revision: replaced.revision.value))
          current[name] = (label, replaced.revision)
        }
      } else {
        let created = try await store.commit(Write(key, .create(WatchServiceTests.object(name, app: label))))
        history.append(Step(name: name, before: nil, after: label, revision: created.revision.value))
        current[name] = (label, created.revision)
      }
    }
    for watcher in watchers {
      // A watch that is told to end may leave out what it has not read yet.
      let last = Self.expected(history, after: watcher.after, selecting: watcher.label).last
      while let last, !watcher.client.lines.contains(last) { try await Task.sleep(for: .milliseconds(2)) }
    }
    drain.begin()
    for watcher in watchers {
      try await watcher.task.value
      let lines = watcher.client.lines
      let changes = lines.filter { $0.type != "BOOKMARK" }
      #expect(changes == Self.expected(history, after: watcher.after, selecting: watcher.label))
      // A bookmark never promises more than was sent before it.
      let revisions = lines.map(\.revision)
      #expect(revisions == revisions.sorted())
    }
    #expect(!watchers.isEmpty)
  }

  @Test func aThousandWatchersShareOneEncoding() async throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let drain = WatchDrain()
    let service = WatchService(store: store, drain: drain)
    let first = try await store.commit(
      Write(WatchServiceTests.key("a"), .create(WatchServiceTests.object("a", app: "x"))))
    let clients = (0..<1000).map { _ in RecordingClient() }
    let tasks = clients.map { client in
      Task { try await service.serve(WatchServiceTests.request(), to: client) }
    }
    for client in clients { await client.wait(for: 1) }
    let second = try await store.commit(
      Write(
        WatchServiceTests.key("a"),
        .replace(WatchServiceTests.object("a", app: "y"), expecting: first.revision)))
    for client in clients { await client.wait(for: 2) }
    drain.begin()
    for task in tasks { try await task.value }
    for client in clients {
      #expect(client.lines.map(\.revision) == [first.revision.value, second.revision.value])
    }
  }
}

/// The same numbers for the same seed (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
