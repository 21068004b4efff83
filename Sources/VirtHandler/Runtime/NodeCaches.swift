import JSON
import Kube
import KubeClient
import KubeTypes
import Logging
import VirtTypes

/// Copies of what is on the node: instances, their pods, and the configuration.
final class NodeCaches: Sendable {
  private let instances: Informer
  private let pods: Informer
  private let kubeVirts: Informer

  private static let byUID = "uid"
  private static let byInstance = "instance"

  /// - Parameter onChange: told of guests that something changed about, after it is known.
  init(
    _ client: KubernetesClient, node: String, logger: Logger, onChange: @escaping @Sendable ([GuestKey]) -> Void
  ) {
    var options = Informer.Options()
    options.labelSelector = "\(HandlerNames.nodeName)=\(node)"
    options.indexers[Self.byUID] = { [$0.value(at: "metadata", "uid")?.string ?? ""] }
    options.resyncPeriod = .seconds(300)
    instances = Informer(client, HandlerResources.instances, options: options, logger: logger) { changes in
      onChange(changes.flatMap { Self.states(of: $0).map { GuestKey($0.id, uid: $0.uid) } })
    }
    options = Informer.Options()
    options.labelSelector = "\(HandlerNames.component)=\(HandlerNames.launcher)"
    options.fieldSelector = "spec.nodeName=\(node)"
    options.indexers[Self.byUID] = { [$0.value(at: "metadata", "uid")?.string ?? ""] }
    options.indexers[Self.byInstance] = { [$0.value(at: "metadata", "labels", HandlerNames.createdBy)?.string ?? ""] }
    pods = Informer(client, HandlerResources.pods, options: options, logger: logger) { changes in
      onChange(changes.flatMap { Self.states(of: $0).compactMap { Self.key(ofLauncher: $0.tree) } })
    }
    options = Informer.Options()
    options.toleratesAbsence = true
    kubeVirts = Informer(client, HandlerResources.kubeVirts, options: options, logger: logger) { _ in }
  }

  private static func states(of change: ObjectChange) -> [CachedObject] {
    switch change {
    case .added(let object), .deleted(let object), .resynced(let object): [object]
    // An object of the same name may have come in the place of another.
    case .updated(let old, let new): old.uid == new.uid ? [new] : [old, new]
    }
  }

  /// The guest that a launcher pod is for.
  private static func key(ofLauncher pod: JSONValue) -> GuestKey? {
    let metadata = pod["metadata"]
    guard let uid = metadata?.value(at: "labels", HandlerNames.createdBy)?.string,
      let name = metadata?.value(at: "annotations", HandlerNames.domain)?.string
    else { return nil }
    return GuestKey(NamespacedName(metadata?["namespace"]?.string ?? "", name), uid: uid)
  }

  /// Follows the cluster until the task is cancelled.
  func run() async {
    await withTaskGroup(of: Void.self) { group in
      for informer in [instances, pods, kubeVirts] { group.addTask { await informer.run() } }
    }
  }

  func waitUntilComplete() async throws {
    for informer in [instances, pods, kubeVirts] { try await informer.waitUntilSynced() }
  }

  var isComplete: Bool { instances.hasSynced && pods.hasSynced && kubeVirts.hasSynced }

  // MARK: Reading

  /// The instance of that name and UID.
  func instance(_ key: GuestKey) -> V1.VirtualMachineInstance? {
    guard let object = instances.cached(key.name), object.uid == key.uid else { return nil }
    return try? object.decode()
  }

  /// As stored; in the version that launchers are handed.
  func instance(named name: NamespacedName) -> CachedObject? { instances.cached(name) }

  func key(ofInstance uid: String) -> GuestKey? {
    instances.objects(inIndex: Self.byUID, equals: uid).first.map { GuestKey($0.id, uid: uid) }
  }

  func key(ofPod uid: String) -> GuestKey? {
    pods.objects(inIndex: Self.byUID, equals: uid).first.flatMap { Self.key(ofLauncher: $0.tree) }
  }

  var keys: [GuestKey] { instances.objects.map { GuestKey($0.id, uid: $0.uid) } }

  /// The launcher pod of an instance on this node: of several the newest that has not ended.
  func launcher(of uid: String) -> Core.Pod? {
    let pods = pods.objects(inIndex: Self.byInstance, equals: uid).compactMap { try? $0.decode(as: Core.Pod.self) }
    let live = pods.filter { $0.status.phase != "Succeeded" && $0.status.phase != "Failed" }
    return (live.isEmpty ? pods : live).max {
      ($0.metadata.creationTimestamp ?? Timestamp()) < ($1.metadata.creationTimestamp ?? Timestamp())
    }
  }

  /// What the KubeVirt object says, as it stands there; null without one.
  var configuration: JSONValue {
    kubeVirts.objects.min { $0.id < $1.id }?.tree.value(at: "spec", "configuration") ?? .null
  }
}
