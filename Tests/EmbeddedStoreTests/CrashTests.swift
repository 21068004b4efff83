import EmbeddedStore
import Foundation
import TestSupport
import Testing

/// Kills a process that writes, at random moments, and looks at what it left. `STORE_KILLS` is how often.
@Suite(.serialized) struct CrashTests {
  private static let kills = ProcessInfo.processInfo.environment["STORE_KILLS"].flatMap { Int($0) } ?? 6

  /// What the writers were told.
  private struct Acknowledged {
    var kind: Change.Kind
    var name: String
    var value: String
  }

  @Test func everythingAcknowledgedSurvivesAKill() async throws {
    var random = SeededGenerator(seed: UInt64(Date().timeIntervalSince1970 * 1000))
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    var expected: [String: Seen] = [:]
    var position: Revision?
    for round in 0..<Self.kills {
      let told = try await storm(directory, for: .milliseconds(Int.random(in: 5..<250, using: &random)))
      let store = try EmbeddedStore.open(directory.store, options: .manual)
      defer { store.close() }
      let changes = try await log(store, after: position)
      try check(changes, told, store)
      try await checkState(store, told, changes, &expected)
      position = store.revision
      if round == Self.kills - 1 { #expect(store.revision.value > 100) }
    }
  }

  /// Runs the writers for a while after the store is open and kills them.
  private func storm(_ directory: TemporaryDirectory, for time: Duration) async throws -> [Revision: Acknowledged] {
    let output = directory.path + "/output"
    try Data().write(to: URL(fileURLWithPath: output))
    let process = Process()
    let products = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(fileURLWithPath: products).deletingLastPathComponent()
      .appendingPathComponent("store-storm")
    process.arguments = [directory.store, "8"]
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    try process.run()
    while process.isRunning, (try? Data(contentsOf: URL(fileURLWithPath: output)))?.contains(10) != true {
      try await Task.sleep(for: .milliseconds(1))
    }
    try await Task.sleep(for: time)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    return parse(String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self))
  }

  private func parse(_ output: String) -> [Revision: Acknowledged] {
    var told: [Revision: Acknowledged] = [:]
    // The last line may be cut.
    for line in output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let words = line.split(separator: " ").map(String.init)
      func note(_ kind: Change.Kind, _ revision: String, _ name: String) {
        guard let revision = Revision(text: revision) else { return }
        told[revision] = Acknowledged(kind: kind, name: name, value: words.last ?? "")
      }
      switch words.first {
      case "created": note(.created, words[1], words[2])
      case "removed": note(.removed, words[1], words[2])
      case "pair":
        note(.replaced, words[1], words[2])
        note(.created, words[3], words[4])
      default: break
      }
    }
    return told
  }

  /// All changes that the store still has, from where the last look ended if it can be.
  private func log(_ store: EmbeddedStore, after position: Revision?) async throws -> [Change] {
    let oldest = try store.statistics().oldestRevision
    let start = max(oldest, position ?? oldest, Revision(1))
    let subscription = try store.changes(ChangeScope(), after: start)
    return try await take(Int(store.revision.value - start.value), from: subscription)
  }

  private func check(_ changes: [Change], _ told: [Revision: Acknowledged], _ store: EmbeddedStore) throws {
    if let first = changes.first?.revision.value {
      #expect(changes.map(\.revision.value) == Array(first...store.revision.value), "a gap or a double")
    }
    let logged = Dictionary(uniqueKeysWithValues: changes.map { ($0.revision, $0) })
    for (revision, acknowledged) in told {
      #expect(revision <= store.revision)
      guard let first = changes.first, revision >= first.revision else { continue }
      #expect(logged[revision]?.kind == acknowledged.kind)
      #expect(logged[revision]?.object.key.name == acknowledged.name)
      #expect(logged[revision]?.object.value == acknowledged.value)
    }
    // A replacement was committed together with the creation that follows it.
    for change in changes where change.kind == .replaced {
      let partner = logged[Revision(change.revision.value + 1)]
      #expect(partner?.kind == .created)
      #expect(partner?.object.value == change.object.value)
    }
  }

  /// Every object is as its last acknowledged change left it, or as a change of the last moments did.
  private func checkState(
    _ store: EmbeddedStore, _ told: [Revision: Acknowledged], _ changes: [Change], _ expected: inout [String: Seen]
  ) async throws {
    func apply(_ kind: Change.Kind, _ name: String, _ value: String, _ revision: Revision) {
      let key = ObjectKey(collection: "pods", namespace: "storm", name: name)
      expected[name] =
        kind == .removed ? nil : Seen(kind: kind, key: key, value: value, revision: revision, previous: nil)
    }
    for (revision, acknowledged) in told.sorted(by: { $0.key < $1.key }) {
      apply(acknowledged.kind, acknowledged.name, acknowledged.value, revision)
    }
    for change in changes {
      apply(change.kind, change.object.key.name, change.object.value, change.revision)
    }
    let found = try await store.list(ListQuery(collection: "pods"))
    #expect(found.objects.map(\.key.name) == expected.keys.sorted())
    for object in found.objects {
      #expect(object.value == expected[object.key.name]?.value)
      #expect(object.revision == expected[object.key.name]?.revision)
    }
  }
}
