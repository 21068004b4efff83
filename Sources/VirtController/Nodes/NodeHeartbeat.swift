import Kube
import KubeTypes

/// Whether the handler of a node is alive.
enum NodeHeartbeat: Hashable {
  case responsive
  case unresponsive
  /// The annotation is no time.
  case unreadable(String)

  /// How old a heartbeat may be.
  static let timeout = Duration.seconds(5 * 60)

  /// A node that is gone does not respond; one whose handler has never written a heartbeat is left alone.
  init(of node: Core.Node?, at moment: Timestamp) {
    guard let node else {
      self = .unresponsive
      return
    }
    guard let text = node.metadata.annotations?[KubeVirtNames.heartbeat] else {
      self = .responsive
      return
    }
    guard let last = Timestamp(text) else {
      self = .unreadable(text)
      return
    }
    self = moment - last > Self.timeout ? .unresponsive : .responsive
  }
}
