import JSON
import OpenAPIDocuments
import Synchronization
import Transport

/// Serves OpenAPI documents as Kubernetes serves its own: version 2 whole, version 3 by group.
///
/// Everything is made when it is first asked for and then kept: hashing and merging megabytes would be felt at start.
public final class OpenAPIService: Sendable {
  private struct Made: Sendable {
    var version2: [UInt8]?
    /// By path; version 2 has an empty one.
    var hashes: [String: String] = [:]
  }

  private let version2: [StaticString]
  /// By path below `/openapi/v3/`, such as `apis/kubevirt.io/v1`.
  private let version3: [String: StaticString]
  private let made = Mutex(Made())

  /// - Parameters:
  ///   - version2: OpenAPI 2.0 documents, served as one.
  ///   - version3: OpenAPI 3.0 documents with their paths below `/openapi/v3/`; of two with one path the first counts.
  public init(
    version2: [StaticString] = [OpenAPIDocuments.v2],
    version3: [(path: String, document: StaticString)] = OpenAPIDocuments.v3
  ) {
    self.version2 = version2
    self.version3 = Dictionary(version3.map { ($0.path, $0.document) }, uniquingKeysWith: { first, _ in first })
  }

  public static let prefix = "/openapi/"

  /// The answer for a path below `/openapi/`; nil when there is no such document.
  func answer(_ head: HTTPRequestHead) -> HTTPResponse? {
    answer(
      path: head.path, query: head.query ?? "", accept: head.headers["accept"] ?? "",
      ifNoneMatch: head.headers["if-none-match"])
  }

  /// The answer for a path below `/openapi/`; nil when there is no such document. 406 for clients that take version 2 in
  /// protobuf only.
  public func answer(path: String, query: String = "", accept: String = "", ifNoneMatch: String?) -> HTTPResponse? {
    let name = path.dropFirst(Self.prefix.count)
    if name == "v2" {
      guard Self.takesJSON(accept) else { return .init(status: 406, text: "only application/json is served") }
      let text = mergedVersion2()
      return respond(text, hash: hash("", text), ifNoneMatch)
    }
    if name == "v3" { return HTTPResponse(status: 200, headers: .json, body: index.jsonBytes()) }
    guard name.hasPrefix("v3/"), let document = version3[String(name.dropFirst(3))] else { return nil }
    let text = UnsafeBufferPointer(start: document.utf8Start, count: document.utf8CodeUnitCount)
    let hash = hash(String(name.dropFirst(3)), text)
    var response = respond(text, hash: hash, ifNoneMatch)
    // The address that the index gives has the hash in it, and stays as it is for ever.
    if query.split(separator: "&").contains("hash=\(hash)") {
      response.headers["cache-control"] = "public, immutable, max-age=31536000"
    }
    return response
  }

  private static func takesJSON(_ accept: String) -> Bool {
    accept.isEmpty || accept.contains("*/*") || accept.contains("application/*") || accept.contains("application/json")
  }

  private func respond(_ text: some Collection<UInt8>, hash: String, _ ifNoneMatch: String?) -> HTTPResponse {
    let tag = "\"\(hash)\""
    if ifNoneMatch == tag { return HTTPResponse(status: 304, headers: ["etag": tag]) }
    return HTTPResponse(status: 200, headers: ["content-type": "application/json", "etag": tag], body: Array(text))
  }

  private func mergedVersion2() -> [UInt8] {
    if let known = made.withLock(\.version2) { return known }
    let merged = OpenAPIMerging.merge(version2)
    made.withLock { $0.version2 = merged }
    return merged
  }

  /// Clients keep a document for as long as this stays.
  private func hash(_ path: String, _ text: some Collection<UInt8>) -> String {
    if let known = made.withLock({ $0.hashes[path] }) { return known }
    let digits = ContentHash.digits(of: text)
    made.withLock { $0.hashes[path] = digits }
    return digits
  }

  /// Where each version 3 document is, with its hash, so that clients can cache it (KEP-2896).
  private var index: JSONValue {
    let paths = version3.sorted { $0.key < $1.key }.map { path, document in
      let text = UnsafeBufferPointer(start: document.utf8Start, count: document.utf8CodeUnitCount)
      return (path, ["serverRelativeURL": .string("/openapi/v3/\(path)?hash=\(hash(path, text))")] as JSONValue)
    }
    return ["paths": .object(JSONObject(paths))]
  }
}
