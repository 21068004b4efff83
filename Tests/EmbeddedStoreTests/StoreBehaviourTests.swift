import EmbeddedStore
import Testing

@Suite struct StoreBehaviourTests {
  let temporary: TemporaryStore
  var store: EmbeddedStore { temporary.store }
  let key = ObjectKey(collection: "pods", namespace: "default", name: "a")

  init() throws { temporary = try TemporaryStore() }

  @Test func `a created object is read with its revision in place`() async throws {
    let written = try await store.commit(Write(key, .create(EncodedObject(text: "one"))))
    #expect(written.text == #"{"metadata":{"resourceVersion":"1"},"text":"one"}"#)
    let read = try #require(try store.get(key))
    #expect(read.bytes == written.bytes)
    #expect(read.revision == Revision(1))
  }

  @Test func `a second creation and a stale replacement are refused`() async throws {
    let first = try await store.commit(Write(key, .create(EncodedObject(text: "one"))))
    await #expect(throws: StoreError.alreadyExists(key)) {
      try await store.commit(Write(key, .create(EncodedObject(text: "two"))))
    }
    let second = try await store.commit(Write(key, .replace(EncodedObject(text: "two"), expecting: first.revision)))
    await #expect(throws: StoreError.conflict(key, current: second.revision)) {
      try await store.commit(Write(key, .replace(EncodedObject(text: "three"), expecting: first.revision)))
    }
    #expect(try store.get(key)?.text.contains("two") == true)
  }

  @Test func `writes of one commit are done all or none`() async throws {
    let other = ObjectKey(collection: "pods", namespace: "default", name: "b")
    await #expect(throws: StoreError.notFound(other)) {
      try await store.commit([
        Write(key, .create(EncodedObject(text: "one"))),
        Write(other, .remove(EncodedObject(text: ""), expecting: Revision(9))),
      ])
    }
    #expect(try store.get(key) == nil)
    #expect(try await store.commit(Write(key, .create(EncodedObject(text: "one")))).revision == Revision(1))
  }

  @Test func `a list of an earlier moment shows what was there then`() async throws {
    let first = try await store.commit(Write(key, .create(EncodedObject(text: "one"))))
    let other = ObjectKey(collection: "pods", namespace: "default", name: "b")
    let second = try await store.commit(Write(other, .create(EncodedObject(text: "two"))))
    _ = try await store.commit(Write(key, .remove(EncodedObject(text: "gone"), expecting: first.revision)))
    #expect(try await store.list(ListQuery(collection: "pods")).objects.map(\.key.name) == ["b"])
    let then = try await store.list(ListQuery(collection: "pods", revision: second.revision))
    #expect(then.objects.map(\.key.name) == ["a", "b"])
    #expect(then.objects.map(\.revision) == [first.revision, second.revision])
  }

  @Test func `a subscription gets every change once and in order`() async throws {
    let subscription = try store.changes(ChangeScope(collections: ["pods"]), after: Revision(0))
    let created = try await store.commit(Write(key, .create(EncodedObject(text: "one"))))
    _ = try await store.commit(Write(ObjectKey(collection: "nodes", name: "n"), .create(EncodedObject(text: "n"))))
    _ = try await store.commit(Write(key, .remove(EncodedObject(text: "last"), expecting: created.revision)))
    var seen: [Change] = []
    while seen.count < 2 { seen += try await subscription.next() }
    #expect(seen.map(\.kind) == [.created, .removed])
    #expect(seen[1].previous?.bytes == created.bytes)
    #expect(subscription.revision == Revision(3))
  }
}
