import JSON
import Kube

/// The endpoints of this room, by their paths.
public enum AccessEndpoints {
  public static func all(authorizer: RoleAuthorizer, tokens: ServiceAccountTokens) -> [EndpointKey:
    any ResourceEndpoint]
  {
    let authorization = "authorization.k8s.io"
    let authentication = "authentication.k8s.io"
    return [
      EndpointKey(group: authorization, resource: "subjectaccessreviews"):
        AccessReviewEndpoint(scope: .anyone, authorizer: authorizer),
      EndpointKey(group: authorization, resource: "localsubjectaccessreviews"):
        AccessReviewEndpoint(scope: .anyoneInNamespace, authorizer: authorizer),
      EndpointKey(group: authorization, resource: "selfsubjectaccessreviews"):
        AccessReviewEndpoint(scope: .oneself, authorizer: authorizer),
      EndpointKey(group: authorization, resource: "selfsubjectrulesreviews"):
        RulesReviewEndpoint(authorizer: authorizer),
      EndpointKey(group: authentication, resource: "tokenreviews"): TokenReviewEndpoint(tokens: tokens),
      EndpointKey(group: authentication, resource: "selfsubjectreviews"): SelfReviewEndpoint(),
      EndpointKey(resource: "serviceaccounts", subresource: "token"): TokenRequestEndpoint(tokens: tokens),
    ]
  }
}

/// The objects that reviews are sent and answered as.
enum ReviewObject {
  /// The object of a request. Throws 400 for what is none or is of another kind, 415 for forms that the API does not read.
  static func decode(_ request: ResourceRequest, kind: String) throws(Status) -> JSONValue {
    let object = try BodyDecoding.document(request.body, contentType: request.contentType, kind: kind).value
    guard object.object != nil else { throw .badRequest("the object provided is unrecognized: it is no object") }
    if let found = object["kind"]?.string, !found.isEmpty, found != kind {
      throw .badRequest("the object provided is a \(found), and this path takes a \(kind)")
    }
    return object
  }

  /// What came, as the API shows it, with a status.
  static func answer(_ object: JSONValue, _ request: ResourceRequest, kind: String, status: JSONValue) -> EndpointAnswer
  {
    var answer: JSONObject = ["kind": .string(kind), "apiVersion": .string(request.kind.apiVersion)]
    var metadata = object["metadata"]?.object ?? JSONObject()
    if metadata["creationTimestamp"] == nil { metadata["creationTimestamp"] = .null }
    answer["metadata"] = .object(metadata)
    if let spec = object["spec"] { answer["spec"] = spec }
    answer["status"] = status
    return EndpointAnswer(object: .object(answer))
  }

  static func texts(_ value: JSONValue?) -> [String] { value?.array?.compactMap(\.string) ?? [] }

  static func extra(_ value: JSONValue?) -> [String: [String]] {
    var extra: [String: [String]] = [:]
    for (name, values) in value?.object ?? [:] { extra[name] = texts(values) }
    return extra
  }

  static func json(_ user: UserInfo) -> JSONValue {
    var object: JSONObject = ["username": .string(user.username)]
    if !user.uid.isEmpty { object["uid"] = .string(user.uid) }
    if !user.groups.isEmpty { object["groups"] = .array(user.groups.map(JSONValue.string)) }
    if !user.extra.isEmpty {
      var extra = JSONObject()
      for (name, values) in user.extra.sorted(by: { $0.key < $1.key }) {
        extra[name] = .array(values.map(JSONValue.string))
      }
      object["extra"] = .object(extra)
    }
    return .object(object)
  }
}

/// SubjectAccessReview, LocalSubjectAccessReview and SelfSubjectAccessReview: may someone do something?
struct AccessReviewEndpoint: ResourceEndpoint {
  enum Scope: Sendable {
    case anyone, anyoneInNamespace, oneself

    var kind: String {
      switch self {
      case .anyone: "SubjectAccessReview"
      case .anyoneInNamespace: "LocalSubjectAccessReview"
      case .oneself: "SelfSubjectAccessReview"
      }
    }
  }

  let scope: Scope
  let authorizer: RoleAuthorizer

  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer {
    let object = try ReviewObject.decode(request, kind: scope.kind)
    let spec = object["spec"] ?? .null
    let causes = causes(spec, namespace: request.namespace)
    guard causes.isEmpty else { throw .invalid(request.kind, "", causes) }
    let status: JSONValue
    switch await authorizer.authorize(attributes(spec, request.user)) {
    case .allowed(let reason): status = Self.status(true, reason)
    case .denied(let reason): status = Self.status(false, reason)
    }
    return ReviewObject.answer(object, request, kind: scope.kind, status: status)
  }

  private static func status(_ isAllowed: Bool, _ reason: String) -> JSONValue {
    var status: JSONObject = ["allowed": .bool(isAllowed)]
    if !reason.isEmpty { status["reason"] = .string(reason) }
    return .object(status)
  }

  private func causes(_ spec: JSONValue, namespace: String) -> [Cause] {
    var causes: [Cause] = []
    let resource = spec["resourceAttributes"]?.object
    let path = spec["nonResourceAttributes"]?.object
    if resource != nil, path != nil {
      causes.append(
        Cause(
          .invalid, "spec.nonResourceAttributes",
          "Invalid value: \(spec["nonResourceAttributes"]?.jsonText() ?? ""): cannot be specified in combination with "
            + "resourceAttributes"))
    }
    if resource == nil, path == nil {
      causes.append(
        Cause(
          .invalid, "spec.resourceAttributes",
          "Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified"))
    }
    if scope != .oneself, (spec["user"]?.string ?? "").isEmpty, (spec["groups"]?.array ?? []).isEmpty {
      causes.append(
        Cause(.invalid, "spec.user", "Invalid value: \"\": at least one of user or group must be specified"))
    }
    if scope == .anyoneInNamespace {
      let named = resource?["namespace"]?.string ?? ""
      if named != namespace {
        causes.append(
          Cause(
            .invalid, "spec.resourceAttributes.namespace",
            "Invalid value: \(Status.quoted(named)): must match metadata.namespace: \(namespace)"))
      }
      if path != nil {
        causes.append(
          Cause(
            .invalid, "spec.nonResourceAttributes",
            "Invalid value: \(spec["nonResourceAttributes"]?.jsonText() ?? ""): disallowed on this kind of request"))
      }
    }
    return causes
  }

  private func attributes(_ spec: JSONValue, _ asker: UserInfo) -> AccessAttributes {
    let user =
      scope == .oneself
      ? asker
      : UserInfo(
        username: spec["user"]?.string ?? "", uid: spec["uid"]?.string ?? "",
        groups: ReviewObject.texts(spec["groups"]), extra: ReviewObject.extra(spec["extra"]))
    if let path = spec["nonResourceAttributes"] {
      return AccessAttributes(
        user: user, verb: path["verb"]?.string ?? "",
        // An empty path is that of no resource; it must not be taken for a resource's.
        path: path["path"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? "/")
    }
    let resource = spec["resourceAttributes"]
    return AccessAttributes(
      user: user, verb: resource?["verb"]?.string ?? "", group: resource?["group"]?.string ?? "",
      version: resource?["version"]?.string ?? "", resource: resource?["resource"]?.string ?? "",
      subresource: resource?["subresource"]?.string ?? "", namespace: resource?["namespace"]?.string ?? "",
      name: resource?["name"]?.string ?? "")
  }
}

/// SelfSubjectRulesReview: all that the asker may do in a namespace (`kubectl auth can-i --list`).
struct RulesReviewEndpoint: ResourceEndpoint {
  let authorizer: RoleAuthorizer

  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer {
    let object = try ReviewObject.decode(request, kind: "SelfSubjectRulesReview")
    let namespace = object.value(at: "spec", "namespace")?.string ?? ""
    guard !namespace.isEmpty else { throw .badRequest("no namespace on request") }
    let rules = authorizer.snapshot.rules(for: request.user, namespace: namespace)
    let status: JSONValue = [
      "resourceRules": .array(rules.filter { !$0.resources.isEmpty }.map(\.json)),
      "nonResourceRules": .array(rules.filter { !$0.nonResourceURLs.isEmpty }.map(\.json)), "incomplete": false,
    ]
    // The question is not repeated in the answer, as in Kubernetes.
    let bare: JSONValue = ["spec": [:]]
    return ReviewObject.answer(bare, request, kind: "SelfSubjectRulesReview", status: status)
  }
}

/// SelfSubjectReview: who the asker is (`kubectl auth whoami`).
struct SelfReviewEndpoint: ResourceEndpoint {
  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer {
    let object = try ReviewObject.decode(request, kind: "SelfSubjectReview")
    var bare: JSONValue = [:]
    bare["metadata"] = object["metadata"]
    return ReviewObject.answer(
      bare, request, kind: "SelfSubjectReview", status: ["userInfo": ReviewObject.json(request.user)])
  }
}

/// TokenReview: whose a token is, for other servers that are shown one.
struct TokenReviewEndpoint: ResourceEndpoint {
  let tokens: ServiceAccountTokens

  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer {
    let object = try ReviewObject.decode(request, kind: "TokenReview")
    guard let token = object.value(at: "spec", "token")?.string, !token.isEmpty else {
      throw .badRequest("token is required for TokenReview in authentication")
    }
    let asked = ReviewObject.texts(object.value(at: "spec", "audiences"))
    var status: JSONValue
    if let found = tokens.verify(token, audiences: asked.isEmpty ? tokens.audiences : asked) {
      status = [
        "authenticated": true, "user": ReviewObject.json(found.user),
        "audiences": .array(found.audiences.map(JSONValue.string)),
      ]
    } else {
      status = ["user": [:], "error": "invalid bearer token"]
    }
    return ReviewObject.answer(object, request, kind: "TokenReview", status: status)
  }
}
