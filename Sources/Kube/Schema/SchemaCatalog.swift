import JSON
import Synchronization

/// The schemas of all kinds in tables of types that are read when a kind is first asked for.
///
/// What was read stays, and is shared between kinds and versions.
public final class SchemaCatalog: SchemaSource {
  /// The schema of a type by name, as JSON in which `$ref` names another type.
  public typealias TypeTable = @Sendable (_ type: String) -> StaticString?

  let table: TypeTable
  /// Our kinds in the form of `openapi/kinds.json`, each with its name.
  public let customKinds: [JSONValue]
  private let roots: [GroupVersionKind: Root]
  private let state: Mutex<State>

  private struct Root {
    var type: String
    var isBuiltIn: Bool
  }

  private struct State {
    var loader = SchemaLoader()
    var schemas: [GroupVersionKind: StructuralSchema] = [:]
  }

  /// `customKinds` and `builtInKinds` are JSON arrays that name the kinds and their types in the table.
  public init(table: @escaping TypeTable, customKinds: StaticString, builtInKinds: StaticString) {
    self.table = table
    self.customKinds = customKinds.json?.array ?? []
    var roots: [GroupVersionKind: Root] = [:]
    for kind in self.customKinds {
      for version in kind["versions"]?.array ?? [] {
        let name = GroupVersionKind(
          group: kind["group"]?.string ?? "", version: version["name"]?.string ?? "", kind: kind["kind"]?.string ?? "")
        roots[name] = Root(type: version["type"]?.string ?? "", isBuiltIn: false)
      }
    }
    for kind in builtInKinds.json?.array ?? [] {
      let name = GroupVersionKind(
        group: kind["group"]?.string ?? "", version: kind["version"]?.string ?? "", kind: kind["kind"]?.string ?? "")
      roots[name] = Root(type: kind["type"]?.string ?? "", isBuiltIn: true)
    }
    self.roots = roots
    state = Mutex(State())
  }

  /// The kinds that have a schema.
  public var kinds: [GroupVersionKind] { Array(roots.keys) }

  public func schema(of kind: GroupVersionKind) -> (any ObjectSchema)? {
    guard let root = roots[kind] else { return nil }
    return state.withLock { state in
      if let schema = state.schemas[kind] { return schema }
      let metadata = state.loader.load(Self.metadataType, text: table)
      let position = state.loader.load(root.type, text: table)
      let schema = StructuralSchema(
        types: state.loader.nodes, root: position, metadata: metadata, isBuiltIn: root.isBuiltIn)
      state.schemas[kind] = schema
      return schema
    }
  }

  private static let metadataType = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"
}
