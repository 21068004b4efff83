import JSON
import Kube
import Transport
import VirtAPI

/// Runs recorded requests through v0.8.0's rules of access to subresources.
enum AuthorizerJudge {
  @Sendable static func differences(_ record: RecordedCase) -> [String] {
    let (isAllowed, isError, review) = outcome(record.input)
    var differences: [String] = []
    let expected = "allowed \(record.output["allowed"]?.bool ?? false), error \(record.output["error"]?.bool ?? false)"
    let found = "allowed \(isAllowed), error \(isError)"
    if expected != found { differences.append("\(expected), got \(found)") }
    let places = ObjectComparison.differences(record.output["reviewSpec"] ?? .null, review ?? .null)
    return differences + places.map { "review \($0.path): \($0.expected), got \($0.found)" }
  }

  private static func outcome(_ input: JSONValue) -> (isAllowed: Bool, isError: Bool, review: JSONValue?) {
    let nobody = (false, false, JSONValue?.none)
    guard let path = SubresourcePath(input["path"]?.string ?? "") else { return nobody }
    switch LegacySubresourceAccess.requirement(method: input["method"]?.string ?? "", path: path) {
    case .nothing: return (true, false, nil)
    case .refusal: return nobody
    case .permission(let permission):
      guard
        let user = try? proxy(input["extraHeaderNames"]).user(
          certificate: certificate(input), headers: headers(input), keys: .legacy)
      else { return nobody }
      let review = spec(user, permission)
      let answer = input["review"]?.string
      return (answer == "allow", answer == "broken", review)
    }
  }

  private static func proxy(_ names: JSONValue?) -> FrontProxy {
    var proxy = FrontProxy(authorities: .bytes([]), allowedNames: [])
    func list(_ member: String) -> [String] { names?[member]?.array?.compactMap(\.string) ?? [] }
    proxy.userHeaders += list("user")
    proxy.groupHeaders += list("group")
    proxy.extraHeaderPrefixes += list("extra")
    return proxy
  }

  private static func certificate(_ input: JSONValue) -> PeerCertificate? {
    guard input["peerCert"]?.bool == true else { return nil }
    return PeerCertificate(commonName: "front-proxy-client", organizations: [], isVerified: true)
  }

  private static func headers(_ input: JSONValue) -> HTTPHeaders {
    var headers = HTTPHeaders()
    for (name, values) in input["headers"]?.object ?? [:] {
      for value in values.array ?? [] { headers.append(name, value.string ?? "") }
    }
    return headers
  }

  /// As authorization.k8s.io/v1beta1 writes it.
  private static func spec(_ user: UserInfo, _ permission: SubresourceAccess.Permission) -> JSONValue {
    var attributes = JSONObject()
    let members = [
      ("group", permission.group), ("version", permission.version), ("namespace", permission.namespace),
      ("resource", permission.resource), ("name", permission.name), ("subresource", permission.subresource),
      ("verb", permission.verb),
    ]
    for (name, value) in members where !value.isEmpty { attributes[name] = .string(value) }
    var spec: JSONObject = [
      "user": .string(user.username), "group": .array(user.groups.map { .string($0) }),
      "resourceAttributes": .object(attributes),
    ]
    if !user.extra.isEmpty {
      spec["extra"] = .object(JSONObject(user.extra.map { ($0.key, .array($0.value.map { .string($0) })) }))
    }
    return .object(spec)
  }
}
