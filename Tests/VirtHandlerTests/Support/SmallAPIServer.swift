import JSON
import Kube
import KubeClient
import Synchronization
import Transport

/// An API server with one object a resource: lists, watches, patches.
final class SmallAPIServer: Sendable {
  private struct State {
    var version = 10
    /// By the name of the resource.
    var objects: [String: JSONValue] = [:]
    var watchers: [(resource: String, lines: AsyncStream<[UInt8]>.Continuation)] = []
    var events: [String] = []
    var waiters:
      [(resource: String, isMet: @Sendable (JSONValue?) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())
  private let running = Mutex<HTTPServer?>(nil)

  func start() throws -> KubernetesClient {
    let server = try HTTPServer.start(.init(address: .tcp(host: "127.0.0.1", port: 0), reactors: 1)) {
      [weak self] head in
      self?.handler(head) ?? .respond(HTTPResponse(status: 503))
    }
    running.withLock { $0 = server }
    return KubernetesClient(
      access: ClusterAccess(endpoint: HTTPEndpoint(address: server.address)), http: try HTTPClient())
  }

  func stop() async {
    for watcher in state.withLock({ $0.watchers }) { watcher.lines.finish() }
    await running.withLock { $0 }?.stop()
  }

  /// Reasons of events so far.
  var events: [String] { state.withLock(\.events) }

  func put(_ object: JSONValue, _ resource: String) {
    let met = state.withLock { state in
      state.version += 1
      var object = object
      var metadata = object["metadata"] ?? [:]
      metadata["resourceVersion"] = .string("\(state.version)")
      object["metadata"] = metadata
      let type = state.objects[resource] == nil ? "ADDED" : "MODIFIED"
      state.objects[resource] = object
      let line: JSONValue = ["type": .string(type), "object": object]
      for watcher in state.watchers where watcher.resource == resource { watcher.lines.yield(line.jsonBytes() + [10]) }
      let met = state.waiters.filter { $0.resource == resource && $0.isMet(object) }
      state.waiters.removeAll { $0.resource == resource && $0.isMet(object) }
      return met
    }
    for waiter in met { waiter.continuation.resume() }
  }

  func object(_ resource: String) -> JSONValue? { state.withLock { $0.objects[resource] } }

  /// Returns once the object is as it should be.
  func wait(_ resource: String, until isMet: @escaping @Sendable (JSONValue?) -> Bool) async {
    await withCheckedContinuation { continuation in
      let isMetNow = state.withLock { state in
        if isMet(state.objects[resource]) { return true }
        state.waiters.append((resource, isMet, continuation))
        return false
      }
      if isMetNow { continuation.resume() }
    }
  }

  private func handler(_ head: HTTPRequestHead) -> HTTPHandler {
    let steps = head.path.split(separator: "/").map(String.init)
    let resources = ["virtualmachineinstances", "pods", "nodes", "kubevirts", "secrets", "events"]
    guard let resource = steps.last(where: { resources.contains($0) }) else {
      return .respond(HTTPResponse(status: 404))
    }
    switch head.method {
    case "GET" where head.query?.contains("watch=") == true:
      return .streaming { exchange in await self.watch(exchange, resource) }
    case "GET" where steps.last != resource:
      guard let object = object(resource) else { return .respond(HTTPResponse(status: 404)) }
      return .respond(HTTPResponse(status: 200, headers: .json, body: object.jsonBytes()))
    case "GET":
      let (object, version) = state.withLock { ($0.objects[resource], $0.version) }
      let list: JSONValue = [
        "metadata": ["resourceVersion": .string("\(version)")], "items": .array([object].compactMap { $0 }),
      ]
      return .respond(HTTPResponse(status: 200, headers: .json, body: list.jsonBytes()))
    case "PATCH": return .immediate { request in self.patch(request, resource) }
    default:
      return .immediate { request in
        if let reason = (try? JSONValue(parsing: request.body.bytes))?["reason"]?.string {
          self.state.withLock { $0.events.append(reason) }
        }
        return HTTPResponse(status: 201, headers: .json, body: request.body.bytes)
      }
    }
  }

  private func patch(_ request: HTTPRequest, _ resource: String) -> HTTPResponse {
    guard let body = try? JSONValue(parsing: request.body.bytes), let present = object(resource) else {
      return HTTPResponse(status: 404)
    }
    if body.array == nil {
      put(MergePatch.apply(body, to: present), resource)
    } else if let patch = try? JSONPatch(body), let patched = try? patch.applied(to: present) {
      put(patched, resource)
    } else {
      return HTTPResponse(
        status: 409, headers: .json, body: Status.failure(.conflict, code: 409, message: "").jsonBytes())
    }
    return HTTPResponse(status: 200, headers: .json, body: (object(resource) ?? .null).jsonBytes())
  }

  private func watch(_ exchange: HTTPExchange, _ resource: String) async {
    let (lines, continuation) = AsyncStream<[UInt8]>.makeStream()
    let first = state.withLock { state -> JSONValue? in
      state.watchers.append((resource, continuation))
      return state.objects[resource]
    }
    try? await exchange.start(status: 200, headers: .json)
    // What came between the list and the watch is told once more.
    if let first {
      let line: JSONValue = ["type": "MODIFIED", "object": first]
      try? await exchange.write(line.jsonBytes() + [10])
    }
    for await line in lines { guard (try? await exchange.write(line)) != nil else { return } }
  }
}
