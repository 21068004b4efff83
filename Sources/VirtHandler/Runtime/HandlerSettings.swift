/// What the process was started with.
public struct HandlerSettings: Sendable, Hashable {
  /// The node's name, as its Node object has it.
  public var nodeName: String
  public var paths = NodePaths()
  /// How long launchers may be silent: v0.8.0 had 15 s, today it is 30 s.
  public var legacyWatchdogTimeout = Duration.seconds(15)
  public var watchdogTimeout = Duration.seconds(30)
  /// Guests that are worked on side by side.
  public var workers = 3
  /// Whether pods' networks and disks are made ready from outside; false where launchers do it all.
  public var preparesPods = true

  public init(nodeName: String) { self.nodeName = nodeName }
}
