import EmbeddedStore
import JSON
import Kube
import Logging
import Synchronization
import TestSupport
import Transport

@testable import EmbeddedAPI

/// A store with the API's pipeline over it, and nothing random but uids.
final class ControllerWorld: Sendable {
  let store = MemoryObjectStore()
  let registry: ResourceRegistry
  let objects: any ObjectAccess
  private let clock = Mutex(Timestamp(seconds: 1_800_000_000))

  private struct Anyone: Authenticator, Authorizer, SchemaSource {
    func authenticate(_ head: HTTPRequestHead) async throws(Status) -> UserInfo { UserInfo(username: "someone") }
    func authorize(_ attributes: AccessAttributes) async -> AccessDecision { .allowed(reason: "") }
    func schema(of kind: GroupVersionKind) -> (any ObjectSchema)? { nil }
  }

  init(_ definitions: [ResourceDefinition] = BuiltInResources.definitions + CustomResources.definitions) {
    registry = ResourceRegistry(definitions)
    let uids = UIDs()
    objects = LocalAccess(
      service: ResourceService(
        APIConfiguration(
          store: store, registry: registry, schemas: Anyone(), authenticator: Anyone(), authorizer: Anyone(),
          logger: Logger(label: "test"), now: { Timestamp(seconds: 1_800_000_000) }, makeUID: { uids.next() })),
      user: UserInfo(username: "system:controller"))
  }

  private final class UIDs: Sendable {
    private let count = Mutex(0)

    func next() -> String {
      count.withLock { count in
        count += 1
        return "uid-\(count)"
      }
    }
  }

  var now: Timestamp {
    get { clock.withLock { $0 } }
    set { clock.withLock { $0 = newValue } }
  }

  var context: ControllerContext {
    ControllerContext(
      store: store, registry: registry, objects: objects, logger: Logger(label: "test"), now: { self.now })
  }

  static func resource(_ resource: String, _ group: String = "", version: String = "v1") -> GroupVersionResource {
    GroupVersionResource(group: group, version: version, resource: resource)
  }

  @discardableResult
  func create(_ resource: String, _ object: JSONValue) async throws -> JSONValue {
    try await objects.create(Self.resource(resource), namespace: object.namespace, object, isDryRun: false)
  }

  func get(_ resource: String, _ namespace: String, _ name: String) throws -> JSONValue? {
    try context.object(ObjectKey(collection: resource, namespace: namespace, name: name))
  }
}

/// Runs a controller step by step, in an order that a seed decides: what it gets to see late, and what it looks at
/// first, are chances.
struct ControllerDriver<Subject: Controller> {
  let subject: Subject
  let world: ControllerWorld
  private var seen = Revision(0)
  private var keys: [Subject.Key] = []
  private var generator: SeededGenerator
  /// What is asked for again later; taken as due at once when nothing else is.
  private(set) var repeats: Set<Subject.Key> = []

  init(_ subject: Subject, _ world: ControllerWorld, seed: UInt64 = 1) {
    self.subject = subject
    self.world = world
    generator = SeededGenerator(seed: seed)
  }

  /// Works until nothing is left to do; returns how many steps that took.
  @discardableResult
  mutating func settle(mostSteps: Int = 5000) async throws -> Int {
    for step in 0..<mostSteps {
      let changes = world.store.changes(after: seen, in: subject.collections)
      if !changes.isEmpty && (keys.isEmpty || Bool.random(using: &generator)) {
        // A part of what happened: the rest is seen later.
        for change in changes.prefix(Int.random(in: 1...changes.count, using: &generator)) {
          for key in try await subject.observe(change) where !keys.contains(key) { keys.append(key) }
          seen = change.revision
        }
      }
      if keys.isEmpty {
        if changes.isEmpty { return step }
        continue
      }
      let key = keys.remove(at: Int.random(in: 0..<keys.count, using: &generator))
      do {
        if try await subject.reconcile(key) != nil { repeats.insert(key) } else { repeats.remove(key) }
      } catch {
        keys.append(key)
      }
    }
    throw NotSettled()
  }

  /// Looks again at what was to be looked at later.
  mutating func wakeUp() {
    keys += repeats
    repeats = []
  }

  struct NotSettled: Error {}
}
