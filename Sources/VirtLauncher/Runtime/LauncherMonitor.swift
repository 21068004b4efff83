import Glibc
import LauncherProtocol
import Logging

/// Watches over the guest: waits for it to come, for its end, and for the order to stop.
actor LauncherMonitor {
  private let settings: LauncherSettings
  private let manager: DomainManager
  private let logger: Logger
  private var stopRequestedAt: ContinuousClock.Instant?

  init(settings: LauncherSettings, manager: DomainManager, logger: Logger) {
    self.settings = settings
    self.manager = manager
    self.logger = logger
  }

  /// What the monitor sees when it looks.
  struct Observation: Sendable, Hashable {
    var hasRun = false
    /// There is a domain.
    var isDefined = false
    var hasEnded = false
    var sinceStart = Duration.zero
    /// Since the launcher was told to stop; nil when it was not.
    var sinceStop: Duration?
    /// Since the guest's end was seen.
    var sinceEnd: Duration?
  }

  enum Step: Sendable, Hashable {
    case wait
    /// The guest's time is over.
    case kill
    /// All is done.
    case finish
    /// No domain has come in time.
    case giveUp
  }

  /// What follows from what is seen.
  static func step(_ seen: Observation, _ settings: LauncherSettings) -> Step {
    if seen.hasEnded {
      // virt-handler reads the end from the domain and has it forgotten then.
      let isSettled = !seen.isDefined || (seen.sinceEnd ?? .zero) >= LauncherService.notificationGrace
      return isSettled ? .finish : .wait
    }
    if let sinceStop = seen.sinceStop {
      if !seen.hasRun { return .finish }
      return sinceStop >= settings.gracePeriod ? .kill : .wait
    }
    if !seen.hasRun, seen.sinceStart >= settings.domainTimeout { return .giveUp }
    return .wait
  }

  /// Looks each half second until the guest has ended.
  func run() async throws {
    let start = ContinuousClock.now
    var ended: ContinuousClock.Instant?
    while true {
      let now = ContinuousClock.now
      var seen = Observation()
      seen.hasRun = await manager.hasRun
      seen.isDefined = await manager.report != nil
      seen.hasEnded = await manager.hasEnded
      seen.sinceStart = now - start
      seen.sinceStop = stopRequestedAt.map { now - $0 }
      if seen.hasEnded, ended == nil {
        ended = now
        logger.info("the guest has ended")
      }
      seen.sinceEnd = ended.map { now - $0 }
      switch Self.step(seen, settings) {
      case .wait: break
      case .kill:
        logger.warning("the guest did not end in its grace period")
        await manager.destroy()
      case .finish: return
      case .giveUp: throw LauncherFailure("no domain came within \(settings.domainTimeout)")
      }
      try await Task.sleep(for: .milliseconds(500))
      await checkProcess()
    }
  }

  /// A guest whose process has gone while libvirt said nothing is looked at again.
  private func checkProcess() async {
    guard await manager.report?.status.isAlive == true else { return }
    let files = LauncherFiles(settings: settings)
    if let pid = files.guestProcess(), files.isGuest(pid) { return }
    await manager.refresh()
  }

  /// The pod is being stopped: the guest gets its time to end, by virt-handler in the older contract, else by us.
  func stopRequested() async {
    if stopRequestedAt != nil { return }
    stopRequestedAt = .now
    logger.info("told to stop", metadata: ["grace": "\(settings.gracePeriod)"])
    await manager.beginEnding()
    LauncherFiles.touch(settings.shutdownTriggerFile)
    if settings.profile == .current {
      do { _ = try await manager.carryOut(.shutdown) } catch {
        logger.warning("the guest could not be asked to end", metadata: ["reason": "\(error.message)"])
      }
    }
  }
}
