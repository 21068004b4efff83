import EmbeddedStore
import Foundation
import Testing

@Suite struct CommitTests {
  @Test func anObjectIsReadAsItWasWrittenWithItsRevision() async throws {
    try await withStore { store, _ in
      let start = store.revision
      let written = try await store.create(key("a"), "one")
      #expect(written.revision.value == start.value + 1)
      #expect(written.text.hasPrefix("{\"metadata\":{\"resourceVersion\":\"\(written.revision)\"}"))
      let read = try #require(try store.get(key("a")))
      #expect(read.bytes == written.bytes)
      #expect(read.revision == written.revision)
      #expect(store.revision == written.revision)
      #expect(try store.get(key("b")) == nil)
      #expect(try store.get(key("a", in: "other")) == nil)
      #expect(try store.get(key("a", of: "services")) == nil)
    }
  }

  @Test func aNewStoreIsPastTheRevisionsThatMeanAnyMoment() async throws {
    try await withStore { store, _ in #expect(store.revision.value > 0) }
  }

  @Test func writersOfAnOldVersionAreTold() async throws {
    try await withStore { store, _ in
      let first = try await store.create(key("a"))
      await #expect(throws: StoreError.alreadyExists(key("a"))) { try await store.create(key("a")) }
      let second = try await store.replace(first, "2")
      await #expect(throws: StoreError.conflict(key("a"), current: second.revision)) {
        try await store.replace(first, "3")
      }
      await #expect(throws: StoreError.conflict(key("a"), current: second.revision)) { try await store.remove(first) }
      let removed = try await store.remove(second)
      #expect(removed.revision.value == second.revision.value + 1)
      #expect(try store.get(key("a")) == nil)
      await #expect(throws: StoreError.notFound(key("a"))) { try await store.replace(second, "4") }
      await #expect(throws: StoreError.notFound(key("a"))) { try await store.remove(second) }
      let again = try await store.create(key("a"), "5")
      #expect(again.revision.value == removed.revision.value + 1)
    }
  }

  @Test func allWritesOfACommitHappenOrNone() async throws {
    try await withStore { store, _ in
      let taken = try await store.create(key("taken"))
      let before = store.revision
      await #expect(throws: StoreError.alreadyExists(key("taken"))) {
        try await store.commit([
          Write(key("new"), .create(object("1"))),
          Write(key("taken"), .replace(object("2"), expecting: taken.revision)),
          Write(key("taken"), .create(object("3"))),
        ])
      }
      #expect(try store.get(key("new")) == nil)
      #expect(try store.get(key("taken"))?.revision == taken.revision)
      #expect(store.revision == before)
      let versions = try await store.commit([
        Write(key("new"), .create(object("1"))),
        Write(key("taken"), .replace(object("2"), expecting: taken.revision)),
        Write(key("new"), .replace(object("2"), expecting: Revision(before.value + 1))),
      ])
      #expect(versions.map(\.revision.value) == [before.value + 1, before.value + 2, before.value + 3])
      #expect(try await store.commit([]).isEmpty)
    }
  }

  @Test func aPlaceOutsideTheTextIsRefusedAlone() async throws {
    try await withStore { store, _ in
      await #expect(throws: StoreError.self) {
        try await store.commit(Write(key("a"), .create(EncodedObject(bytes: [1, 2], revisionOffset: 3))))
      }
      try await store.create(key("a"))
    }
  }

  @Test func everythingIsThereAfterReopening() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    let store = try EmbeddedStore.open(directory.store, options: .manual)
    let a = try await store.create(key("a"), "1")
    let b = try await store.replace(try await store.create(key("b"), "1"), "2")
    let c = try await store.create(key("c"))
    let last = try await store.remove(c)
    store.close()
    #expect(throws: StoreError.closed) { try store.get(key("a")) }
    await #expect(throws: StoreError.closed) { try await store.create(key("d")) }

    let reopened = try EmbeddedStore.open(directory.store, options: .manual)
    #expect(reopened.revision == last.revision)
    #expect(try reopened.statistics().objects == 2)
    let list = try await reopened.list(ListQuery(collection: "pods"))
    #expect(list.objects.map(\.bytes) == [a.bytes, b.bytes])
    let changes = try reopened.changes(ChangeScope(), after: Revision(a.revision.value - 1))
    #expect(try await take(5, from: changes).map(\.kind) == [.created, .created, .replaced, .created, .removed])
    reopened.close()
  }

  @Test func aRevisionNeverComesTwiceThoughTheLogIsDropped() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    let store = try EmbeddedStore.open(directory.store, options: .manual)
    let removed = try await store.remove(try await store.create(key("a")))
    try await store.compact(before: store.revision)
    store.close()
    let reopened = try EmbeddedStore.open(directory.store, options: .manual)
    #expect(reopened.revision == removed.revision)
    #expect(try await reopened.create(key("a")).revision.value == removed.revision.value + 1)
    reopened.close()
  }

  @Test func manyWritersAtOnceEachGetAnAnswer() async throws {
    try await withStore { store, _ in
      let first = store.revision.value
      let revisions = try await withThrowingTaskGroup(of: UInt64.self) { group in
        for number in 0..<200 {
          group.addTask { try await store.create(key("object-\(number)")).revision.value }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(revisions.sorted() == (1...200).map { first + $0 })
      #expect(try store.statistics().objects == 200)
    }
  }
}
