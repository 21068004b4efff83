import Kube

/// Paths of the Kubernetes API (API conventions, "Resource URIs").
public struct ResourcePath: Sendable, Hashable {
  public var resource: GroupVersionResource
  /// Nil for cluster-scoped resources, and for a list over all namespaces.
  public var namespace: String?
  public var name: String?
  public var subresource: String?

  public init(
    _ resource: GroupVersionResource, namespace: String? = nil, name: String? = nil, subresource: String? = nil
  ) {
    self.resource = resource
    self.namespace = namespace
    self.name = name
    self.subresource = subresource
  }

  public var path: String {
    var path = resource.group.isEmpty ? "/api/" : "/apis/\(resource.group)/"
    path += resource.version
    if let namespace { path += "/namespaces/" + Self.escaped(namespace) }
    path += "/" + resource.resource
    if let name { path += "/" + Self.escaped(name) }
    if let subresource { path += "/" + subresource }
    return path
  }

  /// Percent-encodes what may not stand in a path segment or a query's value (RFC 3986 section 2.3).
  static func escaped(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }

  /// The path with a query of the parameters that are not empty.
  func target(prefix: String, query: [(String, String)]) -> String {
    let parameters = query.filter { !$0.1.isEmpty }.map { "\($0.0)=\(Self.escaped($0.1))" }
    return prefix + path + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
  }
}
