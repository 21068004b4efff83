import JSON

/// The instance as the domain shall be, and what the launcher must know besides.
public struct SyncRequest: Sendable, Hashable {
  /// The VirtualMachineInstance in version v1, secrets of cloud-init resolved into it.
  public var instance: JSONValue
  /// `spec.configuration` of the KubeVirt object; null when there is none.
  public var configuration: JSONValue

  public init(instance: JSONValue, configuration: JSONValue = .null) {
    self.instance = instance
    self.configuration = configuration
  }

  public init(_ json: JSONValue) {
    self.init(instance: json["instance"] ?? .null, configuration: json["configuration"] ?? .null)
  }

  public var json: JSONValue { ["instance": instance, "configuration": configuration] }
}
