import JSON
import Kube
import KubeClient
import VirtTypes

/// How a legacy machine owns its instance and its data volumes.
struct LegacyOwnership {
  let machine: V1.VirtualMachine

  enum Claim: Hashable {
    case owned
    /// Nobody controls it, and the machine may.
    case adoptable
    /// Controlled by another, or about to go.
    case foreign
  }

  /// The reference by which the machine owns objects.
  var reference: OwnerReference {
    OwnerReference(controller: LegacyForm.apiVersion, kind: "VirtualMachine", machine.metadata)
  }

  func claim(_ metadata: ObjectMeta) -> Claim {
    if let controller = metadata.controllerReference {
      return controller.uid == machine.metadata.uid ? .owned : .foreign
    }
    return machine.metadata.deletionTimestamp != nil || metadata.deletionTimestamp != nil ? .foreign : .adoptable
  }

  /// Takes an object in; a uid that is not the object's any more makes the server refuse.
  func adoption(of metadata: ObjectMeta, at path: ResourcePath) -> ObjectWrite {
    let others = metadata.ownerReferences.filter { $0.uid != machine.metadata.uid }
    let owners = JSONValue.array((others + [reference]).map(\.jsonTree))
    return ObjectWrite(
      path, .patch(.merge(["metadata": ["ownerReferences": owners, "uid": .string(metadata.uid)]])))
  }

  /// Lets an object go.
  func release(of metadata: ObjectMeta, at path: ResourcePath) -> ObjectWrite {
    let others = JSONValue.array(
      metadata.ownerReferences.filter { $0.uid != machine.metadata.uid }.map(\.jsonTree))
    return ObjectWrite(path, .patch(.merge(["metadata": ["ownerReferences": others]])))
  }

  /// Asks the server, for the caches may not know yet that the machine is being deleted: nil when it may adopt, else
  /// why not.
  func refusalToAdopt(at path: ResourcePath, _ journal: inout WriteJournal) throws(WriteInterruption) -> String? {
    switch try journal.perform(ObjectWrite(path, .get)) {
    case .failure(let error): return error.description
    case .success(let fresh):
      let metadata = fresh["metadata"]
      if metadata?["uid"]?.string != machine.metadata.uid { return "the machine is another one by now" }
      return metadata?["deletionTimestamp"]?.string == nil ? nil : "the machine is being deleted"
    }
  }
}
