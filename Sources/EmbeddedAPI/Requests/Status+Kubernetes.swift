import EmbeddedStore
import JSON
import Kube

// Answers in Kubernetes' own words: kubectl and scripts look at them.

extension Status {
  private static func details(_ resource: GroupVersionResource, _ name: String, uid: String = "") -> StatusDetails {
    StatusDetails(name: name, group: resource.group, kind: resource.resource, uid: uid)
  }

  /// `pods` or `virtualmachines.kubevirt.io`.
  private static func qualified(_ resource: GroupVersionResource) -> String {
    resource.group.isEmpty ? resource.resource : resource.resource + "." + resource.group
  }

  // MARK: what is there and what is not

  public static func notFound(_ resource: GroupVersionResource, _ name: String) -> Status {
    .failure(
      .notFound, code: 404, message: "\(qualified(resource)) \(quoted(name)) not found",
      details: details(resource, name))
  }

  /// A path that is not served.
  public static var noSuchResource: Status {
    .failure(
      .notFound, code: 404, message: "the server could not find the requested resource", details: StatusDetails())
  }

  public static func alreadyExists(_ resource: GroupVersionResource, _ name: String) -> Status {
    .failure(
      .alreadyExists, code: 409, message: "\(qualified(resource)) \(quoted(name)) already exists",
      details: details(resource, name))
  }

  /// Names made of `generateName` were all taken.
  public static func noUniqueName(_ resource: GroupVersionResource, _ name: String) -> Status {
    .failure(
      .alreadyExists, code: 409,
      message:
        "\(qualified(resource)) \(quoted(name)) already exists, the server was not able to generate a unique name "
        + "for the object",
      details: details(resource, name))
  }

  public static func conflict(_ resource: GroupVersionResource, _ name: String, _ problem: String) -> Status {
    .failure(
      .conflict, code: 409,
      message: "Operation cannot be fulfilled on \(qualified(resource)) \(quoted(name)): \(problem)",
      details: details(resource, name))
  }

  /// Someone else wrote the object first.
  public static func modified(_ resource: GroupVersionResource, _ name: String) -> Status {
    conflict(
      resource, name,
      "the object has been modified; please apply your changes to the latest version and try again")
  }

  /// What a deletion answers when the object is gone.
  public static func deleted(_ resource: GroupVersionResource, _ name: String, uid: String) -> Status {
    Status(outcome: .success, details: details(resource, name, uid: uid))
  }

  // MARK: who may do what

  public static func unauthorized(_ message: String = "Unauthorized") -> Status {
    .failure(.unauthorized, code: 401, message: message)
  }

  /// What an authorizer did not allow.
  public static func forbidden(_ attributes: AccessAttributes, reason: String = "") -> Status {
    let suffix = reason.isEmpty ? "" : ": " + reason
    let user = "User \(quoted(attributes.user.username)) cannot \(attributes.verb)"
    guard attributes.isResource else {
      return .failure(
        .forbidden, code: 403, message: "forbidden: \(user) path \(quoted(attributes.path))\(suffix)",
        details: StatusDetails())
    }
    let resource = GroupVersionResource(group: attributes.group, resource: attributes.resource)
    let whole =
      attributes.subresource.isEmpty ? attributes.resource : attributes.resource + "/" + attributes.subresource
    let place =
      attributes.namespace.isEmpty ? "at the cluster scope" : "in the namespace \(quoted(attributes.namespace))"
    return forbidden(
      resource, attributes.name,
      "\(user) resource \(quoted(whole)) in API group \(quoted(attributes.group)) \(place)\(suffix)")
  }

  /// What a rule does not allow: `pods "x" is forbidden: …`.
  public static func forbidden(_ resource: GroupVersionResource, _ name: String, _ why: String) -> Status {
    let subject = name.isEmpty ? qualified(resource) : "\(qualified(resource)) \(quoted(name))"
    return .failure(
      .forbidden, code: 403, message: "\(subject) is forbidden: \(why)", details: details(resource, name))
  }

  // MARK: faulty requests

  public static func badRequest(_ message: String) -> Status { .failure(.badRequest, code: 400, message: message) }

  /// An object with faults: `ConfigMap "a" is invalid: …`.
  public static func invalid(_ kind: GroupVersionKind, _ name: String, _ causes: [Cause]) -> Status {
    let subject = kind.group.isEmpty ? kind.kind : kind.kind + "." + kind.group
    let texts = causes.map { $0.field.isEmpty ? $0.message : "\($0.field): \($0.message)" }
    // One message a fault, however often it was found.
    var seen: Set<String> = []
    let distinct = texts.filter { seen.insert($0).inserted }
    let list = distinct.count == 1 ? distinct[0] : "[" + distinct.joined(separator: ", ") + "]"
    return .failure(
      .invalid, code: 422, message: "\(subject) \(quoted(name)) is invalid" + (texts.isEmpty ? "" : ": " + list),
      details: StatusDetails(name: name, group: kind.group, kind: kind.kind, causes: causes))
  }

  /// Options of a request with faults: `ListOptions.meta.k8s.io "" is invalid: …`.
  public static func invalidOptions(_ kind: String, _ causes: [Cause]) -> Status {
    invalid(GroupVersionKind(group: "meta.k8s.io", version: "v1", kind: kind), "", causes)
  }

  /// A patch that can't be applied to the object as it is.
  public static func unprocessablePatch(_ why: String) -> Status {
    .failure(
      .invalid, code: 422, message: "the server rejected our request due to an error in our request",
      details: StatusDetails(causes: why.isEmpty ? [] : [Cause(.invalid, "patch", why)]))
  }

  public static var methodNotAllowed: Status {
    .failure(
      .methodNotAllowed, code: 405, message: "the server does not allow this method on the requested resource",
      details: StatusDetails())
  }

  public static func unsupportedBody(accepting types: [String]) -> Status {
    .failure(
      .unsupportedMediaType, code: 415,
      message: "the body of the request was in an unknown format - accepted media types include: "
        + types.joined(separator: ", "))
  }

  public static func tooLarge(limit: Int) -> Status {
    .failure(
      .requestEntityTooLarge, code: 413, message: "Request entity too large: limit is \(limit)",
      details: StatusDetails())
  }

  // MARK: time and space

  /// The moment that was asked for is no longer known.
  public static func expired(_ message: String) -> Status { .failure(.expired, code: 410, message: message) }

  /// The moment that was asked for has not come yet.
  public static func tooLargeVersion(_ requested: Revision, current: Revision) -> Status {
    .failure(
      .timeout, code: 504, message: "Timeout: Too large resource version: \(requested), current: \(current)",
      details: StatusDetails(
        causes: [Cause("ResourceVersionTooLarge", "", "Too large resource version")], retryAfterSeconds: 1))
  }

  public static func internalError(_ message: String) -> Status {
    .failure(
      .internalError, code: 500, message: "Internal error occurred: \(message)",
      details: StatusDetails(causes: [Cause("", "", message)]))
  }

  /// The process ends, or the store can't be used now.
  public static func unavailable(_ message: String) -> Status {
    .failure(.serviceUnavailable, code: 503, message: message, details: StatusDetails(retryAfterSeconds: 1))
  }

  /// What the store did not do, as an answer about the object that it was asked for.
  public init(_ error: StoreError, _ resource: GroupVersionResource, _ name: String) {
    switch error {
    case .alreadyExists: self = .alreadyExists(resource, name)
    case .notFound: self = .notFound(resource, name)
    case .conflict: self = .modified(resource, name)
    case .expired(let requested, let oldest):
      self = .expired("too old resource version: \(requested) (\(oldest))")
    case .future(let requested, let current): self = .tooLargeVersion(requested, current: current)
    case .full(let why):
      self = .failure(
        "InsufficientStorage", code: 507, message: "nothing can be written, for there is no space left: \(why)")
    case .damaged(let why), .failed(let why): self = .internalError(why)
    case .newerFormat(let found, let known):
      self = .internalError("the store has format \(found), and this program knows formats up to \(known)")
    case .closed: self = .unavailable("the server is shutting down")
    }
  }

  /// The text in quotation marks as Go's %q writes it.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + (digits.count == 1 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
