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
          runner.observe(ObservedChange(.deleted(Self.budget(version: "6"))), of: resource)
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

  /// A namespace with one instance that waits for its pod; the cache of pods shows nothing until it is told to.
  private final class Cluster: ClusterCaches {
    private let instance: CachedObject
    private let shown = Mutex<[CachedObject]>([])
    private let pods = Mutex<[JSONValue]>([])

    init(_ instance: CachedObject) { self.instance = instance }

    func cached(_ resource: GroupVersionResource, _ name: NamespacedName) -> CachedObject? {
      resource == Resources.virtualMachineInstances && name == instance.id ? instance : nil
    }
    func cached(_ resource: GroupVersionResource, _ index: CacheIndex, _ value: String) -> [CachedObject] {
      resource == Resources.pods && index == .instance ? shown.withLock { $0 } : []
    }
    func isServed(_ resource: GroupVersionResource) -> Bool { true }

    func make(_ pod: JSONValue) -> JSONValue {
      pods.withLock { pods in
        var pod = pod
        pod["metadata"]?["name"] = .string("pod-\(pods.count)")
        pod["metadata"]?["namespace"] = "default"
        pod["metadata"]?["uid"] = .string("pod-uid-\(pods.count)")
        pod["status"] = ["phase": "Pending"]
        pod["metadata"]?["resourceVersion"] = .string("\(10 + pods.count)")
        pods.append(pod)
        return pod
      }
    }
    var made: [JSONValue] { pods.withLock { $0 } }
    func show() -> [CachedObject] {
      let all = made.map { CachedObject($0) }
      shown.withLock { $0 = all }
      return all
    }
  }

  private static func instance(profile annotations: JSONObject) -> CachedObject {
    CachedObject([
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance",
      "metadata": [
        "namespace": "default", "name": "web", "uid": "u1", "resourceVersion": "5",
        "annotations": .object(annotations),
      ],
      "spec": ["domain": ["devices": [:], "resources": ["requests": ["memory": "64M"]]]],
      "status": ["phase": "Pending"],
    ])
  }

  static let profiles: [JSONObject] = [
    ["kubevirt.io/latest-observed-api-version": "v1", "kubevirt.io/storage-observed-api-version": "v1"],
    ["presets.virtualmachines.kubevirt.io/presets-applied": "kubevirt.io/v1alpha2"],
  ]

  /// Lets the controller of instances work until it has decided with a pod in its cache, and tells how many there are.
  ///
  /// - Parameters:
  ///   - isAnswered: whether the answer to the first create arrives.
  ///   - earlier: pods that a leader before made, of which the cache has not heard.
  private static func podsMade(_ annotations: JSONObject, isAnswered: Bool, earlier: [JSONValue] = []) async -> Int {
    let instance = instance(profile: annotations)
    let cluster = Cluster(instance)
    for pod in earlier { _ = cluster.make(pod) }
    let runners = Mutex<[ControllerRunner]>([])
    let creates = Mutex(0)
    let (ends, ended) = AsyncStream.makeStream(of: Void.self)
    let environment = ControllerRunner.Environment(
      caches: cluster,
      perform: { write in
        switch write.operation {
        case .get: return .success(instance.tree)
        case .list:
          // The cache hears of what there is only now.
          if !cluster.made.isEmpty, let runner = runners.withLock(\.first) {
            for pod in cluster.show() { runner.observe(ObservedChange(.added(pod)), of: Resources.pods) }
          }
          return .success(["metadata": ["resourceVersion": "20"], "items": .array(cluster.made)])
        case .create(let pod):
          let made = cluster.make(pod)
          if creates.withLock({
            $0 += 1; return $0
          }) > 1 {
            ended.yield()
          }
          return isAnswered ? .success(made) : .failure(.unanswered("the connection was lost"))
        default:
          return .failure(.status(.failure(.conflict, code: 409, message: "changed")))
        }
      }, record: { _, _ in },
      context: {
        var settings = ControllerSettings()
        settings.launcherImage = "launcher"
        return ReconcileContext(now: .now(), seed: 0, configuration: .init(), settings: settings)
      },
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    var definition = ControllerDefinition.instances
    definition.observe = { key, caches in
      let isShown = !caches.cached(Resources.pods, .instance, "u1").isEmpty
      guard let decide = ControllerDefinition.instances.observe(key, caches) else { return nil }
      return { context, journal throws(WriteInterruption) in
        let requeue = try decide(context, &journal)
        // Without a pause before the next one.
        if isShown { ended.yield() } else { runners.withLock(\.first)?.queue.add(key) }
        return requeue
      }
    }
    let runner = ControllerRunner(definition, environment)
    runners.withLock { $0 = [runner] }
    let work = Task { await runner.run() }
    runner.queue.add(key)
    _ = await ends.first { _ in true }
    work.cancel()
    await work.value
    return cluster.made.count
  }

  @Test(.timeLimit(.minutes(1)), arguments: profiles)
  func aPodWhoseCreateGotNoAnswerIsNotMadeAgainBeforeTheCacheShowsIt(profile: JSONObject) async {
    #expect(await Self.podsMade(profile, isAnswered: false) == 1)
  }

  @Test(.timeLimit(.minutes(1)), arguments: profiles)
  func aNewLeaderMakesNoPodThatTheLastOneHasMadeWhileTheCacheLags(profile: JSONObject) async {
    let pod: JSONValue = [
      "metadata": [
        "labels": ["kubevirt.io": "virt-launcher", "kubevirt.io/created-by": "u1"],
        "ownerReferences": [["kind": "VirtualMachineInstance", "name": "web", "uid": "u1", "controller": true]],
      ]
    ]
    #expect(await Self.podsMade(profile, isAnswered: true, earlier: [pod]) == 1)
  }
}
