import KubeTypes
import VirtTypes

/// What the emptying of a node is decided from.
public struct EvacuationObservation: Sendable {
  /// From the cache of nodes.
  public var node: Core.Node
  /// From the cache of instances: those on the node (an index by `status.nodeName`).
  public var instances: [V1.VirtualMachineInstance]
  /// From the cache of migrations: `namespace/name` of those instances that an unfinished migration moves.
  public var migrating: Set<String> = []
  /// From the cache of pods: how many launcher pods that have not ended an instance has, by its uid. One that is not
  /// listed has one.
  public var activePodCounts: [String: Int] = [:]
  /// Which migrations count against the limits.
  public var load = MigrationLoad()

  public init(node: Core.Node, instances: [V1.VirtualMachineInstance]) {
    self.node = node
    self.instances = instances
  }
}
