import JSON
import Kube
import KubeClient

/// A change as the controllers look at it: read once for all of them.
public struct ObservedChange: Sendable {
  public let change: ObjectChange
  /// The states whose observers may have to act: an object may have changed its owner or its node.
  let states: [JSONValue]

  public init(_ change: ObjectChange) {
    self.change = change
    switch change {
    case .added(let object), .deleted(let object), .resynced(let object): states = [object.tree]
    case .updated(let old, let new): states = [old.tree, new.tree]
    }
  }
}

extension ControllerDefinition {
  /// Whom a change of a resource concerns.
  public func keys(
    of observed: ObservedChange, of resource: GroupVersionResource, _ caches: some ClusterCaches
  ) -> [NamespacedName] {
    let triggers = triggers.filter { $0.resource == resource }
    return triggers.flatMap { trigger in observed.states.flatMap { trigger.keys($0, caches) } }
  }
}
