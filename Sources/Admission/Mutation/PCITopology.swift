import Kube
import VirtTypes

/// The layout of PCI slots of which a guest leaves some free for devices that come later.
enum PCITopology {
  static let annotation = "kubevirt.io/pci-topology-version"
  static let version = "v3"

  /// Marks an object whose guest has PCI Express slots, unless it is marked already.
  static func mark(_ metadata: inout ObjectMeta, for spec: V1.VirtualMachineInstanceSpec) {
    guard isPossible(spec), metadata.annotations?[annotation] == nil else { return }
    metadata.annotations = (metadata.annotations ?? [:]).merging([annotation: version]) { $1 }
  }

  private static func isPossible(_ spec: V1.VirtualMachineInstanceSpec) -> Bool {
    guard ["amd64", "arm64", ""].contains(spec.architecture) else { return false }
    guard let type = spec.domain.machine?.type else { return true }
    return type.contains("q35") || type.hasPrefix("virt")
  }
}
