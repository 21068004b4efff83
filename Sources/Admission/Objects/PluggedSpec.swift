import Kube
import VirtTypes

extension V1.Volume {
  /// The volume that a request adds.
  init(_ options: V1.AddVolumeOptions) {
    self.init()
    name = options.name
    persistentVolumeClaim = options.volumeSource?.persistentVolumeClaim
    if persistentVolumeClaim == nil { dataVolume = options.volumeSource?.dataVolume }
  }
}

/// A specification into which volumes are plugged, and out of which they are, as the controller would.
public struct PluggedSpec: Sendable {
  public private(set) var spec: V1.VirtualMachineInstanceSpec
  /// Of all volumes and disks, so that each request need not go through them.
  private var volumeNames: Set<String>
  private var diskNames: Set<String>

  public init(_ spec: V1.VirtualMachineInstanceSpec) {
    self.spec = spec
    volumeNames = Set(spec.volumes.map(\.name))
    diskNames = Set(spec.domain.devices.disks.map(\.name))
  }

  /// Carries out one request; what is there already, or gone already, stays as it is.
  public mutating func apply(_ request: V1.VirtualMachineVolumeRequest) {
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
