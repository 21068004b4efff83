import JSON
import Kube
import VirtTypes

/// A request to an instance, with all that it is decided by, read afresh for it.
public struct InstanceRequest: Sendable {
  public var namespace: String
  public var name: String
  public var version: SubresourceGroup.Version
  /// The body as it came, YAML or JSON; empty for none.
  public var body: [UInt8]
  /// As stored, in version v1; nil when there is none.
  public var instance: JSONValue?
  /// The machine of the instance's name; nil when there is none.
  public var machine: JSONValue?

  public init(
    namespace: String, name: String, version: SubresourceGroup.Version = .v1, body: [UInt8] = [],
    instance: JSONValue?, machine: JSONValue? = nil
  ) {
    self.namespace = namespace
    self.name = name
    self.version = version
    self.body = body
    self.instance = instance
    self.machine = machine
  }
}

/// What becomes of a request to an instance.
public enum InstanceDecision: Sendable, Hashable {
  case refused(Status)
  /// Nothing has to be done: it was only to be checked.
  case accepted
  /// The virt-handler of this node does it.
  case passedOn(node: String)
}
