import JSON
import Kube
import KubeClient

/// A decision with everything that it needs of the cluster: run again and again until all its writes are known.
public typealias Decision = @Sendable (ReconcileContext, inout WriteJournal) throws(WriteInterruption) -> Requeue

/// One controller, as data: what it follows, and how it decides.
public struct ControllerDefinition: Sendable {
  /// The name of its queue in metrics and logs, as KubeVirt's.
  public var name: String
  /// The component that its events come from.
  public var eventSource: String
  /// How many objects it works on side by side.
  public var workers: Int
  public var triggers: [Trigger]
  /// Reads the caches for an object, and returns what to do about it; nil when there is nothing to decide on.
  public var observe: @Sendable (NamespacedName, any ClusterCaches) -> Decision?

  /// Which objects have to be looked at when one of a resource changes.
  public struct Trigger: Sendable {
    public var resource: GroupVersionResource
    /// Called with every state of an object that ceases to be or comes to be; the caches have the change already.
    public var keys: @Sendable (JSONValue, any ClusterCaches) -> [NamespacedName]
    /// How long a change may wait for others that come with it.
    public var patience: @Sendable (ObservedChange) -> Duration

    public init(
      _ resource: GroupVersionResource, patience: @escaping @Sendable (ObservedChange) -> Duration = { _ in .zero },
      _ keys: @escaping @Sendable (JSONValue, any ClusterCaches) -> [NamespacedName]
    ) {
      self.resource = resource
      self.patience = patience
      self.keys = keys
    }
  }

  public init(
    name: String, eventSource: String, workers: Int, triggers: [Trigger],
    observe: @escaping @Sendable (NamespacedName, any ClusterCaches) -> Decision?
  ) {
    self.name = name
    self.eventSource = eventSource
    self.workers = workers
    self.triggers = triggers
    self.observe = observe
  }
}

extension ControllerDefinition.Trigger {
  /// The object itself.
  static func itself(
    _ resource: GroupVersionResource, patience: @escaping @Sendable (ObservedChange) -> Duration = { _ in .zero }
  ) -> Self {
    Self(resource, patience: patience) { object, _ in [NamespacedName(object)] }
  }

  /// The controller that owns the object, where it is of this kind.
  static func owner(
    _ resource: GroupVersionResource, kind: String,
    patience: @escaping @Sendable (ObservedChange) -> Duration = { _ in .zero }
  ) -> Self {
    Self(resource, patience: patience) { object, _ in owners(of: object, kind: kind) }
  }

  static func owners(of object: JSONValue, kind: String) -> [NamespacedName] {
    let namespace = NamespacedName(object).namespace
    return object.controllers.filter { $0["kind"]?.string == kind }.compactMap {
      $0["name"]?.string.map { NamespacedName(namespace, $0) }
    }
  }

  /// Who uses the object, by an index of theirs over its name.
  static func users(
    of resource: GroupVersionResource, among users: GroupVersionResource, _ index: CacheIndex
  ) -> Self {
    Self(resource) { object, caches in
      caches.cached(users, index, NamespacedName(object).description).map(\.id)
    }
  }
}
