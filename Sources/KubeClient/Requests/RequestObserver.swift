/// Learns of requests to the API server, for the `rest_client_` metrics; must not block.
public protocol RequestObserver: Sendable {
  func observe(_ request: ObservedRequest)
}

/// A request that has ended.
public struct ObservedRequest: Sendable, Hashable {
  /// The HTTP method.
  public var method: String
  public var path: ResourcePath
  /// The server's authority, such as `10.96.0.1:443`.
  public var host: String
  /// The HTTP status code; 0 where no answer came.
  public var status: Int
  /// From the request's beginning to the end of its answer; of a watch, to the beginning of its answer.
  public var latency: Duration

  /// The verb in Kubernetes' words: get, list, create, update, patch or delete.
  public var verb: String {
    switch method {
    case "GET": path.name == nil ? "list" : "get"
    case "POST": "create"
    case "PUT": "update"
    default: method.lowercased()
    }
  }
}

extension KubernetesClient {
  func note(_ method: String, _ path: ResourcePath, _ status: Int, since started: ContinuousClock.Instant) {
    observer?.observe(
      ObservedRequest(
        method: method, path: path, host: access.endpoint.authority, status: status,
        latency: ContinuousClock.now - started))
  }
}
