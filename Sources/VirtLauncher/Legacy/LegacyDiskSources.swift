import VirtTypes

/// The file behind a disk.
struct LegacyDiskSource {
  var file: String
  var format: String
  /// What the overlay is written over.
  var backingFile: String?
}

/// Finds the files behind volumes.
struct LegacyDiskSources {
  let instance: V1alpha2.VirtualMachineInstance
  let environment: DomainEnvironment

  func source(of volume: V1alpha2.Volume) throws(DomainError) -> LegacyDiskSource {
    let paths = environment.paths
    let (namespace, name) = (instance.metadata.namespace, instance.metadata.name)
    if volume.persistentVolumeClaim != nil || volume.dataVolume != nil {
      return LegacyDiskSource(file: paths.claimImage(ofVolume: volume.name), format: "raw")
    }
    if volume.registryDisk != nil {
      guard let suffix = environment.registryDisks[volume.name] else {
        throw .notAvailable(
          "the image of volume \(volume.name) is not there: its container has copied neither a raw nor a qcow2 file")
      }
      let copy = paths.registryDisk(ofVolume: volume.name, namespace: namespace, name: name)
      return LegacyDiskSource(file: copy + suffix.rawValue, format: suffix.format)
    }
    if volume.cloudInitNoCloud != nil {
      return LegacyDiskSource(file: paths.noCloudImage(namespace: namespace, name: name), format: "raw")
    }
    if volume.emptyDisk != nil {
      return LegacyDiskSource(file: paths.emptyDisk(ofVolume: volume.name), format: "qcow2")
    }
    if volume.ephemeral != nil {
      return LegacyDiskSource(
        file: paths.overlay(ofVolume: volume.name), format: "qcow2",
        backingFile: paths.claimImage(ofVolume: volume.name))
    }
    throw .unsupported(field: "volume \(volume.name)", reason: "it has no source that a disk can have")
  }
}
