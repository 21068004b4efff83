import EmbeddedStore
import Foundation

// Writes to a store until it is killed, and prints what was acknowledged: `store-storm FILE WRITERS`. Tests end it at
// a random moment and compare what is on disk with what it said.

/// Prints whole lines from all writers; each is out before the next write of its writer begins.
func report(_ line: String) {
  let text = Array((line + "\n").utf8)
  var written = 0
  while written < text.count {
    let count = text.withUnsafeBytes { write(1, $0.baseAddress?.advanced(by: written), text.count - written) }
    if count <= 0 { exit(1) }
    written += count
  }
}

func object(_ value: String, bytes: Int) -> EncodedObject {
  let head = Array("{\"metadata\":{\"resourceVersion\":\"".utf8)
  let tail = Array("\"},\"value\":\"\(value)\",\"padding\":\"\(String(repeating: "x", count: bytes))\"}".utf8)
  return EncodedObject(bytes: head + tail, revisionOffset: head.count)
}

/// Creates, changes and removes objects of its own, one after the other.
func storm(_ store: EmbeddedStore, writer: Int) async throws {
  var held: [ObjectVersion] = []
  var number = 0
  while true {
    number += 1
    let value = "\(getpid())-\(writer)-\(number)"
    let bytes = number * 97 % 9_000
    switch number % 4 {
    case 0 where !held.isEmpty:
      let old = held.removeFirst()
      let removed = try await store.commit(
        Write(old.key, .remove(object(value, bytes: bytes), expecting: old.revision)))
      report("removed \(removed.revision) \(old.key.name) \(value)")
    case 1 where !held.isEmpty:
      let old = held.removeLast()
      // Two objects in one commit: both are there or none.
      let key = ObjectKey(collection: "pods", namespace: "storm", name: value)
      let versions = try await store.commit([
        Write(old.key, .replace(object(value, bytes: bytes), expecting: old.revision)),
        Write(key, .create(object(value, bytes: bytes))),
      ])
      held += versions
      report(
        "pair \(versions[0].revision) \(old.key.name) \(versions[1].revision) \(key.name) \(value)")
    default:
      let key = ObjectKey(collection: "pods", namespace: "storm", name: value)
      let created = try await store.commit(Write(key, .create(object(value, bytes: bytes))))
      held.append(created)
      report("created \(created.revision) \(key.name) \(value)")
    }
  }
}

guard CommandLine.arguments.count == 3, let writers = Int(CommandLine.arguments[2]) else {
  FileHandle.standardError.write(Data("usage: store-storm FILE WRITERS\n".utf8))
  exit(2)
}
// Where the test that started it is gone, nobody would end it.
alarm(60)
do {
  var history = StoreOptions.History()
  history.age = .zero
  history.minimumChanges = 200
  let options = StoreOptions(history: history, check: .always, compactionInterval: .milliseconds(50))
  let store = try EmbeddedStore.open(CommandLine.arguments[1], options: options)
  report("open \(store.revision)")
  try await withThrowingTaskGroup(of: Void.self) { group in
    for writer in 0..<writers { group.addTask { try await storm(store, writer: writer) } }
    try await group.waitForAll()
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
