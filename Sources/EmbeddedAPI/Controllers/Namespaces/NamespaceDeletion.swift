import EmbeddedStore
import JSON
import Kube

/// Empties namespaces that are being deleted, and lets them go when nothing is left.
actor NamespaceDeletion: Controller {
  nonisolated let name = "namespace-deletion"
  nonisolated let collections: Set<String>
  private static let finalizer = "kubernetes"
  /// Nothing may tell of what is left: look again after a while.
  private static let pause = Duration.seconds(5)

  private let context: ControllerContext
  private let namespaces: ResourceDefinition?
  private let contents: [ResourceDefinition]
  private var terminating: Set<String> = []

  init(_ context: ControllerContext) {
    self.context = context
    namespaces = context.registry.definition(group: "", resource: "namespaces")
    contents = context.storedDefinitions.values
      .filter { $0.isNamespaced && $0.verbs.contains(.delete) }
      // Events last: deleting the others may make some.
      .sorted {
        ($0.collection == "events" ? 1 : 0, $0.collection) < ($1.collection == "events" ? 1 : 0, $1.collection)
      }
    collections = Set(contents.map(\.collection) + [namespaces?.collection].compactMap(\.self))
  }

  func forget() { terminating = [] }

  func observe(_ change: Change) throws(Status) -> [String] {
    let key = change.object.key
    guard key.collection == namespaces?.collection else {
      return change.kind == .removed && terminating.contains(key.namespace) ? [key.namespace] : []
    }
    guard change.kind != .removed, try change.object.tree().isBeingDeleted else {
      terminating.remove(key.name)
      return []
    }
    terminating.insert(key.name)
    return [key.name]
  }

  func reconcile(_ name: String) async throws(Status) -> Duration? {
    guard let namespaces else { return nil }
    let key = namespaces.key(namespace: "", name: name)
    guard let namespace = try context.object(key), namespace.isBeingDeleted else { return nil }
    guard Self.finalizers(of: namespace).contains(Self.finalizer) else { return nil }
    let content = try await empty(name)
    let now = context.now()
    if content.isEmpty {
      try await context.modify(namespaces, key, uid: namespace.uid, subresource: "finalize") { namespace in
        let left = Self.finalizers(of: namespace).filter { $0 != Self.finalizer }
        namespace["spec"]?["finalizers"] = left.isEmpty ? nil : .array(left.map { .string($0) })
      }
      return nil
    }
    try await context.modify(namespaces, key, uid: namespace.uid, subresource: "status") {
      content.apply(to: &$0, now: now)
    }
    return Self.pause
  }

  private static func finalizers(of namespace: JSONValue) -> [String] {
    namespace.value(at: "spec", "finalizers")?.array?.compactMap(\.string) ?? []
  }

  /// Deletes what is not being deleted yet; returns what is still there after that.
  private func empty(_ namespace: String) async throws(Status) -> NamespaceContent {
    var content = NamespaceContent()
    for definition in contents {
      let resource = definition.resource(in: definition.storageVersion)
      for object in try await context.list(definition.collection, namespace: namespace) where !object.isBeingDeleted {
        do {
          try await context.objects.delete(
            resource, namespace: namespace, name: object.name,
            options: [
              "preconditions": ["uid": .string(object.uid)], "propagationPolicy": "Background",
            ])
        } catch  where error.code == 404 || error.code == 409 {
        } catch {
          content.failures.append("\(definition.names.plural) \"\(object.name)\": \(error.message)")
        }
      }
    }
    for definition in contents {
      for object in try await context.list(definition.collection, namespace: namespace) {
        content.remaining[definition.names.plural + "." + definition.group, default: 0] += 1
        for finalizer in object.finalizers { content.finalizers[finalizer, default: 0] += 1 }
      }
    }
    return content
  }
}
