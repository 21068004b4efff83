import Kube
import LauncherProtocol

/// How a guest is stopped: asked first where it can be, and killed when its time is over.
enum GracefulShutdown {
  /// - Parameter gracePeriod: seconds that the guest may take.
  static func plan(_ domain: DomainReport, gracePeriod: Int64, at now: Timestamp) -> GuestPlan {
    guard domain.hasACPI || domain.agent != nil, gracePeriod > 0 else { return kill }
    let rest = remaining(domain, gracePeriod, at: now)
    guard rest > .zero else { return kill }
    var plan = GuestPlan([.ping])
    if domain.status != .shuttingDown {
      plan.steps.append(.command(.shutdown))
      plan.event = .shuttingDown
    }
    plan.nextLook = rest + .milliseconds(200)
    return plan
  }

  static let kill = GuestPlan([.ping, .command(.kill)], event: .killed)

  private static func remaining(_ domain: DomainReport, _ gracePeriod: Int64, at now: Timestamp) -> Duration {
    guard let started = domain.gracePeriod?.started else { return .seconds(gracePeriod) }
    let nanoseconds = Int64(now.nanoseconds) - Int64(started.nanoseconds)
    return .seconds(gracePeriod) - .seconds(now.seconds - started.seconds) - .nanoseconds(nanoseconds)
  }
}
