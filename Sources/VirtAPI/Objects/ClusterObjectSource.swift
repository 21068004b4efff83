import Admission
import JSON
import Kube
import KubeClient
import Logging
import Synchronization

/// Takes objects from a cluster: what every request needs through informers, the rest by a GET when a rule asks.
public final class ClusterObjectSource: ObjectSource {
  private let client: KubernetesClient
  private let logger: Logger
  private let informers: [Informer]
  private let state: Mutex<Knowledge>
  private let changes: AsyncStream<Void>
  private let changed: AsyncStream<Void>.Continuation

  private struct Knowledge {
    var snapshot = ClusterSnapshot()
    /// Resources that are not in the snapshot yet.
    var missing: [String]
    /// Problems that were logged already, so that each is said once.
    var reportedProblems: Set<String> = []
  }

  /// What informers keep: few and small objects that nearly every admission needs.
  ///
  /// Everything of `FoundObjects` kinds that is not here (instances, migrations, claims, pods …) is read on demand.
  private static let watched: [(resource: GroupVersionResource, namespace: String?, name: String?)] = [
    (GroupVersionResource(group: "kubevirt.io", version: "v1", resource: "kubevirts"), nil, nil),
    (GroupVersionResource(group: "kubevirt.io", version: "v1", resource: "virtualmachineinstancepresets"), nil, nil),
    (GroupVersionResource(version: "v1", resource: "limitranges"), nil, nil),
    (
      GroupVersionResource(version: "v1", resource: "configmaps"), SnapshotBuilder.legacyNamespace,
      SnapshotBuilder.legacyConfigurationName
    ),
  ]

  public init(client: KubernetesClient, logger: Logger) {
    self.client = client
    self.logger = logger
    let (changes, changed) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.changes = changes
    self.changed = changed
    state = Mutex(Knowledge(missing: Self.watched.map(\.resource.resource)))
    informers = Self.watched.map { resource, namespace, name in
      var options = Informer.Options()
      options.namespace = namespace
      options.fieldSelector = name.map { "metadata.name=\($0)" } ?? ""
      options.toleratesAbsence = true
      return Informer(client, resource, options: options, logger: logger) { _ in changed.yield() }
    }
  }

  public var snapshot: ClusterSnapshot { state.withLock { $0.snapshot } }

  public var unreadyReason: String? {
    let missing = state.withLock { $0.missing }
    return missing.isEmpty ? nil : "not read yet: \(missing.joined(separator: ", "))"
  }

  public func cached(_ references: [ObjectReference]) -> FoundObjects? { nil }

  public func fetch(_ references: [ObjectReference]) async throws -> FoundObjects {
    try await withThrowingTaskGroup(of: (ObjectReference, [JSONValue]).self) { group in
      for reference in references { group.addTask { (reference, try await self.objects(for: reference)) } }
      var found = FoundObjects()
      for try await (reference, objects) in group { found.insert(reference, objects) }
      return found
    }
  }

  /// What a reference points to; not found, or a resource that is not served, is nothing.
  private func objects(for reference: ObjectReference) async throws -> [JSONValue] {
    do {
      switch reference {
      case .object(let kind, let namespace, let name):
        if name.isEmpty { return [] }
        return [
          try await client.get(ResourcePath(kind.resource, namespace: kind.isNamespaced ? namespace : nil, name: name))
        ]
      case .list(let kind, let namespace, let label, let value):
        return try await client.list(
          ResourcePath(kind.resource, namespace: kind.isNamespaced && !namespace.isEmpty ? namespace : nil),
          labelSelector: label.isEmpty ? "" : "\(label)=\(value)"
        ).items
      case .patched(let kind, let namespace, let name, let patch):
        return [try await client.patch(ResourcePath(kind.resource, namespace: namespace, name: name), patch)]
      }
    } catch let error as KubernetesError where error.code == 404 {
      return []
    }
  }

  public func follow() async {
    await withTaskGroup(of: Void.self) { group in
      for informer in informers { group.addTask { await informer.run() } }
      // Many changes at once are one rebuilding: the stream keeps a single one waiting.
      for await _ in changes { rebuild() }
    }
  }

  private func rebuild() {
    // Before the objects: what is synced by now is in them.
    let missing = informers.filter { !$0.hasSynced }.map(\.resource.resource)
    let builder = SnapshotBuilder(informers.flatMap { $0.objects.map(\.tree) })
    let snapshot = builder.makeSnapshot()
    let news = state.withLock { state in
      state.snapshot = snapshot
      state.missing = missing
      let problems = Set(builder.problems)
      defer { state.reportedProblems = problems }
      return problems.subtracting(state.reportedProblems)
    }
    for problem in news.sorted() { logger.error("object passed over", metadata: ["reason": "\(problem)"]) }
  }
}
