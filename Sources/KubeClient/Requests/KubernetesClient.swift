import JSON
import Kube
import Transport

/// Why a request to an API server brought no object.
public enum KubernetesError: Error, Sendable, CustomStringConvertible {
  /// The API server refused, with a Status.
  case status(Status)
  /// The answer was none that Kubernetes gives.
  case unexpectedAnswer(status: Int, String)

  public var description: String {
    switch self {
    case .status(let status): "\(status.message) (\(status.reason.rawValue), code \(status.code))"
    case .unexpectedAnswer(let status, let text): "unexpected answer with status \(status): \(text)"
    }
  }

  /// The HTTP status code that came with it.
  public var code: Int {
    switch self {
    case .status(let status): Int(status.code)
    case .unexpectedAnswer(let status, _): status
    }
  }
}

/// Talks to a Kubernetes API server, whichever it is.
public struct KubernetesClient: Sendable {
  let access: ClusterAccess
  let http: HTTPClient
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

  /// All objects, page by page, and the resourceVersion from which to watch.
  public func list(
    _ path: ResourcePath, labelSelector: String = "", fieldSelector: String = "", timeout: Duration = .seconds(60)
  ) async throws -> (items: [JSONValue], resourceVersion: String) {
    var items: [JSONValue] = []
    var continuation = ""
    var resourceVersion = ""
    repeat {
      let query = [
        ("limit", "\(Self.pageSize)"), ("continue", continuation), ("labelSelector", labelSelector),
        ("fieldSelector", fieldSelector),
      ]
      let page = try await exchange("GET", path, query: query, timeout: timeout)
      items += (page["items"]?.array ?? []).map { Self.typed($0, listKind: page) }
      resourceVersion = page.value(at: "metadata", "resourceVersion")?.string ?? ""
      continuation = page.value(at: "metadata", "continue")?.string ?? ""
    } while !continuation.isEmpty
    return (items, resourceVersion)
  }

  public func create(_ path: ResourcePath, _ object: JSONValue) async throws -> JSONValue {
    try await exchange("POST", path, body: object)
  }

  public func update(_ path: ResourcePath, _ object: JSONValue) async throws -> JSONValue {
    try await exchange("PUT", path, body: object)
  }

  /// Applies a JSON patch (RFC 6902).
  public func patch(_ path: ResourcePath, _ patch: JSONPatch) async throws -> JSONValue {
    try await exchange(
      "PATCH", path, body: try JSONValue(parsing: patch.jsonBytes()), contentType: "application/json-patch+json")
  }

  public func delete(_ path: ResourcePath) async throws { _ = try await exchange("DELETE", path) }

  // MARK: Exchange

  /// Items of a list do not say their kind; the list does.
  private static func typed(_ item: JSONValue, listKind list: JSONValue) -> JSONValue {
    guard item["kind"] == nil, let kind = list["kind"]?.string, kind.hasSuffix("List") else { return item }
    var item = item
    item["apiVersion"] = list["apiVersion"]
    item["kind"] = .string(String(kind.dropLast(4)))
    return item
  }

  private func exchange(
    _ method: String, _ path: ResourcePath, query: [(String, String)] = [], body: JSONValue? = nil,
    contentType: String = "application/json", timeout: Duration = .seconds(30)
  ) async throws -> JSONValue {
    var request = request(method, path, query: query)
    request.timeout = timeout
    if let body {
      request.headers.append("content-type", contentType)
      request.body = .bytes(body.jsonBytes())
    }
    let response = try await http.send(request, to: access.endpoint)
    let bytes = try await response.body.collect(limit: Self.answerLimit)
    guard (200..<300).contains(response.status) else { throw Self.failure(response.status, bytes) }
    do {
      return try JSONValue(parsing: bytes)
    } catch {
      throw KubernetesError.unexpectedAnswer(status: response.status, "\(error)")
    }
  }

  func request(_ method: String, _ path: ResourcePath, query: [(String, String)]) -> HTTPClientRequest {
    var headers: HTTPHeaders = ["accept": "application/json", "user-agent": "swift-virt"]
    if let authorization = access.authorizationHeader() { headers.append("authorization", authorization) }
    return HTTPClientRequest(
      method: method, target: path.target(prefix: access.pathPrefix, query: query), headers: headers)
  }

  static func failure(_ status: Int, _ bytes: [UInt8]) -> KubernetesError {
    if let value = try? JSONValue(parsing: bytes), value["kind"] == "Status", let decoded = try? Status(json: bytes) {
      return .status(decoded)
    }
    return .unexpectedAnswer(status: status, String(decoding: bytes.prefix(200), as: UTF8.self))
  }
}
