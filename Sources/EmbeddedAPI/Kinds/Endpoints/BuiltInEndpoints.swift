import JSON
import Kube

/// The paths of Kubernetes' own kinds that are not plain storage, but for those that have to do with access.
public enum BuiltInEndpoints {
  public static let endpoints: [EndpointKey: any ResourceEndpoint] = [
    EndpointKey(resource: "bindings"): BindingEndpoint(),
    EndpointKey(resource: "pods", subresource: "binding"): BindingEndpoint(),
    EndpointKey(resource: "pods", subresource: "eviction"): EvictionEndpoint(),
    EndpointKey(resource: "namespaces", subresource: "finalize"): FinalizeEndpoint(),
  ]

  /// - Parameter runner: who runs pods; nil while nobody does, which is what clients are told then.
  public static func streams(runner: (any PodConnector)?) -> [EndpointKey: any StreamingEndpoint] {
    [
      EndpointKey(resource: "pods", subresource: "exec"): PodCommandEndpoint(runner: runner, isAttach: false),
      EndpointKey(resource: "pods", subresource: "attach"): PodCommandEndpoint(runner: runner, isAttach: true),
      EndpointKey(resource: "pods", subresource: "portforward"): PodPortEndpoint(runner: runner),
      EndpointKey(resource: "pods", subresource: "log"): PodLogEndpoint(runner: runner),
    ]
  }

  static let pods = GroupVersionResource(version: "v1", resource: "pods")

  /// The answer to a request that has no object to return.
  static let created: JSONValue = [
    "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success", "code": 201,
  ]

  /// Carries out again what found the object changed meanwhile, a few times.
  static func retryingConflicts<Result: Sendable>(
    _ body: () async throws(Status) -> Result
  ) async throws(Status) -> Result {
    for _ in 0..<5 {
      do throws(Status) {
        return try await body()
      } catch  where isModified(error) {
        // Someone else wrote first: look again.
      }
    }
    return try await body()
  }

  private static func isModified(_ status: Status) -> Bool {
    status.reason == .conflict
      && status.message.hasSuffix("please apply your changes to the latest version and try again")
  }
}
