import JSON

/// A request of the API server to write objects in another version of their group (apiextensions.k8s.io).
///
/// Objects are not parsed here: a request may hold a list of thousands, of which one tree at a time is enough.
public struct ConversionRequest: Sendable, Hashable {
  public var uid = ""
  /// The version that is wanted, with its group.
  public var desiredAPIVersion = ""
  /// Where in the body the objects are, of one kind and perhaps of several versions.
  public var objects: [Range<Int>] = []

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
      case 2: reader.member("objects") { objects = Self.ranges(from: &$0) }
      default: reader.skip()
      }
    }
  }

  private static func ranges(from reader: inout JSONReader) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    if reader.takeNull() { return ranges }
    guard var members = reader.beginArray() else { return ranges }
    // No object that can be converted is shorter.
    let shortest = 64
    while reader.nextElement(&members), reader.hold(shortest) { ranges.append(reader.skippedRange()) }
    return ranges
  }
}

/// The answer to a conversion request: all objects in their order, or why they could not be converted.
public struct ConversionResponse: Sendable, Hashable {
  /// The request's uid.
  public var uid: String
  /// The objects are an array in JSON.
  public var result: Result<[UInt8], Status>

  public init(uid: String, result: Result<[UInt8], Status>) {
    self.uid = uid
    self.result = result
  }

  /// The whole answer as JSON, in the version of the review that asked.
  public func reviewBytes(apiVersion: String) -> [UInt8] {
    var writer = JSONWriter(reserving: 256 + ((try? result.get().count) ?? 0))
    writer.beginObject()
    writer.member("kind", "ConversionReview")
    writer.member("apiVersion", apiVersion.isEmpty ? ConversionReview.versions[0] : apiVersion)
    writer.key("response")
    writer.beginObject()
    writer.member("uid", uid)
    switch result {
    case .success(let objects):
      writer.key("convertedObjects")
      writer.raw(objects)
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
