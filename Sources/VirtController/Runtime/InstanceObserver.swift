import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Reads from the caches what is decided about instances from.
struct InstanceObserver {
  let caches: any ClusterCaches

  func observe(_ instance: V1.VirtualMachineInstance) -> InstanceObservation {
    var observation = InstanceObservation(instance)
    observation.pods = pods(of: instance)
    observation.attachmentPods = observation.pods.flatMap {
      caches.objects(Core.Pod.self, Resources.pods, .controller, $0.metadata.uid)
    }
    if let owner = instance.metadata.controllerReference, owner.kind == "VirtualMachine" {
      let name = NamespacedName(instance.metadata.namespace, owner.name)
      observation.hasOwnerMachine = caches.cached(Resources.virtualMachines, name)?.uid == owner.uid
    }
    observation.podLookups = LauncherPodObserver(caches: caches).lookups(for: instance)
    observation.dataVolumes = dataVolumes(of: instance, claims: observation.podLookups.claims)
    if instance.spec.domain.devices.autoattachVSOCK == true {
      observation.usedContextIdentifiers = Set(
        caches.objects(
          V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, .contextIdentifier, CacheIndex.one
        ).compactMap(\.status.VSOCKCID))
    }
    return observation
  }

  func observeLegacy(_ instance: V1.VirtualMachineInstance) -> LegacyInstanceObservation {
    let lookups = LauncherPodObserver(caches: caches).lookups(for: instance)
    return LegacyInstanceObservation(
      instance: instance, pods: pods(of: instance),
      dataVolumes: Array(dataVolumes(of: instance, claims: [:]).values), podLookups: lookups)
  }

  /// Those that were made for it, and those that it controls.
  private func pods(of instance: V1.VirtualMachineInstance) -> [Core.Pod] {
    let made = caches.objects(Core.Pod.self, Resources.pods, .instance, instance.metadata.uid)
    let uids = Set(made.map(\.metadata.uid))
    return made
      + caches.objects(Core.Pod.self, Resources.pods, .controller, instance.metadata.uid)
      .filter { !uids.contains($0.metadata.uid) }
  }

  private func dataVolumes(
    of instance: V1.VirtualMachineInstance, claims: [String: Core.PersistentVolumeClaim]
  ) -> [String: JSONValue] {
    var names = Set(instance.spec.volumes.compactMap { $0.dataVolume?.name })
    for claim in claims.values {
      if let owner = claim.metadata.controllerReference, owner.kind == "DataVolume" { names.insert(owner.name) }
    }
    var found: [String: JSONValue] = [:]
    for name in names {
      let dataVolume = caches.cached(Resources.dataVolumes, NamespacedName(instance.metadata.namespace, name))
      if let dataVolume { found[name] = dataVolume.tree }
    }
    return found
  }
}
