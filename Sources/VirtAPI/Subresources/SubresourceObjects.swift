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

  func perform(_ write: ObjectWrite) async -> WriteOutcome {
    do {
      switch write.operation {
      case .get: return .success(try await client.get(write.path))
      case .create(let object): return .success(try await client.create(write.path, object, options: write.options))
      case .patch(let patch): return .success(try await client.patch(write.path, patch, options: write.options))
      case .delete(let options): return .success(try await client.delete(write.path, options: options))
      case .change: return .failure(.unexpectedAnswer(status: 501, "changes are not sent here"))
      }
    } catch let error as KubernetesError {
      return .failure(error)
    } catch {
      return .failure(.unexpectedAnswer(status: 503, "\(error)"))
    }
  }
}

/// No objects, where there is no cluster.
struct NoSubresourceObjects: SubresourceObjects {
  func find(_ path: ResourcePath) async throws -> JSONValue? { nil }
  func list(_ path: ResourcePath, labelSelector: String) async throws -> [JSONValue] { [] }
  func perform(_ write: ObjectWrite) async -> WriteOutcome {
    .failure(.unexpectedAnswer(status: 503, "there is no cluster"))
  }
}
