import JSON
import Kube

/// Decides on one request: pure, synchronous, and the same for the servers, the tests and recorded requests.
///
/// The ranges in the request are those of `body`, which lives for the duration of the call.
public typealias AdmissionFunction =
  @Sendable (
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict

/// One webhook: where it is posted to, which versions of its resource it speaks for, and what it says.
public struct AdmissionEndpoint: Sendable {
  /// The URL path, such as `/virtualmachines-validate`.
  public var path: String
  /// Values of `request.resource.version` that come here.
  public var versions: Set<String>
  public var admit: AdmissionFunction
  /// Decodes the object that `admit` asks for, where that is known beforehand.
  var decodeObject: (@Sendable (inout JSONReader) -> any DecodedObject)?

  public init(path: String, versions: Set<String>, admit: @escaping AdmissionFunction) {
    self.path = path
    self.versions = versions
    self.admit = admit
  }

  /// An endpoint whose function asks for objects of one type, checked against their schema: they are decoded while the
  /// review is read.
  public init<Object: JSONDecodable & Sendable>(
    path: String, versions: Set<String>, object: Object.Type, admit: @escaping AdmissionFunction
  ) {
    self.init(path: path, versions: versions, admit: admit)
    decodeObject = { Decoded<Object>(from: &$0) }
  }

  /// Whose way of answering this endpoint has.
  public var profile: Profile { versions.contains(Profile.legacyVersion) ? .legacy : .current }
}

/// All webhooks, found by path and version.
///
/// v0.8.0 and v1.8.4 share paths, so a path may have several endpoints; the version of the request's resource says
/// which is meant. A version that none of them speaks for goes to the first one, which then says what it expects.
public struct AdmissionEndpoints: Sendable {
  private var byPath: [String: [AdmissionEndpoint]]

  public init(_ endpoints: [AdmissionEndpoint]) {
    byPath = Dictionary(grouping: endpoints, by: \.path)
  }

  public var paths: [String] { byPath.keys.sorted() }

  /// The endpoints that share a path; empty when it is no webhook's.
  public func endpoints(at path: String) -> [AdmissionEndpoint] { byPath[path] ?? [] }

  /// The endpoint for a request; nil when the path is no webhook's.
  public func endpoint(at path: String, version: String) -> AdmissionEndpoint? {
    endpoints(at: path).endpoint(version: version)
  }
}

extension [AdmissionEndpoint] {
  /// Of the endpoints that share a path the one for a request; nil when there are none.
  func endpoint(version: String) -> AdmissionEndpoint? {
    first { $0.versions.contains(version) } ?? first
  }

  /// Decodes the object of a request, if the version that the request names so far has an endpoint that knows what it
  /// will ask for; returns the reader behind the object.
  func decodeObject(_ request: AdmissionRequest, _ reader: JSONReader) -> (object: any DecodedObject, end: JSONReader)?
  {
    let endpoint = first { $0.versions.contains(request.resource.version) }
    guard let decodeObject = endpoint?.decodeObject else { return nil }
    var nested = reader.nested(options: .strict)
    let object = decodeObject(&nested)
    // What is no JSON is told in the way of the whole review.
    return nested.hasSyntaxError ? nil : (object, nested)
  }
}
