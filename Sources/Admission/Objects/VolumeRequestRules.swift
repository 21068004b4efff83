import Kube
import VirtTypes

/// Rules of the requests in a machine's status that volumes be plugged in or out.
struct VolumeRequestRules {
  let reading: ObjectReading

  // The field begins with a capital in the reference.
  private static let field = "Status.volumeRequests"

  func check(_ machine: V1.VirtualMachine) throws(Decided) -> [Cause] {
    guard !machine.status.volumeRequests.isEmpty, let template = machine.spec.template else { return [] }
    let instance = machine.status.ready ? try runningInstance(of: machine) : nil
    let existing = [template.spec, instance?.spec].map { spec in
      Dictionary((spec?.volumes ?? []).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    }
    var templateSpec = PluggedSpec(template.spec)
    var instanceSpec = instance.map { PluggedSpec($0.spec) }
    var added: Set<String> = []
    var removed: Set<String> = []
    for request in machine.status.volumeRequests {
      if let cause = cause(request, existing, &added, &removed) { return [cause] }
      templateSpec.apply(request)
      instanceSpec?.apply(request)
    }
    return outcomeCauses(templateSpec.spec, instanceSpec?.spec, instance)
  }

  private func runningInstance(of machine: V1.VirtualMachine) throws(Decided) -> V1.VirtualMachineInstance? {
    let instance = try reading.lookUp(
      .virtualMachineInstance, namespace: reading.namespace(of: machine.metadata), name: machine.metadata.name,
      as: V1.VirtualMachineInstance.self)
    return instance?.metadata.deletionTimestamp == nil ? instance : nil
  }

  private func cause(
    _ request: V1.VirtualMachineVolumeRequest, _ existing: [[String: V1.Volume]], _ added: inout Set<String>,
    _ removed: inout Set<String>
  ) -> Cause? {
    func invalid(_ problem: String) -> Cause { .invalid(Self.field, problem) }
    switch (request.addVolumeOptions, request.removeVolumeOptions) {
    case (.some, .some):
      return invalid("a volume request must have either addVolumeOptions or removeVolumeOptions, not both")
    case (nil, nil): return invalid("a volume request must have one of addVolumeOptions and removeVolumeOptions")
    case (let add?, nil):
      if !added.insert(add.name).inserted { return invalid("there are two requests to add the volume \"\(add.name)\"") }
      if let cause = HotplugDisk.cause(add.disk, name: add.name, at: Self.field) { return cause }
      let volume = V1.Volume(add)
      if existing.contains(where: { volumes in volumes[add.name].map { $0 != volume } ?? false }) {
        return invalid("a volume \"\(add.name)\" with another source already exists; use another name")
      }
    case (nil, let remove?):
      if !removed.insert(remove.name).inserted {
        return invalid("there are two requests to remove the volume \"\(remove.name)\"")
      }
    }
    return nil
  }

  /// What would be wrong with the machine and its instance if the requests were carried out.
  private func outcomeCauses(
    _ template: V1.VirtualMachineInstanceSpec, _ instanceSpec: V1.VirtualMachineInstanceSpec?,
    _ instance: V1.VirtualMachineInstance?
  ) -> [Cause] {
    let causes = validateInstanceSpec(template, at: .template, context: reading.context)
    guard causes.isEmpty, let instance, let instanceSpec else { return causes }
    let instanceCauses = validateInstanceSpec(instanceSpec, at: .template, context: reading.context)
    guard instanceCauses.isEmpty, instance.isMigrating else { return instanceCauses }
    return [.notSupported("spec", "volumes cannot be plugged while the instance is being migrated")]
  }
}

extension V1.VirtualMachineInstance {
  /// Whether a migration of the instance is under way.
  var isMigrating: Bool {
    guard let migration = status.migrationState else { return false }
    return migration.startTimestamp != nil && migration.endTimestamp == nil
  }
}
