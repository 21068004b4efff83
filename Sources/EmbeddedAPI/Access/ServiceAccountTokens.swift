import EmbeddedStore
import JSON
import Kube
import Synchronization
import Transport

/// Issues tokens of service accounts and checks those that clients show.
public final class ServiceAccountTokens: Sendable {
  /// Kubernetes' own name for the issuer and the audience when a cluster says nothing else.
  public static let standardIssuer = "https://kubernetes.default.svc.cluster.local"

  public let issuer: String
  /// The audiences that this API server answers to.
  public let audiences: [String]
  /// Signs; tokens of the others are still good.
  private let keys: [SigningKey]
  private let store: any ObjectStoring
  private let now: @Sendable () -> Timestamp
  /// Checking a signature takes some hundred microseconds; what does not change about a token is remembered.
  private let known = Mutex(RecentTokens(limit: 1024))

  /// - Parameter keys: the first one signs; one at least.
  public init(
    keys: [SigningKey], store: any ObjectStoring, issuer: String = standardIssuer, audiences: [String]? = nil,
    now: @escaping @Sendable () -> Timestamp = { Timestamp.now() }
  ) {
    self.keys = keys
    self.store = store
    self.issuer = issuer
    self.audiences = audiences ?? [issuer]
    self.now = now
  }

  func issue(_ claims: ServiceAccountClaims) throws(Status) -> String {
    guard let key = keys.first else { throw .internalError("there is no key to sign tokens with") }
    return try JSONWebToken.sign(claims.json(issuer: issuer), with: key)
  }

  /// Whose the token is, and for which of the wanted audiences; nil for one that is not good, or no longer.
  ///
  /// - Parameter wanted: any of these audiences will do.
  func verify(_ token: String, audiences wanted: [String]) -> (user: UserInfo, audiences: [String])? {
    guard token.utf8.count <= JSONWebToken.sizeLimit, let claims = claims(of: token) else { return nil }
    let moment = now().seconds
    guard claims.notBefore <= moment, moment < claims.expiry ?? .max else { return nil }
    let matching = wanted.filter { claims.audiences.contains($0) }
    guard !matching.isEmpty, isCurrent(claims, token: token, at: moment) else { return nil }
    return (user(claims), matching)
  }

  private func claims(of token: String) -> ServiceAccountClaims? {
    let digest = SHA256.digest(Array(token.utf8))
    if let claims = known.withLock({ $0[digest] }) { return claims }
    guard let json = JSONWebToken.claims(token, signedBy: keys),
      let claims = ServiceAccountClaims(json, issuer: issuer)
    else { return nil }
    known.withLock { $0[digest] = claims }
    return claims
  }

  /// How long an object that is being deleted still vouches for its tokens, in seconds (as in Kubernetes).
  private static let deletionLeeway: Int64 = 60

  private func isCurrent(_ claims: ServiceAccountClaims, token: String, at moment: Int64) -> Bool {
    guard isCurrent("serviceaccounts", claims.namespace, claims.account, at: moment) != nil else { return false }
    switch claims.bound {
    case nil: return true
    case .pod(let pod): return isCurrent("pods", claims.namespace, pod, at: moment) != nil
    case .node(let node): return isCurrent("nodes", "", node, at: moment) != nil
    case .secret(let secret):
      guard let object = isCurrent("secrets", claims.namespace, secret, at: moment) else { return false }
      // A token without an end is the one in the Secret: to change the Secret is how it is taken back.
      guard claims.expiry == nil else { return true }
      guard let text = object.value(at: "data", "token")?.string, let kept = try? Base64.decode(text) else {
        return false
      }
      return kept.equalsInConstantTime(Array(token.utf8))
    }
  }

  private func isCurrent(
    _ collection: String, _ namespace: String, _ reference: ServiceAccountClaims.Reference, at moment: Int64
  ) -> JSONValue? {
    let key = ObjectKey(collection: collection, namespace: namespace, name: reference.name)
    guard let found = try? store.get(key), let object = try? found.tree(),
      object.value(at: "metadata", "uid")?.string == reference.uid
    else { return nil }
    if let text = object.value(at: "metadata", "deletionTimestamp")?.string, let deleted = Timestamp(text),
      deleted.seconds + Self.deletionLeeway < moment
    {
      return nil
    }
    return object
  }

  private func user(_ claims: ServiceAccountClaims) -> UserInfo {
    var extra: [String: [String]] = [:]
    if !claims.identifier.isEmpty { extra["authentication.kubernetes.io/credential-id"] = ["JTI=" + claims.identifier] }
    switch claims.bound {
    case .pod(let pod):
      extra["authentication.kubernetes.io/pod-name"] = [pod.name]
      extra["authentication.kubernetes.io/pod-uid"] = [pod.uid]
    case .node(let node):
      extra["authentication.kubernetes.io/node-name"] = [node.name]
      extra["authentication.kubernetes.io/node-uid"] = [node.uid]
    case .secret, nil: break
    }
    return UserInfo(
      username: claims.username, uid: claims.account.uid,
      groups: [
        "system:serviceaccounts", "system:serviceaccounts:" + claims.namespace, "system:authenticated",
      ], extra: extra)
  }
}

/// The tokens seen lately, by their hash, never more than twice `limit`.
private struct RecentTokens {
  let limit: Int
  private var recent: [[UInt8]: ServiceAccountClaims] = [:]
  private var older: [[UInt8]: ServiceAccountClaims] = [:]

  init(limit: Int) { self.limit = limit }

  subscript(digest: [UInt8]) -> ServiceAccountClaims? {
    mutating get {
      if let claims = recent[digest] { return claims }
      guard let claims = older[digest] else { return nil }
      self[digest] = claims
      return claims
    }
    set {
      if recent.count >= limit {
        older = recent
        recent = [:]
      }
      recent[digest] = newValue
    }
  }
}
