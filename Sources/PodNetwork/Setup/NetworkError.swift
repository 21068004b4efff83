/// Why a pod's network cannot be made ready for its guest.
public enum NetworkError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The instance asks for what there is not, such as an address of which no two fit into its network.
  case invalid(String)
  /// The pod has no such link.
  case missingLink(String)
  /// The kernel refused a step; its error number (errno).
  case refused(step: String, errno: Int32, reason: String)
  /// nftables refused the rules; its words.
  case firewall(String)

  public var description: String {
    switch self {
    case .invalid(let reason): reason
    case .missingLink(let name): "the pod has no link \(name)"
    case .refused(let step, _, let reason): "\(step): \(reason)"
    case .firewall(let reason): "nftables: \(reason)"
    }
  }
}
