import Kube
import Transport

/// Knows clients by their certificate, else by a service account's token, else as `system:anonymous`
/// (Kubernetes, "Authenticating"). Headers such as `X-Remote-User` prove nothing and are not looked at.
public struct RequestAuthenticator: Authenticator {
  public static let authenticatedGroup = "system:authenticated"
  public static let anonymous = UserInfo(username: "system:anonymous", groups: ["system:unauthenticated"])

  private let tokens: ServiceAccountTokens?
  private let allowsAnonymous: Bool

  /// - Parameter tokens: nil takes no tokens.
  public init(tokens: ServiceAccountTokens?, allowsAnonymous: Bool = true) {
    self.tokens = tokens
    self.allowsAnonymous = allowsAnonymous
  }

  public func authenticate(_ head: HTTPRequestHead) async throws(Status) -> UserInfo {
    if let certificate = head.connection.peerCertificate, let user = Self.user(certificate) { return user }
    if let token = Self.bearerToken(head.headers) {
      guard let tokens, let found = tokens.verify(token, audiences: tokens.audiences) else { throw .unauthorized() }
      return found.user
    }
    guard allowsAnonymous else { throw .unauthorized() }
    return Self.anonymous
  }

  /// The common name is the user's, organizations are groups. Nil without a name, or where no authority of ours vouches.
  static func user(_ certificate: PeerCertificate) -> UserInfo? {
    guard certificate.isVerified, !certificate.commonName.isEmpty else { return nil }
    var groups = certificate.organizations
    if !groups.contains(authenticatedGroup) { groups.append(authenticatedGroup) }
    return UserInfo(username: certificate.commonName, groups: groups)
  }

  /// What follows `Bearer` (RFC 6750 section 2.1); nil for other schemes, and for an empty token.
  static func bearerToken(_ headers: HTTPHeaders) -> String? {
    guard let value = headers["authorization"] else { return nil }
    let parts = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    let token = parts[1].drop { $0 == " " }
    return token.isEmpty ? nil : String(token)
  }
}
