import JSON
import Kube
import Logging
import Synchronization

/// Keeps a copy of all objects of a resource, by listing once and watching from there.
///
/// Objects are kept as JSON (`CachedObject`), and decoded when they are asked for.
public final class Informer: Sendable {
  public struct Options: Sendable {
    /// Nil watches all namespaces.
    public var namespace: String?
    public var labelSelector = ""
    public var fieldSelector = ""
    /// Counts as synced, without objects, while the API server does not serve the resource.
    public var toleratesAbsence = false
    public var backOff = ReflectorState.defaultBackOff
    /// How long the API server is asked to keep one watch open, in seconds; up to twice as long, so that the watches of
    /// many informers do not end at one moment.
    public var watchSeconds = 300
    /// Takes away what need not be kept.
    public var transform: @Sendable (inout JSONValue) -> Void = ObjectCollection.dropManagedFields
    /// By the name of the index.
    public var indexers: [String: Indexer] = [:]
    /// How often every object is told of again without a change, up to twice as long, so that the rounds of many
    /// informers do not meet; nil for never.
    public var resyncPeriod: Duration?

    public init() {}
  }

  private struct State {
    var reflector: ReflectorState
    var collection: ObjectCollection
    var waiters: [Int: CheckedContinuation<Void, any Error>] = [:]
    var waiterCount = 0
  }

  public let resource: GroupVersionResource
  private let client: KubernetesClient
  private let options: Options
  private let logger: Logger
  private let onProgress: @Sendable (String) -> Void
  private let onChange: @Sendable ([ObjectChange]) -> Void
  private let state: Mutex<State>
  /// Held while changes are made and told of, so that they are told of in their order.
  private let delivery = Mutex(())

  /// - Parameters:
  ///   - onProgress: told of the resourceVersion up to which the copy has everything, after a list or a bookmark and
  ///     after the changes up to it were told of; must not block.
  ///   - onChange: told of changes in their order, after the copy has them, one call at a time; must not block. Also
  ///     called, with no change, when the first list was empty.
  public init(
    _ client: KubernetesClient, _ resource: GroupVersionResource, options: Options = Options(), logger: Logger,
    onProgress: @escaping @Sendable (String) -> Void = { _ in },
    onChange: @escaping @Sendable ([ObjectChange]) -> Void
  ) {
    self.client = client
    self.resource = resource
    self.options = options
    self.logger = logger
    self.onProgress = onProgress
    self.onChange = onChange
    state = Mutex(
      State(
        reflector: ReflectorState(backOff: options.backOff),
        collection: ObjectCollection(indexers: options.indexers, transform: options.transform)))
  }

  /// Whether everything that there was at the start has been read.
  public var hasSynced: Bool { state.withLock { $0.reflector.hasSynced } }

  /// Whether the API server has the resource, as far as is known.
  public var isServed: Bool { state.withLock { $0.reflector.hasSynced && !$0.reflector.isAbsent } }

  /// Returns once the copy is complete.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func waitUntilSynced() async throws {
    let number = state.withLock { state in
      state.waiterCount += 1
      return state.waiterCount
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let result: Result<Void, any Error>? = state.withLock { state in
          if Task.isCancelled { return .failure(CancellationError()) }
          if state.reflector.hasSynced { return .success(()) }
          state.waiters[number] = continuation
          return nil
        }
        if let result { continuation.resume(with: result) }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: number) }?.resume(throwing: CancellationError())
    }
  }

  /// The copy as it is at this moment.
  func read<Result>(_ body: (ObjectCollection) throws -> Result) rethrows -> Result {
    try state.withLock { try body($0.collection) }
  }

  /// The resourceVersion up to which everything has been seen; nil before the first list and while there has to be
  /// another one.
  public var resourceVersion: String? {
    state.withLock { if case .watch(let version) = $0.reflector.next { version } else { nil } }
  }

  /// Lists and watches until the task is cancelled.
  public func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.follow() }
      if let period = options.resyncPeriod { group.addTask { await self.resync(period) } }
    }
  }

  /// Tells of every object from time to time.
  private func resync(_ period: Duration) async {
    while (try? await Task.sleep(for: period * .random(in: 1...2))) != nil {
      guard hasSynced else { continue }
      change { $0.collection.objects.sorted { $0.id < $1.id }.map { .resynced($0) } }
    }
  }

  private func follow() async {
    while !Task.isCancelled {
      do {
        switch state.withLock({ $0.reflector.next }) {
        case .list: try await list()
        case .watch(let resourceVersion): try await watch(from: resourceVersion)
        }
      } catch {
        if Task.isCancelled { return }
        let delay = recover(from: error)
        if delay > .zero { try? await Task.sleep(for: delay) }
      }
    }
  }

  /// Notes a failure; how long to wait before the next step.
  private func recover(from error: any Error) -> Duration {
    let refusal = error as? KubernetesError
    let jitter = Double.random(in: 0...1)
    if let refusal, refusal.isExpired {
      logger.debug("listing again", metadata: ["resource": "\(resource.resource)", "reason": "\(error)"])
      return state.withLock { $0.reflector.expired(jitter: jitter) }
    }
    if let refusal, refusal.isNotFound {
      change { state in
        state.reflector.foundAbsent(isTolerated: options.toleratesAbsence)
        // The copy stays: API servers that start say 404 for a moment, and nothing must be taken for deleted then.
        return []
      }
    }
    let delay = state.withLock { $0.reflector.failed(jitter: jitter, retryAfter: refusal?.retryAfter) }
    // An add-on that is not installed is no fault.
    let isExpected = refusal?.isNotFound == true && options.toleratesAbsence
    logger.log(
      level: isExpected ? .debug : .warning, "list or watch failed",
      metadata: ["resource": "\(resource.resource)", "reason": "\(error)", "retry": "\(delay)"])
    return delay
  }

  private var path: ResourcePath { ResourcePath(resource, namespace: options.namespace) }

  private func list() async throws {
    let maker = ObjectCollection(indexers: options.indexers, transform: options.transform)
    let (items, resourceVersion) = try await client.list(
      path, labelSelector: options.labelSelector, fieldSelector: options.fieldSelector
    ) { maker.entry($0) }
    change(reaching: resourceVersion) { state in
      state.reflector.listed(resourceVersion: resourceVersion)
      return state.collection.replace(withEntries: items)
    }
  }

  private func watch(from resourceVersion: String) async throws {
    let started = ContinuousClock.now
    var count = 0
    try await client.watch(
      path, from: resourceVersion, labelSelector: options.labelSelector, fieldSelector: options.fieldSelector,
      seconds: .random(in: options.watchSeconds...2 * options.watchSeconds)
    ) { event in
      count += 1
      var progress: String?
      if case .bookmark(let version) = event { progress = version }
      change(reaching: progress) { state in
        state.reflector.observed(event)
        return state.collection.apply(event)
      }
    }
    // A watch that ends at once and empty would otherwise be begun again without a pause.
    if count == 0 && ContinuousClock.now - started < .seconds(1) { throw WatchEnded() }
  }

  private struct WatchEnded: Error, CustomStringConvertible {
    var description: String { "the watch ended at once" }
  }

  /// Changes the copy, then tells of it, and of the moment when it is complete for the first time.
  /// - Parameter version: up to which the copy has everything then, where a list or a bookmark says so.
  private func change(reaching version: String? = nil, _ body: (inout State) -> [ObjectChange]) {
    let waiters = delivery.withLock { _ in
      let (changes, isFirst, waiters) = state.withLock { state in
        let hadSynced = state.reflector.hasSynced
        let changes = body(&state)
        let isFirst = !hadSynced && state.reflector.hasSynced
        defer { if isFirst { state.waiters = [:] } }
        return (changes, isFirst, isFirst ? Array(state.waiters.values) : [])
      }
      if isFirst || !changes.isEmpty { onChange(changes) }
      if let version { onProgress(version) }
      return waiters
    }
    for waiter in waiters { waiter.resume() }
  }
}
