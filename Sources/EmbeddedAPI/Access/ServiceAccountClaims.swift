import JSON
import Kube

/// What a service account's token says (Kubernetes, "Managing Service Accounts", bound tokens).
struct ServiceAccountClaims: Sendable, Hashable {
  struct Reference: Sendable, Hashable {
    var name: String
    var uid: String
  }

  /// The object whose end ends the token.
  enum Bound: Sendable, Hashable {
    case pod(Reference)
    case secret(Reference)
    case node(Reference)

    var reference: Reference {
      switch self {
      case .pod(let reference), .secret(let reference), .node(let reference): reference
      }
    }

    var claim: String {
      switch self {
      case .pod: "pod"
      case .secret: "secret"
      case .node: "node"
      }
    }
  }

  var namespace: String
  var account: Reference
  var bound: Bound?
  var audiences: [String]
  var identifier: String
  /// Seconds since 1970.
  var issuedAt: Int64
  var notBefore: Int64
  /// Nil for the token that a Secret keeps, which ends with the Secret.
  var expiry: Int64?

  var username: String { "system:serviceaccount:\(namespace):\(account.name)" }

  func json(issuer: String) -> JSONValue {
    var claims = JSONObject()
    claims["aud"] = .array(audiences.map(JSONValue.string))
    if let expiry { claims["exp"] = .number(JSONNumber(expiry)) }
    claims["iat"] = .number(JSONNumber(issuedAt))
    claims["iss"] = .string(issuer)
    claims["jti"] = .string(identifier)
    var kubernetes: JSONObject = ["namespace": .string(namespace)]
    if let bound { kubernetes[bound.claim] = Self.json(bound.reference) }
    kubernetes["serviceaccount"] = Self.json(account)
    claims["kubernetes.io"] = .object(kubernetes)
    claims["nbf"] = .number(JSONNumber(notBefore))
    claims["sub"] = .string(username)
    return .object(claims)
  }

  private static func json(_ reference: Reference) -> JSONValue {
    ["name": .string(reference.name), "uid": .string(reference.uid)]
  }

  /// Nil unless the claims are of that issuer and complete, and the subject is the account that they name.
  init?(_ claims: JSONValue, issuer: String) {
    guard claims["iss"]?.string == issuer, let kubernetes = claims["kubernetes.io"],
      let namespace = kubernetes["namespace"]?.string, !namespace.isEmpty,
      let account = Self.reference(kubernetes["serviceaccount"]), let issuedAt = claims["iat"]?.int64,
      let notBefore = claims["nbf"]?.int64
    else { return nil }
    switch claims["aud"] {
    case .string(let audience): audiences = [audience]
    case .array(let list):
      audiences = list.compactMap(\.string)
      guard audiences.count == list.count else { return nil }
    default: return nil
    }
    self.namespace = namespace
    self.account = account
    self.issuedAt = issuedAt
    self.notBefore = notBefore
    identifier = claims["jti"]?.string ?? ""
    if let member = kubernetes["pod"] {
      guard let reference = Self.reference(member) else { return nil }
      bound = .pod(reference)
    } else if let member = kubernetes["secret"] {
      guard let reference = Self.reference(member) else { return nil }
      bound = .secret(reference)
    } else if let member = kubernetes["node"] {
      guard let reference = Self.reference(member) else { return nil }
      bound = .node(reference)
    }
    if let member = claims["exp"] {
      guard let expiry = member.int64 else { return nil }
      self.expiry = expiry
    } else {
      // Only a token that is kept in a Secret, and ends with it, may be without an end.
      guard case .secret = bound else { return nil }
    }
    guard claims["sub"]?.string == username else { return nil }
  }

  init(
    namespace: String, account: Reference, bound: Bound?, audiences: [String], identifier: String, issuedAt: Int64,
    expiry: Int64?
  ) {
    self.namespace = namespace
    self.account = account
    self.bound = bound
    self.audiences = audiences
    self.identifier = identifier
    self.issuedAt = issuedAt
    notBefore = issuedAt
    self.expiry = expiry
  }

  private static func reference(_ value: JSONValue?) -> Reference? {
    guard let name = value?["name"]?.string, let uid = value?["uid"]?.string, !name.isEmpty, !uid.isEmpty else {
      return nil
    }
    return Reference(name: name, uid: uid)
  }
}
