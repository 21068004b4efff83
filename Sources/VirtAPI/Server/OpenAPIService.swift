import JSON
import OpenAPIDocuments
import Transport

/// Serves the OpenAPI documents of our kinds as Kubernetes serves its own: version 2 whole, version 3 by group.
struct OpenAPIService: Sendable {
  private struct Document: Sendable {
    let text: StaticString

    /// Changes with the text (FNV-1a, 64 bits); clients keep a document for as long as it stays. Computed when asked
    /// for, because hashing a megabyte would be felt at start.
    var hash: String {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      return String(hash, radix: 16)
    }
  }

  private let version2: Document
  /// By path below `/openapi/v3/`, such as `apis/kubevirt.io/v1`.
  private let version3: [String: Document]

  init() {
    version2 = Document(text: OpenAPIDocuments.v2)
    version3 = Dictionary(uniqueKeysWithValues: OpenAPIDocuments.v3.map { ($0.path, Document(text: $0.document)) })
  }

  static let prefix = "/openapi/"

  /// The answer for a path below `/openapi/`; nil when there is no such document.
  func answer(_ head: HTTPRequestHead) -> HTTPResponse? {
    let path = head.path.dropFirst(Self.prefix.count)
    if path == "v2" { return respond(version2, to: head) }
    if path == "v3" { return HTTPResponse(status: 200, headers: .json, body: index.jsonBytes()) }
    guard path.hasPrefix("v3/"), let document = version3[String(path.dropFirst(3))] else { return nil }
    return respond(document, to: head)
  }

  private func respond(_ document: Document, to head: HTTPRequestHead) -> HTTPResponse {
    let tag = "\"\(document.hash)\""
    if head.headers["if-none-match"] == tag { return HTTPResponse(status: 304, headers: ["etag": tag]) }
    let bytes = UnsafeBufferPointer(start: document.text.utf8Start, count: document.text.utf8CodeUnitCount)
    return HTTPResponse(
      status: 200, headers: ["content-type": "application/json", "etag": tag], body: Array(bytes))
  }

  /// Where each version 3 document is, with its hash, so that clients can cache it (KEP-2896).
  private var index: JSONValue {
    let paths = version3.sorted { $0.key < $1.key }.map { path, document in
      (path, ["serverRelativeURL": .string("/openapi/v3/\(path)?hash=\(document.hash)")] as JSONValue)
    }
    return ["paths": .object(JSONObject(paths))]
  }
}
