import Admission
import ComponentBase
import Glibc
import JSON
import Kube
import KubeClient
import LauncherProtocol
import Logging
import Synchronization
import Transport
import VirtTypes

/// virt-handler on one node: brings the node's guests to what their instances ask for, and says that it is alive.
public final class NodeHandler: Sendable {
  private let settings: HandlerSettings
  private let client: KubernetesClient
  private let logger: Logger
  private let recorder: EventRecorder
  private let queue = WorkQueue<GuestKey>()
  private let caches: NodeCaches
  private let launchers: LauncherRegistry
  private let observer: GuestObserver
  private let work: GuestWork
  let guests: GuestDirectory

  /// How soon a launcher that has not told anything yet is looked at again.
  private static let unknownPause = Duration.milliseconds(300)
  /// How often the signs of life in files are looked at.
  private static let watchInterval = Duration.seconds(1)

  /// - Parameter group: the reactors that talk to launchers.
  public init(_ client: KubernetesClient, settings: HandlerSettings, group: ReactorGroup, logger: Logger) {
    self.settings = settings
    self.client = client
    self.logger = logger
    recorder = EventRecorder(client, logger: logger)
    let queue = queue
    let caches = NodeCaches(client, node: settings.nodeName, logger: logger) { queue.add($0) }
    self.caches = caches
    let relay = LauncherRelay()
    launchers = LauncherRegistry(settings.paths, group: group, logger: logger) { relay.tell($0) }
    observer = GuestObserver(settings: settings, caches: caches, launchers: launchers)
    work = GuestWork(
      settings: settings, caches: caches, launchers: launchers, client: client, logger: logger)
    guests = GuestDirectory(caches: caches, launchers: launchers, observer: observer)
    relay.connect { [observer] in if let key = observer.key(of: $0) { queue.add(key) } }
  }

  /// Works until the task is cancelled.
  public func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.caches.run() }
      group.addTask { await self.recorder.run() }
      group.addTask { await self.launchers.run() }
      group.addTask { await Heartbeat(client: self.client, node: self.settings.nodeName, logger: self.logger).run() }
      group.addTask {
        guard (try? await self.caches.waitUntilComplete()) != nil else { return }
        self.queue.add(self.caches.keys)
        await withTaskGroup(of: Void.self) { group in
          group.addTask { await self.watchFiles() }
          group.addTask { await self.queue.work(workers: self.settings.workers) { await self.work(on: $0) } }
        }
      }
    }
  }

  // MARK: Looking in

  /// What is still waited for; nil when everything is known.
  public var unreadyReason: String? { caches.isComplete ? nil : "objects are still being read" }

  // MARK: Work

  private func work(on key: GuestKey) async -> WorkResult {
    let observed: GuestObserver.Observed
    switch observer.observe(key) {
    case .observed(let known): observed = known
    case .unknown: return .again(after: Self.unknownPause)
    case .early: return .finished
    }
    let reconciler: any GuestReconciler =
      observed.profile == .legacy ? LegacyGuestReconciler() : CurrentGuestReconciler()
    let now = Timestamp.now()
    let plan = reconciler.plan(observed.observation, at: now)
    let outcome = await work.carryOut(plan, observed)
    if Task.isCancelled { return .finished }
    let conclusion = reconciler.conclude(observed.observation, plan, outcome, at: now)
    if case .backingOff(let reason) = conclusion.requeue {
      logger.notice("guest to be tried again", metadata: ["instance": "\(key)", "reason": "\(reason.forLog)"])
    }
    let written = await write(conclusion, observed.observation)
    return WorkResult(conclusion.requeue.combined(with: written))
  }

  /// Writes what a decision wants, and tells its events once that is done.
  private func write(_ conclusion: GuestConclusion, _ observation: GuestObservation) async -> Requeue {
    guard let instance = observation.instance else { return .no }
    if let wanted = conclusion.wanted,
      let change = ObjectWrite.change(instance.path, from: instance, to: wanted)
    {
      switch await client.perform(change) {
      case .success:
        if wanted.status.phase != instance.status.phase {
          logger.info(
            "phase changed", metadata: ["instance": "\(observation.key)", "phase": "\(wanted.status.phase)"])
        }
      case .failure(let error) where error.isNotFound: return .no
      // The caches will show what there is; then it is decided on again.
      case .failure(let error): return .backingOff(reason: error.description)
      }
    }
    for event in conclusion.events {
      recorder.record(
        ObjectEvent(instance.eventSubject, event.severity, reason: event.reason, message: event.message),
        from: EventSource(component: "virt-handler", host: settings.nodeName))
    }
    return .no
  }

  /// Tells an event of something that was done for a user.
  func record(_ reason: String, _ message: String, about name: NamespacedName) {
    guard let object = caches.instance(named: name) else { return }
    recorder.record(
      ObjectEvent(
        ObjectEvent.Subject(
          apiVersion: "kubevirt.io/v1", kind: "VirtualMachineInstance", namespace: name.namespace, name: name.name,
          uid: object.uid, resourceVersion: object.resourceVersion), reason: reason, message: message),
      from: EventSource(component: "virt-handler", host: settings.nodeName))
  }

  // MARK: Signs of life

  /// Looks at what comes without a message: files that appear, launchers that fall silent.
  private func watchFiles() async {
    var silent: Set<GuestKey> = []
    var triggers: Set<String> = []
    while !Task.isCancelled {
      let present = Set(Directory.names(in: settings.paths.shutdownTriggers))
      for name in present.subtracting(triggers) {
        let parts = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { continue }
        let instance = NamespacedName(parts[0], parts[1])
        if let object = caches.instance(named: instance) { queue.add(GuestKey(instance, uid: object.uid)) }
      }
      triggers = present
      var nowSilent: Set<GuestKey> = []
      for key in caches.keys {
        guard case .observed(let observed) = observer.observe(key) else { continue }
        let isSilent =
          observed.profile == .legacy
          ? observed.observation.isWatchdogExpired : observed.observation.isLauncherLost
        if isSilent { nowSilent.insert(key) }
      }
      queue.add(nowSilent.subtracting(silent))
      silent = nowSilent
      try? await Task.sleep(for: Self.watchInterval)
    }
  }
}

/// Hands launchers' changes on once there is somebody to take them.
private final class LauncherRelay: Sendable {
  private let take = Mutex<(@Sendable (LauncherIdentity) -> Void)?>(nil)

  func connect(_ take: @escaping @Sendable (LauncherIdentity) -> Void) { self.take.withLock { $0 = take } }
  func tell(_ identity: LauncherIdentity) { take.withLock { $0 }?(identity) }
}
