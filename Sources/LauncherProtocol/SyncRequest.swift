import JSON

/// The instance as the domain shall be, and what the launcher must know besides.
public struct SyncRequest: Sendable, Hashable {
  /// The VirtualMachineInstance in version v1, secrets of cloud-init resolved into it.
  public var instance: JSONValue
  /// `spec.configuration` of the KubeVirt object; null when there is none.
  public var configuration: JSONValue
  /// The interfaces that virt-handler has plugged into the pod, as `PluggedInterface` writes them; null where the
  /// launcher does it itself.
  public var network: JSONValue

  public init(instance: JSONValue, configuration: JSONValue = .null, network: JSONValue = .null) {
    self.instance = instance
    self.configuration = configuration
    self.network = network
  }

  public init(_ json: JSONValue) {
    self.init(
      instance: json["instance"] ?? .null, configuration: json["configuration"] ?? .null,
      network: json["network"] ?? .null)
  }

  public var json: JSONValue { ["instance": instance, "configuration": configuration, "network": network] }
}
