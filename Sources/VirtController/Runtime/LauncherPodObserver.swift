import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Reads from the caches what a launcher pod depends on besides its instance.
struct LauncherPodObserver {
  let caches: any ClusterCaches

  func lookups(for instance: V1.VirtualMachineInstance) -> LauncherPodLookups {
    var lookups = LauncherPodLookups()
    let namespace = instance.metadata.namespace
    for name in CacheIndex.claim.volumes(of: instance.jsonTree) {
      if let claim = caches.object(Core.PersistentVolumeClaim.self, Resources.persistentVolumeClaims, name) {
        lookups.claims[name.name] = claim
      }
    }
    for network in instance.spec.networks {
      guard let reference = network.multus?.networkName, !reference.isEmpty else { continue }
      let parts = reference.split(separator: "/", maxSplits: 1).map(String.init)
      let name =
        parts.count == 2
        ? NamespacedName(parts[0], parts[1]) : NamespacedName(namespace, reference)
      if let definition = caches.cached(Resources.networkAttachmentDefinitions, name) {
        lookups.networkAttachmentDefinitions[name.description] = definition.tree
      }
    }
    lookups.resourceQuotas = caches.cached(Resources.resourceQuotas, .namespace, namespace).map(\.tree)
    let labels = caches.cached(Resources.namespaces, NamespacedName("", namespace))?.tree
      .value(at: "metadata", "labels")?.object
    if let labels { for (label, value) in labels { lookups.namespaceLabels[label] = value.string ?? "" } }
    return lookups
  }
}
