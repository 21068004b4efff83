import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Reads from the caches what is decided about machines from.
struct MachineObserver {
  let caches: any ClusterCaches

  func observe(_ machine: V1.VirtualMachine) -> MachineObservation {
    let name = NamespacedName(machine.metadata)
    var observation = MachineObservation(
      machine: machine,
      instance: caches.object(V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, name))
    observation.revisions = caches.cached(Resources.controllerRevisions, .controller, machine.metadata.uid).map(\.tree)
    let tree = machine.jsonTree
    observation.dataVolumes = CacheIndex.dataVolume.volumes(of: tree).compactMap {
      caches.cached(Resources.dataVolumes, $0)?.tree
    }
    observation.claims = CacheIndex.claim.volumes(of: tree).compactMap {
      caches.object(Core.PersistentVolumeClaim.self, Resources.persistentVolumeClaims, $0)
    }
    observation.servesDataVolumes = caches.isServed(Resources.dataVolumes)
    return observation
  }

  func observeLegacy(_ machine: V1.VirtualMachine) -> LegacyMachineObservation {
    let namespace = machine.metadata.namespace
    let name = NamespacedName(namespace, LegacyMachineObservation.instanceName(of: machine))
    return LegacyMachineObservation(
      machine: machine,
      instance: caches.object(V1.VirtualMachineInstance.self, Resources.virtualMachineInstances, name),
      dataVolumes: (machine.spec.dataVolumeTemplates).compactMap {
        caches.cached(Resources.dataVolumes, NamespacedName(namespace, $0.metadata.name))?.tree
      })
  }
}
