import Kube
import KubeClient
import Logging
import Synchronization

/// The caches of a running process: one informer a resource.
final class InformerCaches: ClusterCaches {
  private let informers: [GroupVersionResource: Informer]
  private let awaited: [Informer]

  /// - Parameters:
  ///   - onProgress: told of versions up to which a cache has everything.
  ///   - onChange: told of every change after the caches have it.
  init(
    _ descriptions: [CacheDescription], _ client: KubernetesClient, logger: Logger,
    onProgress: @escaping @Sendable (GroupVersionResource, String) -> Void,
    onChange: @escaping @Sendable (GroupVersionResource, [ObjectChange]) -> Void
  ) {
    var informers: [GroupVersionResource: Informer] = [:]
    var awaited: [Informer] = []
    for description in descriptions {
      let resource = description.resource
      var options = Informer.Options()
      options.labelSelector = description.labelSelector
      options.namespace = description.namespace
      options.fieldSelector = description.name.map { "metadata.name=\($0)" } ?? ""
      options.toleratesAbsence = description.isOptional
      // As KubeVirt's: what was missed is made good twice a day.
      options.resyncPeriod = .seconds(12 * 3600)
      let dropManagedFields = options.transform
      options.transform = { object in
        dropManagedFields(&object)
        description.trim(&object)
      }
      for index in description.indexes { options.indexers[index.rawValue] = { index.values(of: $0) } }
      let informer = Informer(
        client, resource, options: options, logger: logger, onProgress: { onProgress(resource, $0) },
        onChange: { onChange(resource, $0) })
      informers[resource] = informer
      if description.isAwaited { awaited.append(informer) }
    }
    self.informers = informers
    self.awaited = awaited
  }

  func cached(_ resource: GroupVersionResource, _ name: NamespacedName) -> CachedObject? {
    informers[resource]?.cached(name)
  }

  func cached(_ resource: GroupVersionResource, _ index: CacheIndex, _ value: String) -> [CachedObject] {
    informers[resource]?.objects(inIndex: index.rawValue, equals: value) ?? []
  }

  func isServed(_ resource: GroupVersionResource) -> Bool { informers[resource]?.isServed ?? false }

  /// All objects of a resource.
  func all(_ resource: GroupVersionResource) -> [CachedObject] { informers[resource]?.objects ?? [] }

  /// The resources whose copies are not complete yet.
  var incomplete: [GroupVersionResource] {
    awaited.filter { !$0.hasSynced }.map(\.resource).sorted { $0.resource < $1.resource }
  }

  /// Follows the cluster until the task is cancelled.
  func run() async {
    await withTaskGroup(of: Void.self) { group in
      for informer in informers.values { group.addTask { await informer.run() } }
    }
  }

  func waitUntilComplete() async throws {
    for informer in awaited { try await informer.waitUntilSynced() }
  }
}
