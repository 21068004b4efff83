import EmbeddedStore
import JSON
import Kube

/// `serviceaccounts/token`: makes a token of a service account (authentication.k8s.io/v1 TokenRequest).
struct TokenRequestEndpoint: ResourceEndpoint {
  /// How long a token lasts when nothing is said, in seconds.
  static let standardLife: Int64 = 3600
  static let shortestLife: Int64 = 600
  static let longestLife: Int64 = 1 << 32

  let tokens: ServiceAccountTokens
  var now: @Sendable () -> Timestamp = { Timestamp.now() }
  var makeIdentifier: @Sendable () -> String = { UUID.random().description }

  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer {
    let object = try ReviewObject.decode(request, kind: "TokenRequest")
    let kind = GroupVersionKind(group: "authentication.k8s.io", version: "v1", kind: "TokenRequest")
    let spec = object["spec"] ?? .null
    let seconds = spec["expirationSeconds"].flatMap { $0.isNull ? nil : $0 }.map { $0.int64 ?? 0 } ?? Self.standardLife
    let causes = Self.causes(seconds)
    guard causes.isEmpty else { throw .invalid(kind, "", causes) }
    let account = try await objects.get(request.resource, namespace: request.namespace, name: request.name)
    let reference = Self.reference(account, name: request.name)
    if let uid = object.value(at: "metadata", "uid")?.string, !uid.isEmpty, uid != reference.uid {
      throw .conflict(
        request.resource, request.name,
        "the UID in the token request (\(uid)) does not match the UID of the service account (\(reference.uid))")
    }
    let bound = try await bound(spec["boundObjectRef"], request, objects)
    let asked = ReviewObject.texts(spec["audiences"])
    let audiences = asked.isEmpty ? tokens.audiences : asked
    let moment = now().seconds
    let token = try tokens.issue(
      ServiceAccountClaims(
        namespace: request.namespace, account: reference, bound: bound, audiences: audiences,
        identifier: makeIdentifier(), issuedAt: moment, expiry: moment + seconds))

    var answerSpec = spec.object ?? JSONObject()
    answerSpec["audiences"] = .array(audiences.map(JSONValue.string))
    answerSpec["expirationSeconds"] = .number(JSONNumber(seconds))
    if answerSpec["boundObjectRef"] == nil { answerSpec["boundObjectRef"] = .null }
    let answer: JSONValue = [
      "kind": "TokenRequest", "apiVersion": "authentication.k8s.io/v1",
      "metadata": [
        "name": .string(request.name), "namespace": .string(request.namespace),
        "creationTimestamp": .string(Timestamp(seconds: moment).text),
      ],
      "spec": .object(answerSpec),
      "status": [
        "token": .string(token), "expirationTimestamp": .string(Timestamp(seconds: moment + seconds).text),
      ],
    ]
    return EndpointAnswer(object: answer)
  }

  private static func causes(_ seconds: Int64) -> [Cause] {
    if seconds < shortestLife {
      return [
        Cause(
          .invalid, "spec.expirationSeconds",
          "Invalid value: \(seconds): must be at least 600")
      ]
    }
    if seconds > longestLife {
      return [
        Cause(
          .invalid, "spec.expirationSeconds",
          "Invalid value: \(seconds): must be at most 4294967296")
      ]
    }
    return []
  }

  private static func reference(_ object: JSONValue, name: String) -> ServiceAccountClaims.Reference {
    ServiceAccountClaims.Reference(name: name, uid: object.value(at: "metadata", "uid")?.string ?? "")
  }

  /// The object that the token is bound to, which must be there and have the uid that is given.
  private func bound(_ value: JSONValue?, _ request: ResourceRequest, _ objects: any ObjectAccess)
    async throws(Status) -> ServiceAccountClaims.Bound?
  {
    guard let value, !value.isNull else { return nil }
    let name = value["name"]?.string ?? ""
    let kind = value["kind"]?.string ?? ""
    let resource: String
    switch (kind, value["apiVersion"]?.string) {
    case ("Pod", "v1"): resource = "pods"
    case ("Secret", "v1"): resource = "secrets"
    case ("Node", "v1"): resource = "nodes"
    default: throw .badRequest("cannot bind token to object of type \(value["apiVersion"]?.string ?? ""), Kind=\(kind)")
    }
    let place = GroupVersionResource(version: "v1", resource: resource)
    let object = try await objects.get(place, namespace: kind == "Node" ? "" : request.namespace, name: name)
    let reference = Self.reference(object, name: name)
    if let uid = value["uid"]?.string, !uid.isEmpty, uid != reference.uid {
      throw .conflict(
        place, name,
        "the UID in the bound object reference (\(uid)) does not match the UID in record. The object might have been "
          + "deleted and then recreated")
    }
    switch kind {
    case "Pod":
      guard object.value(at: "spec", "serviceAccountName")?.string ?? "default" == request.name else {
        throw .badRequest(
          "cannot bind token for serviceaccount \(Status.quoted(request.name)) to pod running with "
            + "different serviceaccount name.")
      }
      return .pod(reference)
    case "Secret": return .secret(reference)
    default: return .node(reference)
    }
  }
}
