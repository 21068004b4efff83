import Admission
import Glibc
import Kube
import KubeClient
import KubeTypes
import LauncherProtocol
import VirtTypes

/// Puts together what is known of a guest.
struct GuestObserver: Sendable {
  let settings: HandlerSettings
  let caches: NodeCaches
  let launchers: LauncherRegistry

  /// A guest as it is, and the launcher that runs it.
  struct Observed: Sendable {
    var observation: GuestObservation
    var profile: Profile
    /// Nil where no launcher was ever found.
    var launcher: LauncherIdentity?
  }

  enum Result: Sendable {
    case observed(Observed)
    /// A launcher is there and has not said yet what it runs: nothing may be decided before.
    case unknown
    /// A launcher that was not handed to this node yet: the controller has not said that its instance is here.
    case early
  }

  func observe(_ key: GuestKey) -> Result {
    let instance = caches.instance(key)
    let pod = caches.launcher(of: key.uid)
    let legacy = LauncherIdentity.legacy(uid: key.uid)
    let legacyView = launchers.view(of: legacy)
    let profile =
      instance.map { Profile(instanceAnnotations: $0.metadata.annotations) }
      ?? (legacyView == nil && watchdogAge(key) == nil ? .current : .legacy)
    let launcher = profile == .legacy ? legacy : pod.map { .current(podUID: $0.metadata.uid) } ?? abandoned(key)
    var observation = GuestObservation(key, instance: instance)
    observation.pod = pod
    observation.hasShutdownTrigger = exists(settings.paths.shutdownTrigger(key.name))
    let view = launcher.flatMap { launchers.view(of: $0) }
    switch profile {
    case .legacy:
      observation.watchdogTimeout = settings.legacyWatchdogTimeout
      observation.watchdogAge = watchdogAge(key)
      let isExpired = observation.watchdogAge.map { $0 > settings.legacyWatchdogTimeout } ?? true
      if let view {
        if view.report == nil, !isExpired { return .unknown }
        observation.domain = domain(view, isLost: isExpired && !view.isConnected)
      }
    case .current:
      observation.watchdogTimeout = settings.watchdogTimeout
      observation.isLauncherLost = isLost(view, pod)
      if let view {
        if view.report == nil, !observation.isLauncherLost { return .unknown }
        observation.domain = domain(view, isLost: observation.isLauncherLost)
      }
    }
    if instance == nil, pod != nil, observation.domain == nil { return .early }
    // How it ended is not written yet: that its domain is gone must not be taken for a crash.
    if observation.domain == nil, let instance, instance.status.phase == "Running" {
      observation.domain = view?.ended
    }
    return .observed(Observed(observation: observation, profile: profile, launcher: launcher))
  }

  /// A launcher that is lost no longer runs what it ran; that a guest has ended stays true.
  private func domain(_ view: LauncherView, isLost: Bool) -> DomainReport? {
    guard let domain = view.report?.domain else { return nil }
    return isLost && domain.status.isAlive ? nil : domain
  }

  /// Whether a launcher is gone for good: nothing runs in its pod, or it has been silent for too long.
  private func isLost(_ view: LauncherView?, _ pod: Core.Pod?) -> Bool {
    guard let pod, pod.status.phase != "Succeeded", pod.status.phase != "Failed" else {
      return view?.isConnected != true
    }
    let compute = pod.status.containerStatuses.first { $0.name == "compute" }
    if compute?.state.terminated != nil { return view?.isConnected != true }
    guard let view else {
      // It may not have begun to listen yet.
      guard let started = compute?.state.running?.startedAt else { return false }
      return Timestamp.now().seconds - started.seconds > settings.watchdogTimeout.components.seconds * 4
    }
    return view.silence > settings.watchdogTimeout
  }

  /// The launcher of a guest whose pod is gone from the API, while its socket is still there.
  private func abandoned(_ key: GuestKey) -> LauncherIdentity? {
    launchers.identities.first { identity in
      guard case .current = identity else { return false }
      return launchers.view(of: identity)?.report?.domain?.uid == key.uid
    }
  }

  /// Whom a change at a launcher concerns; nil while that is not known.
  func key(of identity: LauncherIdentity) -> GuestKey? {
    let known: GuestKey? =
      switch identity {
      case .legacy(let uid): caches.key(ofInstance: uid)
      case .current(let podUID): caches.key(ofPod: podUID)
      }
    if let known { return known }
    guard let domain = launchers.view(of: identity)?.report?.domain, !domain.uid.isEmpty else { return nil }
    return GuestKey(NamespacedName(domain.namespace, domain.name), uid: domain.uid)
  }

  private func watchdogAge(_ key: GuestKey) -> Duration? {
    guard let path = settings.paths.watchdogFile(key.name) else { return nil }
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let now = Timestamp.now()
    let age =
      Duration.seconds(now.seconds - Int64(status.st_mtim.tv_sec))
      + .nanoseconds(Int64(now.nanoseconds) - Int64(status.st_mtim.tv_nsec))
    return max(age, .zero)
  }

  private func exists(_ path: String?) -> Bool { path.map { access($0, F_OK) == 0 } ?? false }
}
