import Kube
import KubeClient
import VirtController

/// The caches of a process, each as far behind the server as chance has it.
///
/// A reference, since decisions hold on to the caches; the simulation has one thread.
final class ModelCaches: ClusterCaches, @unchecked Sendable {
  // Unchecked: nothing of a simulated cluster is shared between threads.
  private var collections: [GroupVersionResource: ObjectCollection] = [:]
  /// How much of its resource's log each cache has read.
  private var positions: [GroupVersionResource: Int] = [:]
  let resources: [GroupVersionResource]

  init(_ server: ModelServer) {
    resources = CacheDescription.all.map(\.resource)
    for description in CacheDescription.all {
      var indexers: [String: Indexer] = [:]
      for index in description.indexes { indexers[index.rawValue] = { index.values(of: $0) } }
      collections[description.resource] = ObjectCollection(indexers: indexers) { object in
        description.trim(&object)
      }
    }
    for resource in resources { _ = list(resource, server) }
  }

  func cached(_ resource: GroupVersionResource, _ name: NamespacedName) -> CachedObject? {
    collections[resource]?.object(name)
  }

  func cached(_ resource: GroupVersionResource, _ index: CacheIndex, _ value: String) -> [CachedObject] {
    collections[resource]?.objects(inIndex: index.rawValue, equals: value) ?? []
  }

  func isServed(_ resource: GroupVersionResource) -> Bool { resource.group != "cdi.kubevirt.io" }

  func all(_ resource: GroupVersionResource) -> [CachedObject] { collections[resource]?.objects ?? [] }

  /// Whether the server has something that the cache has not.
  func isBehind(_ resource: GroupVersionResource, _ server: ModelServer) -> Bool {
    (positions[resource] ?? 0) < (server.log[resource]?.count ?? 0)
  }

  /// Takes the next change of a resource.
  func follow(_ resource: GroupVersionResource, _ server: ModelServer) -> [ObjectChange] {
    let position = positions[resource] ?? 0
    guard let log = server.log[resource], position < log.count else { return [] }
    positions[resource] = position + 1
    return collections[resource]?.apply(log[position]) ?? []
  }

  /// Reads everything anew, as after a watch that was lost: what was in between is never seen.
  func list(_ resource: GroupVersionResource, _ server: ModelServer) -> [ObjectChange] {
    positions[resource] = server.log[resource]?.count ?? 0
    return collections[resource]?.replace(with: server.all(resource)) ?? []
  }
}
