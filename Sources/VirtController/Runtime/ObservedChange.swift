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
  /// Whom a change of a resource concerns, each once, and how long it may wait for others that come with it.
  public func keys(
    of observed: ObservedChange, of resource: GroupVersionResource, _ caches: some ClusterCaches
  ) -> [(key: NamespacedName, patience: Duration)] {
    var concerned: [(key: NamespacedName, patience: Duration)] = []
    var places: [NamespacedName: Int] = [:]
    for trigger in triggers where trigger.resource == resource {
      let keys = observed.states.flatMap { trigger.keys($0, caches) }
      if keys.isEmpty { continue }
      let patience = trigger.patience(observed)
      for key in keys {
        if let place = places[key] {
          concerned[place].patience = min(concerned[place].patience, patience)
        } else {
          places[key] = concerned.count
          concerned.append((key, patience))
        }
      }
    }
    return concerned
  }
}
