import Kube
import KubeClient
import LauncherProtocol
import VirtTypes

/// Looks after guests as v0.8.0's virt-handler did.
public struct LegacyGuestReconciler: GuestReconciler {
  public init() {}

  public func plan(_ observation: GuestObservation, at now: Timestamp) -> GuestPlan {
    let (instance, domain) = (observation.instance, observation.domain)
    // The domain of an earlier instance ends with its own launcher.
    if let instance, let domain, domain.uid != instance.metadata.uid { return .ignoring }
    let isAlive = domain?.isAliveToLegacy ?? false
    let isRunning = instance?.status.phase == "Running"
    if isRunning, observation.hasShutdownTrigger { return shutdown(domain, at: now) }
    guard let instance, !instance.isBeingDeleted else {
      if isRunning || isAlive { return shutdown(domain, at: now) }
      return domain == nil ? GuestPlan([.cleanUp]) : Self.deletion
    }
    if instance.isFinal { return domain == nil ? GuestPlan() : Self.deletion }
    guard instance.status.phase == phase(observation, isFileKept: true) else { return GuestPlan() }
    if observation.isWatchdogExpired { return .failing("The launcher has not been heard of for too long") }
    return GuestPlan([.synchronize], event: .defined)
  }

  private func shutdown(_ domain: DomainReport?, at now: Timestamp) -> GuestPlan {
    // Nothing runs that could be stopped; the phase says so.
    guard let domain else { return GuestPlan([.lookForLauncher]) }
    return GracefulShutdown.plan(
      domain, gracePeriod: domain.hasACPI ? domain.gracePeriod?.seconds ?? 0 : 0, at: now)
  }

  private static let deletion = GuestPlan([.lookForLauncher, .command(.delete)], event: .deleted)

  public func conclude(
    _ observation: GuestObservation, _ plan: GuestPlan, _ outcome: GuestOutcome, at now: Timestamp
  ) -> GuestConclusion {
    var conclusion = GuestConclusion()
    if plan.isIgnored { return conclusion }
    var failure = plan.failure
    switch outcome {
    case .done: if failure == nil, let event = plan.event { conclusion.events.append(event) }
    case .launcherAbsent: break
    case .notReady(let reason), .failed(let reason): failure = reason
    }
    if let failure {
      conclusion.requeue = .backingOff(reason: failure)
    } else if let nextLook = plan.nextLook {
      conclusion.requeue = .after(nextLook)
    }
    guard var wanted = observation.instance else { return conclusion }
    if let failure { conclusion.events.append(.failed(failure)) }
    if wanted.isFinal { return conclusion }
    let phase = phase(observation, isFileKept: !plan.steps.contains(.cleanUp))
    if phase != wanted.status.phase, let event = GuestPlan.Event.entering(phase) { conclusion.events.append(event) }
    wanted.status.phase = phase
    wanted.status.conditions.noteSynchronization(failure: failure, at: now)
    // v0.8.0 could not pause; today's subresources look for this before they let a guest go on.
    if let domain = observation.domain {
      GuestStatus.reportPause(domain, in: &wanted.status.conditions, at: now)
    }
    conclusion.wanted = wanted
    return conclusion
  }

  /// The phase that the domain makes.
  ///
  /// - Parameter isFileKept: false once the launcher's files have been removed.
  private func phase(_ observation: GuestObservation, isFileKept: Bool) -> String {
    let present = observation.instance?.status.phase ?? ""
    guard let domain = observation.domain else {
      switch present {
      case "Scheduled": return isFileKept && !observation.isWatchdogExpired ? present : "Failed"
      case "Running": return "Failed"
      case "Succeeded", "Failed": return present
      default: return "Scheduled"
      }
    }
    switch (domain.status, domain.reason) {
    case (.running, _), (.paused, _), (.blocked, _), (.suspended, _): return "Running"
    case (.shutoff, .crashed), (.shutoff, .panicked), (.crashed, .crashed), (.crashed, .panicked): return "Failed"
    case (.shutoff, .destroyed), (.crashed, .destroyed): return domain.hasACPI ? "Failed" : "Succeeded"
    case (.shutoff, .shutdown), (.shutoff, .saved), (.shutoff, .fromSnapshot): return "Succeeded"
    case (.crashed, .shutdown), (.crashed, .saved), (.crashed, .fromSnapshot): return "Succeeded"
    default: return present
    }
  }
}

extension DomainReport {
  /// v0.8.0 took a domain in no state for one that may run.
  fileprivate var isAliveToLegacy: Bool { status.isAlive || status == .noState }
}
