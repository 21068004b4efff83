/// Where an object is: its collection, namespace and name.
public struct ObjectKey: Sendable, Hashable {
  /// The collection, as `pods` or `virtualmachines.kubevirt.io`; versions of one kind share it.
  public var collection: String
  /// Empty for objects of the cluster.
  public var namespace: String
  public var name: String

  public init(collection: String, namespace: String = "", name: String) {
    self.collection = collection
    self.namespace = namespace
    self.name = name
  }
}

extension ObjectKey: Comparable {
  /// The order of lists: by collection, namespace, name, each by its bytes.
  public static func < (left: ObjectKey, right: ObjectKey) -> Bool {
    if left.collection != right.collection { return left.collection < right.collection }
    if left.namespace != right.namespace { return left.namespace < right.namespace }
    return left.name < right.name
  }
}

/// A moment of the store: one counter for all objects that grows with every change (`metadata.resourceVersion`).
public struct Revision: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var value: UInt64

  public init(_ value: UInt64) { self.value = value }

  /// Reads the decimal form; nil for anything else.
  public init?(text: some StringProtocol) {
    guard let value = UInt64(text), !text.hasPrefix("+") else { return nil }
    self.value = value
  }

  public static func < (left: Revision, right: Revision) -> Bool { left.value < right.value }
  public var description: String { String(value) }
}
