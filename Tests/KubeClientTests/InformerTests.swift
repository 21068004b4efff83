import JSON
import Kube
import Logging
import Testing
import Transport

@testable import KubeClient

@Suite struct InformerTests {
  /// Runs a test against a fake API server and an informer of its things.
  private func withInformer(
    toleratesAbsence: Bool = false, before prepare: (FakeAPIServer) -> Void = { _ in },
    _ test: (FakeAPIServer, Informer) async throws -> Void
  ) async throws {
    let server = FakeAPIServer()
    prepare(server)
    try server.start()
    var options = Informer.Options()
    options.toleratesAbsence = toleratesAbsence
    options.backOff = ReflectorState.BackOff(first: .milliseconds(10), longest: .milliseconds(100))
    let client = try server.client()
    let informer = Informer(
      client, FakeAPIServer.resource, options: options, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) {}
    let running = Task { await informer.run() }
    do {
      try await test(server, informer)
    } catch {
      Issue.record(error)
    }
    running.cancel()
    await running.value
    await client.http.shutdown()
    await server.stop()
  }

  private func names(_ informer: Informer) -> [String] {
    informer.objects.compactMap { $0.value(at: "metadata", "name")?.string }.sorted()
  }

  /// Waits until a condition holds, for at most five minutes: other tests may keep every thread busy.
  private func eventually(_ what: String, _ condition: () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(300)
    while !condition() {
      if ContinuousClock.now > deadline {
        Issue.record("never happened: \(what)")
        return
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  @Test func copiesWhatIsThereAndFollowsChanges() async throws {
    try await withInformer(before: { $0.put("a") }) { server, informer in
      try await eventually("the first list") { informer.hasSynced && names(informer) == ["a"] }
      server.put("b")
      try await eventually("an addition") { names(informer) == ["a", "b"] }
      server.put("a", "changed")
      try await eventually("a change") { informer.object(namespace: "default", name: "a")?["spec"] == "changed" }
      server.remove("b")
      try await eventually("a removal") { names(informer) == ["a"] }
      #expect(server.requests.count == 2)
    }
  }

  @Test func readsLongListsPageByPage() async throws {
    let prepare: (FakeAPIServer) -> Void = { server in for index in 0..<1201 { server.put("thing-\(index)") } }
    try await withInformer(before: prepare) { server, informer in
      try await eventually("the list") { informer.hasSynced }
      #expect(informer.objects.count == 1201)
      #expect(server.requests.filter { !$0.contains("watch") }.count == 3)
      #expect(informer.objects.allSatisfy { $0["kind"] == "Thing" && $0["apiVersion"] == "example.io/v1" })
    }
  }

  @Test func goesOnFromTheLastEventWhenAWatchEnds() async throws {
    try await withInformer { server, informer in
      try await eventually("a watch") { server.watcherCount == 1 }
      server.put("a")
      try await eventually("the event") { names(informer) == ["a"] }
      server.sendBookmark()
      server.endWatches()
      server.put("b")
      try await eventually("the event of the next watch") { names(informer) == ["a", "b"] }
      #expect(server.requests.filter { !$0.contains("watch") }.count == 1)
    }
  }

  @Test func listsAgainAfterGone() async throws {
    try await withInformer(before: { $0.put("old") }) { server, informer in
      try await eventually("a watch") { server.watcherCount == 1 }
      // While no watch is open, something changes and the API server forgets the history.
      server.setServed(false)
      server.endWatches()
      try await eventually("the end of the watch") { server.watcherCount == 0 }
      server.remove("old")
      server.put("new")
      server.forgetHistory()
      server.setServed(true)
      try await eventually("the new list") { names(informer) == ["new"] }
    }
  }

  @Test func outlivesARestartOfTheAPIServer() async throws {
    try await withInformer(before: { $0.put("a") }) { server, informer in
      try await eventually("the list") { names(informer) == ["a"] }
      let port = server.port
      await server.stop()
      server.put("b")
      try await Task.sleep(for: .milliseconds(50))
      #expect(names(informer) == ["a"])
      try server.start(port: port)
      try await eventually("what changed meanwhile") { names(informer) == ["a", "b"] }
    }
  }

  @Test func toleratesAResourceThatIsNotServedYet() async throws {
    try await withInformer(toleratesAbsence: true, before: { $0.setServed(false) }) { server, informer in
      try await eventually("synced without objects") { informer.hasSynced }
      #expect(informer.objects.isEmpty)
      server.put("a")
      server.setServed(true)
      try await eventually("the first object") { names(informer) == ["a"] }
    }
  }

  @Test func isNotSyncedWhileAResourceItNeedsIsNotServed() async throws {
    try await withInformer(before: { $0.setServed(false) }) { server, informer in
      try await eventually("some tries") { server.requests.count > 3 }
      #expect(!informer.hasSynced)
    }
  }
}

@Suite struct KubernetesClientTests {
  @Test func getsObjectsAndTellsRefusalsByTheirStatus() async throws {
    let server = FakeAPIServer()
    server.put("a", "spec")
    try server.start()
    let client = try server.client(token: "secret")
    let object = try await client.get(ResourcePath(FakeAPIServer.resource, namespace: "default", name: "a"))
    #expect(object["spec"] == "spec")
    #expect(server.authorization == ["Bearer secret"])
    let error = await #expect(throws: KubernetesError.self) {
      try await client.get(ResourcePath(FakeAPIServer.resource, namespace: "default", name: "absent"))
    }
    #expect(error?.code == 404)
    #expect(error?.description.contains("NotFound") == true)
    await client.http.shutdown()
    await server.stop()
  }
}
