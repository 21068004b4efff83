import JSON
import Kube
import KubeClient

/// How the group's endpoints read and write objects: in a cluster, or in process.
public protocol SubresourceObjects: Sendable {
  /// The object as it is now, past all caches; nil when there is none.
  func find(_ path: ResourcePath) async throws -> JSONValue?
  /// The objects of a collection with these labels (in the form of a query).
  func list(_ path: ResourcePath, labelSelector: String) async throws -> [JSONValue]
  func perform(_ write: ObjectWrite) async -> WriteOutcome
}

/// The objects of the cluster whose API server stands in front.
struct ClusterSubresourceObjects: SubresourceObjects {
  let client: KubernetesClient

  func find(_ path: ResourcePath) async throws -> JSONValue? {
    do {
      return try await client.get(path)
    } catch let error as KubernetesError where error.isNotFound {
      return nil
    }
  }

  func list(_ path: ResourcePath, labelSelector: String) async throws -> [JSONValue] {
    try await client.list(path, labelSelector: labelSelector).items
  }

  func perform(_ write: ObjectWrite) async -> WriteOutcome { await client.perform(write) }
}

/// No objects, where there is no cluster.
struct NoSubresourceObjects: SubresourceObjects {
  func find(_ path: ResourcePath) async throws -> JSONValue? { nil }
  func list(_ path: ResourcePath, labelSelector: String) async throws -> [JSONValue] { [] }
  func perform(_ write: ObjectWrite) async -> WriteOutcome {
    .failure(.unexpectedAnswer(status: 503, "there is no cluster"))
  }
}
