import Admission
import Kube
import Transport
import VirtAPI

/// What the group `subresources.kubevirt.io` needs to be served in process.
public struct SubresourceOptions: Sendable {
  /// What the KubeVirt object says now.
  public var configuration: @Sendable () async throws -> ClusterConfiguration
  /// The way to what runs on nodes; nil where nothing does.
  public var nodes: (any NodeHandlers)?
  /// The answer to the group's `healthz`.
  public var health: @Sendable () -> HTTPResponse

  public init(
    configuration: @escaping @Sendable () async throws -> ClusterConfiguration,
    nodes: (any NodeHandlers)? = nil,
    health: @escaping @Sendable () -> HTTPResponse = { HTTPResponse(status: 200, text: "ok") }
  ) {
    self.configuration = configuration
    self.nodes = nodes
    self.health = health
  }

  /// As whom the group's endpoints write: virt-api's service account, whose writes admission knows.
  static let user = UserInfo(
    username: "system:serviceaccount:kubevirt:kubevirt-apiserver",
    groups: ["system:serviceaccounts", "system:serviceaccounts:kubevirt", "system:authenticated"])
}

extension DiscoveredGroup {
  /// The group as discovery describes it.
  public static let subresources = DiscoveredGroup(
    name: SubresourceGroup.name,
    versions: SubresourceGroup.Version.allCases.map { version in
      Version(name: version.rawValue, resources: resources(in: version))
    })

  private static func resources(in version: SubresourceGroup.Version) -> [Resource] {
    let listed = Dictionary(grouping: SubresourceDiscovery.listed(in: version), by: \.resource)
    return listed.sorted { $0.key < $1.key }.map { plural, listed in
      Resource(
        names: ResourceDefinition.Names(plural: plural, singular: "", kind: ""), kind: GroupVersionKind(),
        isNamespaced: true, verbs: [],
        subresources: listed.map {
          Subresource($0.subresource, kind: $0.kind, verbs: Set([Verb(rawValue: $0.verb)].compactMap { $0 }))
        })
    }
  }
}
