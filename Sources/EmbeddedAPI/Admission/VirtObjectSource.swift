import Admission
import EmbeddedStore
import JSON
import Kube
import Logging
import VirtTypes

/// What our admission knows of the instance's objects: presets and settings as a snapshot, the rest looked up.
///
/// The snapshot follows the store on demand: one that is asked for has in it whatever was committed before, so that a
/// machine which comes right behind its preset gets it.
public actor VirtObjectSource {
  private let store: any ObjectStoring
  private let registry: ResourceRegistry
  private let logger: Logger
  private let scope: [SnapshotScope]

  private var objects: [ObjectKey: JSONValue] = [:]
  private var subscription: (any ChangeSubscription)?
  private var known: ClusterSnapshot?
  private var followed = Revision(0)
  private var following: Task<Void, any Error>?
  private var reportedProblems: Set<String> = []

  /// Objects that a snapshot is made of.
  private struct SnapshotScope {
    var collection: String
    var namespace: String?
    var name: String?

    func contains(_ key: ObjectKey) -> Bool {
      collection == key.collection && (namespace == nil || namespace == key.namespace)
        && (name == nil || name == key.name)
    }
  }

  public init(store: any ObjectStoring, registry: ResourceRegistry, logger: Logger) {
    self.store = store
    self.registry = registry
    self.logger = logger
    let wanted: [(group: String, resource: String, namespace: String?, name: String?)] = [
      ("kubevirt.io", "kubevirts", nil, nil),
      ("kubevirt.io", "virtualmachineinstancepresets", nil, nil),
      ("", "limitranges", nil, nil),
      ("", "configmaps", SnapshotBuilder.legacyNamespace, SnapshotBuilder.legacyConfigurationName),
    ]
    scope = wanted.compactMap { wanted in
      registry.definition(group: wanted.group, resource: wanted.resource).map {
        SnapshotScope(collection: $0.collection, namespace: wanted.namespace, name: wanted.name)
      }
    }
  }

  /// What is known now, with everything in it that was committed when this is called.
  public func snapshot() async throws -> ClusterSnapshot {
    let wanted = store.revision
    while true {
      if let known, followed >= wanted { return known }
      // One follows for all who wait.
      if let following {
        try await following.value
      } else {
        // It ends its own time, before it is over: as long as the one who began it did, those who waited found it over and
        // still there, and asked for its value again and again without ever letting that one come to it.
        let task = Task {
          defer { following = nil }
          try await follow()
        }
        following = task
        try await task.value
      }
    }
  }

  /// Takes the next changes, or everything where it starts or fell behind.
  private func follow() async throws {
    if let subscription, known != nil {
      do {
        var isChanged = false
        for change in try await subscription.next() where scope.contains(where: { $0.contains(change.object.key) }) {
          isChanged = true
          objects[change.object.key] = change.kind == .removed ? nil : try change.object.tree()
        }
        if isChanged { rebuild() }
        followed = max(followed, subscription.revision)
        return
      } catch StoreError.expired {
        logger.info("admission reads its objects again: the change log no longer reaches back to where it was")
      }
    }
    try await readAll()
  }

  private func readAll() async throws {
    let revision = store.revision
    var read: [ObjectKey: JSONValue] = [:]
    for scope in scope {
      let query = ListQuery(collection: scope.collection, namespace: scope.namespace, revision: revision)
      for version in try await store.list(query).objects where scope.contains(version.key) {
        read[version.key] = try version.tree()
      }
    }
    // All changes, not only those of the scope: what is behind the store's revision then always has a next one.
    subscription = try store.changes(ChangeScope(), after: revision)
    objects = read
    rebuild()
    followed = revision
  }

  private func rebuild() {
    let builder = SnapshotBuilder(objects.sorted { $0.key < $1.key }.map(\.value))
    known = builder.makeSnapshot()
    let problems = Set(builder.problems)
    for problem in problems.subtracting(reportedProblems).sorted() {
      logger.error("object passed over", metadata: ["reason": "\(problem)"])
    }
    reportedProblems = problems
  }
}

// MARK: Look-ups

extension VirtObjectSource {
  /// Why a reference can't be answered.
  struct LookUpError: Error, CustomStringConvertible {
    var description: String
  }

  /// Objects that a verdict asked for, as they are now; a kind that is not served has none.
  nonisolated public func fetch(_ references: [ObjectReference]) async throws -> FoundObjects {
    var found = FoundObjects()
    for reference in references { found.insert(reference, try await objects(for: reference)) }
    return found
  }

  nonisolated private func objects(for reference: ObjectReference) async throws -> [JSONValue] {
    switch reference {
    case .object(let kind, let namespace, let name):
      guard !name.isEmpty, let definition = definition(of: kind) else { return [] }
      guard let version = try store.get(definition.key(namespace: namespace, name: name)) else { return [] }
      return [try version.tree(definition, in: kind.resource.version)]
    case .list(let kind, let namespace, let label, let value):
      guard let definition = definition(of: kind) else { return [] }
      let isLimited = definition.isNamespaced && !namespace.isEmpty
      let query = ListQuery(collection: definition.collection, namespace: isLimited ? namespace : nil)
      var objects: [JSONValue] = []
      for version in try await store.list(query).objects {
        let object = try version.tree(definition, in: kind.resource.version)
        if label.isEmpty || object.value(at: "metadata", "labels", label)?.string == value { objects.append(object) }
      }
      return objects
    case .patched(let kind, _, let name, _):
      throw LookUpError(description: "\(kind.rawValue) \"\(name)\" is not patched by admission in process")
    }
  }

  nonisolated private func definition(of kind: ObjectKind) -> ResourceDefinition? {
    registry.definition(group: kind.resource.group, resource: kind.resource.resource)
  }
}
