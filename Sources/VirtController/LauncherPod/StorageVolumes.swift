import Kube
import KubeTypes
import VirtTypes

/// Volumes with the guest's disks.
extension LauncherPodPlan {
  func addStorageVolumes(to volumes: inout LauncherVolumes) throws(LauncherPodError) {
    let plugged = pluggedVolumes
    for volume in spec.volumes where !plugged.contains(volume.name) {
      let name = volume.name
      if let source = volume.persistentVolumeClaim {
        try addClaim(source.claimName, isReadOnly: source.readOnly, named: name, to: &volumes)
      } else if let source = volume.dataVolume {
        try addClaim(source.name, named: name, to: &volumes)
      } else if let source = volume.ephemeral?.persistentVolumeClaim {
        try addClaim(source.claimName, isReadOnly: source.readOnly, named: name, to: &volumes)
      } else if let disk = volume.hostDisk {
        addHostDisk(disk, named: name, to: &volumes)
      } else if volume.downwardMetrics != nil {
        volumes.add(
          .emptyDirectory(name, medium: "Memory", sizeLimit: Quantity(mebibytes: 1)),
          .init(name, at: LauncherPaths.downwardMetrics))
      } else if let source = volume.cloudInitNoCloud {
        addCloudInit(user: source.secretRef, network: source.networkDataSecretRef, named: name, to: &volumes)
      } else if let source = volume.cloudInitConfigDrive {
        addCloudInit(user: source.secretRef, network: source.networkDataSecretRef, named: name, to: &volumes)
      } else if let source = volume.sysprep {
        addSysprep(source, named: name, to: &volumes)
      }
    }
  }

  /// A claim: a device or a folder, as its mode says.
  private func addClaim(
    _ claimName: String, isReadOnly: Bool = false, named name: String, to volumes: inout LauncherVolumes
  ) throws(LauncherPodError) {
    guard let claim = lookups.claims[claimName] else { throw .claimMissing(volume: name, claim: claimName) }
    volumes.volumes.append(.claim(name, claim: claimName, isReadOnly: isReadOnly))
    if claim.spec.volumeMode == "Block" {
      var device = Core.VolumeDevice()
      device.name = name
      device.devicePath = LauncherPaths.blockDevice(name)
      volumes.devices.append(device)
    } else {
      volumes.mounts.append(.init(name, at: LauncherPaths.disk(name)))
      if claim.spec.accessModes.contains("ReadWriteMany") { volumes.sharedPaths.append(LauncherPaths.disk(name)) }
    }
  }

  /// The folder of the file is mounted, so that the file can be made there.
  private func addHostDisk(_ disk: V1.HostDisk, named name: String, to volumes: inout LauncherVolumes) {
    let folder = disk.path.lastIndex(of: "/").map { $0 == disk.path.startIndex ? "/" : String(disk.path[..<$0]) }
    let type: String? =
      switch disk.type {
      case "Disk": "Directory"
      case "DiskOrCreate": "DirectoryOrCreate"
      default: nil
      }
    volumes.add(
      .hostPath(name, path: folder ?? ".", type: type), .init(name, at: LauncherPaths.disk(name)))
  }
}
