import EmbeddedStore
import Testing

@Suite struct ChangeTests {
  /// One whose changes are in memory, and one whose watchers have to read the table.
  static let memories = [StoreOptions.manual, StoreOptions(compactionInterval: nil, recentChanges: 0, reserveBytes: 0)]

  @Test(arguments: [0, 1]) func changesComeInOrderWithWhatWasBefore(memory: Int) async throws {
    try await withStore(Self.memories[memory]) { store, _ in
      let start = store.revision
      let created = try await store.create(key("a"), "1")
      try await store.create(key("s", of: "services"), "other")
      let replaced = try await store.replace(created, "2")
      let removed = try await store.remove(replaced)
      let subscription = try store.changes(ChangeScope(collections: ["pods"]), after: start)
      let changes = try await take(3, from: subscription)
      #expect(changes.map(\.kind) == [.created, .replaced, .removed])
      #expect(changes.map(\.revision) == [created.revision, replaced.revision, removed.revision])
      #expect(changes.map { $0.previous?.bytes } == [nil, created.bytes, replaced.bytes])
      #expect(subscription.revision == store.revision)
      let late = try store.changes(ChangeScope(collections: ["pods"]), after: created.revision)
      #expect(try await take(2, from: late).map(\.kind) == [.replaced, .removed])
      let everything = try store.changes(ChangeScope(), after: start)
      #expect(try await take(4, from: everything).map(\.object.value) == ["1", "other", "2", "2"])
    }
  }

  @Test(arguments: [0, 1]) func aScopeIsKept(memory: Int) async throws {
    try await withStore(Self.memories[memory]) { store, _ in
      let start = store.revision
      for namespace in ["n", "m"] {
        for name in ["a", "b"] {
          for collection in ["pods", "services", "nodes"] {
            try await store.create(key(name, in: namespace, of: collection), namespace + name + collection)
          }
        }
      }
      let both = try store.changes(
        ChangeScope(collections: ["pods", "nodes"], namespace: "m", name: "b"), after: start)
      #expect(try await take(2, from: both).map(\.object.value) == ["mbpods", "mbnodes"])
      let named = try store.changes(ChangeScope(collections: ["pods"], name: "a"), after: start)
      #expect(try await take(2, from: named).map(\.object.value) == ["napods", "mapods"])
    }
  }

  @Test func aWaitingWatcherIsWokenByWhatItWantsOnly() async throws {
    try await withStore { store, _ in
      let subscription = try store.changes(ChangeScope(collections: ["pods"], name: "mine"), after: store.revision)
      let next = Task { try await subscription.next() }
      for number in 0..<10 { try await store.create(key("other-\(number)")) }
      let mine = try await store.create(key("mine"))
      #expect(try await next.value.map(\.revision) == [mine.revision])
    }
  }

  @Test func aQuietWatcherNeverFallsBehind() async throws {
    let options = StoreOptions(compactionInterval: nil, recentChanges: 4, reserveBytes: 0)
    try await withStore(options) { store, _ in
      let subscription = try store.changes(ChangeScope(collections: ["pods"], name: "mine"), after: store.revision)
      let next = Task { try await subscription.next() }
      while try store.statistics().subscriptions == 0 { await Task.yield() }
      var old = try await store.create(key("other"))
      for number in 0..<50 { old = try await store.replace(old, "\(number)") }
      while subscription.revision < store.revision { await Task.yield() }
      try await store.compact(before: store.revision)
      let mine = try await store.create(key("mine"))
      #expect(try await next.value.map(\.revision) == [mine.revision])
    }
  }

  @Test func whoIsTooLateIsTold() async throws {
    try await withStore(Self.memories[1]) { store, _ in
      let first = try await store.create(key("a"), "1")
      let slow = try store.changes(ChangeScope(), after: first.revision)
      let second = try await store.replace(first, "2")
      let third = try await store.replace(second, "3")
      try await store.compact(before: third.revision)
      #expect(throws: StoreError.expired(requested: first.revision, oldest: third.revision)) {
        try store.changes(ChangeScope(), after: first.revision)
      }
      await #expect(throws: StoreError.expired(requested: first.revision, oldest: third.revision)) {
        try await slow.next()
      }
      #expect(throws: StoreError.future(requested: Revision(100), current: third.revision)) {
        try store.changes(ChangeScope(), after: Revision(100))
      }
      let fourth = try await store.replace(third, "4")
      let recent = try store.changes(ChangeScope(), after: third.revision)
      #expect(try await recent.next().map { $0.previous?.value } == ["3"])
      #expect(try store.get(key("a"))?.revision == fourth.revision)
    }
  }

  @Test func aCancelledWaitLosesNothing() async throws {
    try await withStore { store, _ in
      let subscription = try store.changes(ChangeScope(), after: store.revision)
      for round in 0..<50 {
        let waiting = Task { try await subscription.next() }
        if round % 2 == 0 { await Task.yield() }
        waiting.cancel()
        var seen: [Change] = []
        do { seen = try await waiting.value } catch is CancellationError {}
        #expect(seen.isEmpty)
        let written = try await store.create(key("object-\(round)"))
        #expect(try await subscription.next().map(\.revision) == [written.revision])
      }
    }
  }

  @Test func closingWakesWhoWaits() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    let store = try EmbeddedStore.open(directory.store, options: .manual)
    let waiting = try (0..<20).map { _ in
      let subscription = try store.changes(ChangeScope(), after: store.revision)
      return Task { try await subscription.next() }
    }
    await Task.yield()
    store.close()
    for task in waiting { await #expect(throws: StoreError.closed) { try await task.value } }
    #expect(throws: StoreError.closed) { try store.changes(ChangeScope(), after: Revision(1)) }
  }

  @Test func aSubscriptionThatIsGoneCostsNothing() async throws {
    try await withStore { store, _ in
      var subscriptions = try (0..<100).map { _ in try store.changes(ChangeScope(), after: store.revision) }
      #expect(try store.statistics().subscriptions == 100)
      subscriptions = []
      #expect(try store.statistics().subscriptions == 0)
      #expect(subscriptions.isEmpty)
    }
  }

  @Test func manyWatchersSeeExactlyWhatManyWritersCommitted() async throws {
    let options = StoreOptions(compactionInterval: nil, recentChanges: 64, reserveBytes: 0)
    try await withStore(options) { store, _ in
      let start = store.revision
      let writers = 8
      let rounds = 30
      let total = writers * rounds
      let watchers = try (0..<100).map { number in
        let subscription = try store.changes(ChangeScope(collections: ["pods"]), after: start)
        return Task {
          var seen: [Seen] = []
          while seen.count < total {
            seen += try await subscription.next().map(Seen.init)
            if number % 10 == 0 { try await Task.sleep(for: .milliseconds(2)) }
          }
          return seen
        }
      }
      let committed = try await withThrowingTaskGroup(of: [Revision].self) { group in
        for writer in 0..<writers {
          group.addTask {
            var object = try await store.create(key("object-\(writer)"))
            var revisions = [object.revision]
            for round in 1..<rounds {
              try await store.create(key("\(writer)-\(round)", of: "events"))
              object = try await store.replace(object, "\(round)")
              revisions.append(object.revision)
            }
            return revisions
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }.sorted()
      }
      let reference = try await take(total, from: store.changes(ChangeScope(collections: ["pods"]), after: start))
        .map(Seen.init)
      #expect(reference.map(\.revision) == committed)
      for watcher in watchers { #expect(try await watcher.value == reference) }
    }
  }
}
