import JSON

/// What one version of a kind looks like, and what can be done with its objects by it; found in a `SchemaCatalog`.
public protocol ObjectSchema: Sendable {
  /// Members that the schema does not know, in the form that Kubernetes reports (`spec.volumes[0].nmae`), in order.
  /// Members below a node that keeps unknown ones are none.
  func unknownFields(in object: JSONValue) -> [String]

  /// Takes the members that the schema does not know out.
  func prune(_ object: inout JSONValue)

  /// Fills the schema's defaults in where their parent is there.
  func applyDefaults(to object: inout JSONValue)

  /// Where the object breaks the schema: types, required members, listed values, bounds, patterns, list-map keys given
  /// twice. Fields and messages as Kubernetes' own (`spec.running: Invalid value: "string": …` without the field).
  func validate(_ object: JSONValue) -> [Cause]

  /// Members of the wrong JSON type only: what makes an object of a built-in kind undecodable.
  func typeErrors(in object: JSONValue) -> [String]

  /// How a strategic merge patch treats the member at a path of names (list elements add no name).
  func mergeStrategy(at path: [String]) -> MergeStrategy
}

/// How a strategic merge patch treats one member (`x-kubernetes-patch-strategy` and `-merge-key`).
public enum MergeStrategy: Sendable, Hashable {
  /// The patch's value takes the place of the old one; objects are merged member by member.
  case standard
  /// The patch's object takes the place of the old one as a whole.
  case replace
  /// Lists of objects are merged by the member that is the key; lists of scalars (nil) as sets.
  case merge(key: String?)
  /// An object of which only those members stay that the patch lists (`retainKeys`), merged by key where it is a list.
  case retainKeys(key: String?)
}

/// Finds the schema of a kind in a version; nil where there is none.
public protocol SchemaSource: Sendable {
  func schema(of kind: GroupVersionKind) -> (any ObjectSchema)?
}
