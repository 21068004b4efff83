import Foundation
import Testing

@testable import Transport

@Suite struct SigningKeyTests {
  static func bytes(_ text: String) -> [UInt8] {
    var standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    while standard.count % 4 != 0 { standard += "=" }
    return Array(Data(base64Encoded: standard) ?? Data())
  }

  /// The example of RFC 7515, appendix A.3.
  @Test func checksTheSignatureOfTheRFC() throws {
    let point =
      Self.bytes("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
      + Self.bytes("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")
    // SubjectPublicKeyInfo of a P-256 key (RFC 5480).
    let prefix: [UInt8] = [
      0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce,
      0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ]
    let pem =
      "-----BEGIN PUBLIC KEY-----\n"
      + Data(prefix + point).base64EncodedString(options: .lineLength64Characters).replacingOccurrences(
        of: "\r\n", with: "\n") + "\n-----END PUBLIC KEY-----\n"
    let key = try SigningKey(pem: Array(pem.utf8))
    let message =
      "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    var signature = Self.bytes("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
    #expect(signature.count == 64)
    #expect(key.algorithm == .es256)
    #expect(key.verify(signature, of: Array(message.utf8)))
    #expect(!key.verify(signature, of: Array((message + "x").utf8)))
    signature[63] ^= 1
    #expect(!key.verify(signature, of: Array(message.utf8)))
  }

  @Test func signsWhatItChecks() throws {
    let key = try SigningKey()
    let message = Array("message".utf8)
    for _ in 0..<50 {
      // r and s are padded: one in 128 would otherwise be shorter.
      let signature = try key.sign(message)
      #expect(signature.count == 64)
      #expect(key.verify(signature, of: message))
    }
    #expect(try !SigningKey().verify(key.sign(message), of: message))
  }

  @Test func keepsItsNameInBothHalves() throws {
    let key = try SigningKey()
    let again = try SigningKey(pem: key.privateKeyPEM())
    let half = try SigningKey(pem: key.publicKeyPEM())
    #expect(again.fingerprint == key.fingerprint && half.fingerprint == key.fingerprint)
    #expect(try half.verify(again.sign([1, 2, 3]), of: [1, 2, 3]))
    #expect(throws: TransportError.self) { try half.sign([1]) }
  }

  @Test func refusesOtherKeysAndTexts() throws {
    for text in ["", "nothing", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
      #expect(throws: TransportError.self) { try SigningKey(pem: Array(text.utf8)) }
    }
    let key = try SigningKey()
    for signature in [
      [], [UInt8](repeating: 0, count: 64), [UInt8](repeating: 0xff, count: 64), [UInt8](repeating: 1, count: 65),
    ] {
      #expect(!key.verify(signature, of: [1]))
    }
  }

  /// FIPS 180-4 example.
  @Test func hashesAsTheStandardSays() {
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(SHA256.digest(Array("abc".utf8)).map { String(format: "%02x", $0) }.joined() == expected)
    #expect([1, 2].equalsInConstantTime([1, 2]) && ![1, 2].equalsInConstantTime([1, 3]))
    #expect(![1, 2].equalsInConstantTime([1]) && [UInt8]().equalsInConstantTime([]))
  }

  @Test func readsWhatACertificateSays() throws {
    let authority = try CertificateAuthority(commonName: "authority")
    let pair = try authority.issue(
      CertificateRequest(commonName: "me", organizations: ["a", "b"], isForServer: false, isForClient: true))
    let facts = CertificateFacts.all(in: pair.certificatePEM + authority.certificatePEM + Array("junk".utf8))
    #expect(facts.map(\.commonName) == ["me", "authority"])
    #expect(facts.map(\.isAuthority) == [false, true])
    #expect(facts.first?.organizations == ["a", "b"])
    #expect(facts.last?.pem == authority.certificatePEM)
    #expect((facts.first?.notAfter ?? 0) - (facts.first?.notBefore ?? 0) == 365 * 86400 + 3600)
  }
}
