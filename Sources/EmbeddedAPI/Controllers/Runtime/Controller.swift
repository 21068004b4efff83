import EmbeddedStore
import JSON
import Kube
import KubeClient
import Logging

/// Brings something in order whenever objects change. What to do is decided by pure functions; this is where they get
/// their values from, and where what they say is done.
protocol Controller: Sendable {
  associatedtype Key: Hashable & Sendable

  var name: String { get }
  /// The collections that it follows.
  var collections: Set<String> { get }

  /// Forgets what it observed: everything is observed again.
  func forget() async
  /// Takes note of a change, and says what has to be looked at because of it. Objects that were there at the start are
  /// observed as created.
  func observe(_ change: Change) async throws(Status) -> [Key]
  /// Looks at what is there now and does what is missing; safe to be called at any time, and any number of times.
  ///
  /// Returns after which time it wants to look again; an error is a failure, after which it looks again by itself.
  func reconcile(_ key: Key) async throws(Status) -> Duration?
}

extension Controller {
  func forget() async {}

  /// Works until the task is cancelled.
  func run(_ context: ControllerContext) async {
    let queue = WorkQueue<Key>(Self.queueOptions, isPaused: true)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await follow(context, queue) }
      group.addTask { await work(context, queue) }
      await withTaskCancellationHandler {
        await group.waitForAll()
      } onCancel: {
        queue.shutDown()
      }
    }
  }

  private func follow(_ context: ControllerContext, _ queue: WorkQueue<Key>) async {
    var failures = 0
    while !Task.isCancelled {
      do {
        // Decisions wait until everything is observed: half of what is there would mislead them.
        await queue.pause()
        await forget()
        let revision = context.store.revision
        for collection in collections.sorted() {
          var query = ListQuery(collection: collection, revision: revision, limit: 500)
          while true {
            let page = try await context.store.list(query)
            for object in page.objects { await note(Change(kind: .created, object: object), context, queue) }
            guard page.hasMore, let last = page.objects.last else { break }
            query.after = last.key
          }
        }
        let subscription = try context.store.changes(ChangeScope(collections: collections), after: revision)
        queue.resume()
        while true {
          for change in try await subscription.next() { await note(change, context, queue) }
          failures = 0
        }
      } catch is CancellationError {
        return
      } catch StoreError.closed {
        return
      } catch {
        context.logger.warning("controller starts again", metadata: ["controller": "\(name)", "reason": "\(error)"])
        failures += 1
        try? await Task.sleep(for: Self.queueOptions.backOff.delay(afterFailures: failures, jitter: 1))
      }
    }
  }

  private func note(_ change: Change, _ context: ControllerContext, _ queue: WorkQueue<Key>) async {
    do {
      queue.add(try await observe(change))
    } catch {
      context.logger.error("object passed over", metadata: ["controller": "\(name)", "reason": "\(error.message)"])
    }
  }

  private func work(_ context: ControllerContext, _ queue: WorkQueue<Key>) async {
    await queue.work { key in
      do throws(Status) {
        return try await reconcile(key).map { .again(after: $0) } ?? .finished
      } catch {
        // Conflicts are daily business: someone else was faster.
        context.logger.log(
          level: error.code == 409 || error.code == 404 ? .debug : .warning, "controller will try again",
          metadata: ["controller": "\(name)", "key": "\(key)", "reason": "\(error.message)"])
        return .failed
      }
    }
  }

  /// The store is in this process, so that there is nothing to be gained from looking more often.
  private static var queueOptions: WorkQueueOptions {
    WorkQueueOptions(backOff: BackOff(first: .milliseconds(50), longest: .seconds(60)), rate: nil)
  }
}

/// What controllers work with.
public struct ControllerContext: Sendable {
  public var store: any ObjectStoring
  public var registry: ResourceRegistry
  /// Writes as the controllers' own user.
  public var objects: any ObjectAccess
  public var logger: Logger
  public var now: @Sendable () -> Timestamp

  public init(
    store: any ObjectStoring, registry: ResourceRegistry, objects: any ObjectAccess, logger: Logger,
    now: @escaping @Sendable () -> Timestamp = { Timestamp.now() }
  ) {
    self.store = store
    self.registry = registry
    self.objects = objects
    self.logger = logger
    self.now = now
  }
}

extension ControllerContext {
  /// Kinds whose objects are kept, one for each collection.
  var storedDefinitions: [String: ResourceDefinition] {
    var found: [String: ResourceDefinition] = [:]
    // Of the two groups of events the one that they are stored in.
    for definition in registry.definitions
    where definition.verbs.contains(.list) && definition.group == definition.storageGroup {
      found[definition.collection] = definition
    }
    return found
  }

  /// The object as it is now, in its storage version.
  func object(_ key: ObjectKey) throws(Status) -> JSONValue? {
    let version: ObjectVersion?
    do throws(StoreError) { version = try store.get(key) } catch { throw .internalError("\(error)") }
    return try version?.tree()
  }

  /// Objects of a collection as they are now.
  func list(_ collection: String, namespace: String? = nil) async throws(Status) -> [JSONValue] {
    let versions: [ObjectVersion]
    do throws(StoreError) {
      versions = try await store.list(ListQuery(collection: collection, namespace: namespace)).objects
    } catch {
      throw .internalError("\(error)")
    }
    var objects: [JSONValue] = []
    for version in versions { objects.append(try version.tree()) }
    return objects
  }

  /// Changes the object that still has this uid, unless it is as wanted already; false when it is gone.
  @discardableResult
  func modify(
    _ definition: ResourceDefinition, _ key: ObjectKey, uid: String, subresource: String = "",
    _ change: (inout JSONValue) -> Void
  ) async throws(Status) -> Bool {
    guard let object = try object(key), object.uid == uid else { return false }
    var wanted = object
    change(&wanted)
    if wanted != object {
      _ = try await objects.update(
        definition.resource(in: definition.storageVersion), namespace: key.namespace, name: key.name,
        subresource: subresource, wanted, isDryRun: false)
    }
    return true
  }
}

extension JSONValue {
  var uid: String { value(at: "metadata", "uid")?.string ?? "" }
  var name: String { value(at: "metadata", "name")?.string ?? "" }
  var namespace: String { value(at: "metadata", "namespace")?.string ?? "" }
  var isBeingDeleted: Bool { value(at: "metadata", "deletionTimestamp")?.string != nil }
  var resourceVersion: String { value(at: "metadata", "resourceVersion")?.string ?? "" }
  var finalizers: [String] { value(at: "metadata", "finalizers")?.array?.compactMap(\.string) ?? [] }

  mutating func removeFinalizer(_ finalizer: String) {
    let left = finalizers.filter { $0 != finalizer }
    self["metadata"]?["finalizers"] = left.isEmpty ? nil : .array(left.map { .string($0) })
  }

  mutating func addFinalizer(_ finalizer: String) {
    let all = finalizers
    if !all.contains(finalizer) {
      self["metadata"]?["finalizers"] = .array((all + [finalizer]).map { .string($0) })
    }
  }

  func annotation(_ name: String) -> String? { value(at: "metadata", "annotations", name)?.string }

  mutating func setAnnotation(_ name: String, _ value: String?) {
    var annotations = self.value(at: "metadata", "annotations") ?? [:]
    annotations[name] = value.map { .string($0) }
    self["metadata"]?["annotations"] = annotations
  }
}
