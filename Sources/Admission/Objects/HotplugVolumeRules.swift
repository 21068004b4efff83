import VirtTypes

/// Rules of the volumes of a running instance: the permanent ones stay, others are plugged in and out.
struct HotplugVolumeRules {
  let configuration: ClusterConfiguration

  func check(_ instance: V1.VirtualMachineInstance, old: V1.VirtualMachineInstance) -> [Cause] {
    problem(instance, old).map { [.invalid("", $0)] } ?? []
  }

  private func problem(_ instance: V1.VirtualMachineInstance, _ old: V1.VirtualMachineInstance) -> String? {
    if let problem = countProblem(instance.spec) { return problem }
    let permanentNames = Set(instance.status.volumeStatus.filter { $0.hotplugVolume == nil }.map(\.name))
    let migrated = Set(instance.status.migratedVolumes.map(\.volumeName))
    let new = Volumes(instance.spec, permanentNames)
    let before = Volumes(old.spec, permanentNames)
    return permanentProblem(new, before, migrated) ?? pluggedProblem(new, before, migrated)
  }

  private func countProblem(_ spec: V1.VirtualMachineInstanceSpec) -> String? {
    let volumes = spec.volumes.count { $0.memoryDump == nil }
    var disks = spec.domain.devices.disks.count
    if configuration.allows(.declarativeHotplugVolumes) {
      let names = Set(spec.volumes.map(\.name))
      disks -= spec.domain.devices.disks.count { $0.cdrom != nil && !names.contains($0.name) }
    }
    let needed = spec.domain.devices.filesystems.count + disks
    return volumes == needed ? nil : "mismatch between volumes declared (\(volumes)) and required (\(needed))"
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
      if let earlier = old.plugged[name] {
        if volume != earlier, !migrated.contains(name) {
          return "volume \"\(name)\" cannot be changed; unplug it first"
        }
        guard volume.memoryDump == nil else { continue }
        if new.disks[name] == nil { return "volume \"\(name)\" has no disk of its name" }
        if new.disks[name] != old.disks[name] { return "disk \"\(name)\" cannot be changed; unplug its volume first" }
      } else if let problem = newProblem(volume, new, old) {
        return problem
      }
    }
    return nil
  }

  private func newProblem(_ volume: V1.Volume, _ new: Volumes, _ old: Volumes) -> String? {
    if volume.memoryDump != nil { return nil }
    guard volume.dataVolume != nil || volume.persistentVolumeClaim != nil else {
      return "volume \"\(volume.name)\" can't be plugged in: it must be a persistentVolumeClaim, a dataVolume or a "
        + "memoryDump"
    }
    guard let disk = new.disks[volume.name] else { return "volume \"\(volume.name)\" has no disk of its name" }
    // A medium is put into a drive that the instance already has.
    if configuration.allows(.declarativeHotplugVolumes), disk.cdrom != nil, old.disks[volume.name] == disk {
      return nil
    }
    return HotplugDisk.problem(disk, name: volume.name)
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
