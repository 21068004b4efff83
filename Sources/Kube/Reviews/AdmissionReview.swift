import JSON

/// What is done to an object that is under admission.
public enum AdmissionOperation: Sendable, Hashable {
  case create
  case update
  case delete
  case connect
  /// A word that this version of the API does not have; empty when none was sent.
  case other(String)

  public init(_ text: String) {
    self =
      switch text {
      case "CREATE": .create
      case "UPDATE": .update
      case "DELETE": .delete
      case "CONNECT": .connect
      default: .other(text)
      }
  }
}

/// Who made a request, as the API server authenticated them.
public struct UserInfo: Sendable, Hashable {
  public var username: String
  public var uid: String
  public var groups: [String]
  public var extra: [String: [String]]

  public init(username: String = "", uid: String = "", groups: [String] = [], extra: [String: [String]] = [:]) {
    self.username = username
    self.uid = uid
    self.groups = groups
    self.extra = extra
  }
}

/// A question of the API server whether, and with which changes, an object may be stored (admission.k8s.io).
///
/// Objects are not parsed here: they are byte ranges of the request's body, for the decoder of their type.
public struct AdmissionRequest: Sendable, Hashable {
  public var uid = ""
  public var kind = GroupVersionKind()
  public var resource = GroupVersionResource()
  public var subresource = ""
  public var requestKind: GroupVersionKind?
  public var requestResource: GroupVersionResource?
  public var requestSubresource = ""
  public var name = ""
  public var namespace = ""
  public var operation = AdmissionOperation.other("")
  public var userInfo = UserInfo()
  public var isDryRun = false
  /// Where the object is in the body; nil when missing or null.
  public var object: Range<Int>?
  /// Where the object as stored is in the body; nil when missing or null.
  public var oldObject: Range<Int>?
  /// Where the operation's options are in the body; nil when missing or null.
  public var options: Range<Int>?

  public init() {}
}

/// Why a body is no review.
public enum ReviewError: Error, Sendable, Hashable {
  /// The body is no JSON, or a member has the wrong type.
  case undecodable(JSONProblem)
  /// The review asks nothing.
  case missingRequest
  /// The review's apiVersion or kind is none that is served here.
  case unsupported(apiVersion: String, kind: String)
}

extension ReviewError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .undecodable(let problem): "the body is no review: \(problem)"
    case .missingRequest: "the review has no request"
    case .unsupported(let apiVersion, let kind): "reviews of kind \"\(kind)\" in \"\(apiVersion)\" are not served"
    }
  }
}

/// An admission request together with the version that its answer must have.
public struct AdmissionReview: Sendable, Hashable {
  public static let versions = ["admission.k8s.io/v1", "admission.k8s.io/v1beta1"]

  /// One of `versions`, or empty where the sender left it out.
  public var apiVersion: String
  public var request: AdmissionRequest

  public init(apiVersion: String = versions[0], request: AdmissionRequest) {
    self.apiVersion = apiVersion
    self.request = request
  }

  /// Reads the object of a request while its review is read, so that its bytes are gone over once.
  ///
  /// It is called with what of the request came before the object, and a reader that stands at the object. It returns
  /// the reader behind the object, or nil where it can't read it; the object is then only passed over.
  public typealias ObjectReading = (_ request: AdmissionRequest, _ reader: JSONReader) -> JSONReader?

  /// Reads a webhook's request body in one pass.
  public init(
    body: UnsafeRawBufferPointer, options: JSONReader.Options = .lenient, object readObject: ObjectReading? = nil
  ) throws(ReviewError) {
    let envelope = try ReviewEnvelope<AdmissionRequest>(
      body: body, options: options, kind: "AdmissionReview", versions: Self.versions
    ) { $0.decode(from: &$1, object: readObject) }
    apiVersion = envelope.apiVersion
    request = envelope.request
  }
}

/// The members that every review has.
struct ReviewEnvelope<Request: JSONDecodable> {
  var apiVersion = ""
  var request: Request

  init(
    body: UnsafeRawBufferPointer, options: JSONReader.Options, kind: String, versions: [String],
    decode: (inout Request, inout JSONReader) -> Void = { $0.decode(from: &$1) }
  ) throws(ReviewError) {
    var reader = JSONReader(body, options: options)
    var foundKind = ""
    var request: Request?
    let memberNames: [StaticString] = ["apiVersion", "kind", "request"]
    if var members = reader.beginObject() {
      while let key = reader.nextKey(&members) {
        switch reader.index(of: key, in: memberNames) {
        case 0: reader.nullableMember("apiVersion", &apiVersion)
        case 1: reader.nullableMember("kind", &foundKind)
        case 2:
          if reader.takeNull() {
            request = nil
          } else {
            var value = request ?? Request()
            reader.member("request") { decode(&value, &$0) }
            request = value
          }
        default: reader.skip()
        }
      }
    }
    reader.finish()
    if let fault = reader.problems.first(where: \.isFault) { throw .undecodable(fault) }
    guard apiVersion.isEmpty || versions.contains(apiVersion), foundKind.isEmpty || foundKind == kind else {
      throw .unsupported(apiVersion: apiVersion, kind: foundKind)
    }
    guard let request else { throw .missingRequest }
    self.request = request
  }
}
