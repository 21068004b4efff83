/// Who an event comes from.
public struct EventSource: Sendable, Hashable {
  /// Such as `virtualmachine-controller`.
  public var component: String
  /// The machine or pod that it runs on; may be empty.
  public var host: String

  public init(component: String, host: String = "") {
    self.component = component
    self.host = host
  }
}
