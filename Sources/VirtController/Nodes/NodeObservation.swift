import KubeTypes
import VirtTypes

/// What a node's decision is made from.
public struct NodeObservation: Sendable {
  public var name: String
  /// From the cache of nodes; nil when the node is gone.
  public var node: Core.Node?
  /// From the cache of instances: those whose label `kubevirt.io/nodeName` names the node (an index), of both profiles.
  /// Only those in the phases Scheduled and Running count. Needed only when the node does not respond.
  public var instances: [V1.VirtualMachineInstance]
  /// From the cache of launcher pods: those bound to the node (an index by `spec.nodeName`).
  public var pods: [Core.Pod]
  public var handler: HandlerPresence

  /// Whether the node has a handler to look after its instances.
  public enum HandlerPresence: Sendable, Hashable {
    /// A pod with label `kubevirt.io=virt-handler` is bound to the node.
    case present
    /// There is none, although the handler's DaemonSet is rolled out.
    case absent
    /// Not looked for, or the DaemonSet is still being rolled out.
    case unknown
  }

  public init(
    name: String, node: Core.Node?, instances: [V1.VirtualMachineInstance] = [], pods: [Core.Pod] = [],
    handler: HandlerPresence = .unknown
  ) {
    self.name = name
    self.node = node
    self.instances = instances
    self.pods = pods
    self.handler = handler
  }
}
