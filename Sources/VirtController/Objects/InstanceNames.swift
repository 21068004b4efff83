import Kube
import VirtTypes

/// Names that are derived from an instance's.
extension V1.VirtualMachineInstance {
  /// The instance's name as the value of a label: names of more than 63 characters end in a part of their digest.
  var nameAsLabel: String {
    let limit = 63
    guard metadata.name.utf8.count > limit else { return metadata.name }
    let digest = SHA1.digest(metadata.name.utf8).hexadecimal.prefix(8)
    return metadata.name.prefix(limit - digest.count - 1) + "-" + digest
  }

  /// The name of the libvirt domain.
  var domainName: String { "\(metadata.namespace)_\(metadata.name)" }
}

/// Names of a pod's network interfaces.
enum PodInterfaceName {
  /// The interface of the pod network.
  static let podNetwork = "eth0"

  /// The interface of a further network: names of any length fit the 15 characters that Linux allows.
  static func secondary(network: String) -> String { "pod" + SHA256.digest(network.utf8).hexadecimal.prefix(11) }
}
