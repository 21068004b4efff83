import KubeClient
import LauncherProtocol
import VirtTypes

/// Brings one guest nearer to what its instance asks for: pure functions around the few steps that touch the world.
public protocol GuestReconciler: Sendable {
  /// What is to be done now.
  func plan(_ observation: GuestObservation, at now: Timestamp) -> GuestPlan
  /// What is to be written after it was done, or was not.
  func conclude(
    _ observation: GuestObservation, _ plan: GuestPlan, _ outcome: GuestOutcome, at now: Timestamp
  ) -> GuestConclusion
}

/// One thing that is done about a guest.
public enum GuestStep: Sendable, Hashable {
  /// Asks the launcher whether it is there; no answer is a failure.
  case ping
  /// The same, but no answer ends the plan without a failure: there is nothing left to be done.
  case lookForLauncher
  /// Hands the instance to the launcher, after what the launcher needs was made ready.
  case synchronize
  case command(LauncherCommand)
  /// Removes the launcher's files from the node, and lets go of its socket.
  case cleanUp
}

/// Steps, which are done one after the other until one fails.
public struct GuestPlan: Sendable, Hashable {
  public var steps: [GuestStep] = []
  /// Told once all steps are done.
  public var event: Event?
  /// Why nothing can be done.
  public var failure: String?
  /// When to look again, whatever happens in between.
  public var nextLook: Duration?
  /// There is nothing to be done or to be written.
  public var isIgnored = false

  public init(_ steps: [GuestStep] = [], event: Event? = nil) {
    self.steps = steps
    self.event = event
  }

  static func failing(_ reason: String) -> GuestPlan {
    var plan = GuestPlan()
    plan.failure = reason
    return plan
  }

  static var ignoring: GuestPlan {
    var plan = GuestPlan()
    plan.isIgnored = true
    return plan
  }

  /// Something that users are told about an instance.
  public struct Event: Sendable, Hashable {
    public var severity: ObjectEvent.Severity
    public var reason: String
    public var message: String

    public init(_ severity: ObjectEvent.Severity = .normal, _ reason: String, _ message: String) {
      self.severity = severity
      self.reason = reason
      self.message = message
    }

    static let defined = Event(.normal, "Created", "VirtualMachineInstance defined.")
    static let started = Event(.normal, "Started", "VirtualMachineInstance started.")
    static let shutDown = Event(.normal, "Stopped", "The VirtualMachineInstance was shut down.")
    static let crashed = Event(.warning, "Stopped", "The VirtualMachineInstance crashed.")
    static let shuttingDown = Event(.normal, "ShuttingDown", "Signaled Graceful Shutdown")
    static let killed = Event(.normal, "Deleted", "VirtualMachineInstance stopping")
    static let deleted = Event(.normal, "Deleted", "Signaled Deletion")
    static func failed(_ reason: String) -> Event { Event(.warning, "SyncFailed", reason) }

    /// What is told when the phase becomes this one.
    static func entering(_ phase: String) -> Event? {
      switch phase {
      case "Running": .started
      case "Succeeded": .shutDown
      case "Failed": .crashed
      default: nil
      }
    }
  }
}

/// How a plan went.
public enum GuestOutcome: Sendable, Hashable {
  case done
  /// The launcher that was looked for is not there.
  case launcherAbsent
  /// Something that has to come first is not there yet; to be tried again soon.
  case notReady(String)
  case failed(String)
}

/// What is left to be done with the API server.
public struct GuestConclusion: Sendable {
  /// The instance as it is to be; nil for no change.
  public var wanted: V1.VirtualMachineInstance?
  /// To be told once the change is written.
  public var events: [GuestPlan.Event] = []
  public var requeue = Requeue.no

  public init() {}
}
