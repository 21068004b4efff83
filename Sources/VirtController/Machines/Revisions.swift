import JSON
import Kube
import KubeClient
import VirtTypes

/// The ControllerRevisions that keep the spec which an instance was started with.
enum MachineRevision {
  static let prefix = "revision-start-vm-"

  static func name(of machine: V1.VirtualMachine) -> String {
    "\(prefix)\(machine.metadata.uid)-\(machine.metadata.generation)"
  }

  static func make(of machine: V1.VirtualMachine) -> JSONValue {
    [
      "apiVersion": "apps/v1", "kind": "ControllerRevision",
      "metadata": [
        "name": .string(name(of: machine)), "namespace": .string(machine.metadata.namespace),
        "ownerReferences": [OwnerReference(controller: machine).jsonTree],
      ],
      "data": ["spec": machine.spec.jsonTree],
      "revision": .number(JSONNumber(machine.metadata.generation)),
    ]
  }

  static func spec(in revision: JSONValue) -> V1.VirtualMachineSpec? {
    guard let spec = revision.value(at: "data", "spec") else { return nil }
    return try? V1.VirtualMachineSpec(json: spec.jsonBytes(), options: .lenient)
  }
}

extension MachineRound {
  private func path(ofRevision name: String? = nil) -> ResourcePath {
    ResourcePath(Resources.controllerRevisions, namespace: machine.metadata.namespace, name: name)
  }

  /// Creates the revision of the machine's generation unless it is there, and deletes those of earlier starts.
  mutating func keepRevision(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    let wanted = MachineRevision.name(of: machine)
    let prefix = "\(MachineRevision.prefix)\(machine.metadata.uid)-"
    var isThere = false
    for revision in observation.revisions {
      guard let name = revision.value(at: "metadata", "name")?.string, name.hasPrefix(prefix) else { continue }
      if name == wanted, MachineRevision.spec(in: revision)?.jsonTree == machine.spec.jsonTree {
        isThere = true
        continue
      }
      let deletion = try journal.perform(ObjectWrite(path(ofRevision: name), .delete(DeletionOptions())))
      if case .failure(let error) = deletion, !error.isNotFound {
        return SyncFailure(.failedCreate, "the revision \(name) of an earlier start can't be deleted", error)
      }
    }
    if isThere { return nil }
    let creation = try journal.perform(ObjectWrite(path(ofRevision: nil), .create(MachineRevision.make(of: machine))))
    if case .failure(let error) = creation {
      return SyncFailure(.failedCreate, "the revision \(wanted) can't be created", error)
    }
    return nil
  }

  /// The spec that the instance was started with.
  var startedSpec: V1.VirtualMachineSpec? {
    guard let name = instance?.status.virtualMachineRevisionName, !name.isEmpty else { return nil }
    return observation.revisions.first { $0.value(at: "metadata", "name")?.string == name }
      .flatMap(MachineRevision.spec)
  }

  /// The machine's generation that the instance runs.
  var observedGeneration: Int64? {
    guard let instance else { return nil }
    if let text = instance.metadata.annotations?[KubeVirtNames.machineGeneration] { return Int64(text) }
    return instance.status.virtualMachineRevisionName.split(separator: "-").last.flatMap { Int64($0) }
  }

  /// Has the instance say that it runs the present generation, when the template is still the one it was started with.
  mutating func noteGeneration(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    guard let instance, !instance.isFinal, !instance.isBeingDeleted,
      observedGeneration != machine.metadata.generation, let started = startedSpec,
      TemplateChanges.areSame(started.template, machine.spec.template, machineName: machine.metadata.name)
    else { return nil }
    let annotations = instance.metadata.annotations
    let wanted = (annotations ?? [:]).merging(
      [KubeVirtNames.machineGeneration: String(machine.metadata.generation)]) { $1 }
    let refusal = try patchInstance(
      .replacing("metadata", "annotations", from: annotations?.jsonTree, to: wanted.jsonTree), &journal)
    return refusal.map { SyncFailure(.failedUpdate, "the instance can't be told the machine's generation", $0) }
  }
}
