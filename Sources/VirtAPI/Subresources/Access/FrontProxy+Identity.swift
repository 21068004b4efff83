import Kube
import Transport

extension FrontProxy {
  /// How keys of a user's extra values are read out of header names.
  public enum ExtraKeys: Sendable {
    /// In lower case and without escapes, as the front proxy means them.
    case current
    /// As v0.8.0 passed them on: each word with a capital.
    case legacy
  }

  /// Why nobody is known.
  public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String
  }

  /// Who the front proxy says is asking. From anyone else the headers are worth nothing.
  public func user(
    certificate: PeerCertificate?, headers: HTTPHeaders, keys: ExtraKeys = .current
  ) throws(Refusal) -> UserInfo {
    guard let certificate, certificate.isVerified else {
      throw Refusal(description: "request is not authenticated")
    }
    guard allowedNames.isEmpty || allowedNames.contains(certificate.commonName) else {
      throw Refusal(description: "the client certificate is not the front proxy's")
    }
    return try user(headers, keys: keys)
  }

  /// What the headers say, whoever sent them.
  func user(_ headers: HTTPHeaders, keys: ExtraKeys) throws(Refusal) -> UserInfo {
    guard let name = values(of: userHeaders, in: headers).first, !name.isEmpty else {
      throw Refusal(description: "the headers name no user")
    }
    let groups = values(of: groupHeaders, in: headers)
    if groups.isEmpty { throw Refusal(description: "the headers name no group") }
    return UserInfo(
      username: name, uid: values(of: uidHeaders, in: headers).first ?? "", groups: groups,
      extra: extra(headers, keys))
  }

  /// All values of the first header that is there.
  private func values(of names: [String], in headers: HTTPHeaders) -> [String] {
    for name in names {
      let values = headers.values(name)
      if !values.isEmpty { return values }
    }
    return []
  }

  private func extra(_ headers: HTTPHeaders, _ keys: ExtraKeys) -> [String: [String]] {
    let prefixes = extraHeaderPrefixes.map { $0.lowercased() }.filter { !$0.isEmpty }
    var extra: [String: [String]] = [:]
    for (header, value) in headers {
      guard let prefix = prefixes.first(where: { header.hasPrefix($0) && header.count > $0.count }) else { continue }
      let key = String(header.dropFirst(prefix.count))
      switch keys {
      case .current: extra[PercentEncoding.decode(key) ?? key, default: []].append(value)
      case .legacy: extra[Self.canonical(key), default: []].append(value)
      }
    }
    return extra
  }

  /// A header's name as Go writes it.
  private static func canonical(_ name: String) -> String {
    name.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: "-")
  }
}
