import JSON
import Kube
import Logging
import Synchronization
import Testing
import Transport

@testable import KubeClient

@Suite struct LeaderElectorTests {
  private func elector(
    _ client: KubernetesClient, _ options: LeaderElectionOptions = LeaderElectionOptions(),
    overran: @escaping @Sendable () -> Void = {}
  ) -> LeaderElector {
    LeaderElector(
      client, lease: NamespacedName("kubevirt", "virt-controller"), identity: "a", options: options,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, overran: overran)
  }

  private func holder(in write: FakeAPIServer.Write) -> String? {
    (try? JSONValue(parsing: write.body))?.value(at: "spec", "holderIdentity")?.string
  }

  /// Works until it is cancelled.
  private func workForever() async { while !Task.isCancelled { try? await Task.sleep(for: .seconds(1)) } }

  @Test(.timeLimit(.minutes(5))) func worksWhileItLeadsAndReleasesTheLeaseAfterwards() async throws {
    let server = FakeAPIServer()
    try server.start()
    let client = try server.client()
    let elector = elector(client)
    let (begun, beginning) = AsyncStream.makeStream(of: Bool.self)
    let running = Task {
      await elector.run {
        beginning.yield(elector.isLeader)
        await workForever()
        // Whatever still has to be done is done before the lease is given away.
        #expect(server.writes.allSatisfy { holder(in: $0) == "a" })
      }
    }
    var iterator = begun.makeAsyncIterator()
    #expect(await iterator.next() == true)
    running.cancel()
    await running.value
    #expect(server.writes.first?.method == "POST")
    #expect(server.writes.last?.method == "PUT")
    #expect(server.writes.last?.target == "/apis/coordination.k8s.io/v1/namespaces/kubevirt/leases/virt-controller")
    let lease = try JSONValue(parsing: server.writes.last?.body ?? [])
    #expect(lease.value(at: "spec", "holderIdentity") == "")
    #expect(lease.value(at: "spec", "leaseDurationSeconds") == 1)
    #expect(!elector.isLeader)
    await client.http.shutdown()
    await server.stop()
  }

  @Test(.timeLimit(.minutes(5))) func endsItsWorkWhenTheAPIServerIsGoneAndLeadsAgainWhenItIsBack() async throws {
    let server = FakeAPIServer()
    try server.start()
    let port = server.port
    let client = try server.client()
    let options = try LeaderElectionOptions(
      leaseDuration: .seconds(60), renewDeadline: .milliseconds(600), retryPeriod: .milliseconds(100))
    let elector = elector(client, options) { Issue.record("the work had time enough") }
    let (changes, change) = AsyncStream.makeStream(of: String.self)
    let running = Task {
      await elector.run {
        change.yield("begin")
        await workForever()
        change.yield("end")
      }
    }
    var iterator = changes.makeAsyncIterator()
    #expect(await iterator.next() == "begin")
    await server.stop()
    #expect(await iterator.next() == "end")
    try server.start(port: port)
    #expect(await iterator.next() == "begin")
    running.cancel()
    await running.value
    await client.http.shutdown()
    await server.stop()
  }

  @Test(.timeLimit(.minutes(5))) func tellsOfWorkThatDoesNotEnd() async throws {
    let server = FakeAPIServer()
    try server.start()
    let client = try server.client()
    let options = try LeaderElectionOptions(
      leaseDuration: .seconds(1), renewDeadline: .milliseconds(500), retryPeriod: .milliseconds(100))
    let (overruns, overrun) = AsyncStream.makeStream(of: Void.self)
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let elector = elector(client, options) {
      overrun.finish()
      end.finish()
    }
    let running = Task {
      await elector.run {
        await server.stop()
        // Deaf to its cancellation.
        await Task { for await _ in ends {} }.value
      }
    }
    for await _ in overruns {}
    running.cancel()
    await running.value
    await client.http.shutdown()
  }

  @Test(.timeLimit(.minutes(5))) func workThatEndsByItselfEndsTheElection() async throws {
    let server = FakeAPIServer()
    try server.start()
    let client = try server.client()
    await elector(client).run {}
    #expect(server.writes.last.map { holder(in: $0) } == "")
    await client.http.shutdown()
    await server.stop()
  }
}
