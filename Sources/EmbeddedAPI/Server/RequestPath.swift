import Kube

/// What a path names, before anyone has looked whether that is served: what authorization goes by
/// (kubernetes.io/docs/reference/using-api/api-concepts, "Resource URIs").
enum RequestPath: Hashable {
  case resource(ResourcePath)
  /// The path without escapes.
  case other(String)

  struct ResourcePath: Hashable {
    var group: String
    var version: String
    /// For a namespace itself, its own name.
    var namespace: String
    var resource: String
    /// Empty for a collection.
    var name: String
    /// The steps below the object, joined by `/`.
    var subresource: String
    /// Whether the path goes through a namespace: `/namespaces/x/pods`.
    var isBelowNamespace: Bool

    /// The first step below the object, by which rules and endpoints know it.
    var firstSubresource: String { subresource.split(separator: "/").first.map(String.init) ?? "" }
  }

  /// Nil for escapes that are none.
  init?(_ path: String) {
    guard let whole = PercentEncoding.decode(path) else { return nil }
    var steps: [String] = []
    for part in path.split(separator: "/") {
      guard let step = PercentEncoding.decode(part) else { return nil }
      steps.append(step)
    }
    // An empty step inside is no resource's path: what servers behind one another make of it differs.
    guard !path.contains("//"), let resource = Self.resource(steps[...]) else {
      self = .other(whole)
      return
    }
    self = .resource(resource)
  }

  private static func resource(_ steps: ArraySlice<String>) -> ResourcePath? {
    var rest = steps
    let group: String
    switch rest.popFirst() {
    case "api": group = ""
    case "apis":
      guard let name = rest.popFirst() else { return nil }
      group = name
    default: return nil
    }
    guard let version = rest.popFirst(), !rest.isEmpty else { return nil }
    var path = ResourcePath(
      group: group, version: version, namespace: "", resource: "", name: "", subresource: "", isBelowNamespace: false)
    let parts = Array(rest)
    if parts[0] == "namespaces", parts.count > 1 {
      path.namespace = parts[1]
      if parts.count > 2, !(parts.count == 3 && (parts[2] == "status" || parts[2] == "finalize")) {
        path.isBelowNamespace = true
        return fill(path, parts[2...])
      }
    }
    return fill(path, parts[...])
  }

  private static func fill(_ path: ResourcePath, _ steps: ArraySlice<String>) -> ResourcePath {
    var path = path
    var rest = steps
    path.resource = rest.popFirst() ?? ""
    path.name = rest.popFirst() ?? ""
    path.subresource = rest.joined(separator: "/")
    return path
  }

  /// The verb that a method is on this path; nil for methods that the API does not know.
  static func verb(_ method: String, _ path: ResourcePath, isWatch: Bool) -> Verb? {
    let isCollection = path.name.isEmpty
    switch method {
    case "GET", "HEAD": return isCollection ? (isWatch ? .watch : .list) : .get
    case "POST": return .create
    case "PUT": return .update
    case "PATCH": return .patch
    case "DELETE": return isCollection ? .deletecollection : .delete
    default: return nil
    }
  }
}
