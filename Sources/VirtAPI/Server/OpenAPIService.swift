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
    var version2Protobuf: [UInt8]?
    /// By path; version 2 has an empty one, and `protobuf` in its binary form.
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

  /// The answer for a path below `/openapi/`; nil when there is no such document. Version 2 is served as JSON and in
  /// protobuf; 406 for clients that take neither.
  public func answer(path: String, query: String = "", accept: String = "", ifNoneMatch: String?) -> HTTPResponse? {
    let name = path.dropFirst(Self.prefix.count)
    if name == "v2" {
      switch Self.version2Form(accept) {
      case .json:
        let text = mergedVersion2()
        return respond(text, hash: hash("", text), ifNoneMatch)
      case .protobuf:
        let bytes = version2Protobuf()
        return respond(bytes, hash: hash("protobuf", bytes), ifNoneMatch, mediaType: Self.protobufTypes[0])
      case nil: return .init(status: 406, text: "application/json and \(Self.protobufTypes[0]) are served")
      }
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

  /// The name that answers have, and the one that clients before 1.27 ask for. That is no valid media type: the same
  /// clients refuse an answer that has it.
  private static let protobufTypes = [
    "application/com.github.proto-openapi.spec.v2.v1.0+protobuf",
    "application/com.github.proto-openapi.spec.v2@v1.0+protobuf",
  ]

  private enum Version2Form {
    case json
    case protobuf
  }

  /// The first form that the client names; nil when it names none that is served.
  private static func version2Form(_ accept: String) -> Version2Form? {
    if accept.isEmpty { return .json }
    for range in accept.split(separator: ",") {
      let name = range.prefix { $0 != ";" }.filter { $0 != " " }
      if ["application/json", "application/*", "*/*"].contains(name) { return .json }
      if protobufTypes.contains(name) { return .protobuf }
    }
    return nil
  }

  private func respond(
    _ text: some Collection<UInt8>, hash: String, _ ifNoneMatch: String?, mediaType: String = "application/json"
  ) -> HTTPResponse {
    let tag = "\"\(hash)\""
    let headers: HTTPHeaders = ["etag": tag, "vary": "Accept"]
    if ifNoneMatch == tag { return HTTPResponse(status: 304, headers: headers) }
    var response = HTTPResponse(status: 200, headers: headers, body: Array(text))
    response.headers["content-type"] = mediaType
    return response
  }

  private func version2Protobuf() -> [UInt8] {
    if let known = made.withLock(\.version2Protobuf) { return known }
    let document = (try? JSONValue(parsing: mergedVersion2())) ?? [:]
    let bytes = OpenAPIProtobuf.bytes(of: document)
    made.withLock { $0.version2Protobuf = bytes }
    return bytes
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
