import Kube

/// A kind as the API serves it: its names, its versions, and how it differs from others.
public struct ResourceDefinition: Sendable {
  public struct Names: Sendable, Hashable {
    public var plural: String
    public var singular: String
    public var kind: String
    public var listKind: String
    public var shortNames: [String]
    public var categories: [String]

    public init(
      plural: String, singular: String, kind: String, listKind: String? = nil, shortNames: [String] = [],
      categories: [String] = []
    ) {
      self.plural = plural
      self.singular = singular
      self.kind = kind
      self.listKind = listKind ?? kind + "List"
      self.shortNames = shortNames
      self.categories = categories
    }
  }

  public struct Version: Sendable {
    public var name: String
    /// The `Warning` that goes with every answer; nil for one that is not deprecated.
    public var deprecationWarning: String?
    /// Whether status is written by its own path, and ignored on the object's.
    public var hasStatus: Bool
    /// Where `/scale` finds its numbers; nil without that path.
    public var scale: ScalePaths?
    /// Columns of `kubectl get` for kinds that are described by a CRD; built-in ones have a layout in their strategy.
    public var columns: [PrinterColumn]
    /// Other paths below an object, such as `binding` and `exec`.
    public var subresources: [Subresource]

    public init(
      name: String, deprecationWarning: String? = nil, hasStatus: Bool = false, scale: ScalePaths? = nil,
      columns: [PrinterColumn] = [], subresources: [Subresource] = []
    ) {
      self.name = name
      self.deprecationWarning = deprecationWarning
      self.hasStatus = hasStatus
      self.scale = scale
      self.columns = columns
      self.subresources = subresources
    }
  }

  public var group: String
  public var names: Names
  public var isNamespaced: Bool
  /// In the order in which clients should prefer them.
  public var versions: [Version]
  /// The version that objects are stored in.
  public var storageVersion: String
  /// Whether the kind is described by a CRD: unknown members are pruned, wrong types are causes with a field, and only
  /// JSON and merge patches are taken.
  public var isCustom: Bool
  public var verbs: Set<Verb>
  public var strategy: any ResourceStrategy
  /// The collection in the store; events are one collection with two groups.
  public var collection: String
  /// The group that objects are stored in: this one, but for a kind that is another group's view of a collection.
  public var storageGroup: String

  public init(
    group: String, names: Names, isNamespaced: Bool = true, versions: [Version], storageVersion: String? = nil,
    isCustom: Bool = false, verbs: Set<Verb> = Verb.stored, strategy: any ResourceStrategy = GenericStrategy(),
    collection: String? = nil, storageGroup: String? = nil
  ) {
    self.group = group
    self.names = names
    self.isNamespaced = isNamespaced
    self.versions = versions
    self.storageVersion = storageVersion ?? versions.first?.name ?? "v1"
    self.isCustom = isCustom
    self.verbs = verbs
    self.strategy = strategy
    self.collection = collection ?? (group.isEmpty ? names.plural : names.plural + "." + group)
    self.storageGroup = storageGroup ?? group
  }

  /// The form that objects are stored in: what `ResourceStrategy.convert` is asked for before a write.
  public var storageKind: GroupVersionKind {
    GroupVersionKind(group: storageGroup, version: storageVersion, kind: names.kind)
  }

  public func version(_ name: String) -> Version? { versions.first { $0.name == name } }

  public func kind(in version: String) -> GroupVersionKind {
    GroupVersionKind(group: group, version: version, kind: names.kind)
  }

  public func resource(in version: String) -> GroupVersionResource {
    GroupVersionResource(group: group, version: version, resource: names.plural)
  }
}

/// What can be done with objects, as discovery and authorization name it.
public enum Verb: String, Sendable, Hashable, CaseIterable {
  case create, delete, deletecollection, get, list, patch, update, watch
  // Only asked of the authorizer.
  case connect, bind, escalate, impersonate, approve, sign, use

  /// The verbs of kinds that are stored.
  public static let stored: Set<Verb> = [.create, .delete, .deletecollection, .get, .list, .patch, .update, .watch]
  /// The verbs of kinds that only answer a question.
  public static let asked: Set<Verb> = [.create]
  public static let readOnly: Set<Verb> = [.get, .list, .watch]
}

/// Where a kind keeps the numbers of its scale, as JSON paths such as `.spec.replicas`.
public struct ScalePaths: Sendable, Hashable {
  public var specReplicas: String
  public var statusReplicas: String
  public var labelSelector: String?

  public init(specReplicas: String, statusReplicas: String, labelSelector: String? = nil) {
    self.specReplicas = specReplicas
    self.statusReplicas = statusReplicas
    self.labelSelector = labelSelector
  }
}

/// A column of `kubectl get` that a CRD describes (`additionalPrinterColumns`).
public struct PrinterColumn: Sendable, Hashable {
  public var name: String
  /// `string`, `integer`, `number`, `boolean` or `date`.
  public var type: String
  public var format: String
  public var description: String
  /// Columns above 0 are shown with `-o wide` only.
  public var priority: Int
  public var jsonPath: String

  public init(
    name: String, type: String, format: String = "", description: String = "", priority: Int = 0, jsonPath: String
  ) {
    self.name = name
    self.type = type
    self.format = format
    self.description = description
    self.priority = priority
    self.jsonPath = jsonPath
  }
}

/// A path below an object besides status and scale.
public struct Subresource: Sendable, Hashable {
  public var name: String
  /// The kind of what is sent there.
  public var kind: GroupVersionKind
  public var verbs: Set<Verb>

  public init(_ name: String, kind: GroupVersionKind, verbs: Set<Verb>) {
    self.name = name
    self.kind = kind
    self.verbs = verbs
  }
}
