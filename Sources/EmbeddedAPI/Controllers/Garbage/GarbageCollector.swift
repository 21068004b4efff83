import EmbeddedStore
import JSON
import Kube

/// Deletes what has lost its owners, and carries out foreground and orphaning deletions.
///
/// Decisions come from the graph, which may be behind; before anything is deleted the owners are looked up, and the
/// deletion names the uid and the revision that it is meant for.
actor GarbageCollector: Controller {
  nonisolated let name = "garbage-collector"
  nonisolated let collections: Set<String>
  private let context: ControllerContext
  private let definitions: [String: ResourceDefinition]
  private var graph = GarbageGraph()

  init(_ context: ControllerContext) {
    self.context = context
    definitions = context.storedDefinitions.filter { $0.value.verbs.contains(.delete) && $0.key != "events" }
    collections = Set(definitions.keys)
  }

  func forget() { graph = GarbageGraph() }

  func observe(_ change: Change) throws(Status) -> [String] {
    let object = change.kind == .removed ? nil : try change.object.tree()
    return Array(graph.observe(change.object.key, object))
  }

  func reconcile(_ uid: String) async throws(Status) -> Duration? {
    var absent: Set<String> = []
    var present: Set<String> = []
    while true {
      let action = graph.decide(uid, absent: absent, present: present)
      guard let node = graph.nodes[uid], let definition = definitions[node.key.collection] else { return nil }
      switch action {
      case .none, .awaitDependents: return nil
      case .verify(let owners):
        for owner in owners {
          if try isAbsent(owner, of: node) { absent.insert(owner.uid) } else { present.insert(owner.uid) }
        }
        continue
      case .delete(let policy): try await delete(node, definition, policy)
      case .removeOwners(let uids):
        try await context.modify(definition, node.key, uid: uid) { $0.removeOwners(uids) }
      case .unblockOwners: try await context.modify(definition, node.key, uid: uid) { $0.unblockOwners() }
      case .orphan(let dependents):
        for dependent in dependents.sorted() {
          guard let node = graph.nodes[dependent], let definition = definitions[node.key.collection] else { continue }
          try await context.modify(definition, node.key, uid: dependent) { $0.removeOwners([uid]) }
        }
        try await context.modify(definition, node.key, uid: uid) {
          $0.removeFinalizer(GarbageGraph.orphanFinalizer)
        }
      case .finishForeground:
        try await context.modify(definition, node.key, uid: uid) {
          $0.removeFinalizer(GarbageGraph.foregroundFinalizer)
        }
      }
      return nil
    }
  }

  private func delete(
    _ node: GarbageGraph.Node, _ definition: ResourceDefinition, _ policy: String
  ) async throws(Status) {
    guard let object = try context.object(node.key), object.uid == node.uid, !object.isBeingDeleted else { return }
    guard GarbageGraph.owners(of: object) == node.owners else {
      throw .conflict(definition.resource(in: definition.storageVersion), node.key.name, "its owners have changed")
    }
    do {
      try await context.objects.delete(
        definition.resource(in: definition.storageVersion), namespace: node.key.namespace, name: node.key.name,
        options: [
          "preconditions": ["uid": .string(node.uid), "resourceVersion": .string(object.resourceVersion)],
          "propagationPolicy": .string(policy),
        ])
    } catch  where error.code == 404 {}
  }

  /// Whether an owner is certainly not there. Of kinds that are not served, and of owners in a namespace that an
  /// object of the cluster names, nobody can say.
  private func isAbsent(_ owner: GarbageGraph.Owner, of node: GarbageGraph.Node) throws(Status) -> Bool {
    guard let definition = context.registry.definition(of: owner.kind) else { return false }
    if definition.isNamespaced && node.key.namespace.isEmpty { return false }
    return try context.object(definition.key(namespace: node.key.namespace, name: owner.name))?.uid != owner.uid
  }
}
