import JSON
import Kube
import KubeClient
import VirtTypes

/// One reconcile of a machine: what was observed, and what has come of it so far.
struct MachineRound {
  let observation: MachineObservation
  let strategy: RunStrategy
  let context: ReconcileContext
  /// The machine as the API server last gave it; its status counts less than `status`.
  private(set) var machine: V1.VirtualMachine
  /// The status that the machine is to have.
  var status: V1.VirtualMachineStatus
  /// The machine's instance as it was observed; nil when another controls it.
  var instance: V1.VirtualMachineInstance?
  /// An instance has been created in this round.
  var awaitsCreation = false
  /// The instance has been deleted in this round, and is not gone yet.
  var awaitsDeletion = false
  var restartNeed = RestartNeed.unknown
  /// After which time there is something to do although nothing changes.
  var delay: Duration?

  /// Whether the instance runs another template than the machine has.
  enum RestartNeed: Hashable {
    /// What the condition says stays.
    case unknown
    case none
    /// For which reason, as a sentence.
    case needed(String)
  }

  init(_ observation: MachineObservation, _ strategy: RunStrategy, _ context: ReconcileContext) {
    self.observation = observation
    self.strategy = strategy
    self.context = context
    machine = observation.machine
    status = observation.machine.status
    instance = observation.instance
  }

  var subject: ObjectEvent.Subject { ObjectEvent.Subject(machine) }
  var isBeingDeleted: Bool { machine.metadata.deletionTimestamp != nil }
  /// The template's spec; machines without template do not pass admission.
  var template: V1.VirtualMachineInstanceTemplateSpec {
    machine.spec.template ?? V1.VirtualMachineInstanceTemplateSpec()
  }
}

// MARK: Writes

extension MachineRound {
  static func path(of machine: V1.VirtualMachine, subresource: String? = nil) -> ResourcePath {
    ResourcePath(
      Resources.virtualMachines, namespace: machine.metadata.namespace, name: machine.metadata.name,
      subresource: subresource)
  }

  /// Of the machine's instance, whether there is one or not.
  var instancePath: ResourcePath {
    ResourcePath(
      Resources.virtualMachineInstances, namespace: machine.metadata.namespace, name: machine.metadata.name)
  }

  /// Gives the machine another spec or other metadata, or the status that is wanted; nil when it succeeded or there was
  /// nothing to do.
  mutating func change(
    to wanted: V1.VirtualMachine, subresource: String? = nil, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> KubernetesError? {
    let path = Self.path(of: machine, subresource: subresource)
    guard let write = ObjectWrite.change(path, from: machine, to: wanted) else { return nil }
    return take(try journal.perform(write))
  }

  /// Patches the machine as it was last read: with a test of its version, where that is known.
  mutating func patch(
    _ operations: [JSONPatch.Operation], subresource: String? = nil, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> KubernetesError? {
    var patch = JSONPatch(operations)
    let version = machine.metadata.resourceVersion
    if !version.isEmpty {
      patch.operations.insert(.test(JSONPointer(["metadata", "resourceVersion"]), .string(version)), at: 0)
    }
    let path = Self.path(of: machine, subresource: subresource)
    return take(try journal.perform(ObjectWrite(path, .patch(.json(patch)))))
  }

  /// Patches the instance; the operations carry their own tests.
  mutating func patchInstance(
    _ operations: [JSONPatch.Operation], _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> KubernetesError? {
    try patchInstance(.json(JSONPatch(operations)), &journal)
  }

  mutating func patchInstance(
    _ patch: ObjectPatch, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> KubernetesError? {
    switch try journal.perform(ObjectWrite(instancePath, .patch(patch))) {
    case .success(let object):
      if let read = try? V1.VirtualMachineInstance(json: object.jsonBytes(), options: .lenient),
        read.metadata.uid == instance?.metadata.uid
      {
        instance = read
      }
      return nil
    case .failure(let error): return error
    }
  }

  private mutating func take(_ outcome: WriteOutcome) -> KubernetesError? {
    switch outcome {
    case .success(let object):
      if let read = try? V1.VirtualMachine(json: object.jsonBytes(), options: .lenient),
        read.metadata.uid == machine.metadata.uid
      {
        machine = read
      }
      return nil
    case .failure(let error): return error
    }
  }
}

extension [JSONPatch.Operation] {
  /// Operations that turn one value into another one; they fail where there is something else than the old one.
  static func replacing(_ path: String..., from old: JSONValue?, to new: JSONValue?) -> [JSONPatch.Operation] {
    let pointer = JSONPointer(path)
    return switch (old, new) {
    case (nil, nil): []
    case (nil, let new?): [.add(pointer, new)]
    case (let old?, let new?): [.test(pointer, old), .replace(pointer, new)]
    case (let old?, nil): [.test(pointer, old), .remove(pointer)]
    }
  }
}
