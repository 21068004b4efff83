import LauncherProtocol
import Libvirt

/// libvirt's states and reasons in KubeVirt's words.
enum DomainWords {
  static func words(for state: LibvirtDomainState) -> (status: DomainStatus, reason: DomainReason) {
    switch state {
    case .noState: (.noState, .unknown)
    case .running: (.running, .unknown)
    case .blocked: (.blocked, .unknown)
    case .paused(let reason): (.paused, pausedReasons[reason] ?? .unknown)
    case .shuttingDown: (.shuttingDown, .user)
    case .shutoff(let reason): (.shutoff, shutoffReasons[reason] ?? .unknown)
    case .crashed(let isPanic): (.crashed, isPanic ? .panicked : .unknown)
    case .suspended: (.suspended, .unknown)
    }
  }

  private static let pausedReasons: [LibvirtDomainState.PausedReason: DomainReason] = [
    .user: .user, .migration: .migration, .save: .save, .dump: .dump, .ioError: .ioError, .watchdog: .watchdog,
    .fromSnapshot: .fromSnapshot, .shuttingDown: .shuttingDown, .snapshot: .snapshot, .crashed: .crashed,
    .startingUp: .startingUp, .postCopy: .postCopy, .postCopyFailed: .postCopyFailed,
  ]

  /// A guest that libvirtd ended while it took up its work again has failed.
  private static let shutoffReasons: [LibvirtDomainState.ShutoffReason: DomainReason] = [
    .shutdown: .shutdown, .destroyed: .destroyed, .crashed: .crashed, .migrated: .migrated, .saved: .saved,
    .failed: .failed, .fromSnapshot: .fromSnapshot, .daemon: .failed,
  ]
}
