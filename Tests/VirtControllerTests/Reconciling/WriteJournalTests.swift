import JSON
import Kube
import KubeClient
import Testing

@Suite struct WriteJournalTests {
  private let pods = GroupVersionResource(version: "v1", resource: "pods")

  private func get(_ name: String) -> ObjectWrite {
    ObjectWrite(ResourcePath(pods, namespace: "default", name: name), .get)
  }

  @Test func aDecisionGoesOnWithWhatItsWritesBrought() {
    var performed: [String] = []
    let (names, journal) = WriteJournal.run(performing: { write in
      performed.append(write.path.name ?? "")
      return .success(["next": .string((write.path.name ?? "") + "+")])
    }) { journal throws(WriteInterruption) in
      var name = "a"
      for _ in 0..<3 {
        if case .success(let object) = try journal.perform(get(name)) { name = object["next"]?.string ?? "" }
      }
      return name
    }
    #expect(names == "a+++")
    #expect(performed == ["a", "a+", "a++"])
    #expect(journal.history.map(\.write.path.name) == performed)
  }

  @Test func writesThatDoNotDependOnEachOtherAreAskedForAtOnceAndDoneOnce() {
    var performed: [String] = []
    let (outcomes, _) = WriteJournal.run(performing: { write in
      performed.append(write.path.name ?? "")
      return .failure(.unexpectedAnswer(status: 500, write.path.name ?? ""))
    }) { journal throws(WriteInterruption) in
      let first = try journal.perform([get("a"), get("b")])
      return first + [try journal.perform(get("c"))]
    }
    #expect(outcomes.map { if case .failure(let error) = $0 { error.code } else { 0 } } == [500, 500, 500])
    #expect(performed == ["a", "b", "c"])
  }

  @Test func eventsAreThoseOfTheCompleteDecision() {
    let subject = ObjectEvent.Subject(apiVersion: "v1", kind: "Pod", namespace: "default", name: "a", uid: "1")
    let (_, journal) = WriteJournal.run(performing: { _ in .success(.null) }) { journal throws(WriteInterruption) in
      journal.record(ObjectEvent(subject, reason: "Before", message: ""))
      _ = try journal.perform(get("a"))
      journal.record(ObjectEvent(subject, .warning, reason: "After", message: ""))
    }
    #expect(journal.events.map(\.reason) == ["Before", "After"])
  }
}
