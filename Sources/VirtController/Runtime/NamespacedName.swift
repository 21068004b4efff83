import JSON

/// What a work queue holds of an object.
public struct NamespacedName: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Empty for cluster-scoped objects.
  public var namespace: String
  public var name: String

  public init(_ namespace: String = "", _ name: String) {
    self.namespace = namespace
    self.name = name
  }

  /// The object's own.
  public init(_ object: JSONValue) {
    self.init(
      object.value(at: "metadata", "namespace")?.string ?? "", object.value(at: "metadata", "name")?.string ?? "")
  }

  public var description: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }

  public static func < (left: Self, right: Self) -> Bool {
    (left.namespace, left.name) < (right.namespace, right.name)
  }
}
