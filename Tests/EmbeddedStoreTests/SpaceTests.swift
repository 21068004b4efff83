import EmbeddedStore
import Foundation
import Testing

@Suite struct SpaceTests {
  /// Creates objects until there is no more space; their number.
  private func fill(_ store: EmbeddedStore, padding: Int = 20_000) async throws -> Int {
    for number in 0..<10_000 {
      do {
        try await store.create(key("object-\(number)"), padding: padding)
      } catch StoreError.full {
        return number
      }
    }
    Issue.record("it never became full")
    return 0
  }

  @Test func aFullStoreRefusesWritesAndGoesOnReading() async throws {
    var options = StoreOptions.manual
    options.pageLimit = 300
    try await withStore(options) { store, _ in
      let subscription = try store.changes(ChangeScope(), after: store.revision)
      let count = try await fill(store)
      #expect(count > 10)
      let revision = store.revision
      #expect(try store.statistics().full != nil)
      #expect(try await store.list(ListQuery(collection: "pods")).objects.count == count)
      #expect(try await take(count, from: subscription).count == count)
      #expect(try store.get(key("object-0")) != nil)
      // A commit of many that does not fit as a whole leaves nothing behind.
      await #expect(throws: StoreError.self) {
        try await store.commit((0..<20).map { Write(key("many-\($0)"), .create(object("1", padding: 20_000))) })
      }
      #expect(store.revision == revision)
      #expect(try store.get(key("many-0")) == nil)
    }
  }

  @Test func spaceOfOldVersionsIsUsedAgain() async throws {
    var options = StoreOptions.manual
    options.pageLimit = 300
    try await withStore(options) { store, _ in
      var version = try await store.create(key("a"), "0")
      var isFull = false
      for round in 1..<200 where !isFull {
        do {
          version = try await store.replace(version, "\(round)", padding: 20_000)
        } catch StoreError.full {
          isFull = true
        }
      }
      #expect(isFull)
      try await store.compact(before: store.revision)
      for round in 0..<20 { version = try await store.replace(version, "again \(round)", padding: 20_000) }
      #expect(try store.statistics().full == nil)
      #expect(try store.get(key("a"))?.revision == version.revision)
    }
  }

  @Test func theLogStaysWithinItsLimits() async throws {
    var history = StoreOptions.History(age: .seconds(3_600), minimumChanges: 10, maximumChanges: 50)
    try await withStore(StoreOptions(history: history, compactionInterval: nil, reserveBytes: 0)) { store, _ in
      var version = try await store.create(key("a"))
      for round in 0..<200 { version = try await store.replace(version, "\(round)") }
      try await store.compact()
      #expect(try store.statistics().logLength == 50)
    }
    history.maximumChanges = 10_000
    history.maximumBytes = 100_000
    try await withStore(StoreOptions(history: history, compactionInterval: nil, reserveBytes: 0)) { store, _ in
      var version = try await store.create(key("a"))
      for round in 0..<700 { version = try await store.replace(version, "\(round)", padding: 1_000) }
      try await store.compact()
      #expect(try store.statistics().historyBytes ?? .max <= 100_000)
      #expect(try store.statistics().oldestRevision < store.revision)
    }
    history.age = .zero
    try await withStore(StoreOptions(history: history, compactionInterval: nil, reserveBytes: 0)) { store, _ in
      var version = try await store.create(key("a"))
      for round in 0..<100 { version = try await store.replace(version, "\(round)") }
      try await store.compact()
      #expect(try store.statistics().logLength == 10)
    }
  }

  @Test func theFileDoesNotGrowForEver() async throws {
    var history = StoreOptions.History()
    history.age = .zero
    history.minimumChanges = 10
    try await withStore(StoreOptions(history: history, compactionInterval: nil, reserveBytes: 0)) { store, _ in
      let versions = try await store.commit(
        (0..<300).map { Write(key("object-\($0)"), .create(object("1", padding: 20_000))) })
      _ = try await store.commit(versions.map { Write($0.key, .remove(object("1"), expecting: $0.revision)) })
      let large = try store.statistics().fileBytes
      for _ in 0..<10 { try await store.compact() }
      store.close()
      #expect(try #require(FileManager.default.attributesOfItem(atPath: store.path)[.size] as? Int) < large / 4)
    }
  }

  /// `SMALL_DISK` is an empty directory on a file system of 24 MiB, such as a tmpfs.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SMALL_DISK"] != nil))
  func aFullDiskStillTakesRemovals() async throws {
    let directory = try #require(ProcessInfo.processInfo.environment["SMALL_DISK"])
    let options = StoreOptions(compactionInterval: nil, reserveBytes: 4 << 20)
    let path = directory + "/objects.db"
    let store = try EmbeddedStore.open(path, options: options)
    let count = try await fill(store, padding: 50_000)
    for number in 0..<count {
      try await store.remove(try #require(try store.get(key("object-\(number)"))))
    }
    #expect(try store.statistics().objects == 0)
    try await store.compact(before: store.revision)
    #expect(try await fill(store, padding: 50_000) > count / 2)
    store.close()
    let reopened = try EmbeddedStore.open(path, options: options)
    #expect(try await reopened.list(ListQuery(collection: "pods")).objects.count > count / 2)
    reopened.close()
  }
}
