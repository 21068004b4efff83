import JSON
import Kube
import Logging
import Testing
import Transport

@testable import KubeClient

@Suite struct EventRecorderTests {
  private let source = EventSource(component: "node-controller")

  private func event(_ reason: String) -> ObjectEvent {
    let subject = ObjectEvent.Subject(
      apiVersion: "kubevirt.io/v1", kind: "VirtualMachine", namespace: "default", name: "vm", uid: "u")
    return ObjectEvent(subject, reason: reason, message: "m")
  }

  /// What a recorder of so much capacity sends of these events.
  private func sent(
    _ reasons: [String], capacity: Int = 100, answers: [HTTPResponse] = []
  ) async throws -> (writes: [FakeAPIServer.Write], dropped: UInt64) {
    let server = FakeAPIServer()
    server.answer(with: answers)
    try server.start()
    let client = try server.client()
    let recorder = EventRecorder(
      client, capacity: capacity, backOff: BackOff(first: .milliseconds(1), longest: .milliseconds(5)),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    for reason in reasons { recorder.record(event(reason), from: source) }
    recorder.finish()
    await recorder.run()
    await client.http.shutdown()
    await server.stop()
    return (server.writes, recorder.droppedCount)
  }

  @Test(.timeLimit(.minutes(5))) func tellsInOrderAndCountsTheSame() async throws {
    let (writes, dropped) = try await sent(["A", "A", "B"])
    #expect(writes.map(\.method) == ["POST", "PATCH", "POST"])
    #expect(writes.first?.target == "/api/v1/namespaces/default/events")
    #expect(writes.count > 1 && writes[1].target.hasPrefix("/api/v1/namespaces/default/events/vm."))
    #expect(writes.count > 1 && writes[1].contentType == "application/merge-patch+json")
    #expect(dropped == 0)
  }

  @Test(.timeLimit(.minutes(5))) func dropsWhatIsTooMuch() async throws {
    let (writes, dropped) = try await sent(["A", "B", "C"], capacity: 2)
    #expect(writes.count == 2)
    #expect(dropped == 1)
  }

  @Test(.timeLimit(.minutes(5))) func triesAgainWhereThatMayHelpAndGoesOnWhereNot() async throws {
    let refusals = [HTTPResponse(status: 503, text: "busy"), HTTPResponse(status: 403, text: "no")]
    let (writes, _) = try await sent(["A", "B"], answers: refusals)
    #expect(writes.map(\.method) == ["POST"])
    #expect((try? JSONValue(parsing: writes.first?.body ?? []))?["reason"] == "B")
  }

  @Test(.timeLimit(.minutes(5))) func makesACountedEventAgainThatIsGone() async throws {
    let created = HTTPResponse(status: 201, headers: .json, body: Array("{}".utf8))
    let (writes, _) = try await sent(["A", "A"], answers: [created, HTTPResponse(status: 404, text: "gone")])
    #expect(writes.map(\.method) == ["POST"])
    #expect((try? JSONValue(parsing: writes.first?.body ?? []))?["count"] == 2)
  }
}
