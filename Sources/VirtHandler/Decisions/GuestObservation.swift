import Kube
import KubeClient
import KubeTypes
import LauncherProtocol
import VirtTypes

/// One run of an instance on this node: a later instance of the same name has another UID.
public struct GuestKey: Sendable, Hashable, CustomStringConvertible {
  public var name: NamespacedName
  /// Of the instance.
  public var uid: String

  public init(_ name: NamespacedName, uid: String) {
    self.name = name
    self.uid = uid
  }

  public var description: String { "\(name) (\(uid))" }
}

/// Everything that the decision on a guest is made from.
public struct GuestObservation: Sendable {
  public var key: GuestKey
  /// Nil once the object is gone, or another one has its name.
  public var instance: V1.VirtualMachineInstance?
  /// What the launcher last told; nil where it has no domain, or is gone for good.
  public var domain: DomainReport?
  /// The pod that the launcher runs in; nil where there is none any more.
  public var pod: Core.Pod?
  /// Current profile: the launcher is gone for good, by its pod or by its silence.
  public var isLauncherLost = false
  /// Legacy profile: since when the launcher has not shown that it lives; nil where its file is missing.
  public var watchdogAge: Duration?
  /// How long a launcher may be silent.
  public var watchdogTimeout = Duration.seconds(15)
  /// Legacy profile: the launcher was told to end, and asks for the guest's shutdown.
  public var hasShutdownTrigger = false
  /// What depends on the node and on its pods.
  public var node = NodeFacts()

  public init(_ key: GuestKey, instance: V1.VirtualMachineInstance?, domain: DomainReport? = nil) {
    self.key = key
    self.instance = instance
    self.domain = domain
  }

  /// What is true of the node, as far as instances' statuses speak of it.
  public struct NodeFacts: Sendable, Hashable {
    /// Whether a CPU like the node's can be had on another one.
    public var hasHostModel = true

    public init() {}
  }

  /// Whether the launcher has been silent for too long (legacy profile).
  var isWatchdogExpired: Bool { watchdogAge.map { $0 > watchdogTimeout } ?? true }
}
