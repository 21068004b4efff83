import VirtTypes

/// Rules of the volumes of a running instance: the permanent ones stay, others are plugged in and out.
struct HotplugVolumeRules {
  let configuration: ClusterConfiguration

  func check(_ instance: V1.VirtualMachineInstance, old: V1.VirtualMachineInstance) -> [Cause] {
    let permanentNames = Set(old.status.volumeStatus.filter { $0.hotplugVolume == nil }.map(\.name))
    let migrated = Set(instance.status.migratedVolumes.map(\.volumeName))
    let new = Volumes(instance.spec, permanentNames)
    let before = Volumes(old.spec, permanentNames)
    let problem =
      countProblem(instance.spec) ?? permanentProblem(new, before, migrated) ?? pluggedProblem(new, before, migrated)
    if let problem { return [.invalid("", problem)] }
    return newCause(new, before).map { [$0] } ?? []
  }

  private func countProblem(_ spec: V1.VirtualMachineInstanceSpec) -> String? {
    let names = Set(spec.volumes.filter { $0.memoryDump == nil }.map(\.name))
    var needed = spec.domain.devices.filesystems.count + spec.domain.devices.disks.count
    if configuration.allows(.declarativeHotplugVolumes) {
      // Drives may be empty.
      needed -= spec.domain.devices.disks.count { $0.cdrom != nil && !names.contains($0.name) }
    }
    return names.count == needed
      ? nil : "mismatch between volumes declared (\(names.count)) and required (\(needed))"
  }

  private func permanentProblem(_ new: Volumes, _ old: Volumes, _ migrated: Set<String>) -> String? {
    if new.permanent.count != old.permanent.count {
      return "permanent volumes can neither be added nor removed while the instance runs"
    }
    for (name, volume) in new.permanent.sorted(by: { $0.key < $1.key }) {
      guard let earlier = old.permanent[name] else { return "permanent volume \"\(name)\" was not there before" }
      if migrated.contains(name) { continue }
      if volume != earlier { return "permanent volume \"\(name)\" cannot be changed while the instance runs" }
      if new.disks[name] != old.disks[name] {
        return "the disk of permanent volume \"\(name)\" cannot be changed while the instance runs"
      }
    }
    return nil
  }

  private func pluggedProblem(_ new: Volumes, _ old: Volumes, _ migrated: Set<String>) -> String? {
    for (name, volume) in new.plugged.sorted(by: { $0.key < $1.key }) {
      guard let earlier = old.plugged[name] else { continue }
      if volume != earlier, !migrated.contains(name) {
        return "volume \"\(name)\" cannot be changed; unplug it first"
      }
      guard volume.memoryDump == nil else { continue }
      if new.disks[name] == nil { return "volume \"\(name)\" has no disk of its name" }
      if new.disks[name] != old.disks[name] { return "disk \"\(name)\" cannot be changed; unplug its volume first" }
    }
    return nil
  }

  /// What is wrong with what is plugged in now.
  private func newCause(_ new: Volumes, _ old: Volumes) -> Cause? {
    for (name, volume) in new.plugged.sorted(by: { $0.key < $1.key }) {
      guard old.plugged[name] == nil, volume.memoryDump == nil else { continue }
      guard volume.dataVolume != nil || volume.persistentVolumeClaim != nil else {
        return .invalid(
          "",
          "volume \"\(name)\" can't be plugged in: it must be a persistentVolumeClaim, a dataVolume or a memoryDump")
      }
      guard let disk = new.disks[name] else { return .invalid("", "volume \"\(name)\" has no disk of its name") }
      // A medium may be put into any drive that the instance already has.
      if old.disks[name] == nil, let cause = HotplugDisk.cause(disk, name: name, at: "") { return cause }
    }
    return nil
  }

  /// The volumes and disks of one state of an instance by name.
  private struct Volumes {
    var permanent: [String: V1.Volume] = [:]
    var plugged: [String: V1.Volume] = [:]
    var disks: [String: V1.Disk] = [:]

    init(_ spec: V1.VirtualMachineInstanceSpec, _ permanentNames: Set<String>) {
      for volume in spec.volumes {
        if permanentNames.contains(volume.name) {
          permanent[volume.name] = volume
        } else {
          plugged[volume.name] = volume
        }
      }
      for disk in spec.domain.devices.disks { disks[disk.name] = disk }
    }
  }
}
