import Kube
import VirtTypes

/// What may not happen to a machine's storage while something else is under way, and the requests in its status.
struct StorageRules {
  private let reading: ObjectReading
  private let isUpdate: Bool
  /// The machine as it is stored; nil when the request does not bring it.
  private let old: V1.VirtualMachine?

  init(_ reading: ObjectReading) {
    self.reading = reading
    isUpdate = reading.request.operation == .update
    old = isUpdate ? try? reading.oldObject(V1.VirtualMachine.self) : nil
  }

  /// Everything that a write of the machine must fulfil.
  func check(_ machine: V1.VirtualMachine) throws(Decided) -> [Cause] {
    var causes = namespaceCauses(machine)
    if causes.isEmpty { causes = progressCauses(machine) }
    if causes.isEmpty { causes = try VolumeRequestRules(reading: reading).check(machine) }
    guard causes.isEmpty, let old else { return causes }
    return Profile.changes(from: old.metadata.annotations, to: machine.metadata.annotations)
  }

  /// Everything that a write of the machine's status must fulfil.
  func checkStatus(_ machine: V1.VirtualMachine) throws(Decided) -> [Cause] {
    let causes = try VolumeRequestRules(reading: reading).check(machine)
    return causes.isEmpty ? progressCauses(machine) : causes
  }

  private func progressCauses(_ machine: V1.VirtualMachine) -> [Cause] {
    let causes = snapshotCauses(machine)
    return causes.isEmpty ? restoreCauses(machine) : causes
  }

  private static let missingOld = Cause(
    .unexpectedResponse, "", "the machine as it was could not be read from the request's oldObject")

  /// Data volumes live beside their machine.
  private func namespaceCauses(_ machine: V1.VirtualMachine) -> [Cause] {
    if isUpdate {
      guard let old else { return [Self.missingOld] }
      if old.spec.dataVolumeTemplates == machine.spec.dataVolumeTemplates { return [] }
    }
    let namespace = reading.namespace(of: machine.metadata)
    var causes: [Cause] = []
    for (index, template) in machine.spec.dataVolumeTemplates.enumerated() {
      let given = template.metadata.namespace
      guard !given.isEmpty, given != namespace else { continue }
      causes.append(
        .invalid(
          "spec.dataVolumeTemplates[\(index)]",
          "data volume \"\(template.metadata.name)\" must be in the machine's namespace \"\(namespace)\", "
            + "not in \"\(given)\""))
    }
    return causes
  }

  private func snapshotCauses(_ machine: V1.VirtualMachine) -> [Cause] {
    guard isUpdate, let snapshot = machine.status.snapshotInProgress else { return [] }
    guard let old else { return [Self.missingOld] }
    if old.spec.template?.spec.volumes != machine.spec.template?.spec.volumes {
      return [
        .notSupported("spec", "volumes cannot be changed while the snapshot \"\(snapshot)\" is being taken")
      ]
    }
    if !old.spec.hasSameStrategy(as: machine.spec) {
      return [
        .notSupported("spec", "the run strategy cannot be changed while the snapshot \"\(snapshot)\" is being taken")
      ]
    }
    return []
  }

  private func restoreCauses(_ machine: V1.VirtualMachine) -> [Cause] {
    guard isUpdate, let restore = machine.status.restoreInProgress else { return [] }
    guard let old else { return [Self.missingOld] }
    if old.spec.effectiveStrategy == machine.spec.effectiveStrategy { return [] }
    return [
      .notSupported("spec", "the run strategy cannot be changed until the restore \"\(restore)\" has ended")
    ]
  }
}

extension V1.VirtualMachineSpec {
  /// The strategy by whichever field it is given; nil where both are.
  fileprivate var effectiveStrategy: String? {
    switch (running, runStrategy) {
    case (.some, .some): nil
    case (let running?, nil): running ? "Always" : "Halted"
    case (nil, let strategy): strategy ?? "Halted"
    }
  }

  /// Whether both give the same strategy by the same field; a change of the field counts as a change.
  fileprivate func hasSameStrategy(as other: V1.VirtualMachineSpec) -> Bool {
    if let running, let otherRunning = other.running { return running == otherRunning }
    if let runStrategy, let otherStrategy = other.runStrategy { return runStrategy == otherStrategy }
    return false
  }
}
