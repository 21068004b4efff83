import JSON

/// A resource that the API server serves, as `openapi/kinds.json` describes it.
public struct Kind: Sendable {
  public var name: String
  public var group: String
  public var isNamespaced: Bool
  public var plural: String
  public var singular: String
  public var shortNames: [String]
  public var categories: [String]
  /// What `kubectl get` prints besides the name; open versions have none.
  public var columns: [JSONValue]
  public var versions: [Version]
  /// One of Kubernetes' own, which `openapi/kubernetes/kinds.json` describes.
  public var isKubernetes: Bool
  /// What can be done with its objects; empty for what is only the body of requests for other kinds.
  public var verbs: [String]
  /// Paths below an object besides `status` and `scale`.
  public var subresources: [Subresource]

  /// Whether only paths below the objects are served.
  var hasSubresourcesOnly: Bool { verbs.isEmpty && !subresources.isEmpty }

  /// A path below an object.
  public struct Subresource: Sendable {
    public var name: String
    /// The type of the body; none for streams.
    public var definition: Definition?
    /// Its group, version and kind.
    public var group: String
    public var version: String
    public var kind: String
    public var verbs: [String]
  }

  static let allVerbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]

  /// One version of a kind; the first is the one that is stored.
  public struct Version: Sendable {
    public var name: String
    public var definition: Definition
    public var isStored: Bool
    public var isDeprecated: Bool
    /// The schema keeps unknown members at every level, and leaves types of other packages open.
    public var isOpen: Bool
    public var hasStatus: Bool
    public var scale: JSONValue?
  }

  static func read(_ name: String, _ value: JSONValue, source: Source, isKubernetes: Bool) throws -> Kind {
    func fail(_ what: String) -> SourceError { SourceError(file: "kinds.json", message: "\(name): \(what)") }
    func text(_ key: String) throws -> String {
      guard let text = value[key]?.string else { throw fail("\(key) is missing") }
      return text
    }
    func texts(_ key: String) -> [String] { value[key]?.array?.compactMap(\.string) ?? [] }

    let versions = try (value["versions"]?.array ?? []).map { version in
      guard let versionName = version["name"]?.string, let type = version["type"]?.string,
        let definition = source.definition(type, in: "")
      else { throw fail("a version needs a name and a type that is defined") }
      return Version(
        name: versionName, definition: definition, isStored: version["storage"]?.bool ?? false,
        isDeprecated: version["deprecated"]?.bool ?? false, isOpen: version["isOpen"]?.bool ?? false,
        hasStatus: version["status"]?.bool ?? false, scale: version["scale"])
    }
    guard versions.filter(\.isStored).count == 1 else { throw fail("exactly one version must be stored") }
    let subresources = try (value["subresources"]?.array ?? []).map { subresource in
      guard let name = subresource["name"]?.string, let group = subresource["group"]?.string,
        let version = subresource["version"]?.string, let kind = subresource["kind"]?.string
      else { throw fail("a subresource needs a name, group, version and kind") }
      let type = subresource["type"]?.string
      let definition = type.flatMap { source.definition($0, in: "") }
      if type != nil && definition == nil { throw fail("the type of \(name) is not defined") }
      return Subresource(
        name: name, definition: definition, group: group, version: version, kind: kind,
        verbs: subresource["verbs"]?.array?.compactMap(\.string) ?? [])
    }
    let verbs = value["verbs"]?.array?.compactMap(\.string) ?? allVerbs
    return Kind(
      name: value["kind"]?.string ?? name, group: try text("group"), isNamespaced: try text("scope") == "Namespaced",
      plural: try text("plural"),
      singular: try text("singular"), shortNames: texts("shortNames"), categories: texts("categories"),
      columns: value["columns"]?.array ?? [], versions: versions, isKubernetes: isKubernetes, verbs: verbs,
      subresources: subresources)
  }
}
