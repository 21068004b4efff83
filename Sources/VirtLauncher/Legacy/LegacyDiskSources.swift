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
  let environment: LegacyDomainEnvironment

  func source(of volume: V1alpha2.Volume) throws(LegacyDomainError) -> LegacyDiskSource {
    let paths = environment.paths
    let (namespace, name) = (instance.metadata.namespace, instance.metadata.name)
    if volume.persistentVolumeClaim != nil || volume.dataVolume != nil {
      return LegacyDiskSource(file: paths.claimDisk(volume: volume.name), format: "raw")
    }
    if volume.registryDisk != nil {
      guard let suffix = environment.registryDisks[volume.name] else {
        throw .missingRegistryDisk(volume: volume.name)
      }
      let copy = paths.registryDisk(volume: volume.name, namespace: namespace, name: name)
      return LegacyDiskSource(file: copy + suffix.rawValue, format: suffix.format)
    }
    if volume.cloudInitNoCloud != nil {
      return LegacyDiskSource(file: paths.cloudInitDisk(namespace: namespace, name: name), format: "raw")
    }
    if volume.emptyDisk != nil {
      return LegacyDiskSource(file: paths.emptyDisk(volume: volume.name), format: "qcow2")
    }
    if volume.ephemeral != nil {
      return LegacyDiskSource(
        file: paths.overlay(volume: volume.name), format: "qcow2", backingFile: paths.claimDisk(volume: volume.name))
    }
    throw .unknownSource(volume: volume.name)
  }
}
