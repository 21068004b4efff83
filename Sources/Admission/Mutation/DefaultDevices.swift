import Kube
import VirtTypes

/// Why an instance could not be given its defaults.
public enum DefaultingError: Error, CustomStringConvertible {
  /// The cluster's default interface is a bridge, which it does not permit.
  case bridgeNotPermitted
  /// The cluster's default interface is of a kind that no longer exists.
  case discontinuedInterface(String)

  public var description: String {
    switch self {
    case .bridgeNotPermitted: "bridge interface is not enabled in kubevirt-config"
    case .discontinuedInterface(let name):
      "the cluster's default network interface \"\(name)\" is no longer supported; use bridge or masquerade"
    }
  }
}

/// Devices that an instance gets without naming them.
public enum DefaultDevices {
  /// Connects an instance that names no network to the pod's, unless it wants none.
  /// - Throws: when the cluster's default is none that can be had.
  public static func connectToNetwork(
    _ spec: inout V1.VirtualMachineInstanceSpec, _ configuration: ClusterConfiguration
  ) throws(DefaultingError) {
    guard spec.domain.devices.autoattachPodInterface != false, spec.networks.isEmpty,
      spec.domain.devices.interfaces.isEmpty
    else { return }
    var interface = V1.Interface()
    interface.name = "default"
    switch configuration.defaultNetworkInterface {
    case "bridge":
      guard configuration.permitsBridgeOnPodNetwork else { throw .bridgeNotPermitted }
      interface.bridge = V1.InterfaceBridge()
    case "masquerade": interface.masquerade = V1.InterfaceMasquerade()
    case let name: throw .discontinuedInterface(name)
    }
    var network = V1.Network()
    network.name = "default"
    network.pod = V1.PodNetwork()
    spec.domain.devices.interfaces = [interface]
    spec.networks = [network]
  }

  /// A volume that nothing uses is given a disk.
  public static func addMissingDisks(_ spec: inout V1.VirtualMachineInstanceSpec) {
    guard !spec.volumes.isEmpty else { return }
    var used = Set(spec.domain.devices.disks.map(\.name))
    used.formUnion(spec.domain.devices.filesystems.map(\.name))
    for volume in spec.volumes where !used.contains(volume.name) {
      var disk = V1.Disk()
      disk.name = volume.name
      spec.domain.devices.disks.append(disk)
    }
  }
}
