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

  /// The path in a URL; nil where a name cannot be one path segment (empty, `.`, `..`, with a slash or percent sign), so
  /// that no name taken from an object leads elsewhere: servers and proxies decode and clean paths before they look at
  /// them.
  public var path: String? {
    var segments = resource.group.isEmpty ? ["api"] : ["apis", resource.group]
    segments.append(resource.version)
    if let namespace { segments += ["namespaces", namespace] }
    segments.append(resource.resource)
    if let name { segments.append(name) }
    if let subresource {
      if name == nil { return nil }
      segments += subresource.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }
    var path = ""
    for segment in segments {
      if segment.isEmpty || segment == "." || segment == ".." || segment.utf8.contains(where: Self.cannotBeNamed) {
        return nil
      }
      path += "/" + Self.escaped(segment)
    }
    return path
  }

  /// A slash or a percent sign, which Kubernetes allows in no name.
  private static func cannotBeNamed(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x25 }

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
  /// - Throws: `KubernetesError.status` with code 404: there is nothing under a name that no object can have.
  func target(prefix: String, query: [(String, String)]) throws(KubernetesError) -> String {
    guard let path else {
      let named = [namespace, name, subresource].compactMap { $0 }.joined(separator: "/")
      throw .status(.failure(.notFound, code: 404, message: "\"\(named)\" cannot be the name of an object"))
    }
    let parameters = query.filter { !$0.1.isEmpty }.map { "\($0.0)=\(Self.escaped($0.1))" }
    return prefix + path + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
  }
}
