import EmbeddedStore
import JSON
import Kube
import Logging
import Synchronization

/// Authorizes by roles and bindings (RBAC). What it decides by is a value in memory, which follows the store's changes.
public final class RoleAuthorizer: Authorizer {
  private struct State {
    var objects: [ObjectKey: JSONValue] = [:]
    var snapshot = RoleSnapshot()
    var revision = Revision(0)
  }

  private let store: any ObjectStoring
  private let logger: Logger
  private let state = Mutex(State())

  /// Nothing is allowed, but to superusers, before `load` was called.
  public init(store: any ObjectStoring, logger: Logger) {
    self.store = store
    self.logger = logger
  }

  /// The roles as they are known now.
  public var snapshot: RoleSnapshot { state.withLock { $0.snapshot } }

  public func authorize(_ attributes: AccessAttributes) async -> AccessDecision { snapshot.decide(attributes) }

  /// Reads all roles and bindings.
  public func load() async throws(StoreError) {
    let revision = store.revision
    var objects: [ObjectKey: JSONValue] = [:]
    for collection in RoleSnapshot.collections.sorted() {
      // Without a revision: one that was compacted meanwhile could not be read. What changes after the first moment
      // comes once more through the feed.
      let list = try await store.list(ListQuery(collection: collection))
      for version in list.objects { objects[version.key] = tree(version) }
    }
    let snapshot = RoleSnapshot(objects.map { (key: $0.key, object: $0.value) })
    state.withLock { $0 = State(objects: objects, snapshot: snapshot, revision: revision) }
  }

  /// Follows the changes until the task is cancelled or the store closes.
  public func run() async {
    while !Task.isCancelled {
      do {
        let changes = try store.changes(
          ChangeScope(collections: RoleSnapshot.collections), after: state.withLock { $0.revision })
        while true { apply(try await changes.next(), through: changes.revision) }
      } catch StoreError.closed {
        return
      } catch is CancellationError {
        return
      } catch {
        logger.warning("roles are read again", metadata: ["reason": "\(error)"])
        do {
          try await load()
        } catch {
          logger.error("roles can't be read", metadata: ["reason": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  private func apply(_ changes: [Change], through revision: Revision) {
    let trees = changes.map { ($0.kind, $0.object.key, $0.kind == .removed ? nil : tree($0.object)) }
    state.withLock { state in
      for (_, key, object) in trees { state.objects[key] = object }
      state.revision = max(revision, changes.last?.revision ?? revision)
      state.snapshot = RoleSnapshot(state.objects.map { (key: $0.key, object: $0.value) })
    }
  }

  /// Nil for what can't be read, which then allows nothing.
  private func tree(_ version: ObjectVersion) -> JSONValue? {
    do throws(Status) {
      return try version.tree()
    } catch {
      logger.error("a role is not regarded", metadata: ["reason": "\(error.message)"])
      return nil
    }
  }
}
