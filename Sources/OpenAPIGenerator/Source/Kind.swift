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

  static func read(_ name: String, _ value: JSONValue, source: Source) throws -> Kind {
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
    return Kind(
      name: name, group: try text("group"), isNamespaced: try text("scope") == "Namespaced", plural: try text("plural"),
      singular: try text("singular"), shortNames: texts("shortNames"), categories: texts("categories"),
      columns: value["columns"]?.array ?? [], versions: versions)
  }
}
