import JSON

/// A request of the API server to write objects in another version of their group (apiextensions.k8s.io).
public struct ConversionRequest: Sendable, Hashable {
  public var uid = ""
  /// The version that is wanted, with its group.
  public var desiredAPIVersion = ""
  /// Objects of one kind, perhaps of several versions.
  public var objects: [JSONValue] = []

  public init() {}
}

/// A conversion request together with the version that its answer must have.
public struct ConversionReview: Sendable, Hashable {
  public static let versions = ["apiextensions.k8s.io/v1", "apiextensions.k8s.io/v1beta1"]

  /// One of `versions`, or empty where the sender left it out.
  public var apiVersion: String
  public var request: ConversionRequest

  public init(apiVersion: String = versions[0], request: ConversionRequest) {
    self.apiVersion = apiVersion
    self.request = request
  }

  /// Reads a conversion webhook's request body.
  public init(body: UnsafeRawBufferPointer) throws(ReviewError) {
    let envelope = try ReviewEnvelope<ConversionRequest>(
      body: body, options: .lenient, kind: "ConversionReview", versions: Self.versions)
    apiVersion = envelope.apiVersion
    request = envelope.request
  }
}

extension ConversionRequest: JSONDecodable {
  public static var expectedJSON: String { "an object" }

  private static let memberNames: [StaticString] = [
    "uid", "desiredAPIVersion", "objects",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      switch reader.index(of: key, in: Self.memberNames) {
      case 0: reader.nullableMember("uid", &uid)
      case 1: reader.nullableMember("desiredAPIVersion", &desiredAPIVersion)
      case 2: reader.nullableMember("objects", &objects)
      default: reader.skip()
      }
    }
  }
}

/// The answer to a conversion request: all objects in their order, or why they could not be converted.
public struct ConversionResponse: Sendable, Hashable {
  /// The request's uid.
  public var uid: String
  public var result: Result<[JSONValue], Status>

  public init(uid: String, result: Result<[JSONValue], Status>) {
    self.uid = uid
    self.result = result
  }

  /// The whole answer as JSON, in the version of the review that asked.
  public func reviewBytes(apiVersion: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("kind", "ConversionReview")
    writer.member("apiVersion", apiVersion.isEmpty ? ConversionReview.versions[0] : apiVersion)
    writer.key("response")
    writer.beginObject()
    writer.member("uid", uid)
    switch result {
    case .success(let objects):
      writer.member("convertedObjects", objects)
      writer.key("result")
      Status(outcome: .success).encodeNested(to: &writer)
    case .failure(let status):
      writer.member("convertedObjects", [JSONValue]())
      writer.key("result")
      status.encodeNested(to: &writer)
    }
    writer.endObject()
    writer.endObject()
    return writer.bytes
  }
}
