import JSON

/// One type of the API, as its file in `openapi/` describes it.
public struct Definition: Sendable {
  public var name: String
  /// What the type is for, one sentence.
  public var description: String
  public var fields: [Field]
  /// Null stands for an absent value wherever the type is used.
  public var isNullable: Bool
  /// `atomic` where apply replaces the whole object.
  public var mapType: String?
  public var package: Package
  /// The file without its extension, below `openapi/`.
  public var file: String

  /// The name in Swift, with the namespace.
  var swiftName: String { package.namespace.isEmpty ? name : package.namespace + "." + name }
  /// The name in the OpenAPI documents of our kinds, or in those of Kubernetes' own.
  func definitionName(inKubernetes: Bool) -> String {
    (inKubernetes ? package.kubernetesDefinitions : package.definitions) + name
  }
}

/// One member of a type.
public struct Field: Sendable {
  public var name: String
  public var type: FieldType
  public var description: String
  /// Must be there, and is always written.
  public var isRequired: Bool
  /// Webhooks demand it, whatever the CRD says.
  public var isDemanded = false
  /// Written even when it is empty.
  public var isAlwaysWritten: Bool
  /// The values that webhooks and OpenAPI documents allow; of each element where the field is a list.
  public var enumeration: [String]
  /// The members of the JSON object that only CRD schemas heed, by their names there.
  public var crd: CRDConstraints
  /// List and patch semantics.
  public var merge: MergeSemantics
}

/// What the CRD schema demands beyond the types.
public struct CRDConstraints: Sendable {
  public var enumeration: [String] = []
  public var isNullable = false
  public var hasNullableItems = false
  public var keepsUnknown = false
  public var defaultValue: JSONValue?
  public var rules: [String] = []
  /// minimum, maximum, maxItems, minLength, maxLength.
  public var bounds: [(name: String, value: Int64)] = []
  public static let boundNames = ["minimum", "maximum", "maxItems", "minLength", "maxLength"]
}

/// How apply and strategic merge treat a list.
public struct MergeSemantics: Sendable {
  public var listType: String?
  public var listMapKeys: [String] = []
  public var patchStrategy: String?
  public var patchMergeKey: String?
}

/// A folder or file of `openapi/` whose types share a Swift module, a namespace and a prefix in OpenAPI documents.
public struct Package: Sendable, Hashable {
  /// Where the Swift types are; nil for types that have schemas only.
  public var module: String?
  public var namespace: String
  public var definitions: String
  /// The prefix in the documents of Kubernetes' own kinds.
  public var kubernetesDefinitions: String
}
