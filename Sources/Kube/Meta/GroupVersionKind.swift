/// The full name of a kind of object.
public struct GroupVersionKind: Sendable, Hashable {
  /// Empty for the core group.
  public var group: String
  public var version: String
  public var kind: String

  public init(group: String = "", version: String = "", kind: String = "") {
    self.group = group
    self.version = version
    self.kind = kind
  }

  public init(apiVersion: String, kind: String) {
    let parts = apiVersion.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    self.init(group: parts.count == 2 ? parts[0] : "", version: parts.last ?? "", kind: kind)
  }

  /// `group/version`, or the version alone in the core group.
  public var apiVersion: String { group.isEmpty ? version : group + "/" + version }
}

/// The full name of a collection that an API server serves.
public struct GroupVersionResource: Sendable, Hashable {
  /// Empty for the core group.
  public var group: String
  public var version: String
  /// The plural, such as `virtualmachineinstances`.
  public var resource: String

  public init(group: String = "", version: String = "", resource: String = "") {
    self.group = group
    self.version = version
    self.resource = resource
  }

  /// `group/version`, or the version alone in the core group.
  public var apiVersion: String { group.isEmpty ? version : group + "/" + version }
}
