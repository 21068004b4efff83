import EmbeddedStore
import Testing

@Suite struct ListTests {
  private func fill(_ store: EmbeddedStore) async throws {
    for namespace in ["b", "a", "c"] {
      for name in ["y", "x", "z"] { try await store.create(key(name, in: namespace), "\(namespace)\(name)") }
    }
    try await store.create(key("x", in: "a", of: "services"), "other")
  }

  @Test func objectsComeInTheOrderOfTheirKeys() async throws {
    try await withStore { store, _ in
      try await fill(store)
      let all = try await store.list(ListQuery(collection: "pods"))
      #expect(all.objects.map(\.value) == ["ax", "ay", "az", "bx", "by", "bz", "cx", "cy", "cz"])
      #expect(all.revision == store.revision)
      #expect(!all.hasMore)
      let one = try await store.list(ListQuery(collection: "pods", namespace: "b"))
      #expect(one.objects.map(\.value) == ["bx", "by", "bz"])
      #expect(try await store.list(ListQuery(collection: "nothing")).objects.isEmpty)
    }
  }

  @Test func aListInPartsIsOfOneMoment() async throws {
    try await withStore { store, _ in
      try await fill(store)
      let first = try await store.list(ListQuery(collection: "pods", limit: 2))
      #expect(first.objects.map(\.value) == ["ax", "ay"])
      #expect(first.hasMore)
      #expect(first.remaining == 7)
      // A removal, a change, and an object more, all behind the first part.
      try await store.remove(try #require(try store.get(key("z", in: "a"))))
      try await store.replace(try #require(try store.get(key("x", in: "b"))), "changed")
      try await store.create(key("xx", in: "b"), "new")
      var objects = first.objects
      var part = first
      while part.hasMore {
        part = try await store.list(
          ListQuery(collection: "pods", revision: first.revision, after: objects.last?.key, limit: 2))
        #expect(part.revision == first.revision)
        objects += part.objects
        #expect(part.remaining == 9 - objects.count)
      }
      #expect(objects.map(\.value) == ["ax", "ay", "az", "bx", "by", "bz", "cx", "cy", "cz"])
      let now = try await store.list(ListQuery(collection: "pods"))
      #expect(now.objects.map(\.value) == ["ax", "ay", "changed", "new", "by", "bz", "cx", "cy", "cz"])
    }
  }

  @Test func aNamespaceInPartsEndsWithIt() async throws {
    try await withStore { store, _ in
      try await fill(store)
      let first = try await store.list(ListQuery(collection: "pods", namespace: "b", limit: 2))
      #expect(first.remaining == 1)
      let rest = try await store.list(
        ListQuery(
          collection: "pods", namespace: "b", revision: first.revision, after: first.objects.last?.key, limit: 2))
      #expect(rest.objects.map(\.value) == ["bz"])
      #expect(!rest.hasMore)
      let exact = try await store.list(ListQuery(collection: "pods", namespace: "b", limit: 3))
      #expect(exact.objects.count == 3)
      #expect(!exact.hasMore)
    }
  }

  @Test func momentsThatAreGoneOrToComeAreRefused() async throws {
    try await withStore { store, _ in
      let old = try await store.create(key("a"), "1")
      let new = try await store.replace(old, "2")
      await #expect(throws: StoreError.future(requested: Revision(new.revision.value + 1), current: new.revision)) {
        try await store.list(ListQuery(collection: "pods", revision: Revision(new.revision.value + 1)))
      }
      #expect(
        try await store.list(ListQuery(collection: "pods", revision: old.revision)).objects.map(\.value) == ["1"])
      try await store.compact(before: new.revision)
      await #expect(throws: StoreError.expired(requested: old.revision, oldest: new.revision)) {
        try await store.list(ListQuery(collection: "pods", revision: old.revision))
      }
      #expect(
        try await store.list(ListQuery(collection: "pods", revision: new.revision)).objects.map(\.value) == ["2"])
    }
  }
}
