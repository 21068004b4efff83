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
    var watchers: [Int: AsyncStream<Message>.Continuation] = [:]
    var nextWatcher = 0
    var isServed = true
    var requests: [String] = []
    var authorization: [String?] = []
    /// Answers for the next requests, instead of the right ones.
    var answers: [HTTPResponse] = []
    /// Watches come byte by byte.
    var isSlow = false
    /// Pages after the first are refused.
    var forgetsPages = false
    var writes: [Write] = []
  }

  private enum Message: Sendable {
    case bytes([UInt8])
    /// The connection breaks.
    case drop

    static func line(_ text: String) -> Message { .bytes(Array((text + "\n").utf8)) }
  }

  /// A request that changes something.
  struct Write: Sendable {
    var method: String
    var target: String
    var contentType: String?
    var body: [UInt8]
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

  func put(_ name: String, _ value: JSONValue = "v", uid: String = "1") { change(name, value, uid: uid) }
  func remove(_ name: String) { change(name, nil) }
  func setServed(_ isServed: Bool) { state.withLock { $0.isServed = isServed } }
  func forgetHistory() { state.withLock { $0.compactedTo = $0.version } }

  /// Ends every watch, as API servers do after some minutes.
  func endWatches() { for watcher in state.withLock({ $0.watchers.values.map { $0 } }) { watcher.finish() } }

  /// Breaks every watch in the middle of a line.
  func breakWatches() {
    state.withLock { state in
      for watcher in state.watchers.values {
        watcher.yield(.bytes(Array(#"{"type":"ADDED","obj"#.utf8)))
        watcher.yield(.drop)
      }
    }
  }

  /// Watches that are open now hear of nothing more, until they are broken by the function that this returns.
  func deafenWatches() -> @Sendable () -> Void {
    let deaf = state.withLock { state in
      defer { state.watchers = [:] }
      return Array(state.watchers.values)
    }
    return { for watcher in deaf { watcher.yield(.drop) } }
  }

  func answer(with answers: [HTTPResponse]) { state.withLock { $0.answers = answers } }
  func beSlow() { state.withLock { $0.isSlow = true } }
  func forgetPages() { state.withLock { $0.forgetsPages = true } }
  var writes: [Write] { state.withLock { $0.writes } }

  func sendBookmark() {
    state.withLock { state in
      state.version += 1
      let line = #"{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"\#(state.version)"}}}"#
      for watcher in state.watchers.values { watcher.yield(.line(line)) }
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

  private func change(_ name: String, _ value: JSONValue?, uid: String = "1") {
    state.withLock { state in
      state.version += 1
      let type = value == nil ? "DELETED" : state.objects[name] == nil ? "ADDED" : "MODIFIED"
      let object: JSONValue = [
        "metadata": [
          "name": .string(name), "namespace": "default", "uid": .string(uid),
          "resourceVersion": .string("\(state.version)"),
        ],
        "spec": value ?? .null,
      ]
      // Nil by itself would be taken for a JSON null, which is a value.
      if value == nil { state.objects.removeValue(forKey: name) } else { state.objects[name] = object }
      let line = (["type": .string(type), "object": object] as JSONValue).serialized()
      state.log.append((state.version, line))
      for watcher in state.watchers.values { watcher.yield(.line(line)) }
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
    let answer = state.withLock { $0.answers.isEmpty ? nil : $0.answers.removeFirst() }
    if let answer { return .respond(answer) }
    if head.method != "GET" {
      return .immediate { [weak self] request in
        let target = head.path + (head.query.map { "?" + $0 } ?? "")
        let write = Write(
          method: head.method, target: target, contentType: head.headers["content-type"], body: request.body.bytes)
        self?.state.withLock { $0.writes.append(write) }
        return HTTPResponse(status: 200, headers: .json, body: request.body.bytes)
      }
    }
    guard state.withLock({ $0.isServed }) else { return Self.refuse(404, "NotFound") }
    let collection = "/apis/example.io/v1/things"
    if head.path == collection {
      if query["watch"] == "true" {
        let from = Int(query["resourceVersion"] ?? "") ?? 0
        return .streaming { [weak self] exchange in try await self?.watch(exchange, from: from) }
      }
      if query["continue"] != nil && state.withLock({ $0.forgetsPages }) { return Self.refuse(410, "Expired") }
      return .respond(list(limit: Int(query["limit"] ?? "") ?? .max, from: Int(query["continue"] ?? "") ?? 0))
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
    let (lines, continuation) = AsyncStream.makeStream(of: Message.self)
    let number: Int? = state.withLock { state in
      guard version >= state.compactedTo else { return nil }
      for event in state.log where event.version > version { continuation.yield(.line(event.line)) }
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
    for await message in lines {
      guard case .bytes(let bytes) = message else { throw Broken() }
      if state.withLock({ $0.isSlow }) {
        for byte in bytes {
          try await exchange.write([byte])
          await Task.yield()
        }
      } else {
        try await exchange.write(bytes)
      }
    }
    try await exchange.finish()
  }

  private struct Broken: Error {}

  private static func refuse(_ code: Int, _ reason: String) -> HTTPHandler {
    let status: JSONValue = [
      "kind": "Status", "apiVersion": "v1", "status": "Failure", "message": "refused", "reason": .string(reason),
      "code": .number(JSONNumber(code)),
    ]
    return .respond(HTTPResponse(status: code, headers: .json, body: status.jsonBytes()))
  }
}
