import Kube

/// Kubernetes' own kinds as they are served, with names, verbs and paths as `kubectl api-resources` shows them.
public enum BuiltInResources {
  public static let definitions: [ResourceDefinition] = core + groups + reviews

  /// A definition with one version, `v1`, that is stored.
  static func definition(
    _ group: String, _ kind: String, _ plural: String, shortNames: [String] = [], categories: [String] = [],
    isNamespaced: Bool = true, hasStatus: Bool = false, subresources: [Subresource] = [],
    verbs: Set<Verb> = Verb.stored, strategy: any ResourceStrategy = GenericStrategy()
  ) -> ResourceDefinition {
    ResourceDefinition(
      group: group,
      names: ResourceDefinition.Names(
        plural: plural, singular: kind.lowercased(), kind: kind, shortNames: shortNames, categories: categories),
      isNamespaced: isNamespaced,
      versions: [ResourceDefinition.Version(name: "v1", hasStatus: hasStatus, subresources: subresources)],
      verbs: verbs, strategy: strategy)
  }

  static func subresource(_ name: String, _ group: String, _ kind: String, _ verbs: Set<Verb>) -> Subresource {
    Subresource(name, kind: GroupVersionKind(group: group, version: "v1", kind: kind), verbs: verbs)
  }
}
