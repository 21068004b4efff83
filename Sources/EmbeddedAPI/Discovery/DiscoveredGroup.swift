import Kube

/// A group of kinds as discovery describes it.
public struct DiscoveredGroup: Sendable {
  public struct Version: Sendable {
    public var name: String
    public var resources: [Resource]

    public init(name: String, resources: [Resource]) {
      self.name = name
      self.resources = resources
    }
  }

  public struct Resource: Sendable {
    public var names: ResourceDefinition.Names
    public var kind: GroupVersionKind
    public var isNamespaced: Bool
    public var verbs: Set<Verb>
    public var subresources: [Subresource]

    /// Whether there is nothing but what is below: the objects themselves are another group's.
    var isPlaceholder: Bool { verbs.isEmpty }

    public init(
      names: ResourceDefinition.Names, kind: GroupVersionKind, isNamespaced: Bool, verbs: Set<Verb>,
      subresources: [Subresource] = []
    ) {
      self.names = names
      self.kind = kind
      self.isNamespaced = isNamespaced
      self.verbs = verbs
      self.subresources = subresources
    }
  }

  public var name: String
  /// The first one is preferred.
  public var versions: [Version]

  public init(name: String, versions: [Version]) {
    self.name = name
    self.versions = versions
  }

  /// The groups of all kinds that are served, the core group first, others in the order of their first kind.
  static func groups(of registry: ResourceRegistry) -> [DiscoveredGroup] {
    var groups: [DiscoveredGroup] = []
    for definition in registry.definitions {
      let position = groups.firstIndex { $0.name == definition.group } ?? groups.count
      if position == groups.count { groups.append(DiscoveredGroup(name: definition.group, versions: [])) }
      for version in definition.versions { groups[position].add(resource(definition, version), to: version.name) }
    }
    for index in groups.indices {
      groups[index].versions.sort { KubernetesVersion($0.name) > KubernetesVersion($1.name) }
      for version in groups[index].versions.indices {
        groups[index].versions[version].resources.sort { $0.names.plural < $1.names.plural }
      }
    }
    return groups.filter(\.name.isEmpty) + groups.filter { !$0.name.isEmpty }
  }

  private mutating func add(_ resource: Resource, to version: String) {
    if let index = versions.firstIndex(where: { $0.name == version }) {
      versions[index].resources.append(resource)
    } else {
      versions.append(Version(name: version, resources: [resource]))
    }
  }

  private static let partVerbs: Set<Verb> = [.get, .patch, .update]

  private static func resource(_ definition: ResourceDefinition, _ version: ResourceDefinition.Version) -> Resource {
    let kind = definition.kind(in: version.name)
    var parts = version.subresources
    if version.hasStatus { parts.append(Subresource("status", kind: kind, verbs: partVerbs)) }
    if version.scale != nil {
      let scale = GroupVersionKind(group: "autoscaling", version: "v1", kind: "Scale")
      parts.append(Subresource("scale", kind: scale, verbs: partVerbs))
    }
    return Resource(
      names: definition.names, kind: kind, isNamespaced: definition.isNamespaced, verbs: definition.verbs,
      subresources: parts.sorted { $0.name < $1.name })
  }
}

/// The order of version names: releases, then betas, then alphas, each the newest first; then anything else
/// (kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning).
struct KubernetesVersion: Comparable {
  private enum Stage: Int { case other, alpha, beta, release }
  private let text: String
  private var stage = Stage.other
  private var major = 0
  private var minor = 0

  init(_ text: String) {
    self.text = text
    guard text.first == "v" else { return }
    let rest = text.dropFirst()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let major = Int(digits) else { return }
    let suffix = rest[digits.endIndex...]
    if suffix.isEmpty {
      (stage, self.major) = (.release, major)
    } else if suffix.hasPrefix("beta"), let minor = Int(suffix.dropFirst(4)) {
      (stage, self.major, self.minor) = (.beta, major, minor)
    } else if suffix.hasPrefix("alpha"), let minor = Int(suffix.dropFirst(5)) {
      (stage, self.major, self.minor) = (.alpha, major, minor)
    }
  }

  static func == (left: KubernetesVersion, right: KubernetesVersion) -> Bool { left.text == right.text }

  static func < (left: KubernetesVersion, right: KubernetesVersion) -> Bool {
    if left.stage != right.stage { return left.stage.rawValue < right.stage.rawValue }
    if left.stage == .other { return left.text > right.text }
    return (left.major, left.minor) < (right.major, right.minor)
  }
}
