import Kube
import VirtTypes

/// How the links that belong to one network of an instance are called.
struct LinkNames: Sendable, Hashable {
  /// Of the pod's link, such as `eth0`, `net1`, or `pod` and a hash.
  var pod: String

  var bridge: String { "k6t-\(base)" }
  /// Of the pod's link when a placeholder has taken its name.
  var renamed: String { "\(base)-nic" }
  var tap: String { pod == Self.primary ? "tap0" : "tap\(pod.dropFirst(3))" }

  private var base: String { pod.hasPrefix("pod") ? String(pod.dropFirst(3)) : pod }

  static let primary = "eth0"

  /// The name of a link by that of its network, so that the order of networks does not matter: `pod` and 11 hexadecimal
  /// digits of the SHA-256 sum.
  static func hashed(_ network: String) -> String {
    let digits = SHA256.digest(network.utf8).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "pod\(digits.prefix(11))"
  }

  /// The links of all networks, by the network's name.
  /// - Parameter existing: the links that there are; those of older pods are numbered.
  static func all(
    for instance: V1.VirtualMachineInstance, profile: NetworkProfile, existing: Set<String>
  ) -> [String: LinkNames] {
    var names: [String: LinkNames] = [:]
    var numbered = 0
    for network in instance.spec.networks {
      guard let multus = network.multus, !multus.default else {
        names[network.name] = LinkNames(pod: reported(network.name, instance) ?? primary)
        continue
      }
      numbered += 1
      let number = "net\(numbered)"
      let hash = hashed(network.name)
      let pod =
        profile == .legacy || !existing.contains(hash) && existing.contains(number)
        ? number : reported(network.name, instance) ?? hash
      names[network.name] = LinkNames(pod: pod)
    }
    return names
  }

  private static func reported(_ network: String, _ instance: V1.VirtualMachineInstance) -> String? {
    let name = instance.status.interfaces.first { $0.name == network }?.podInterfaceName
    return name.flatMap { isLinkName($0) ? $0 : nil }
  }

  /// Whether the kernel takes it as a link's name (dev_valid_name) and it means nothing to anybody else: 1 to 15
  /// letters, digits, hyphens, underscores and points.
  static func isLinkName(_ name: String) -> Bool {
    (1...15).contains(name.utf8.count) && name != "." && name != ".."
      && name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
