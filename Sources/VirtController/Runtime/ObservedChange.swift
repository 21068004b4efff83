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
  /// Whom a change of a resource concerns, and how long it may wait for others that come with it.
  public func keys(
    of observed: ObservedChange, of resource: GroupVersionResource, _ caches: some ClusterCaches
  ) -> [(key: NamespacedName, patience: Duration)] {
    triggers.filter { $0.resource == resource }.flatMap { trigger -> [(key: NamespacedName, patience: Duration)] in
      let keys = observed.states.flatMap { trigger.keys($0, caches) }
      if keys.isEmpty { return [] }
      let patience = trigger.patience(observed)
      return keys.map { ($0, patience) }
    }
  }
}
