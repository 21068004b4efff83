import JSON
import Kube

/// What clients read to learn what the group has (meta/v1 APIGroup, APIResourceList).
public enum SubresourceDiscovery {
  /// A path below an object, as discovery lists it.
  public struct Listed: Sendable, Hashable {
    public var resource: String
    public var subresource: String
    /// The kind of what is sent there.
    public var kind: GroupVersionKind
    public var verb: String
  }

  /// The paths of a version, in the order of their names; v0.8.0 listed none.
  public static func listed(in version: SubresourceGroup.Version) -> [Listed] {
    if version == .v1alpha2 { return [] }
    return SubresourceGroup.routes.filter { $0.isListed && $0.versions.contains(version) }
      .map { route in
        Listed(
          resource: route.resource, subresource: route.subresource,
          kind: GroupVersionKind(group: "kubevirt.io", version: "v1", kind: route.kind),
          verb: SubresourceAccess.verb(of: route.method) ?? "")
      }
      .sorted { ($0.resource, $0.subresource) < ($1.resource, $1.subresource) }
  }

  static var group: JSONValue {
    var group: JSONObject = ["kind": "APIGroup", "apiVersion": "v1"]
    for (member, value) in description { group[member] = value }
    return .object(group)
  }

  static var groupList: JSONValue {
    ["kind": "APIGroupList", "apiVersion": "v1", "groups": [.object(description)]]
  }

  private static var description: JSONObject {
    let versions = SubresourceGroup.Version.allCases.map { version -> JSONValue in
      ["groupVersion": .string(groupVersion(version)), "version": .string(version.rawValue)]
    }
    return [
      "name": .string(SubresourceGroup.name), "versions": .array(versions), "preferredVersion": versions.first ?? .null,
    ]
  }

  private static func groupVersion(_ version: SubresourceGroup.Version) -> String {
    SubresourceGroup.name + "/" + version.rawValue
  }

  static func resources(_ version: SubresourceGroup.Version) -> JSONValue {
    let resources = listed(in: version).map { listed -> JSONValue in
      [
        "name": .string(listed.resource + "/" + listed.subresource), "singularName": "", "namespaced": true,
        "group": .string(listed.kind.group), "version": .string(listed.kind.version),
        "kind": .string(listed.kind.kind), "verbs": [.string(listed.verb)],
      ]
    }
    return [
      "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": .string(groupVersion(version)),
      "resources": .array(resources),
    ]
  }
}
