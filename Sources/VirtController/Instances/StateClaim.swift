import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

extension InstanceObservation {
  /// The claim that holds what the machine keeps beside its disks.
  var stateClaim: Core.PersistentVolumeClaim? {
    podLookups.claims.values
      .filter { $0.metadata.labels?[LauncherPodPlan.stateClaimLabel] == instance.metadata.name }
      .min { $0.metadata.name < $1.metadata.name }
  }
}

extension LauncherSynchronization {
  /// Makes the claim for the state of firmware and TPM. The pod follows when the claim is seen.
  func createStateClaim(_ journal: inout WriteJournal) throws(WriteInterruption) -> SynchronizationFailure? {
    let claim = StateClaim.make(for: observation.instance, context.configuration)
    let collection = ResourcePath(
      Resources.persistentVolumeClaims, namespace: observation.instance.metadata.namespace)
    switch try journal.perform(ObjectWrite(collection, .create(claim.jsonTree))) {
    case .success:
      return SynchronizationFailure(
        reason: .stateClaimNotReady, message: "The claim for the machine's state has just been made", isRetried: false)
    case .failure(let error):
      return SynchronizationFailure(
        reason: .stateClaimFailed, message: "Could not make the claim for the machine's state: \(error)")
    }
  }
}

enum StateClaim {
  /// Belongs to the machine where there is one, so that it outlives the instance.
  static func make(
    for instance: V1.VirtualMachineInstance, _ configuration: ClusterConfiguration
  ) -> Core.PersistentVolumeClaim {
    let storageClass = configuration.given.vmStateStorageClass
    var claim = Core.PersistentVolumeClaim()
    claim.apiVersion = "v1"
    claim.kind = "PersistentVolumeClaim"
    claim.metadata.name = "\(LauncherPodPlan.stateClaimLabel)-\(instance.metadata.name)"
    claim.metadata.namespace = instance.metadata.namespace
    claim.metadata.labels = [LauncherPodPlan.stateClaimLabel: instance.metadata.name]
    let itself = OwnerReference(
      controller: "kubevirt.io/v1", kind: "VirtualMachineInstance", instance.metadata)
    claim.metadata.ownerReferences = [instance.metadata.controllerReference ?? itself]
    // A class that was chosen for this is taken to be one that several nodes can use, as migrations need it.
    claim.spec.accessModes = [storageClass.isEmpty ? "ReadWriteOnce" : "ReadWriteMany"]
    claim.spec.storageClassName = storageClass.isEmpty ? nil : storageClass
    claim.spec.volumeMode = "Filesystem"
    claim.spec.resources.requests = ["storage": Quantity(mebibytes: 10)]
    return claim
  }
}
