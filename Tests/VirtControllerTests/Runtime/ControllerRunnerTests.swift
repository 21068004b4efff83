import JSON
import Kube
import KubeClient
import Logging
import Synchronization
import Testing

@testable import VirtController

@Suite struct ControllerRunnerTests {
  private static let key = NamespacedName("default", "web")

  /// What the caches hold, which a test changes.
  private final class Caches: ClusterCaches {
    private let objects: Mutex<[CachedObject]>

    init(_ objects: [CachedObject]) { self.objects = Mutex(objects) }

    func removeAll() { objects.withLock { $0 = [] } }
    func cached(_ resource: GroupVersionResource, _ name: NamespacedName) -> CachedObject? {
      objects.withLock { $0.first { $0.id == name } }
    }
    func cached(_ resource: GroupVersionResource, _ index: CacheIndex, _ value: String) -> [CachedObject] { [] }
    func isServed(_ resource: GroupVersionResource) -> Bool { true }
  }

  private static func budget(version: String) -> CachedObject {
    CachedObject([
      "metadata": ["namespace": "default", "name": "web", "uid": "u1", "resourceVersion": .string(version)]
    ])
  }

  @Test(.timeLimit(.minutes(1))) func deletionsThatCachesShowBeforeTheAnswerComesHoldNothingUp() async {
    let caches = Caches([Self.budget(version: "5")])
    let resource = Resources.disruptionBudgets
    let runners = Mutex<[ControllerRunner]>([])
    let deletions = Mutex(0)
    let (decisions, decided) = AsyncStream.makeStream(of: Void.self)
    let definition = ControllerDefinition(
      name: "test", eventSource: "test", workers: 1, triggers: [.itself(resource)]
    ) { key, caches in
      let isThere = caches.cached(resource, key) != nil
      return { _, journal throws(WriteInterruption) in
        if isThere {
          let path = ResourcePath(resource, namespace: key.namespace, name: key.name)
          _ = try journal.perform(ObjectWrite(path, .delete(DeletionOptions(uid: "u1"))))
        } else {
          decided.yield()
        }
        return .no
      }
    }
    let environment = ControllerRunner.Environment(
      caches: caches,
      perform: { _ in
        deletions.withLock { $0 += 1 }
        caches.removeAll()
        for runner in runners.withLock({ $0 }) {
          runner.observe([ObservedChange(.deleted(Self.budget(version: "6")))], of: resource)
        }
        return .success(["kind": "Status", "status": "Success", "details": ["uid": "u1"]])
      }, record: { _, _ in },
      context: { ReconcileContext(now: .now(), seed: 0, configuration: .init(), settings: .init()) },
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let runner = ControllerRunner(definition, environment)
    runners.withLock { $0 = [runner] }
    let work = Task { await runner.run() }
    runner.queue.add(Self.key)
    // The object is decided on again, without the deletion's having lapsed: within the time limit.
    let decidedAgain: Void? = await decisions.first { _ in true }
    work.cancel()
    await work.value
    #expect(decidedAgain != nil)
    #expect(deletions.withLock { $0 } == 1)
    #expect(runner.queue.depth == 0)
  }
}
