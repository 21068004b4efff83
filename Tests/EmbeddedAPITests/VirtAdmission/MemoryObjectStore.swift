import EmbeddedStore
import Foundation
import JSON
import Synchronization

/// A store without a disk: every change ever made is kept.
final class MemoryObjectStore: ObjectStoring {
  private struct State {
    var changes: [Change] = []
    var current: [ObjectKey: ObjectVersion] = [:]
    var revision = Revision(0)
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  var revision: Revision { state.withLock { $0.revision } }

  func get(_ key: ObjectKey) throws(StoreError) -> ObjectVersion? { state.withLock { $0.current[key] } }

  func list(_ query: ListQuery) async throws(StoreError) -> ObjectList {
    state.withLock { state in
      let moment = query.revision ?? state.revision
      var objects: [ObjectKey: ObjectVersion] = [:]
      for change in state.changes.prefix(while: { $0.revision <= moment }) {
        let key = change.object.key
        guard key.collection == query.collection, query.namespace == nil || query.namespace == key.namespace else {
          continue
        }
        objects[key] = change.kind == .removed ? nil : change.object
      }
      return ObjectList(objects: objects.values.sorted { $0.key < $1.key }, revision: moment)
    }
  }

  func commit(_ writes: [Write]) async throws(StoreError) -> [ObjectVersion] {
    let result = state.withLock { state -> Result<[ObjectVersion], StoreError> in
      var next = state
      var versions: [ObjectVersion] = []
      for write in writes {
        next.revision = Revision(next.revision.value + 1)
        let old = next.current[write.key]
        let kind: Change.Kind
        let encoded: EncodedObject
        switch write.operation {
        case .create(let object):
          if old != nil { return .failure(.alreadyExists(write.key)) }
          (kind, encoded) = (.created, object)
        case .replace(let object, let expected), .remove(let object, let expected):
          guard let old else { return .failure(.notFound(write.key)) }
          if old.revision != expected { return .failure(.conflict(write.key, current: old.revision)) }
          if case .remove = write.operation { kind = .removed } else { kind = .replaced }
          encoded = object
        }
        var bytes = encoded.bytes
        bytes.insert(contentsOf: Array(next.revision.description.utf8), at: encoded.revisionOffset)
        let version = ObjectVersion(key: write.key, revision: next.revision, bytes: bytes)
        next.changes.append(Change(kind: kind, object: version, previous: old))
        next.current[write.key] = kind == .removed ? nil : version
        versions.append(version)
      }
      next.waiting = []
      let waiting = state.waiting
      state = next
      for continuation in waiting { continuation.resume() }
      return .success(versions)
    }
    return try result.get()
  }

  func changes(_ scope: ChangeScope, after revision: Revision) throws(StoreError) -> any ChangeSubscription {
    MemorySubscription(store: self, scope: scope, revision: revision)
  }

  fileprivate func changes(_ scope: ChangeScope, after revision: Revision) async -> ([Change], Revision) {
    while true {
      let found = state.withLock { state in
        (state.changes.filter { $0.revision > revision && scope.contains($0.object.key) }, state.revision)
      }
      if !found.0.isEmpty || Task.isCancelled { return found }
      await withCheckedContinuation { continuation in
        let isLate = state.withLock { state in
          if state.revision > found.1 { return true }
          state.waiting.append(continuation)
          return false
        }
        if isLate { continuation.resume() }
      }
    }
  }

  /// Changes that have happened.
  func changes(after revision: Revision, in collections: Set<String>) -> [Change] {
    state.withLock { state in
      state.changes.filter { $0.revision > revision && collections.contains($0.object.key.collection) }
    }
  }

  /// Ends waits, so that cancelled subscriptions notice.
  func wake() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}

private final class MemorySubscription: ChangeSubscription {
  private let store: MemoryObjectStore
  private let scope: ChangeScope
  private let position: Mutex<Revision>

  init(store: MemoryObjectStore, scope: ChangeScope, revision: Revision) {
    self.store = store
    self.scope = scope
    position = Mutex(revision)
  }

  var revision: Revision { position.withLock { $0 } }

  func next() async throws -> [Change] {
    let (store, reached) = (store, self.revision)
    let (changes, revision) = await withTaskCancellationHandler {
      await store.changes(scope, after: reached)
    } onCancel: {
      store.wake()
    }
    try Task.checkCancellation()
    position.withLock { $0 = revision }
    return changes
  }
}

extension MemoryObjectStore {
  /// Stores an object as it is, in place of the one of its name.
  @discardableResult
  func put(_ object: JSONValue, in collection: String) async throws -> ObjectVersion {
    let key = ObjectKey(
      collection: collection, namespace: object.value(at: "metadata", "namespace")?.string ?? "",
      name: object.value(at: "metadata", "name")?.string ?? "")
    let encoded = Self.encode(object)
    if let old = try get(key) { return try await commit(Write(key, .replace(encoded, expecting: old.revision))) }
    return try await commit(Write(key, .create(encoded)))
  }

  static func encode(_ object: JSONValue) -> EncodedObject {
    var object = object
    var metadata = object["metadata"] ?? [:]
    metadata["resourceVersion"] = nil
    object["metadata"] = nil
    metadata["resourceVersion"] = ""
    var whole = JSONValue.object(JSONObject())
    whole["metadata"] = metadata
    for (key, value) in object.object ?? JSONObject() { whole[key] = value }
    // Metadata stands first and its last member is the revision.
    let head = Array("{\"metadata\":".utf8) + metadata.jsonBytes()
    return EncodedObject(bytes: whole.jsonBytes(), revisionOffset: head.count - 2)
  }
}
