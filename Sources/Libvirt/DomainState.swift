import CLibvirt

/// The state of a domain and why it is in it (virDomainState with its reasons).
public enum LibvirtDomainState: Sendable, Hashable {
  case noState
  case running
  case blocked
  case paused(PausedReason)
  /// The guest powers off.
  case shuttingDown
  case shutoff(ShutoffReason)
  case crashed(isPanic: Bool)
  /// The guest sleeps (ACPI S3).
  case suspended

  /// virDomainPausedReason, by its numbers.
  public enum PausedReason: Int32, Sendable, Hashable, CaseIterable {
    case unknown, user, migration, save, dump, ioError, watchdog, fromSnapshot, shuttingDown, snapshot, crashed,
      startingUp, postCopy, postCopyFailed
  }

  /// virDomainShutoffReason, by its numbers.
  public enum ShutoffReason: Int32, Sendable, Hashable, CaseIterable {
    case unknown, shutdown, destroyed, crashed, migrated, saved, failed, fromSnapshot, daemon
  }

  init(state: Int32, reason: Int32) {
    self =
      switch virDomainState(rawValue: UInt32(bitPattern: state)) {
      case VIR_DOMAIN_RUNNING: .running
      case VIR_DOMAIN_BLOCKED: .blocked
      case VIR_DOMAIN_PAUSED: .paused(PausedReason(rawValue: reason) ?? .unknown)
      case VIR_DOMAIN_SHUTDOWN: .shuttingDown
      case VIR_DOMAIN_SHUTOFF: .shutoff(ShutoffReason(rawValue: reason) ?? .unknown)
      case VIR_DOMAIN_CRASHED: .crashed(isPanic: reason == Int32(VIR_DOMAIN_CRASHED_PANICKED.rawValue))
      case VIR_DOMAIN_PMSUSPENDED: .suspended
      default: .noState
      }
  }
}
