import JSON
import Kube
import Testing

@testable import KubeClient

@Suite struct EventCorrelatorTests {
  private let source = EventSource(component: "virtualmachine-controller", host: "pod-1")
  private let start = Timestamp("2026-01-01T00:00:00Z") ?? Timestamp()

  private func event(_ message: String = "Created", reason: String = "SuccessfulCreate", name: String = "vm")
    -> ObjectEvent
  {
    ObjectEvent(
      ObjectEvent.Subject(
        apiVersion: "kubevirt.io/v1", kind: "VirtualMachine", namespace: "default", name: name, uid: "u-\(name)",
        resourceVersion: "7"), reason: reason, message: message)
  }

  @Test func theFirstOneIsCreatedAsClientGoCreatesIt() {
    var correlator = EventCorrelator()
    #expect(
      correlator.tell(event(), from: source, now: start)
        == .create([
          "apiVersion": "v1", "kind": "Event",
          "metadata": ["name": "vm.18867251edfa0000", "namespace": "default"],
          "involvedObject": [
            "kind": "VirtualMachine", "namespace": "default", "name": "vm", "uid": "u-vm",
            "apiVersion": "kubevirt.io/v1", "resourceVersion": "7",
          ],
          "reason": "SuccessfulCreate", "message": "Created",
          "source": ["component": "virtualmachine-controller", "host": "pod-1"],
          "firstTimestamp": "2026-01-01T00:00:00Z", "lastTimestamp": "2026-01-01T00:00:00Z", "count": 1,
          "type": "Normal", "reportingComponent": "virtualmachine-controller", "reportingInstance": "pod-1",
        ]))
  }

  @Test func theSameAgainCountsUpTheOneThatThereIs() {
    var correlator = EventCorrelator()
    guard case .create(let first) = correlator.tell(event(), from: source, now: start),
      case .count(let namespace, let name, let patch, let whole) = correlator.tell(
        event(), from: source, now: start + .seconds(5))
    else {
      Issue.record("not told so")
      return
    }
    #expect(namespace == "default")
    #expect(.string(name) == first.value(at: "metadata", "name"))
    #expect(patch == ["count": 2, "lastTimestamp": "2026-01-01T00:00:05Z", "message": "Created"])
    #expect(whole["firstTimestamp"] == "2026-01-01T00:00:00Z")
    #expect(whole["count"] == 2)
  }

  @Test func manySimilarOnesAreCombined() {
    var correlator = EventCorrelator()
    var created: [String] = []
    var counted: [String] = []
    for index in 0..<14 {
      switch correlator.tell(event("try \(index)"), from: source, now: start + .seconds(index)) {
      case .create(let event): created.append(event["message"]?.string ?? "")
      case .count(_, _, let patch, _): counted.append(patch["message"]?.string ?? "")
      case nil: Issue.record("not told")
      }
    }
    let prefix = "(combined from similar events): "
    #expect(created == (0..<9).map { "try \($0)" } + [prefix + "try 9"])
    #expect(counted == (10..<14).map { prefix + "try \($0)" })
    // Long after, they are told one by one again.
    guard case .create(let event) = correlator.tell(event("try 99"), from: source, now: start + .seconds(700)) else {
      Issue.record("combined")
      return
    }
    #expect(event["message"] == "try 99")
  }

  @Test func ofOneObjectOnlySoMuchIsTold() {
    var correlator = EventCorrelator()
    var told = 0
    for second in 0..<100 where correlator.tell(event(), from: source, now: start + .seconds(second)) != nil {
      told += 1
    }
    #expect(told == 25)
    // Others have limits of their own.
    #expect(correlator.tell(event(name: "other"), from: source, now: start + .seconds(100)) != nil)
    let other = EventSource(component: "another")
    #expect(correlator.tell(event(), from: other, now: start + .seconds(100)) != nil)
    // One every five minutes, which says how many there were.
    guard case .count(_, _, let patch, _) = correlator.tell(event(), from: source, now: start + .seconds(301)) else {
      Issue.record("not told")
      return
    }
    #expect(patch["count"] == 101)
    #expect(correlator.tell(event(), from: source, now: start + .seconds(302)) == nil)
  }

  @Test func eventsOfClusterScopedObjectsAreInTheDefaultNamespace() {
    var correlator = EventCorrelator()
    let subject = ObjectEvent.Subject(apiVersion: "v1", kind: "Node", namespace: "", name: "n", uid: "")
    guard
      case .create(let event) = correlator.tell(
        ObjectEvent(subject, .warning, reason: "NotReady", message: "m"), from: source, now: start)
    else {
      Issue.record("not told")
      return
    }
    #expect(event.value(at: "metadata", "namespace") == "default")
    #expect(event.value(at: "involvedObject", "namespace") == nil)
    #expect(event["type"] == "Warning")
  }

  @Test func memoryIsBounded() {
    var memory = BoundedMemory<Int, Int>(limit: 10)
    for index in 0..<1000 {
      memory[index] = index
      memory[0] = index
    }
    #expect(memory.count <= 10)
    #expect(memory[0] == 999)
    #expect(memory[999] == 999)
    #expect(memory[500] == nil)
  }
}
