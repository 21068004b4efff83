import KubeTypes

/// Where an instance runs that is to migrate.
public struct MigrationSource: Sendable {
  /// The pod that it runs in.
  public var pod: Core.Pod
  /// The node of that pod.
  public var node: Core.Node

  public init(pod: Core.Pod, node: Core.Node) {
    self.pod = pod
    self.node = node
  }
}
