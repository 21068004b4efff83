import JSON
import Kube

/// What a launcher tells about its domain: the state that virt-handler makes the instance's status of.
public struct DomainReport: Sendable, Hashable {
  /// Of the instance for which the domain was defined; from the domain's metadata.
  public var namespace = ""
  public var name = ""
  public var uid = ""
  public var status: DomainStatus = .noState
  public var reason: DomainReason = .unknown
  /// Whether the guest has ACPI, so that it can be asked to power off.
  public var hasACPI = true
  /// Absent where the domain's metadata names no grace period.
  public var gracePeriod: GracePeriod?
  public var interfaces: [DomainInterface] = []
  public var disks: [DomainDisk] = []
  /// What the guest agent told; absent while it is not connected.
  public var agent: GuestAgentReport?
  /// The machine type that libvirt made of the one asked for, such as `pc-q35-7.2`.
  public var machineType = ""
  /// Whether the guest runs without KVM.
  public var isEmulated = false
  /// The failure of the last synchronization that is still in force; its sentence.
  public var failure: String?

  public init() {}

  /// How long the guest may take to power off.
  public struct GracePeriod: Sendable, Hashable {
    public var seconds: Int64
    /// When it was asked to; absent before.
    public var started: Timestamp?

    public init(seconds: Int64, started: Timestamp? = nil) {
      self.seconds = seconds
      self.started = started
    }
  }
}

/// States of a domain in KubeVirt's words, which differ from libvirt's for stopping (virDomainState).
public enum DomainStatus: String, Sendable, Hashable, CaseIterable {
  case noState = "NoState"
  case running = "Running"
  case blocked = "Blocked"
  case paused = "Paused"
  case shuttingDown = "ShuttingDown"
  case shutoff = "Shutoff"
  case crashed = "Crashed"
  case suspended = "PMSuspended"

  /// Whether there may be a guest's process.
  public var isAlive: Bool { ![.noState, .shutoff, .crashed].contains(self) }
}

/// Why a domain is in its state, in KubeVirt's words (virDomain…Reason).
public enum DomainReason: String, Sendable, Hashable, CaseIterable {
  case unknown = "Unknown"
  case user = "User"
  case shutdown = "Shutdown"
  case destroyed = "Destroyed"
  case crashed = "Crashed"
  case panicked = "Panicked"
  case migrated = "Migrated"
  case saved = "Saved"
  case failed = "Failed"
  case fromSnapshot = "FromSnapshot"
  case migration = "Migration"
  case save = "Save"
  case dump = "Dump"
  case ioError = "IOError"
  case watchdog = "Watchdog"
  case shuttingDown = "ShuttingDown"
  case snapshot = "Snapshot"
  case startingUp = "StartingUp"
  case postCopy = "PostCopy"
  case postCopyFailed = "PostCopyFailed"
}

/// A network interface of the guest.
public struct DomainInterface: Sendable, Hashable {
  /// The name in the instance's spec; empty for one that only the guest has.
  public var name = ""
  public var mac = ""
  /// Without a prefix length, in the guest's order.
  public var addresses: [String] = []
  /// The name in the guest.
  public var guestName = ""
  /// The link in the pod.
  public var podInterfaceName = ""
  public var queueCount: Int64?
  /// `up` or `down` where libvirt says so.
  public var linkState = ""
  /// Who told: `domain`, `guest-agent`.
  public var sources: [String] = []

  public init() {}
}

/// A disk of the running domain.
public struct DomainDisk: Sendable, Hashable {
  /// The name in the instance's spec.
  public var name = ""
  /// Such as `vda`.
  public var target = ""

  public init(name: String, target: String) {
    self.name = name
    self.target = target
  }
}

/// What the guest agent says of itself and of the guest's system.
public struct GuestAgentReport: Sendable, Hashable {
  public var version = ""
  public var supportedCommands: [String] = []
  public var hostname = ""
  /// `frozen` or `thawed`; empty when the agent does not tell.
  public var fileSystemFreezeStatus = ""
  public var operatingSystem = GuestOperatingSystem()
  public var timezone = ""
  public var loadAverages: [Double] = []

  public init() {}
}

/// The guest's operating system (QEMU guest agent, guest-get-osinfo).
public struct GuestOperatingSystem: Sendable, Hashable {
  public var id = ""
  public var name = ""
  public var prettyName = ""
  public var version = ""
  public var versionID = ""
  public var kernelRelease = ""
  public var kernelVersion = ""
  public var machine = ""

  public init() {}
}
