import JSON
import Kube
import Transport

/// Talks to a Kubernetes API server, whichever it is.
public struct KubernetesClient: Sendable {
  let access: ClusterAccess
  let http: HTTPClient
  /// Told of every request that has ended, for metrics.
  public var observer: (any RequestObserver)?
  /// Largest answer in bytes that is read whole.
  private static let answerLimit = 64 << 20
  /// Objects a page of a list (client-go's default).
  static let pageSize = 500

  public init(access: ClusterAccess, http: HTTPClient) {
    self.access = access
    self.http = http
  }

  // MARK: Verbs

  /// Throws `KubernetesError.status` with code 404 when there is no such object.
  public func get(_ path: ResourcePath, timeout: Duration = .seconds(30)) async throws -> JSONValue {
    try await exchange("GET", path, timeout: timeout)
  }

  /// All objects, page by page, and the resourceVersion from which to watch. Where the API server forgets the list
  /// before its last page, the whole is asked for at once.
  public func list(
    _ path: ResourcePath, labelSelector: String = "", fieldSelector: String = "", timeout: Duration = .seconds(60)
  ) async throws -> (items: [JSONValue], resourceVersion: String) {
    try await list(path, labelSelector: labelSelector, fieldSelector: fieldSelector, timeout: timeout) { $0 }
  }

  /// All objects, each turned into something smaller as soon as it is read, so that a long list is never in memory as a
  /// whole.
  public func list<Item>(
    _ path: ResourcePath, labelSelector: String = "", fieldSelector: String = "", timeout: Duration = .seconds(60),
    _ transform: (JSONValue) throws -> Item
  ) async throws -> (items: [Item], resourceVersion: String) {
    let selectors = [("labelSelector", labelSelector), ("fieldSelector", fieldSelector)]
    var items: [Item] = []
    var next = ""
    while true {
      do {
        let query = selectors + [("limit", "\(Self.pageSize)"), ("continue", next)]
        let page = try await page(path, query, timeout)
        try page.forEach { items.append(try transform($0)) }
        if page.next.isEmpty { return (items, page.resourceVersion) }
        next = page.next
      } catch let error as KubernetesError where error.isExpired && !next.isEmpty {
        items = []
        let page = try await page(path, selectors, timeout)
        try page.forEach { items.append(try transform($0)) }
        return (items, page.resourceVersion)
      }
    }
  }

  private func page(
    _ path: ResourcePath, _ query: [(String, String)], _ timeout: Duration
  ) async throws -> ListPage {
    let answer = try await answer("GET", path, query: query, timeout: timeout)
    do {
      return try ListPage(answer.bytes)
    } catch {
      throw KubernetesError.unexpectedAnswer(status: answer.status, "\(error)")
    }
  }

  /// - Parameter path: the collection, or an object's subresource such as `eviction`.
  public func create(
    _ path: ResourcePath, _ object: JSONValue, options: WriteOptions = WriteOptions(),
    timeout: Duration = .seconds(30)
  ) async throws -> JSONValue {
    try await exchange("POST", path, query: options.query, body: object.jsonBytes(), timeout: timeout)
  }

  /// Replaces an object; a resourceVersion in it must be the present one.
  public func update(
    _ path: ResourcePath, _ object: JSONValue, options: WriteOptions = WriteOptions(),
    timeout: Duration = .seconds(30)
  ) async throws -> JSONValue {
    try await exchange("PUT", path, query: options.query, body: object.jsonBytes(), timeout: timeout)
  }

  /// Applies a JSON patch (RFC 6902).
  public func patch(
    _ path: ResourcePath, _ patch: JSONPatch, options: WriteOptions = WriteOptions(),
    timeout: Duration = .seconds(30)
  ) async throws -> JSONValue {
    try await self.patch(path, .json(patch), options: options, timeout: timeout)
  }

  public func patch(
    _ path: ResourcePath, _ patch: ObjectPatch, options: WriteOptions = WriteOptions(),
    timeout: Duration = .seconds(30)
  ) async throws -> JSONValue {
    try await exchange(
      "PATCH", path, query: options.query, body: patch.bytes, contentType: patch.contentType, timeout: timeout)
  }

  /// Deletes one object. The answer is the object while something still holds it, else a Status.
  @discardableResult
  public func delete(
    _ path: ResourcePath, options: DeletionOptions = DeletionOptions(), timeout: Duration = .seconds(30)
  ) async throws -> JSONValue {
    if path.name == nil {
      // The collection's own path would delete all of it.
      throw KubernetesError.status(.failure(.badRequest, code: 400, message: "no object is named to be deleted"))
    }
    return try await exchange("DELETE", path, body: options.body.jsonBytes(), timeout: timeout)
  }

  /// A request whose path and answer are not those of an object, such as of an aggregated API.
  ///
  /// - Parameter path: absolute, with its query, and escaped.
  /// - Returns: the body of the answer, which may be empty.
  /// - Throws: `KubernetesError` when the answer is none of success, `TransportError` when there is none.
  public func raw(
    _ method: String, _ path: String, body: JSONValue? = nil, timeout: Duration = .seconds(30)
  ) async throws -> [UInt8] {
    var request = try request(method, target: access.pathPrefix + path)
    request.timeout = timeout
    if let body {
      request.headers.append("content-type", "application/json")
      request.body = .bytes(body.jsonBytes())
    }
    let response = try await http.send(request, to: access.endpoint)
    let bytes = try await response.body.collect(limit: Self.answerLimit)
    guard (200..<300).contains(response.status) else { throw Self.failure(response.status, response.headers, bytes) }
    return bytes
  }

  // MARK: Exchange

  private func exchange(
    _ method: String, _ path: ResourcePath, query: [(String, String)] = [], body: [UInt8]? = nil,
    contentType: String = "application/json", timeout: Duration = .seconds(30)
  ) async throws -> JSONValue {
    let answer = try await answer(
      method, path, query: query, body: body, contentType: contentType, timeout: timeout)
    do {
      return try JSONValue(parsing: answer.bytes)
    } catch {
      throw KubernetesError.unexpectedAnswer(status: answer.status, "\(error)")
    }
  }

  private func answer(
    _ method: String, _ path: ResourcePath, query: [(String, String)] = [], body: [UInt8]? = nil,
    contentType: String = "application/json", timeout: Duration = .seconds(30)
  ) async throws -> (status: Int, bytes: [UInt8]) {
    var request = try request(method, path, query: query)
    request.timeout = timeout
    if let body {
      request.headers.append("content-type", contentType)
      request.body = .bytes(body)
    }
    let started = ContinuousClock.now
    do {
      let response = try await http.send(request, to: access.endpoint)
      let bytes = try await response.body.collect(limit: Self.answerLimit)
      note(method, path, response.status, since: started)
      guard (200..<300).contains(response.status) else { throw Self.failure(response.status, response.headers, bytes) }
      return (response.status, bytes)
    } catch let error where !(error is KubernetesError) {
      note(method, path, 0, since: started)
      throw error
    }
  }

  func request(_ method: String, _ path: ResourcePath, query: [(String, String)]) throws -> HTTPClientRequest {
    try request(method, target: path.target(prefix: access.pathPrefix, query: query))
  }

  func request(_ method: String, target: String) throws -> HTTPClientRequest {
    var headers: HTTPHeaders = ["accept": "application/json", "user-agent": "swift-virt"]
    if let authorization = try access.authorizationHeader() { headers.append("authorization", authorization) }
    for (name, value) in access.impersonation?.headers ?? [] { headers.append(name, value) }
    return HTTPClientRequest(method: method, target: target, headers: headers)
  }

  static func failure(_ code: Int, _ headers: HTTPHeaders, _ bytes: [UInt8]) -> KubernetesError {
    guard let value = try? JSONValue(parsing: bytes), value["kind"] == "Status", var status = try? Status(json: bytes)
    else { return .unexpectedAnswer(status: code, String(decoding: bytes.prefix(200), as: UTF8.self)) }
    if status.code == 0 { status.code = Int32(code) }
    if let seconds = headers["retry-after"].flatMap({ Int32($0) }), status.details?.retryAfterSeconds ?? 0 == 0 {
      var details = status.details ?? StatusDetails()
      details.retryAfterSeconds = seconds
      status.details = details
    }
    return .status(status)
  }
}
