import JSON
import Kube

/// The seed objects that are not RBAC's.
enum SeedManifests {
  static let autoupdate = "rbac.authorization.kubernetes.io/autoupdate"

  static let namespaces: [JSONValue] = ["default", "kube-system", "kube-public", "kube-node-lease", "kubevirt"].map {
    [
      "apiVersion": "v1", "kind": "Namespace",
      "metadata": ["name": .string($0), "labels": ["kubernetes.io/metadata.name": .string($0)]],
      "spec": ["finalizers": ["kubernetes"]], "status": ["phase": "Active"],
    ]
  }

  /// The Service under whose name programs look for the API.
  static func service(port: Int) -> JSONValue {
    [
      "apiVersion": "v1", "kind": "Service",
      "metadata": [
        "name": "kubernetes", "namespace": "default",
        "labels": ["component": "apiserver", "provider": "kubernetes"],
      ],
      "spec": [
        "clusterIP": "None", "clusterIPs": ["None"], "internalTrafficPolicy": "Cluster", "ipFamilies": ["IPv4"],
        "ipFamilyPolicy": "SingleStack",
        "ports": [
          ["name": "https", "protocol": "TCP", "port": 443, "targetPort": .number(JSONNumber(Int64(port)))]
        ],
        "sessionAffinity": "None", "type": "ClusterIP",
      ],
      "status": ["loadBalancer": [:]],
    ]
  }

  /// The description of a kind of ours, for those who look for it; its schema is served by the OpenAPI documents.
  static func customResourceDefinition(_ definition: ResourceDefinition) -> JSONValue {
    var names: JSONValue = [
      "plural": .string(definition.names.plural), "singular": .string(definition.names.singular),
      "kind": .string(definition.names.kind), "listKind": .string(definition.names.listKind),
    ]
    if !definition.names.shortNames.isEmpty {
      names["shortNames"] = .array(definition.names.shortNames.map { .string($0) })
    }
    if !definition.names.categories.isEmpty {
      names["categories"] = .array(definition.names.categories.map { .string($0) })
    }
    return [
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
      "metadata": [
        "name": .string(definition.names.plural + "." + definition.group), "labels": ["kubevirt.io": ""],
      ],
      "spec": [
        "group": .string(definition.group), "names": names,
        "scope": .string(definition.isNamespaced ? "Namespaced" : "Cluster"),
        "versions": .array(definition.versions.map { version($0, of: definition) }),
        "conversion": ["strategy": "None"],
      ],
      "status": [
        "acceptedNames": names, "storedVersions": [.string(definition.storageVersion)],
        "conditions": [
          condition("NamesAccepted", "NoConflicts", "no conflicts found"),
          condition("Established", "InitialNamesAccepted", "the initial names have been accepted"),
        ],
      ],
    ]
  }

  private static func version(_ version: ResourceDefinition.Version, of definition: ResourceDefinition) -> JSONValue {
    var object: JSONValue = [
      "name": .string(version.name), "served": true,
      "storage": .bool(version.name == definition.storageVersion),
    ]
    if let warning = version.deprecationWarning {
      object["deprecated"] = true
      object["deprecationWarning"] = .string(warning)
    }
    object["schema"] = ["openAPIV3Schema": ["type": "object", "x-kubernetes-preserve-unknown-fields": true]]
    var subresources: JSONValue = [:]
    if version.hasStatus { subresources["status"] = [:] }
    if let scale = version.scale {
      subresources["scale"] = [
        "specReplicasPath": .string(scale.specReplicas), "statusReplicasPath": .string(scale.statusReplicas),
      ]
      subresources["scale"]?["labelSelectorPath"] = scale.labelSelector.map { .string($0) }
    }
    if subresources != [:] { object["subresources"] = subresources }
    if !version.columns.isEmpty {
      object["additionalPrinterColumns"] = .array(
        version.columns.map { column in
          var object: JSONValue = [
            "name": .string(column.name), "type": .string(column.type), "jsonPath": .string(column.jsonPath),
          ]
          if !column.format.isEmpty { object["format"] = .string(column.format) }
          if !column.description.isEmpty { object["description"] = .string(column.description) }
          if column.priority != 0 { object["priority"] = .number(JSONNumber(Int64(column.priority))) }
          return object
        })
    }
    return object
  }

  /// One APIService for each group and version: all are served here.
  ///
  /// - Parameter others: groups without stored kinds.
  static func services(of registry: ResourceRegistry, others: [DiscoveredGroup] = []) -> [JSONValue] {
    var versions = Dictionary(others.map { ($0.name, $0.versions.map(\.name)) }) { first, _ in first }
    var groups = others.map(\.name)
    for definition in registry.definitions {
      if versions[definition.group] == nil { groups.append(definition.group) }
      for version in definition.versions where versions[definition.group]?.contains(version.name) != true {
        versions[definition.group, default: []].append(version.name)
      }
    }
    return groups.flatMap { group in
      (versions[group] ?? []).enumerated().map { index, version in
        apiService(group, version, groupPriority: groupPriority(group), versionPriority: max(15 - index, 1))
      }
    }
  }

  /// Where a group stands in discovery: Kubernetes' own groups before those that CRDs describe.
  private static func groupPriority(_ group: String) -> Int64 {
    if group.isEmpty { return 18_000 }
    return group.hasSuffix("kubevirt.io") ? 1_000 : 17_000
  }

  private static func apiService(
    _ group: String, _ version: String, groupPriority: Int64, versionPriority: Int
  ) -> JSONValue {
    var spec: JSONValue = [
      "version": .string(version), "groupPriorityMinimum": .number(JSONNumber(groupPriority)),
      "versionPriority": .number(JSONNumber(Int64(versionPriority))),
    ]
    if !group.isEmpty { spec["group"] = .string(group) }
    return [
      "apiVersion": "apiregistration.k8s.io/v1", "kind": "APIService",
      "metadata": [
        "name": .string(version + "." + group),
        "labels": ["kube-aggregator.kubernetes.io/automanaged": group.hasSuffix("kubevirt.io") ? "true" : "onstart"],
      ],
      "spec": spec,
      "status": ["conditions": [condition("Available", "Local", "Local APIServices are always available")]],
    ]
  }

  private static func condition(_ type: String, _ reason: String, _ message: String) -> JSONValue {
    ["type": .string(type), "status": "True", "reason": .string(reason), "message": .string(message)]
  }
}
