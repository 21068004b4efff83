import Kube
import KubeClient
import VirtTypes

/// How a legacy machine owns its instance and its data volumes.
struct LegacyOwnership {
  let machine: V1.VirtualMachine

  /// The reference by which the machine owns objects.
  var reference: OwnerReference {
    OwnerReference(controller: LegacyForm.apiVersion, kind: "VirtualMachine", machine.metadata)
  }

  /// Objects are found by their names: nothing else says that they are wanted.
  var claim: ControllerClaim {
    ControllerClaim(
      owner: reference, namespace: machine.metadata.namespace, selection: .everything,
      isOwnerBeingDeleted: machine.metadata.deletionTimestamp != nil)
  }

  /// Takes an object in.
  func adoption(of metadata: ObjectMeta, at path: ResourcePath) -> ObjectWrite {
    ObjectWrite(path, .patch(claim.adoption(of: metadata)))
  }

  /// Lets an object go.
  func release(of metadata: ObjectMeta, at path: ResourcePath) -> ObjectWrite {
    ObjectWrite(path, .patch(claim.release(of: metadata)))
  }

  /// Asks the server, for the caches may not know yet that the machine is being deleted: nil when it may adopt, else
  /// why not.
  func refusalToAdopt(at path: ResourcePath, _ journal: inout WriteJournal) throws(WriteInterruption) -> String? {
    switch try journal.perform(ObjectWrite(path, .get)) {
    case .failure(let error): return error.description
    case .success(let fresh): return claim.refusalToAdopt(fresh)
    }
  }
}
