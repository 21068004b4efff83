import EmbeddedStore
import Foundation

/// A directory that its test removes: `defer { directory.remove() }`.
final class TemporaryDirectory: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  var store: String { path + "/objects.db" }
}

/// Runs a test on a store of its own.
func withStore<Result>(
  _ options: StoreOptions = .manual, _ body: (EmbeddedStore, TemporaryDirectory) async throws -> Result
) async throws -> Result {
  let directory = TemporaryDirectory()
  defer { directory.remove() }
  let store = try EmbeddedStore.open(directory.store, options: options)
  do {
    let result = try await body(store, directory)
    store.close()
    return result
  } catch {
    store.close()
    throw error
  }
}

extension StoreOptions {
  /// The log is compacted only when a test says so.
  static var manual: StoreOptions { StoreOptions(compactionInterval: nil, reserveBytes: 0) }
}

func key(_ name: String, in namespace: String = "default", of collection: String = "pods") -> ObjectKey {
  ObjectKey(collection: collection, namespace: namespace, name: name)
}

/// A small object whose `value` tells versions apart.
func object(_ value: String, padding: Int = 0) -> EncodedObject {
  let head = Array("{\"metadata\":{\"resourceVersion\":\"".utf8)
  let tail = Array("\"},\"value\":\"\(value)\",\"padding\":\"\(String(repeating: "x", count: padding))\"}".utf8)
  return EncodedObject(bytes: head + tail, revisionOffset: head.count)
}

extension ObjectVersion {
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The `value` of an object made by `object(_:)`.
  var value: String {
    text.components(separatedBy: "\"value\":\"").last?.components(separatedBy: "\"").first ?? ""
  }
}

extension EmbeddedStore {
  @discardableResult func create(_ key: ObjectKey, _ value: String = "1", padding: Int = 0) async throws
    -> ObjectVersion
  {
    try await commit(Write(key, .create(object(value, padding: padding))))
  }

  @discardableResult func replace(_ old: ObjectVersion, _ value: String, padding: Int = 0) async throws -> ObjectVersion
  {
    try await commit(Write(old.key, .replace(object(value, padding: padding), expecting: old.revision)))
  }

  @discardableResult func remove(_ old: ObjectVersion) async throws -> ObjectVersion {
    try await commit(Write(old.key, .remove(object(old.value), expecting: old.revision)))
  }
}

/// What a change was, for comparing sequences.
struct Seen: Hashable, CustomStringConvertible {
  var kind: Change.Kind
  var name: String
  var value: String
  var revision: Revision
  var previous: Revision?

  init(_ change: Change) {
    self.init(
      kind: change.kind, key: change.object.key, value: change.object.value, revision: change.revision,
      previous: change.previous?.revision)
  }

  init(kind: Change.Kind, key: ObjectKey, value: String, revision: Revision, previous: Revision?) {
    self.kind = kind
    name = key.namespace + "/" + key.name
    self.value = value
    self.revision = revision
    self.previous = previous
  }

  var description: String { "\(kind) \(name)=\(value)@\(revision)<\(previous?.description ?? "-")" }
}

/// Takes changes until so many have come.
func take(_ count: Int, from subscription: any ChangeSubscription) async throws -> [Change] {
  var changes: [Change] = []
  while changes.count < count { changes += try await subscription.next() }
  return changes
}
