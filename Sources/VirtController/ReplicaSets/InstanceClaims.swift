import KubeClient
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
  init(by claim: ControllerClaim, among instances: [V1.VirtualMachineInstance]) {
    for instance in instances where instance.metadata.namespace == claim.namespace {
      switch claim.decide(instance.metadata) {
      case .own: owned.append(instance)
      case .adopt: adopted.append(instance)
      case .release: released.append(instance)
      case .foreign, .ignore: break
      }
    }
  }
}
