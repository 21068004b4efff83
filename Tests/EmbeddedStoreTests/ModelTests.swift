import EmbeddedStore
import TestSupport
import Testing

/// What a store should be, kept the simplest way: all states of all moments.
private struct Model {
  struct Version: Hashable {
    var revision: Revision
    var value: String
  }
  var now: [ObjectKey: Version] = [:]
  var moments: [Revision: [ObjectKey: Version]] = [:]
  var changes: [Seen] = []
}

/// Random operations on a store and on the model, which must agree at every moment.
@Suite struct ModelTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func randomOperationsAgreeWithTheModel(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let options = StoreOptions(
      compactionInterval: nil, recentChanges: [0, 3, 20, 10_000][Int(seed % 4)], reserveBytes: 0)
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    var store = try EmbeddedStore.open(directory.store, options: options)
    var model = Model()
    model.moments[store.revision] = [:]
    var floor = store.revision
    var subscription = try store.changes(ChangeScope(collections: ["pods"]), after: store.revision)
    var seen: [Seen] = []

    for step in 0..<600 {
      let name = "n\(Int.random(in: 0..<8, using: &random))"
      let place = key(
        name, in: ["a", "b"].randomElement(using: &random)!, of: ["pods", "nodes"].randomElement(using: &random)!)
      let value = "v\(step)"
      switch Int.random(in: 0..<20, using: &random) {
      case 0:
        seen += try await drain(subscription, upTo: model, count: seen.count)
        // What the watcher has not seen would expire.
        let back = UInt64.random(in: 0..<10, using: &random)
        floor = max(floor, min(subscription.revision, Revision(store.revision.value - min(back, store.revision.value))))
        try await store.compact(before: floor)
      case 1:
        seen += try await drain(subscription, upTo: model, count: seen.count)
        let position = subscription.revision
        store.close()
        store = try EmbeddedStore.open(directory.store, options: options)
        subscription = try store.changes(ChangeScope(collections: ["pods"]), after: position)
      case 2, 3:
        try await compareLists(store, model, floor, &random)
      case 4:
        seen += try await drain(subscription, upTo: model, count: seen.count)
      default:
        try await write(store, &model, place, value, &random)
      }
      #expect(try store.get(place)?.value == model.now[place]?.value)
      #expect(try store.get(place)?.revision == model.now[place]?.revision)
    }
    seen += try await drain(subscription, upTo: model, count: seen.count)
    #expect(seen == model.changes)
    #expect(try store.statistics().objects == model.now.count)
    store.close()
  }

  /// Takes what the watcher has not seen; does not wait for more.
  private func drain(
    _ subscription: any ChangeSubscription, upTo model: Model, count: Int
  ) async throws -> [Seen] {
    try await take(model.changes.count - count, from: subscription).map(Seen.init)
  }

  private func write(
    _ store: EmbeddedStore, _ model: inout Model, _ key: ObjectKey, _ value: String, _ random: inout SeededGenerator
  ) async throws {
    let current = model.now[key]
    let expected = Bool.random(using: &random) ? current?.revision ?? Revision(1) : Revision(1)
    let (operation, kind): (Write.Operation, Change.Kind) =
      switch Int.random(in: 0..<4, using: &random) {
      case 0: (.remove(object(value), expecting: expected), .removed)
      case 1: (.create(object(value)), .created)
      default:
        current == nil
          ? (.create(object(value)), .created) : (.replace(object(value), expecting: expected), .replaced)
      }
    let isRight = kind == .created ? current == nil : current != nil && current?.revision == expected
    do throws(StoreError) {
      let version = try await store.commit(Write(key, operation))
      #expect(isRight)
      model.now[key] = kind == .removed ? nil : Model.Version(revision: version.revision, value: value)
      model.moments[version.revision] = model.now
      if key.collection == "pods" {
        model.changes.append(
          Seen(kind: kind, key: key, value: value, revision: version.revision, previous: current?.revision))
      }
    } catch {
      #expect(!isRight, "\(error)")
    }
  }

  private func compareLists(
    _ store: EmbeddedStore, _ model: Model, _ floor: Revision, _ random: inout SeededGenerator
  ) async throws {
    let moment = model.moments.keys.filter { $0 >= floor }.sorted().randomElement(using: &random) ?? store.revision
    let namespace = [nil, "a", "b"].randomElement(using: &random) ?? nil
    let limit = [nil, 1, 3].randomElement(using: &random) ?? nil
    var query = ListQuery(collection: "pods", namespace: namespace, revision: moment, limit: limit)
    let expected = (model.moments[moment] ?? model.now)
      .filter { $0.key.collection == "pods" && (namespace == nil || $0.key.namespace == namespace) }
      .sorted { $0.key < $1.key }
    var found: [ObjectVersion] = []
    while true {
      let part = try await store.list(query)
      found += part.objects
      #expect(part.remaining == expected.count - found.count)
      #expect(part.hasMore == (part.remaining > 0))
      guard part.hasMore else { break }
      query.after = part.objects.last?.key
    }
    #expect(found.map(\.key) == expected.map(\.key))
    #expect(found.map(\.revision) == expected.map(\.value.revision))
    #expect(found.map(\.value) == expected.map(\.value.value))
  }
}
