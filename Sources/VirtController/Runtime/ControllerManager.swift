import Admission
import ComponentBase
import JSON
import Kube
import KubeClient
import Logging
import Synchronization

/// All controllers of virt-controller on one cluster.
public final class ControllerManager: Sendable {
  private let settings: ControllerSettings
  private let definitions: [ControllerDefinition]
  private let logger: Logger
  private let client: KubernetesClient
  private let recorder: EventRecorder
  private let relay: ChangeRelay
  private let caches: InformerCaches

  public init(
    _ client: KubernetesClient, settings: ControllerSettings,
    definitions: [ControllerDefinition] = ControllerDefinition.all, logger: Logger
  ) {
    self.client = client
    self.settings = settings
    self.definitions = definitions
    self.logger = logger
    recorder = EventRecorder(client, logger: logger)
    let relay = ChangeRelay()
    self.relay = relay
    caches = InformerCaches(
      CacheDescription.all, client, logger: logger, onProgress: { relay.tell(version: $1, of: $0) },
      onChange: { relay.tell($1, of: $0) })
  }

  /// Keeps the caches, until the task is cancelled; also while another process leads, so that it can take over at once.
  public func follow() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.caches.run() }
      group.addTask { await self.recorder.run() }
    }
  }

  /// Works, until the task is cancelled: what a leader does.
  public func lead() async {
    guard (try? await caches.waitUntilComplete()) != nil else { return }
    let environment = ControllerRunner.Environment(
      caches: caches, perform: { [client] in await client.perform($0) },
      record: { [recorder] in recorder.record($0, from: EventSource(component: $1)) },
      context: { [relay, settings] in
        ReconcileContext(
          now: .now(), seed: .random(in: .min ... .max), configuration: relay.configuration, settings: settings,
          legacyConfiguration: relay.legacyConfiguration)
      }, logger: logger)
    // New ones each time: what one was in the middle of counts for nothing after another has led.
    let runners = definitions.map { ControllerRunner($0, environment) }
    relay.runners = runners
    defer { relay.runners = [] }
    for resource in Set(definitions.flatMap { $0.triggers.map(\.resource) }) {
      // One after the other: all of them decoded at once would take many times the memory of the caches.
      for object in caches.all(resource) {
        let observed = ObservedChange(.added(object))
        for runner in runners { runner.observe(observed, of: resource) }
      }
    }
    await withTaskGroup(of: Void.self) { group in
      for runner in runners { group.addTask { await runner.run() } }
    }
  }

  // MARK: Looking in

  /// What the caches still wait for; nil when they are complete.
  public var unreadyReason: String? {
    let incomplete = caches.incomplete
    if incomplete.isEmpty { return nil }
    return "objects are still being read: " + incomplete.map(\.resource).joined(separator: ", ")
  }

  public func writeMetrics(to text: inout PrometheusText) {
    WorkQueueText.write(relay.runners.map { ($0.definition.name, $0.queue.metrics) }, to: &text)
    InstanceMetrics.write(caches, to: &text)
  }
}

/// Brings changes from the caches to those who work, when somebody does.
private final class ChangeRelay: Sendable {
  private struct State {
    var runners: [ControllerRunner] = []
    var configuration = ClusterConfiguration()
    var legacyConfiguration = LegacyConfiguration()
  }

  private let state = Mutex(State())

  var runners: [ControllerRunner] {
    get { state.withLock(\.runners) }
    set { state.withLock { $0.runners = newValue } }
  }

  /// What the KubeVirt object says.
  var configuration: ClusterConfiguration { state.withLock(\.configuration) }

  /// What v0.8.0's ConfigMap says.
  var legacyConfiguration: LegacyConfiguration { state.withLock(\.legacyConfiguration) }

  func tell(_ changes: [ObjectChange], of resource: GroupVersionResource) {
    if resource == Resources.kubeVirts { read(changes) }
    if resource == Resources.configMaps { readLegacy(changes) }
    let runners = runners
    if runners.isEmpty { return }
    for change in changes {
      let observed = ObservedChange(change)
      for runner in runners { runner.observe(observed, of: resource) }
    }
  }

  func tell(version: String, of resource: GroupVersionResource) {
    for runner in runners { runner.observe(version: version, of: resource) }
  }

  private func read(_ changes: [ObjectChange]) {
    for change in changes {
      if case .deleted = change {
        state.withLock { $0.configuration = ClusterConfiguration() }
      } else {
        let made = SnapshotBuilder([change.object.tree]).makeSnapshot().configuration
        state.withLock { $0.configuration = made }
      }
    }
  }

  private func readLegacy(_ changes: [ObjectChange]) {
    for change in changes {
      let isDeleted = if case .deleted = change { true } else { false }
      let made = isDeleted ? LegacyConfiguration() : LegacyConfiguration(data: change.object.tree["data"])
      state.withLock { $0.legacyConfiguration = made }
    }
  }
}
