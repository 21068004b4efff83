import Kube
import VirtTypes

/// Names that are derived from an instance's.
extension V1.VirtualMachineInstance {
  /// The host name of guest and pod: as the spec has it or else the instance's name, as one DNS label.
  ///
  /// A label that would end in a hyphen after being cut to 63 characters loses it: no pod could have that name.
  var hostname: String {
    let name = spec.hostname.isEmpty ? metadata.name : spec.hostname
    var label = name.split(separator: ".", omittingEmptySubsequences: false).first.map { $0.prefix(63) } ?? ""
    while label.last == "-" { label.removeLast() }
    return String(label)
  }

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
