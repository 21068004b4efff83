import Kube
import Transport

extension KubernetesClient {
  /// Watches until the API server ends it; every event goes to `receive` in order.
  ///
  /// Throws `KubernetesError` with code 410 when the API server no longer knows the resourceVersion.
  public func watch(
    _ path: ResourcePath, from resourceVersion: String, labelSelector: String = "", fieldSelector: String = "",
    seconds: Int = 300, _ receive: (WatchEvent) throws -> Void
  ) async throws {
    var request = try request(
      "GET", path,
      query: [
        ("watch", "true"), ("allowWatchBookmarks", "true"), ("resourceVersion", resourceVersion),
        ("timeoutSeconds", "\(seconds)"), ("labelSelector", labelSelector), ("fieldSelector", fieldSelector),
      ])
    // Past its own end a watch that says nothing is a dead connection.
    request.timeout = .seconds(seconds + 30)
    let started = ContinuousClock.now
    let response: HTTPClientResponse
    do {
      response = try await http.send(request, to: access.endpoint)
    } catch {
      note("WATCH", path, 0, since: started)
      throw error
    }
    note("WATCH", path, response.status, since: started)
    guard response.status == 200 else {
      throw Self.failure(response.status, response.headers, try await response.body.collect(limit: 1 << 20))
    }
    var splitter = LineSplitter()
    for try await bytes in response.body {
      for line in try splitter.lines(adding: bytes) {
        let event = try WatchEvent(line: line)
        if case .failed(let status) = event { throw KubernetesError.status(status) }
        try receive(event)
      }
    }
  }
}
