import Kube
import KubeClient
import LauncherProtocol
import VirtTypes

/// Looks after guests as KubeVirt's virt-handler does today.
public struct CurrentGuestReconciler: GuestReconciler {
  /// Seconds that a guest may take to shut down where its instance does not say.
  static let defaultGracePeriod: Int64 = 30
  /// When something that has to come first is looked for again.
  static let readinessPause = Duration.seconds(1)

  public init() {}

  public func plan(_ observation: GuestObservation, at now: Timestamp) -> GuestPlan {
    let (instance, domain) = (observation.instance, observation.domain)
    // The domain of an earlier instance ends with its own launcher.
    if let instance, let domain, !domain.uid.isEmpty, domain.uid != instance.metadata.uid { return .ignoring }
    guard let instance, !instance.isBeingDeleted, !instance.isFinal else {
      guard let domain else { return GuestPlan([.cleanUp]) }
      if domain.status.isAlive { return shutdown(domain, of: instance, at: now) }
      // How it ended is written before the domain, which tells it, is taken away.
      if let instance, ["Scheduled", "Running"].contains(instance.status.phase),
        phase(observation) != instance.status.phase
      {
        return GuestPlan()
      }
      return Self.deletion
    }
    guard ["Scheduled", "Running"].contains(instance.status.phase), !observation.isLauncherLost else {
      return GuestPlan()
    }
    if let domain, domain.status.isAlive, observation.pod?.metadata.deletionTimestamp != nil {
      return shutdown(domain, of: instance, at: now)
    }
    let next = phase(observation)
    if next == "Succeeded" || next == "Failed" || domain?.status == .shuttingDown { return GuestPlan() }
    return GuestPlan([.synchronize], event: domain == nil ? .defined : nil)
  }

  private func shutdown(
    _ domain: DomainReport, of instance: V1.VirtualMachineInstance?, at now: Timestamp
  ) -> GuestPlan {
    // A final instance has been told of: what is left of it is not asked.
    if instance?.isFinal == true { return GracefulShutdown.kill }
    return GracefulShutdown.plan(
      domain,
      gracePeriod: instance?.spec.terminationGracePeriodSeconds ?? domain.gracePeriod?.seconds
        ?? Self.defaultGracePeriod, at: now)
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
    case .notReady: conclusion.requeue = .after(Self.readinessPause)
    case .failed(let reason): failure = reason
    }
    if let failure {
      conclusion.requeue = .backingOff(reason: failure)
    } else if let nextLook = plan.nextLook {
      conclusion.requeue = .after(nextLook)
    }
    guard var wanted = observation.instance else { return conclusion }
    if let failure { conclusion.events.append(.failed(failure)) }
    guard ["Scheduled", "Running"].contains(wanted.status.phase) else { return conclusion }
    let phase = phase(observation)
    if phase != wanted.status.phase {
      if let event = GuestPlan.Event.entering(phase) { conclusion.events.append(event) }
      wanted.status.enter(phase, at: now)
    }
    wanted.status.conditions.noteSynchronization(failure: failure ?? observation.domain?.failure, at: now)
    GuestStatus(observation, now: now).report(in: &wanted)
    conclusion.wanted = wanted
    return conclusion
  }

  /// The phase that the domain makes.
  private func phase(_ observation: GuestObservation) -> String {
    let present = observation.instance?.status.phase ?? ""
    guard let domain = observation.domain else {
      if present == "Scheduled" { return observation.isLauncherLost ? "Failed" : present }
      return present == "Running" ? "Failed" : present
    }
    switch (domain.status, domain.reason) {
    case (.paused, .postCopyFailed): return "Failed"
    case (.running, _), (.paused, _), (.blocked, _), (.suspended, _): return "Running"
    case (.shutoff, .crashed), (.shutoff, .panicked), (.crashed, .crashed), (.crashed, .panicked): return "Failed"
    case (.shutoff, .destroyed), (.crashed, .destroyed):
      return domain.hasACPI && observation.instance?.spec.terminationGracePeriodSeconds != 0 ? "Failed" : "Succeeded"
    case (.shutoff, .shutdown), (.shutoff, .saved), (.shutoff, .fromSnapshot): return "Succeeded"
    case (.crashed, .shutdown), (.crashed, .saved), (.crashed, .fromSnapshot): return "Succeeded"
    default: return present
    }
  }
}

extension V1.VirtualMachineInstanceStatus {
  /// Sets the phase, and notes when it was first reached.
  mutating func enter(_ phase: String, at moment: Timestamp) {
    self.phase = phase
    if phaseTransitionTimestamps.contains(where: { $0.phase == phase }) { return }
    var entry = V1.VirtualMachineInstancePhaseTransitionTimestamp()
    entry.phase = phase
    entry.phaseTransitionTimestamp = moment
    phaseTransitionTimestamps.append(entry)
  }
}
