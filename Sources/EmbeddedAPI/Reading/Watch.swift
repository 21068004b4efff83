import EmbeddedStore
import Kube
import Transport

/// One client's watch of one collection.
struct Watch: Sendable {
  private let store: any ObjectStoring
  private let options: WatchService.Options
  private let drain: WatchDrain
  private let request: ResourceRequest
  private let format: ResponseFormat
  private let filter: ObjectFilter
  private let scope: ChangeScope
  private let start: WatchStart
  private let now: @Sendable () -> Timestamp
  private let clock = ContinuousClock()
  private let end: ContinuousClock.Instant

  init(
    _ request: ResourceRequest, store: any ObjectStoring, options: WatchService.Options, drain: WatchDrain,
    now: @escaping @Sendable () -> Timestamp
  ) throws(Status) {
    self.store = store
    self.options = options
    self.drain = drain
    self.request = request
    self.now = now
    format = try ResponseFormat.negotiate(request.accept, options: request.options, isStream: true)
    filter = try ObjectFilter(
      label: request.options.labelSelector, field: request.options.fieldSelector, definition: request.definition)
    scope = ChangeScope(
      collections: [request.definition.collection], namespace: request.namespace.isEmpty ? nil : request.namespace,
      name: request.name.isEmpty ? filter.name : request.name)
    start = try WatchStart(request.options)
    let seconds = request.options.timeoutSeconds.flatMap { $0 > 0 ? $0 : nil } ?? Int.random(in: options.durations)
    end = clock.now + .seconds(seconds)
  }

  /// The ages in tables are of the moment when a batch is written.
  private func presenter() -> ObjectPresenter {
    ObjectPresenter(definition: request.definition, version: request.version, format: format, now: now())
  }

  // MARK: The course of a watch

  func run(_ client: some WatchClient) async throws {
    try await client.start(status: 200, headers: ["content-type": format.contentType])
    var output = WatchOutput(client: client)
    do {
      let revision = try await begin(&output)
      try await follow(store.changes(scope, after: revision), &output)
    } catch StoreError.closed {
      // The server is about to end: the client sees the end of the stream and comes back later.
    } catch let error as StoreError {
      try await client.write(ObjectPresenter.error(Status(error, request.resource, request.name)))
    } catch let error as Status {
      try await client.write(ObjectPresenter.error(error))
    }
    try await client.finish()
  }

  /// Sends the state where it is wanted; the result is the revision that the changes follow on.
  private func begin(_ output: inout WatchOutput<some WatchClient>) async throws -> Revision {
    switch start {
    case .now: return store.revision
    case .after(let revision):
      try await waitFor(revision)
      return revision
    case .state(let bookmark, let revision):
      if let revision { try await waitFor(revision) }
      let revision = try await sendState(&output)
      if bookmark, request.options.allowWatchBookmarks {
        try await output.write(presenter().bookmark(revision, endsInitialEvents: true))
      }
      return revision
    }
  }

  /// A client of a store that was put back to an earlier state may ask for what has not happened yet.
  private func waitFor(_ revision: Revision) async throws {
    let limit = clock.now + options.patience
    while store.revision < revision {
      if clock.now >= limit { throw StoreError.future(requested: revision, current: store.revision) }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// All objects as of one moment, page by page, so that a slow client does not make us hold them all.
  private func sendState(_ output: inout WatchOutput<some WatchClient>) async throws -> Revision {
    var query = ListQuery(
      collection: request.definition.collection, namespace: scope.namespace, limit: options.pageSize)
    while true {
      let page = try await store.list(query)
      let presenter = presenter()
      for object in page.objects where try scope.contains(object.key) && filter.matches(object) {
        try await output.append(presenter.event(.added, object, withColumns: output.takesColumns()))
      }
      guard page.hasMore, let last = page.objects.last else {
        try await output.flush()
        return page.revision
      }
      query.revision = page.revision
      query.after = last.key
    }
  }

  private enum Step: Sendable {
    case changes([Change])
    /// It is time for a bookmark, or the watch is to end.
    case tick
  }

  private func follow(
    _ subscription: any ChangeSubscription, _ output: inout WatchOutput<some WatchClient>
  ) async throws {
    while true {
      try await followUntilTick(subscription, &output)
      try Task.checkCancellation()
      if request.options.allowWatchBookmarks {
        try await output.write(presenter().bookmark(subscription.revision))
      }
      if drain.isDraining || clock.now >= end { return }
    }
  }

  /// Sends changes until it is time for a bookmark or the end.
  ///
  /// The read that waits is called off and awaited before this returns, so that what the subscription then says it has
  /// handed out was sent.
  private func followUntilTick(
    _ subscription: any ChangeSubscription, _ output: inout WatchOutput<some WatchClient>
  ) async throws {
    let tick = min(end, clock.now + options.bookmarkInterval)
    try await withThrowingTaskGroup(of: Step.self) { group in
      group.addTask { .changes(try await subscription.next()) }
      group.addTask {
        try? await clock.sleep(until: tick)
        return .tick
      }
      group.addTask {
        try? await drain.wait()
        return .tick
      }
      var isStopping = false
      var isUpToDate = false
      while let result = await group.nextResult() {
        switch result {
        case .success(.changes(let changes)):
          try await send(changes, &output)
          isUpToDate = isStopping
          if !isStopping { group.addTask { .changes(try await subscription.next()) } }
        case .success(.tick):
          isStopping = true
          group.cancelAll()
        case .failure(let error):
          // Only reads fail. In a group that is called off a read does not wait, but it takes note of changes that
          // concern others: so the bookmark is of now, and not of the moment when the read before began.
          guard isStopping, error is CancellationError else { throw error }
          if !isUpToDate { group.addTask { .changes(try await subscription.next()) } }
          isUpToDate = true
        }
      }
    }
  }

  // MARK: Changes

  private func send(_ changes: [Change], _ output: inout WatchOutput<some WatchClient>) async throws {
    let presenter = presenter()
    for change in changes {
      guard let (type, object) = try filter.event(of: change) else { continue }
      try await output.append(presenter.event(type, object, withColumns: output.takesColumns()))
    }
    try await output.flush()
  }
}

extension ObjectFilter {
  /// What a change is to someone who sees only what the filter selects; nil for nothing at all.
  func event(of change: Change) throws(Status) -> (WatchEventType, ObjectVersion)? {
    if isEmpty {
      switch change.kind {
      case .created: return (.added, change.object)
      case .replaced: return (.modified, change.object)
      case .removed: return (.deleted, change.object)
      }
    }
    let wasSelected = if let previous = change.previous { try matches(previous) } else { false }
    switch change.kind {
    case .created: return try matches(change.object) ? (.added, change.object) : nil
    case .removed: return wasSelected ? (.deleted, change.object) : nil
    case .replaced:
      switch (wasSelected, try matches(change.object)) {
      case (true, true): return (.modified, change.object)
      case (false, true): return (.added, change.object)
      case (true, false): return (.deleted, try Self.leaving(change))
      case (false, false): return nil
      }
    }
  }

  /// The object as the watcher knew it, at the revision at which it went out of sight.
  private static func leaving(_ change: Change) throws(Status) -> ObjectVersion {
    guard let previous = change.previous else { return change.object }
    return try change.object.derived("leaving") { () throws(Status) in
      var tree = try previous.tree()
      var metadata = tree["metadata"] ?? .null
      metadata["resourceVersion"] = .string(change.revision.description)
      tree["metadata"] = metadata
      return ObjectVersion(key: previous.key, revision: change.revision, bytes: tree.jsonBytes())
    }
  }
}
