import Admission
import JSON
import Kube
import KubeClient
import VirtTypes

extension MachineRound {
  /// Takes the volumes that were asked for into the template, and those that are not wanted out of it.
  func applyVolumeRequests(to wanted: inout V1.VirtualMachine) {
    guard !status.volumeRequests.isEmpty, let template = wanted.spec.template else { return }
    var plugged = PluggedSpec(template.spec)
    for request in status.volumeRequests { plugged.apply(request) }
    wanted.spec.template?.spec = plugged.spec
  }

  /// Drops the requests that the template fulfils.
  mutating func settleVolumeRequests() {
    if status.volumeRequests.isEmpty { return }
    let names = Set(template.spec.volumes.map(\.name))
    status.volumeRequests.removeAll { request in
      if let added = request.addVolumeOptions { return names.contains(added.name) }
      return request.removeVolumeOptions.map { !names.contains($0.name) } ?? true
    }
  }

  /// Gives the running instance the pluggable volumes of the template, and takes from it those that are not wanted any
  /// more. Volumes that were plugged into the instance alone stay.
  mutating func plugVolumes(
    for wanted: V1.VirtualMachine, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    guard let instance, !instance.isBeingDeleted, !instance.isFinal else { return nil }
    let old = instance.spec
    let removed = Set(status.volumeRequests.compactMap { $0.removeVolumeOptions?.name })
    let isDeclarative = context.configuration.allows(.declarativeHotplugVolumes)
    let new = VolumeChanges.plugged(old, for: wanted.spec.template?.spec ?? old) {
      isDeclarative || removed.contains($0)
    }
    if new == old { return nil }
    if instance.isMigrating {
      return SyncFailure(.hotplugVolume, "volumes can't be plugged while the instance migrates")
    }
    let operations: [JSONPatch.Operation] =
      .replacing("spec", "volumes", from: Self.tree(old.volumes), to: Self.tree(new.volumes))
      + .replacing(
        "spec", "domain", "devices", "disks", from: Self.tree(old.domain.devices.disks),
        to: Self.tree(new.domain.devices.disks))
    let refusal = try patchInstance(operations, &journal)
    return refusal.map { SyncFailure(.hotplugVolume, "the instance's volumes can't be changed", $0) }
  }

  /// The list as it is stored; an empty one is not.
  static func tree(_ list: [some JSONEncodable]) -> JSONValue? { list.isEmpty ? nil : list.jsonTree }
}

/// How the pluggable volumes of a machine's template differ from those of its running instance.
enum VolumeChanges {
  /// The running instance's spec with the template's volumes.
  ///
  /// - Parameter canUnplug: whether a volume of this name is to go when the template does not have it.
  static func plugged(
    _ running: V1.VirtualMachineInstanceSpec, for template: V1.VirtualMachineInstanceSpec, canUnplug: (String) -> Bool
  ) -> V1.VirtualMachineInstanceSpec {
    var result = running
    let wanted = template.volumes.filter(\.isPluggedDisk)
    let wantedNames = Set(wanted.map(\.name))
    let unplugged = Set(
      running.volumes.filter { $0.isPluggedDisk && !wantedNames.contains($0.name) && canUnplug($0.name) }
        .map(\.name))
    result.volumes.removeAll { unplugged.contains($0.name) }
    result.domain.devices.disks.removeAll { unplugged.contains($0.name) }
    let present = Set(running.volumes.map(\.name))
    let disks = Dictionary(
      template.domain.devices.disks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for volume in wanted where !present.contains(volume.name) {
      guard let disk = disks[volume.name] else { continue }
      result.volumes.append(volume)
      result.domain.devices.disks.append(disk)
    }
    return result
  }
}

extension V1.Volume {
  /// Plugged into a running guest as a disk; claims for memory dumps come and go by other rules.
  fileprivate var isPluggedDisk: Bool { isPlugged && memoryDump == nil }
}
