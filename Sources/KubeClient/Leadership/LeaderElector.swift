import JSON
import Kube
import Logging
import Synchronization

/// Does work while it leads: `LeaderElection` on the real clock and a real API server.
public final class LeaderElector: Sendable {
  private let client: KubernetesClient
  private let path: ResourcePath
  private let options: LeaderElectionOptions
  private let logger: Logger
  private let overran: @Sendable () -> Void
  private let election: Mutex<LeaderElection>

  /// - Parameters:
  ///   - identity: differs from that of every other candidate, ever; such as host name and a UUID.
  ///   - overran: called when work that was cancelled because leadership is lost goes on although another may lead by
  ///     now; the last resort is to end the process.
  public init(
    _ client: KubernetesClient, lease: NamespacedName, identity: String,
    options: LeaderElectionOptions = LeaderElectionOptions(), logger: Logger,
    overran: @escaping @Sendable () -> Void
  ) {
    self.client = client
    let resource = GroupVersionResource(group: "coordination.k8s.io", version: "v1", resource: "leases")
    path = ResourcePath(resource, namespace: lease.namespace, name: lease.name)
    self.options = options
    self.logger = logger
    self.overran = overran
    election = Mutex(LeaderElection(identity: identity, lease: lease, options: options))
  }

  public var isLeader: Bool { election.withLock { $0.leads(now: MonotonicTime.now) } }
  /// Who held the lease when it was last looked at; empty for nobody.
  public var holder: String { election.withLock { $0.holder } }

  /// Competes until the task is cancelled or the work ends by itself; whenever it leads, it does the work.
  ///
  /// Work is cancelled when the lease could not be renewed in time, and has to end before another can take it. The lease
  /// is released when all is over.
  public func run(_ work: @escaping @Sendable () async -> Void) async {
    while !Task.isCancelled {
      await compete()
      if Task.isCancelled { break }
      logger.info("leading", metadata: ["lease": "\(path.name ?? "")"])
      if await lead(work) { break }
      logger.warning("no longer leading", metadata: ["lease": "\(path.name ?? "")", "holder": "\(holder)"])
    }
    // Not cancelled with this task.
    await Task { await self.release() }.value
  }

  private enum End: Sendable { case workEnded, leadershipEnded }

  /// Takes steps until it leads.
  private func compete() async { while !Task.isCancelled, !isLeader { await step() } }

  /// Works and renews; true when the work ended by itself.
  private func lead(_ work: @escaping @Sendable () async -> Void) async -> Bool {
    await withTaskGroup(of: End.self) { group in
      group.addTask {
        await work()
        return .workEnded
      }
      group.addTask {
        while !Task.isCancelled, self.isLeader { await self.step() }
        return .leadershipEnded
      }
      // A renewal that gets no answer must not hold up the end.
      group.addTask {
        await self.waitForDeadline()
        return .leadershipEnded
      }
      let first = await group.next()
      let end = election.withLock { $0.mayBeTaken(from: $0.leadsUntil ?? MonotonicTime.now) }
      group.cancelAll()
      let watchdog = Task {
        guard (try? await MonotonicTime.sleep(until: end)) != nil else { return }
        self.logger.critical("work goes on without leadership", metadata: ["lease": "\(self.path.name ?? "")"])
        self.overran()
      }
      await group.waitForAll()
      watchdog.cancel()
      return first == .workEnded && !Task.isCancelled
    }
  }

  private func waitForDeadline() async {
    while let deadline = election.withLock({ $0.leadsUntil }), deadline > MonotonicTime.now {
      guard (try? await MonotonicTime.sleep(until: deadline)) != nil else { return }
    }
  }

  private func step() async {
    let jitter = Double.random(in: 0...1)
    let sent = MonotonicTime.now
    let step = election.withLock { $0.next(now: sent, wallClock: .now(), jitter: jitter) }
    let timeout = options.renewDeadline / 2
    let outcome: WriteOutcome
    switch step {
    case .wait(let moment):
      try? await MonotonicTime.sleep(until: moment)
      return
    case .get: outcome = await client.perform(ObjectWrite(path, .get), timeout: timeout)
    case .create(let lease):
      let collection = ResourcePath(path.resource, namespace: path.namespace)
      outcome = await client.perform(ObjectWrite(collection, .create(lease)), timeout: timeout)
    case .update(let lease): outcome = await update(lease, timeout: timeout)
    }
    if case .failure(let error) = outcome, !Task.isCancelled, !(step == .get && error.isNotFound) {
      logger.debug("lease not read or written", metadata: ["lease": "\(path.name ?? "")", "reason": "\(error)"])
    }
    election.withLock { $0.answered(step, outcome, sent: sent, now: MonotonicTime.now, jitter: jitter) }
  }

  private func update(_ lease: JSONValue, timeout: Duration) async -> WriteOutcome {
    do {
      return .success(try await client.update(path, lease, timeout: timeout))
    } catch let error as KubernetesError {
      return .failure(error)
    } catch {
      return .failure(.unanswered("\(error)"))
    }
  }

  private func release() async {
    // A renewal that was cut off may have been stored: then the version to start from has to be read.
    for _ in 0..<2 {
      guard let lease = election.withLock({ $0.release(wallClock: .now()) }) else { return }
      switch await update(lease, timeout: options.retryPeriod) {
      case .success(let lease): return election.withLock { $0.released(lease, now: MonotonicTime.now) }
      case .failure(let error) where error.isConflict:
        guard case .success(let lease) = await client.perform(ObjectWrite(path, .get), timeout: options.retryPeriod)
        else { return }
        election.withLock { $0.released(lease, now: MonotonicTime.now) }
      case .failure(let error):
        logger.info("lease not released", metadata: ["lease": "\(path.name ?? "")", "reason": "\(error)"])
        return
      }
    }
  }
}
