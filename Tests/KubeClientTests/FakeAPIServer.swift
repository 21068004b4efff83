import JSON
import Kube
import Synchronization
import Transport

@testable import KubeClient

/// A small API server in this process: one collection, lists in pages, watches, 410 and faults on demand.
final class FakeAPIServer: Sendable {
  private struct State {
    var objects: [String: JSONValue] = [:]
    var log: [(version: Int, line: String)] = []
    var version = 1
    /// Events up to this version are forgotten.
    var compactedTo = 0
    var watchers: [Int: AsyncStream<String?>.Continuation] = [:]
    var nextWatcher = 0
    var isServed = true
    var requests: [String] = []
    var authorization: [String?] = []
  }

  private let state = Mutex(State())
  private let running = Mutex<HTTPServer?>(nil)

  static let resource = GroupVersionResource(group: "example.io", version: "v1", resource: "things")

  // MARK: What tests do to it

  func start(port: UInt16 = 0) throws {
    let configuration = HTTPServer.Configuration(address: .tcp(host: "127.0.0.1", port: port), reactors: 1)
    let server = try HTTPServer.start(configuration) { [weak self] head in
      self?.handler(for: head) ?? .respond(HTTPResponse(status: 503, text: "gone"))
    }
    running.withLock { $0 = server }
  }

  var port: UInt16 { running.withLock { $0?.port ?? 0 } }

  /// Closes every connection at once; `start` with the same port brings it back.
  func stop() async {
    let server = running.withLock { $0 }
    endWatches()
    await server?.stop()
  }

  func put(_ name: String, _ value: JSONValue = "v") { change(name, value) }
  func remove(_ name: String) { change(name, nil) }
  func setServed(_ isServed: Bool) { state.withLock { $0.isServed = isServed } }
  func forgetHistory() { state.withLock { $0.compactedTo = $0.version } }

  /// Ends every watch, as API servers do after some minutes.
  func endWatches() { for watcher in state.withLock({ $0.watchers.values.map { $0 } }) { watcher.finish() } }

  func sendBookmark() {
    state.withLock { state in
      state.version += 1
      let line = #"{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"\#(state.version)"}}}"#
      for watcher in state.watchers.values { watcher.yield(line) }
    }
  }

  var requests: [String] { state.withLock { $0.requests } }
  var authorization: [String?] { state.withLock { $0.authorization } }
  var watcherCount: Int { state.withLock { $0.watchers.count } }

  func client(token: String? = nil) throws -> KubernetesClient {
    let access = ClusterAccess(
      endpoint: HTTPEndpoint(address: .tcp(host: "127.0.0.1", port: port)),
      authorization: token.map { .token($0) } ?? .none)
    return KubernetesClient(access: access, http: try HTTPClient())
  }

  // MARK: What it does

  private func change(_ name: String, _ value: JSONValue?) {
    state.withLock { state in
      state.version += 1
      let type = value == nil ? "DELETED" : state.objects[name] == nil ? "ADDED" : "MODIFIED"
      let object: JSONValue = [
        "metadata": ["name": .string(name), "namespace": "default", "resourceVersion": .string("\(state.version)")],
        "spec": value ?? .null,
      ]
      state.objects[name] = value == nil ? nil : object
      let line = (["type": .string(type), "object": object] as JSONValue).serialized()
      state.log.append((state.version, line))
      for watcher in state.watchers.values { watcher.yield(line) }
    }
  }

  private func handler(for head: HTTPRequestHead) -> HTTPHandler {
    state.withLock {
      $0.requests.append(head.path + "?" + (head.query ?? ""))
      $0.authorization.append(head.headers["authorization"])
    }
    var query: [Substring: Substring] = [:]
    for pair in (head.query ?? "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      query[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
    guard state.withLock({ $0.isServed }) else { return Self.refuse(404, "NotFound") }
    let collection = "/apis/example.io/v1/things"
    if head.path == collection {
      if query["watch"] == "true" {
        let from = Int(query["resourceVersion"] ?? "") ?? 0
        return .streaming { [weak self] exchange in try await self?.watch(exchange, from: from) }
      }
      return .respond(list(limit: Int(query["limit"] ?? "") ?? 500, from: Int(query["continue"] ?? "") ?? 0))
    }
    let name = head.path.split(separator: "/").last.map(String.init) ?? ""
    guard let object = state.withLock({ $0.objects[name] }) else { return Self.refuse(404, "NotFound") }
    return .respond(HTTPResponse(status: 200, headers: .json, body: object.jsonBytes()))
  }

  private func list(limit: Int, from start: Int) -> HTTPResponse {
    let page: JSONValue = state.withLock { state in
      let names = state.objects.keys.sorted()
      let members = names.dropFirst(start).prefix(limit)
      let next = start + members.count < names.count ? "\(start + members.count)" : ""
      return [
        "kind": "ThingList", "apiVersion": "example.io/v1",
        "metadata": ["resourceVersion": .string("\(state.version)"), "continue": .string(next)],
        "items": .array(members.compactMap { state.objects[$0] }),
      ]
    }
    return HTTPResponse(status: 200, headers: .json, body: page.jsonBytes())
  }

  private func watch(_ exchange: HTTPExchange, from version: Int) async throws {
    let (lines, continuation) = AsyncStream.makeStream(of: String?.self)
    let number: Int? = state.withLock { state in
      guard version >= state.compactedTo else { return nil }
      for event in state.log where event.version > version { continuation.yield(event.line) }
      state.nextWatcher += 1
      state.watchers[state.nextWatcher] = continuation
      return state.nextWatcher
    }
    guard let number else {
      let gone =
        #"{"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"too old","reason":"Expired","code":410}}"#
      try await exchange.start(status: 200, headers: .json)
      try await exchange.write(Array((gone + "\n").utf8))
      return try await exchange.finish()
    }
    defer { state.withLock { $0.watchers[number] = nil } }
    try await exchange.start(status: 200, headers: .json)
    for await line in lines {
      guard let line else { break }
      try await exchange.write(Array((line + "\n").utf8))
    }
    try await exchange.finish()
  }

  private static func refuse(_ code: Int, _ reason: String) -> HTTPHandler {
    let status: JSONValue = [
      "kind": "Status", "apiVersion": "v1", "status": "Failure", "message": "refused", "reason": .string(reason),
      "code": .number(JSONNumber(code)),
    ]
    return .respond(HTTPResponse(status: code, headers: .json, body: status.jsonBytes()))
  }
}
