import JSON
import Kube
import Transport

/// A token in the compact form of JWS (RFC 7515 section 7.1) with claims (RFC 7519).
enum JSONWebToken {
  /// The longest token that is looked at, in bytes; ours have about one thousand.
  static let sizeLimit = 16 << 10

  /// Makes a token.
  static func sign(_ claims: JSONValue, with key: SigningKey) throws(Status) -> String {
    let header: JSONValue = ["alg": .string(key.algorithm.rawValue), "kid": .string(keyID(key))]
    let text = Base64.encodeURL(header.jsonBytes()) + "." + Base64.encodeURL(claims.jsonBytes())
    do {
      return text + "." + Base64.encodeURL(try key.sign(Array(text.utf8)))
    } catch {
      throw .internalError("a token can't be signed: \(error)")
    }
  }

  /// The claims of a token that one of the keys signed; nil for any other text.
  ///
  /// The algorithm is the key's: the token's header must name the same one, and `none` and keyed hashes are nobody's.
  static func claims(_ token: String, signedBy keys: [SigningKey]) -> JSONValue? {
    guard token.utf8.count <= sizeLimit else { return nil }
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let headerBytes = Base64.decodeURL(parts[0]), let claimBytes = Base64.decodeURL(parts[1]),
      let signature = Base64.decodeURL(parts[2]), let header = try? JSONValue(parsing: headerBytes),
      // Extensions that must be understood (RFC 7515 section 4.1.11): we understand none.
      let algorithm = header["alg"]?.string, header["crit"] == nil
    else { return nil }
    let named = header["kid"]?.string
    let message = Array(token.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
    let isSigned = keys.contains { key in
      key.algorithm.rawValue == algorithm && (named == nil || named == keyID(key))
        && key.verify(signature, of: message)
    }
    guard isSigned, let claims = try? JSONValue(parsing: claimBytes), claims.object != nil else { return nil }
    return claims
  }

  /// The name of a key in tokens: made of its public half, as Kubernetes makes it.
  static func keyID(_ key: SigningKey) -> String { Base64.encodeURL(key.fingerprint) }
}
