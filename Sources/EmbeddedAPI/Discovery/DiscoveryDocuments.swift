import JSON
import Kube

/// The documents of discovery (meta/v1 APIGroupList, APIGroup, APIResourceList; apidiscovery.k8s.io), by their paths.
struct DiscoveryDocuments: Sendable {
  let groups: [DiscoveredGroup]
  /// What clients are told to connect to; empty says nothing.
  let serverAddress: String

  /// The versions of aggregated discovery.
  enum AggregatedVersion: String, CaseIterable {
    case v2, v2beta1
  }

  /// The document at a path; nil where there is none.
  func document(_ path: String) -> JSONValue? {
    let steps = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    switch (steps.first, steps.count) {
    case ("api", 1): return coreVersions
    case ("api", 2): return resources(group: "", version: steps[1])
    case ("apis", 1): return groupList
    case ("apis", 2): return group(steps[1]).map { description(of: $0, isDocument: true) }
    case ("apis", 3): return steps[1].isEmpty ? nil : resources(group: steps[1], version: steps[2])
    default: return nil
    }
  }

  /// All groups of `/api` or `/apis` with everything below them in one document (KEP-3352).
  func aggregated(_ path: String, _ version: AggregatedVersion) -> JSONValue? {
    let wanted: [DiscoveredGroup]
    switch path {
    case "/api": wanted = groups.filter(\.name.isEmpty)
    case "/apis": wanted = groups.filter { !$0.name.isEmpty }
    default: return nil
    }
    return [
      "kind": "APIGroupDiscoveryList", "apiVersion": .string("apidiscovery.k8s.io/" + version.rawValue),
      "metadata": [:], "items": .array(wanted.map(aggregated)),
    ]
  }

  /// All paths that discovery knows.
  var paths: [String] {
    var paths = ["/api", "/apis"]
    for group in groups {
      let prefix = group.name.isEmpty ? "/api" : "/apis/" + group.name
      if !group.name.isEmpty { paths.append(prefix) }
      paths += group.versions.map { prefix + "/" + $0.name }
    }
    return paths
  }

  // MARK: Groups and versions

  private func group(_ name: String) -> DiscoveredGroup? { groups.first { $0.name == name && !name.isEmpty } }

  private var addresses: JSONValue {
    [["clientCIDR": "0.0.0.0/0", "serverAddress": .string(serverAddress)]]
  }

  private var coreVersions: JSONValue {
    let versions = groups.filter(\.name.isEmpty).flatMap(\.versions).map { JSONValue.string($0.name) }
    return ["kind": "APIVersions", "versions": .array(versions), "serverAddressByClientCIDRs": addresses]
  }

  private var groupList: JSONValue {
    let named = groups.filter { !$0.name.isEmpty }.map { description(of: $0, isDocument: false) }
    return ["kind": "APIGroupList", "apiVersion": "v1", "groups": .array(named)]
  }

  private func description(of group: DiscoveredGroup, isDocument: Bool) -> JSONValue {
    let versions: [JSONValue] = group.versions.map {
      ["groupVersion": .string(group.name + "/" + $0.name), "version": .string($0.name)]
    }
    var object: JSONObject = isDocument ? ["kind": "APIGroup", "apiVersion": "v1"] : [:]
    object["name"] = .string(group.name)
    object["versions"] = .array(versions)
    object["preferredVersion"] = versions.first
    return .object(object)
  }

  // MARK: Resources

  private func resources(group: String, version: String) -> JSONValue? {
    guard let found = groups.first(where: { $0.name == group })?.versions.first(where: { $0.name == version }) else {
      return nil
    }
    let groupVersion = group.isEmpty ? version : group + "/" + version
    var list: [JSONValue] = []
    for resource in found.resources {
      var object: JSONObject = [
        "name": .string(resource.names.plural), "singularName": .string(resource.names.singular),
        "namespaced": .bool(resource.isNamespaced), "kind": .string(resource.kind.kind),
        "verbs": Self.list(resource.verbs),
      ]
      Self.addNames(resource.names, to: &object)
      if !resource.isPlaceholder { list.append(.object(object)) }
      for part in resource.subresources {
        var object: JSONObject = [
          "name": .string(resource.names.plural + "/" + part.name), "singularName": "",
          "namespaced": .bool(resource.isNamespaced),
        ]
        if part.kind.apiVersion != groupVersion {
          if !part.kind.group.isEmpty { object["group"] = .string(part.kind.group) }
          object["version"] = .string(part.kind.version)
        }
        object["kind"] = .string(part.kind.kind)
        object["verbs"] = Self.list(part.verbs)
        list.append(.object(object))
      }
    }
    return [
      "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": .string(groupVersion), "resources": .array(list),
    ]
  }

  private static func list(_ verbs: Set<Verb>) -> JSONValue {
    .array(verbs.map(\.rawValue).sorted().map(JSONValue.string))
  }

  private static func addNames(_ names: ResourceDefinition.Names, to object: inout JSONObject) {
    if !names.shortNames.isEmpty { object["shortNames"] = .array(names.shortNames.map(JSONValue.string)) }
    if !names.categories.isEmpty { object["categories"] = .array(names.categories.map(JSONValue.string)) }
  }

  // MARK: Aggregated

  private func aggregated(_ group: DiscoveredGroup) -> JSONValue {
    var metadata: JSONObject = ["creationTimestamp": .null]
    if !group.name.isEmpty { metadata["name"] = .string(group.name) }
    let versions: [JSONValue] = group.versions.map { version in
      [
        "version": .string(version.name), "resources": .array(version.resources.map(Self.aggregated)),
        "freshness": "Current",
      ]
    }
    return ["metadata": .object(metadata), "versions": .array(versions)]
  }

  private static func aggregated(_ resource: DiscoveredGroup.Resource) -> JSONValue {
    var object: JSONObject = [
      "resource": .string(resource.names.plural), "responseKind": name(of: resource.kind),
      "scope": resource.isNamespaced ? "Namespaced" : "Cluster",
      "singularResource": .string(resource.names.singular), "verbs": list(resource.verbs),
    ]
    addNames(resource.names, to: &object)
    if !resource.subresources.isEmpty {
      object["subresources"] = .array(
        resource.subresources.map {
          [
            "subresource": .string($0.name), "responseKind": name(of: $0.kind), "verbs": list($0.verbs),
          ]
        })
    }
    return .object(object)
  }

  private static func name(of kind: GroupVersionKind) -> JSONValue {
    ["group": .string(kind.group), "version": .string(kind.version), "kind": .string(kind.kind)]
  }
}
