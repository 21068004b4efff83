import Admission
import VirtTypes

/// What a replica set's decision is made from.
public struct ReplicaSetObservation: Sendable {
  /// From the cache of replica sets.
  public var replicaSet: V1.VirtualMachineInstanceReplicaSet
  /// From the cache of instances, of the same namespace: those that the set controls (index by the uid of the
  /// controller), and those that nobody controls. Others do no harm.
  public var instances: [V1.VirtualMachineInstance]
  /// From the annotations of the set.
  public var profile: Profile

  public init(replicaSet: V1.VirtualMachineInstanceReplicaSet, instances: [V1.VirtualMachineInstance]) {
    self.replicaSet = replicaSet
    self.instances = instances
    profile = Profile(machineAnnotations: replicaSet.metadata.annotations)
  }
}
