import Kube
import VirtTypes
import XML

/// What backs a disk.
struct DiskSource: Sendable {
  enum Place: Sendable, Hashable {
    case file(String)
    /// A block device; the name is the volume's where the handler has to know it.
    case block(String, name: String?)
    /// A drive without a medium.
    case none
  }

  /// The image that an overlay lies over.
  struct Backing: Sendable, Hashable {
    var place: Place
    var format: String
  }

  var place: Place
  var format = "raw"
  var backing: Backing?
  /// Whether freed blocks of the guest are freed in the image.
  var discards = true
  var isReadOnly = false
  /// Whether it may have a queue for each CPU; the small disk of metrics has one.
  var takesQueues = true
  /// What is known of the claim behind it.
  var claim: V1.PersistentVolumeClaimInfo?

  var path: String? {
    switch place {
    case .file(let path): path
    case .block(let path, _): path
    case .none: nil
    }
  }

  var isBlock: Bool {
    if case .block = place { true } else { false }
  }
}

extension CurrentDomain {
  func volumeStatus(_ name: String) -> V1.VolumeStatus? {
    instance.status.volumeStatus.first { $0.name == name }
  }

  /// The source of a disk; nil while its volume is being plugged in, and not yet there.
  func source(of disk: V1.Disk) throws(DomainError) -> DiskSource? {
    guard let index = spec.volumes.firstIndex(where: { $0.name == disk.name }) else {
      // A drive may be empty.
      guard disk.cdrom != nil else { throw .volumeMissing(disk: disk.name) }
      return DiskSource(place: .none)
    }
    let volume = spec.volumes[index]
    let status = volumeStatus(volume.name)
    if status?.hotplugVolume != nil || volume.isPluggable {
      guard let status, ["MountedToPod", "Ready"].contains(status.phase) else { return nil }
      return pluggedSource(volume, status)
    }
    return try source(of: volume, index: index, isDrive: disk.cdrom != nil)
  }

  private func pluggedSource(_ volume: V1.Volume, _ status: V1.VolumeStatus) -> DiskSource {
    let paths = environment.paths
    let place: DiskSource.Place =
      isBlock(volume.name)
      ? .block(paths.pluggedBlockDevice(ofVolume: volume.name), name: nil)
      : .file(paths.pluggedImage(ofVolume: volume.name))
    return DiskSource(place: place, claim: status.persistentVolumeClaimInfo)
  }

  private func source(of volume: V1.Volume, index: Int, isDrive: Bool) throws(DomainError) -> DiskSource {
    let paths = environment.paths
    let name = volume.name
    let (namespace, machine) = (instance.metadata.namespace, instance.metadata.name)
    if volume.containerDisk != nil {
      let format = environment.diskFormats[name] ?? "qcow2"
      return overlay(name, over: .file(paths.containerDisk(index)), format: format)
    }
    if volume.persistentVolumeClaim != nil || volume.dataVolume != nil {
      return DiskSource(place: claimPlace(name), claim: volumeStatus(name)?.persistentVolumeClaimInfo)
    }
    if volume.ephemeral?.persistentVolumeClaim != nil { return overlay(name, over: claimPlace(name), format: "raw") }
    if volume.emptyDisk != nil {
      return DiskSource(place: .file(paths.emptyDisk(ofVolume: name)), format: "qcow2")
    }
    if let disk = volume.hostDisk {
      let file = disk.path.split(separator: "/").last.map(String.init) ?? ""
      return DiskSource(
        place: .file("\(paths.volume(name))/\(file)"), claim: volumeStatus(name)?.persistentVolumeClaimInfo)
    }
    if volume.downwardMetrics != nil {
      return DiskSource(
        place: .file(paths.downwardMetricsImage), discards: false, isReadOnly: true,
        takesQueues: false)
    }
    guard let image = madeImage(of: volume, namespace: namespace, machine: machine) else {
      throw .unsupported(field: "spec.volumes[\(index)]", reason: "no disk can be made of volume \(name)")
    }
    return DiskSource(place: .file(image), discards: !isDrive)
  }

  /// The image that the launcher makes of what a volume holds.
  private func madeImage(of volume: V1.Volume, namespace: String, machine: String) -> String? {
    let paths = environment.paths
    if volume.cloudInitNoCloud != nil { return paths.noCloudImage(namespace: namespace, name: machine) }
    if volume.cloudInitConfigDrive != nil { return paths.configDriveImage(namespace: namespace, name: machine) }
    if volume.configMap != nil { return paths.configMapImage(ofVolume: volume.name) }
    if volume.secret != nil { return paths.secretImage(ofVolume: volume.name) }
    if volume.downwardAPI != nil { return paths.downwardAPIImage(ofVolume: volume.name) }
    if volume.serviceAccount != nil { return paths.serviceAccountImage }
    if volume.sysprep != nil { return paths.sysprepImage(ofVolume: volume.name) }
    return nil
  }

  private func isBlock(_ volume: String) -> Bool {
    environment.blockVolumes.contains(volume)
      || volumeStatus(volume)?.persistentVolumeClaimInfo?.volumeMode == "Block"
  }

  private func claimPlace(_ volume: String) -> DiskSource.Place {
    isBlock(volume)
      ? .block(environment.paths.blockDevice(ofVolume: volume), name: volume)
      : .file(environment.paths.claimImage(ofVolume: volume))
  }

  private func overlay(_ volume: String, over place: DiskSource.Place, format: String) -> DiskSource {
    DiskSource(
      place: .file(environment.paths.overlay(ofVolume: volume)), format: "qcow2",
      backing: DiskSource.Backing(place: place, format: format))
  }
}

extension V1.Volume {
  /// Whether it is plugged into the running guest.
  var isPluggable: Bool {
    persistentVolumeClaim?.hotpluggable == true || dataVolume?.hotpluggable == true || memoryDump != nil
  }
}
