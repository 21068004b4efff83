import Admission
import Kube
import VirtTypes

/// What must be done to have the disks that the domain of an instance names.
public enum DiskPlan {
  /// In the order of the volumes.
  ///
  /// - Parameter environment: as `DiskObservation` has filled it in.
  public static func steps(
    for instance: V1.VirtualMachineInstance, in environment: DomainEnvironment
  ) throws(DomainError) -> [DiskStep] {
    let planner = Planner(
      instance: instance, environment: environment, profile: Profile(instanceAnnotations: instance.metadata.annotations)
    )
    var steps: [DiskStep] = []
    for (index, volume) in instance.spec.volumes.enumerated() {
      if let step = try planner.step(for: volume, at: index) { steps.append(step) }
    }
    if let cloudInit = try CloudInitImage(instance, environment.paths, planner.profile) {
      steps.append(.cloudInit(cloudInit))
    }
    return steps
  }

  private struct Planner {
    let instance: V1.VirtualMachineInstance
    let environment: DomainEnvironment
    let profile: Profile

    private var paths: LauncherPaths { environment.paths }

    /// Nil for volumes that need nothing, and for those that are plugged in later.
    func step(for volume: V1.Volume, at index: Int) throws(DomainError) -> DiskStep? {
      if volume.containerDisk != nil { return try containerDisk(volume.name, index) }
      if let claim = volume.persistentVolumeClaim { return claim.hotpluggable ? nil : try self.claim(volume.name) }
      if let claim = volume.dataVolume { return claim.hotpluggable ? nil : try self.claim(volume.name) }
      if volume.ephemeral != nil {
        return .overlay(overlay(volume.name), over: claimPlace(volume.name), format: "raw")
      }
      if let disk = volume.emptyDisk {
        let bytes = aligned(disk.capacity.value)
        guard bytes > 0 else { throw .malformed(field: "capacity of volume \(volume.name)", reason: "is too small") }
        let place = FilePlace(paths.emptyDisk(ofVolume: volume.name), under: paths.libvirtDirectory)
        return .emptyDisk(place, bytes: bytes)
      }
      if let disk = volume.hostDisk { return try hostDisk(volume.name, disk) }
      if volume.downwardMetrics != nil {
        return .metricsDisk(FilePlace(paths.downwardMetricsImage, under: paths.privateDirectory))
      }
      return folderImage(volume).map { .folderImage($0) }
    }

    private func overlay(_ volume: String) -> FilePlace {
      FilePlace(paths.overlay(ofVolume: volume), under: paths.ephemeralDirectory)
    }

    private func claimPlace(_ volume: String) -> FilePlace {
      environment.blockVolumes.contains(volume)
        ? FilePlace(paths.blockDevice(ofVolume: volume), under: "/dev")
        : FilePlace(root: paths.volume(volume), path: "disk.img")
    }

    private func containerDisk(_ volume: String, _ index: Int) throws(DomainError) -> DiskStep {
      switch profile {
      case .legacy:
        let (namespace, name) = (instance.metadata.namespace, instance.metadata.name)
        guard let suffix = environment.registryDisks[volume] else {
          throw .notAvailable("the image of volume \(volume) is not there: its container has not copied it")
        }
        let copy = paths.registryDisk(ofVolume: volume, namespace: namespace, name: name)
        return .use(
          FilePlace(copy + suffix.rawValue, under: paths.ephemeralDirectory), format: suffix.format, isCopy: true)
      case .current:
        guard let format = environment.diskFormats[volume] else {
          throw .notAvailable("the image of volume \(volume) is not there yet")
        }
        let image = FilePlace(paths.containerDisk(index), under: paths.containerDiskDirectory)
        return .overlay(overlay(volume), over: image, format: format)
      }
    }

    /// A claim's file system gets an image as large as the claim where it has none yet; with v0.8.0 it has to have one.
    private func claim(_ volume: String) throws(DomainError) -> DiskStep {
      let place = claimPlace(volume)
      let information = instance.status.volumeStatus.first { $0.name == volume }?.persistentVolumeClaimInfo
      guard profile == .current, !environment.blockVolumes.contains(volume), let information,
        let capacity = information.capacity?["storage"]
      else { return .use(place, format: "raw", isCopy: false) }
      let overhead = information.filesystemOverhead.flatMap(Double.init) ?? 0
      let bytes = Double(capacity.value) * (1 - min(max(overhead, 0), 1))
      return .hostDisk(
        makeHostDisk(place, capacity: aligned(Int64(exactly: bytes.rounded(.down)) ?? 0), createsWhenMissing: true))
    }

    private func hostDisk(_ volume: String, _ disk: V1.HostDisk) throws(DomainError) -> DiskStep {
      guard let name = disk.path.split(separator: "/").last, name != "..", name != "." else {
        throw .malformed(field: "path of volume \(volume)", reason: "names no file")
      }
      let place = FilePlace(root: paths.volume(volume), path: String(name))
      return .hostDisk(
        makeHostDisk(place, capacity: aligned(disk.capacity.value), createsWhenMissing: disk.type == "DiskOrCreate"))
    }

    private func makeHostDisk(_ place: FilePlace, capacity: Int64, createsWhenMissing: Bool) -> HostDisk {
      let given = environment.configuration.given.developerConfiguration
      let tolerated = given?.pvcTolerateLessSpaceUpToPercent ?? 0
      let reserve = given?.minimumReservePVCBytes ?? 0
      return HostDisk(
        place: place, capacity: capacity, createsWhenMissing: createsWhenMissing,
        toleratedShortage: tolerated > 0 ? min(tolerated, 100) : 10,
        reserve: reserve > 0 ? Int64(clamping: reserve) : 131_072)
    }

    /// Whole MiB, since QEMU and guests like such sizes best.
    private func aligned(_ bytes: Int64) -> Int64 {
      switch profile {
      case .legacy: bytes
      case .current: bytes / (1 << 20) * (1 << 20)
      }
    }

    private func folderImage(_ volume: V1.Volume) -> FolderImage? {
      func image(_ file: String, _ label: String, _ folder: String) -> FolderImage {
        FolderImage(
          place: FilePlace(file, under: paths.privateDirectory), volumeID: label.isEmpty ? "cfgdata" : label,
          folder: "\(paths.privateDirectory)/\(folder)")
      }
      let name = volume.name
      if let source = volume.configMap {
        return image(paths.configMapImage(ofVolume: name), source.volumeLabel, "config-map/\(name)")
      }
      if let source = volume.secret {
        return image(paths.secretImage(ofVolume: name), source.volumeLabel, "secret/\(name)")
      }
      if let source = volume.downwardAPI {
        return image(paths.downwardAPIImage(ofVolume: name), source.volumeLabel, "downwardapi/\(name)")
      }
      if volume.serviceAccount != nil {
        var image = image(paths.serviceAccountImage, "", "")
        image.folder = "/var/run/secrets/kubernetes.io/serviceaccount"
        return image
      }
      if volume.sysprep != nil {
        // Windows looks for an answer file by this name on every volume.
        var image = image(paths.sysprepImage(ofVolume: name), "unattendCfg", "sysprep/\(name)")
        image.requiredFiles = ["autounattend.xml", "unattend.xml"]
        return image
      }
      return nil
    }
  }
}
