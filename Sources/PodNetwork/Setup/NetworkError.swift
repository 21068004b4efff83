import Glibc

/// Why a pod's network cannot be made ready for its guest.
public enum NetworkError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The instance asks for what there is not, such as an address of which no two fit into its network.
  case invalid(String)
  /// The pod has no such link.
  case missingLink(String)
  /// The kernel refused a step; its reason.
  case refused(step: String, reason: String)
  /// What the pod's links were is not known any more, since the record of it is lost or cannot be written.
  case unknownOrigin(String)
  /// nftables refused the rules; its words.
  case firewall(String)

  public var description: String {
    switch self {
    case .invalid(let reason): reason
    case .missingLink(let name): "the pod has no link \(name)"
    case .unknownOrigin(let reason): reason
    case .refused(let step, let reason): "\(step): \(reason)"
    case .firewall(let reason): "nftables: \(reason)"
    }
  }

  /// The failure of a call of the C library, by the calling thread's errno.
  static func lastSystemError(_ step: String) -> NetworkError {
    .refused(step: step, reason: String(cString: strerror(errno)))
  }
}
