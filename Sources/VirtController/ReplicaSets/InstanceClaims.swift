import Kube
import VirtTypes

/// Which instances belong to a replica set, and which are to be taken in or let go.
struct InstanceClaims {
  /// Controlled by the set and selected by it.
  var owned: [V1.VirtualMachineInstance] = []
  /// Selected, and nobody controls them.
  var adopted: [V1.VirtualMachineInstance] = []
  /// Controlled by the set, which does not select them any more.
  var released: [V1.VirtualMachineInstance] = []

  /// A set that is being deleted takes nothing in and lets nothing go: the garbage collector wants to see its owners.
  init(
    of set: V1.VirtualMachineInstanceReplicaSet, selector: Selector, among instances: [V1.VirtualMachineInstance]
  ) {
    let isBeingDeleted = set.metadata.deletionTimestamp != nil
    for instance in instances where instance.metadata.namespace == set.metadata.namespace {
      let isSelected = selector.matches(instance.metadata.labels ?? [:])
      if let controller = instance.metadata.controllerReference {
        guard controller.uid == set.metadata.uid else { continue }
        if isSelected { owned.append(instance) } else if !isBeingDeleted { released.append(instance) }
      } else if isSelected, !isBeingDeleted, !instance.isBeingDeleted {
        adopted.append(instance)
      }
    }
  }
}
