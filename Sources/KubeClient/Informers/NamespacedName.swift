import JSON
import Kube

/// The name of an object among those of its kind.
public struct NamespacedName: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Empty for cluster-scoped objects.
  public var namespace: String
  public var name: String

  public init(_ namespace: String, _ name: String) {
    self.namespace = namespace
    self.name = name
  }

  /// Literals would be taken for an object that is a text.
  @available(*, unavailable, message: "say the namespace, or that it is empty")
  public init(_ name: String) { self.init("", name) }

  public init(_ metadata: ObjectMeta) { self.init(metadata.namespace, metadata.name) }

  public init(_ object: JSONValue) {
    let metadata = object["metadata"]
    self.init(metadata?["namespace"]?.string ?? "", metadata?["name"]?.string ?? "")
  }

  public static func < (left: NamespacedName, right: NamespacedName) -> Bool {
    (left.namespace, left.name) < (right.namespace, right.name)
  }

  /// `namespace/name`, or the name alone.
  public var description: String { namespace.isEmpty ? name : namespace + "/" + name }
}
