import Admission
import Glibc
import VirtTypes

/// What the launcher finds of an instance's disks before it can render the domain.
public struct DiskObservation: Sendable, Hashable {
  /// Formats of container disks by volume.
  public var formats: [String: String] = [:]
  /// Suffixes of copied registry disks by volume (legacy profile).
  public var registryDisks: [String: RegistryDiskSuffix] = [:]
  /// Volumes whose claim is a block device.
  public var blockVolumes: Set<String> = []

  /// Looks at the images that are there; what is missing is left out.
  ///
  /// - Throws: when an image must not be given to a guest, for example because it names other files.
  public init(of instance: V1.VirtualMachineInstance, at paths: LauncherPaths) throws(DiskError) {
    let profile = Profile(instanceAnnotations: instance.metadata.annotations)
    let (namespace, name) = (instance.metadata.namespace, instance.metadata.name)
    for (index, volume) in instance.spec.volumes.enumerated() {
      if volume.containerDisk != nil {
        switch profile {
        case .legacy:
          let copy = paths.registryDisk(ofVolume: volume.name, namespace: namespace, name: name)
          registryDisks[volume.name] = RegistryDiskSuffix.allCases.first { access(copy + $0.rawValue, F_OK) == 0 }
        case .current:
          let place = FilePlace(paths.containerDisk(index), under: paths.containerDiskDirectory)
          guard access(place.file, F_OK) == 0 else { continue }
          formats[volume.name] = try ImageHeader(of: place).format.rawValue
        }
      } else if volume.persistentVolumeClaim != nil || volume.dataVolume != nil || volume.ephemeral != nil {
        if Self.isBlockDevice(volume.name, instance, paths) { blockVolumes.insert(volume.name) }
      }
    }
  }

  /// The environment with what was found.
  public func added(to environment: DomainEnvironment) -> DomainEnvironment {
    var environment = environment
    environment.diskFormats = formats
    environment.registryDisks = registryDisks
    environment.blockVolumes = blockVolumes
    return environment
  }

  private static func isBlockDevice(
    _ volume: String, _ instance: V1.VirtualMachineInstance, _ paths: LauncherPaths
  ) -> Bool {
    let information = instance.status.volumeStatus.first { $0.name == volume }?.persistentVolumeClaimInfo
    if let mode = information?.volumeMode { return mode == "Block" }
    var status = stat()
    return stat(paths.blockDevice(ofVolume: volume), &status) == 0 && status.st_mode & S_IFMT == S_IFBLK
  }
}
