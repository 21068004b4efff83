import Foundation
import JSON
import Kube
import Testing
import Transport

@testable import EmbeddedAPI

@Suite struct AuthenticationTests {
  private func user(_ fixture: AccessFixture, _ token: String, at seconds: Int64 = 0) -> UserInfo? {
    let tokens = fixture.tokens(at: Timestamp(seconds: AccessFixture.start.seconds + seconds))
    return tokens.verify(token, audiences: tokens.audiences)?.user
  }

  private func bearer(_ token: String) -> HTTPHeaders { ["authorization": "Bearer " + token] }

  // MARK: tokens

  @Test func knowsTheAccountOfAToken() async throws {
    try await AccessFixture.with { fixture in
      try await fixture.putAccount()
      let token = try fixture.tokens().issue(fixture.claims())
      let user = try await RequestAuthenticator(tokens: fixture.tokens())
        .authenticate(AccessFixture.head(bearer(token)))
      #expect(user.username == "system:serviceaccount:default:robot")
      #expect(user.uid == "u1")
      #expect(
        user.groups == ["system:serviceaccounts", "system:serviceaccounts:default", "system:authenticated"])
      #expect(user.extra["authentication.kubernetes.io/credential-id"] == ["JTI=id"])
      // The scheme is compared without case (RFC 9110 section 11.1).
      let again = try await RequestAuthenticator(tokens: fixture.tokens())
        .authenticate(AccessFixture.head(["authorization": "bearer " + token]))
      #expect(again == user)
    }
  }

  @Test func endsWithTheTimeTheAccountAndItsUID() async throws {
    try await AccessFixture.with { fixture in
      let token = try fixture.tokens().issue(fixture.claims())
      #expect(user(fixture, token) == nil)  // no account yet
      try await fixture.putAccount()
      #expect(user(fixture, token) != nil)
      #expect(user(fixture, token, at: 3599) != nil)
      #expect(user(fixture, token, at: 3600) == nil)
      #expect(user(fixture, token, at: -1) == nil)
      try await fixture.putAccount(uid: "u2")
      #expect(user(fixture, token) == nil)
      try await fixture.putAccount()
      try await fixture.remove("serviceaccounts", "default", "robot")
      #expect(user(fixture, token) == nil)
    }
  }

  /// A token that was seen before is not good for longer.
  @Test func remembersSignaturesOnly() async throws {
    try await AccessFixture.with { fixture in
      try await fixture.putAccount()
      let tokens = fixture.tokens()
      let token = try tokens.issue(fixture.claims())
      #expect(tokens.verify(token, audiences: tokens.audiences) != nil)
      try await fixture.remove("serviceaccounts", "default", "robot")
      #expect(tokens.verify(token, audiences: tokens.audiences) == nil)
    }
  }

  @Test func endsWithTheObjectThatItIsBoundTo() async throws {
    try await AccessFixture.with { fixture in
      try await fixture.putAccount()
      let pod = ServiceAccountClaims.Reference(name: "p", uid: "p1")
      let token = try fixture.tokens().issue(fixture.claims(.pod(pod)))
      #expect(user(fixture, token) == nil)
      var object = AccessFixture.object("v1", "Pod", "default", "p", uid: "p1")
      try await fixture.put("pods", object)
      #expect(user(fixture, token)?.extra["authentication.kubernetes.io/pod-name"] == ["p"])
      object["metadata"]?["deletionTimestamp"] = .string(AccessFixture.start.text)
      try await fixture.put("pods", object)
      #expect(user(fixture, token, at: 60) != nil)
      #expect(user(fixture, token, at: 61) == nil)
      try await fixture.remove("pods", "default", "p")
      #expect(user(fixture, token) == nil)
    }
  }

  @Test func isForItsAudiencesOnly() async throws {
    try await AccessFixture.with { fixture in
      try await fixture.putAccount()
      let token = try fixture.tokens().issue(fixture.claims(audiences: ["vault"]))
      #expect(user(fixture, token) == nil)
      #expect(fixture.tokens().verify(token, audiences: ["x", "vault"])?.audiences == ["vault"])
    }
  }

  @Test func refusesHostileTokens() async throws {
    try await AccessFixture.with { fixture in
      try await fixture.putAccount()
      let tokens = fixture.tokens()
      let good = try tokens.issue(fixture.claims())
      let parts = good.split(separator: ".").map(String.init)
      let claims = fixture.claims().json(issuer: tokens.issuer)
      func header(_ text: String) -> String { Base64.encodeURL(Array(text.utf8)) }
      func changed(_ change: (inout JSONValue) -> Void) throws -> String {
        var copy = claims
        change(&copy)
        return try JSONWebToken.sign(copy, with: fixture.key)
      }
      let other = try SigningKey()
      let ours = #""kid":"\#(JSONWebToken.keyID(fixture.key))""#
      var hostile: [String: String] = [
        "nothing": ".", "one part": parts[0], "four parts": good + ".x", "empty parts": "..",
        "no algorithm": header(#"{"alg":"none"}"#) + "." + parts[1] + ".",
        "no algorithm, with signature": header(#"{"alg":"none",\#(ours)}"#) + "." + parts[1] + "." + parts[2],
        "public key as a secret": header(#"{"alg":"HS256",\#(ours)}"#) + "." + parts[1] + "." + parts[2],
        "another algorithm": header(#"{"alg":"RS256",\#(ours)}"#) + "." + parts[1] + "." + parts[2],
        "critical extensions": header(#"{"alg":"ES256","crit":["b64"],\#(ours)}"#) + "." + parts[1] + "." + parts[2],
        "padded": parts[0] + "=." + parts[1] + "." + parts[2],
        "another key": try JSONWebToken.sign(claims, with: other),
        "huge": String(repeating: "a", count: 1 << 20),
        "huge and signed": good + String(repeating: "a", count: 1 << 20),
        "line break": parts[0] + "\n." + parts[1] + "." + parts[2],
        "deep": header(String(repeating: "[", count: 5000)) + ".e30.e30",
      ]
      hostile["changed claims"] = parts[0] + "." + header(#"{"sub":"system:admin"}"#) + "." + parts[2]
      hostile["another issuer"] = try changed { $0["iss"] = "https://evil.example" }
      hostile["another subject"] = try changed { $0["sub"] = "system:serviceaccount:default:admin" }
      hostile["no subject"] = try changed { $0["sub"] = nil }
      hostile["no end"] = try changed { $0["exp"] = nil }
      hostile["end as text"] = try changed { $0["exp"] = "9999999999" }
      hostile["no beginning"] = try changed { $0["nbf"] = nil }
      hostile["no uid"] = try changed { $0["kubernetes.io"]?["serviceaccount"]?["uid"] = nil }
      hostile["no audience"] = try changed { $0["aud"] = [] }
      hostile["audience of numbers"] = try changed { $0["aud"] = [.string(tokens.issuer), 1] }
      hostile["bound to nothing"] = try changed { $0["kubernetes.io"]?["pod"] = [:] }
      // Every other last symbol would decode to the same bytes with a lenient reader.
      let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
      for symbol in alphabet where Character(String(good.suffix(1))) != symbol {
        hostile["last symbol \(symbol)"] = good.dropLast() + String(symbol)
      }
      let authenticator = RequestAuthenticator(tokens: tokens)
      for (name, token) in hostile {
        #expect(tokens.verify(token, audiences: tokens.audiences) == nil, "\(name)")
        let error = await #expect(throws: Status.self, "\(name)") {
          try await authenticator.authenticate(AccessFixture.head(bearer(token)))
        }
        #expect(error?.code == 401 && error?.message == "Unauthorized", "\(name)")
      }
      #expect(tokens.verify(good, audiences: tokens.audiences) != nil)
    }
  }

  @Test func takesTokensOfAnEarlierKey() async throws {
    try await AccessFixture.with { fixture in
      try await fixture.putAccount()
      let token = try fixture.tokens().issue(fixture.claims())
      let newer = try fixture.tokens(keys: [SigningKey(), SigningKey(pem: fixture.key.publicKeyPEM())])
      #expect(newer.verify(token, audiences: newer.audiences) != nil)
    }
  }

  // MARK: certificates and nobody

  @Test func takesNameAndGroupsOfACertificate() async throws {
    let authenticator = RequestAuthenticator(tokens: nil)
    let certificate = PeerCertificate(commonName: "ann", organizations: ["team"], isVerified: true)
    // A token beside it is not looked at, good or bad.
    let user = try await authenticator.authenticate(AccessFixture.head(bearer("bad"), certificate: certificate))
    #expect(user == UserInfo(username: "ann", groups: ["team", "system:authenticated"]))
  }

  @Test func believesNoCertificateThatNobodyVouchesFor() async throws {
    let authenticator = RequestAuthenticator(tokens: nil)
    for certificate in [
      PeerCertificate(commonName: "ann", organizations: ["system:masters"], isVerified: false),
      PeerCertificate(commonName: "", organizations: ["system:masters"], isVerified: true),
    ] {
      let user = try await authenticator.authenticate(AccessFixture.head(certificate: certificate))
      #expect(user == RequestAuthenticator.anonymous)
    }
  }

  @Test func believesNoHeaders() async throws {
    let headers: HTTPHeaders = [
      "x-remote-user": "admin", "x-remote-group": "system:masters", "x-remote-extra-scopes": "all",
      "authorization": "Basic YWRtaW46YWRtaW4=", "x-forwarded-user": "admin",
    ]
    let user = try await RequestAuthenticator(tokens: nil).authenticate(AccessFixture.head(headers))
    #expect(user.username == "system:anonymous" && user.groups == ["system:unauthenticated"])
    await #expect(throws: Status.self) {
      try await RequestAuthenticator(tokens: nil, allowsAnonymous: false).authenticate(AccessFixture.head(headers))
    }
  }
}
