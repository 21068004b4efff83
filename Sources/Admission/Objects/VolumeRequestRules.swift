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

extension V1.Volume {
  /// The volume that a request adds.
  fileprivate init(_ options: V1.AddVolumeOptions) {
    self.init()
    name = options.name
    persistentVolumeClaim = options.volumeSource?.persistentVolumeClaim
    if persistentVolumeClaim == nil { dataVolume = options.volumeSource?.dataVolume }
  }
}

/// A specification into which volumes are plugged, and out of which they are, as the controller would.
private struct PluggedSpec {
  private(set) var spec: V1.VirtualMachineInstanceSpec
  /// Of all volumes and disks, so that each request need not go through them.
  private var volumeNames: Set<String>
  private var diskNames: Set<String>

  init(_ spec: V1.VirtualMachineInstanceSpec) {
    self.spec = spec
    volumeNames = Set(spec.volumes.map(\.name))
    diskNames = Set(spec.domain.devices.disks.map(\.name))
  }

  mutating func apply(_ request: V1.VirtualMachineVolumeRequest) {
    if let add = request.addVolumeOptions {
      guard volumeNames.insert(add.name).inserted else { return }
      var volume = V1.Volume(add)
      volume.dataVolume?.hotpluggable = true
      volume.persistentVolumeClaim?.hotpluggable = true
      spec.volumes.append(volume)
      if var disk = add.disk {
        disk.name = add.name
        diskNames.insert(add.name)
        spec.domain.devices.disks.append(disk)
      }
    } else if let name = request.removeVolumeOptions?.name {
      if volumeNames.remove(name) != nil { spec.volumes.removeAll { $0.name == name } }
      if diskNames.remove(name) != nil { spec.domain.devices.disks.removeAll { $0.name == name } }
    }
  }
}

extension V1.VirtualMachineInstance {
  /// Whether a migration of the instance is under way.
  var isMigrating: Bool {
    guard let migration = status.migrationState else { return false }
    return migration.startTimestamp != nil && migration.endTimestamp == nil
  }
}
