import JSON
import Kube
import Logging
import Synchronization

/// Keeps a copy of all objects of a resource, by listing once and watching from there.
public final class Informer: Sendable {
  public struct Options: Sendable {
    /// Nil watches all namespaces.
    public var namespace: String?
    public var labelSelector = ""
    public var fieldSelector = ""
    /// Counts as synced, without objects, while the API server does not serve the resource.
    public var toleratesAbsence = false
    public var backOff = ReflectorState.BackOff()
    /// How long the API server is asked to keep one watch open, in seconds.
    public var watchSeconds = 300

    public init() {}
  }

  private struct Key: Hashable {
    var namespace: String
    var name: String

    init(_ object: JSONValue) {
      namespace = object.value(at: "metadata", "namespace")?.string ?? ""
      name = object.value(at: "metadata", "name")?.string ?? ""
    }
  }

  private struct State {
    var reflector: ReflectorState
    var objects: [Key: JSONValue] = [:]
  }

  public let resource: GroupVersionResource
  private let client: KubernetesClient
  private let options: Options
  private let logger: Logger
  private let onChange: @Sendable () -> Void
  private let state: Mutex<State>

  /// - Parameter onChange: called after every change of the copy, on the informer's task; must not block.
  public init(
    _ client: KubernetesClient, _ resource: GroupVersionResource, options: Options = Options(), logger: Logger,
    onChange: @escaping @Sendable () -> Void
  ) {
    self.client = client
    self.resource = resource
    self.options = options
    self.logger = logger
    self.onChange = onChange
    state = Mutex(State(reflector: ReflectorState(backOff: options.backOff)))
  }

  /// Whether everything that there was at the start has been read.
  public var hasSynced: Bool { state.withLock { $0.reflector.hasSynced } }

  /// The objects as last seen, in no order.
  public var objects: [JSONValue] { state.withLock { Array($0.objects.values) } }

  /// One object as last seen.
  public func object(namespace: String, name: String) -> JSONValue? {
    let key = Key(["metadata": ["namespace": .string(namespace), "name": .string(name)]])
    return state.withLock { $0.objects[key] }
  }

  /// Lists and watches until the task is cancelled.
  public func run() async {
    while !Task.isCancelled {
      do {
        switch state.withLock({ $0.reflector.next }) {
        case .list: try await list()
        case .watch(let resourceVersion): try await watch(from: resourceVersion)
        }
      } catch is CancellationError {
        return
      } catch {
        let delay = state.withLock { $0.reflector.failed(jitter: .random(in: 0...1)) }
        if Task.isCancelled { return }
        logger.warning(
          "list or watch failed",
          metadata: ["resource": "\(resource.resource)", "reason": "\(error)", "retry": "\(delay)"])
        try? await Task.sleep(for: delay)
      }
    }
  }

  private var path: ResourcePath { ResourcePath(resource, namespace: options.namespace) }

  private func list() async throws {
    do {
      let (items, resourceVersion) = try await client.list(
        path, labelSelector: options.labelSelector, fieldSelector: options.fieldSelector)
      state.withLock { state in
        state.objects = Dictionary(items.map { (Key($0), $0) }) { _, last in last }
        state.reflector.listed(resourceVersion: resourceVersion)
      }
      onChange()
    } catch let error as KubernetesError where error.code == 404 && options.toleratesAbsence {
      let isNew = state.withLock { state in
        defer { state.reflector.foundAbsent() }
        return !state.reflector.hasSynced
      }
      if isNew { onChange() }
      throw error
    }
  }

  private func watch(from resourceVersion: String) async throws {
    let started = ContinuousClock.now
    var count = 0
    do {
      try await client.watch(
        path, from: resourceVersion, labelSelector: options.labelSelector, fieldSelector: options.fieldSelector,
        seconds: options.watchSeconds
      ) { event in
        count += 1
        self.observe(event)
      }
    } catch let error as KubernetesError where error.code == 410 {
      return state.withLock { $0.reflector.expired() }
    }
    // A watch that ends at once and empty would otherwise be begun again without a pause.
    if count == 0 && ContinuousClock.now - started < .seconds(1) { throw WatchEnded() }
  }

  private struct WatchEnded: Error, CustomStringConvertible {
    var description: String { "the watch ended at once" }
  }

  private func observe(_ event: WatchEvent) {
    state.withLock { state in
      state.reflector.observed(event)
      switch event {
      case .added(let object), .modified(let object): state.objects[Key(object)] = object
      case .deleted(let object): state.objects[Key(object)] = nil
      case .bookmark, .failed: break
      }
    }
    switch event {
    case .added, .modified, .deleted: onChange()
    case .bookmark, .failed: break
    }
  }
}

extension KubernetesClient {
  /// Watches until the API server ends it; every event goes to `receive` in order.
  ///
  /// Throws `KubernetesError` with code 410 when the API server no longer knows the resourceVersion.
  public func watch(
    _ path: ResourcePath, from resourceVersion: String, labelSelector: String = "", fieldSelector: String = "",
    seconds: Int = 300, _ receive: (WatchEvent) throws -> Void
  ) async throws {
    var request = request(
      "GET", path,
      query: [
        ("watch", "true"), ("allowWatchBookmarks", "true"), ("resourceVersion", resourceVersion),
        ("timeoutSeconds", "\(seconds)"), ("labelSelector", labelSelector), ("fieldSelector", fieldSelector),
      ])
    // Past its own end a watch that says nothing is a dead connection.
    request.timeout = .seconds(seconds + 30)
    let response = try await http.send(request, to: access.endpoint)
    guard response.status == 200 else {
      throw Self.failure(response.status, try await response.body.collect(limit: 1 << 20))
    }
    var splitter = LineSplitter()
    for try await bytes in response.body {
      for line in try splitter.lines(adding: bytes) {
        let event = try WatchEvent(line: line)
        if case .failed(let status) = event { throw KubernetesError.status(status) }
        try receive(event)
      }
    }
  }
}
