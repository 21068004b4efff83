import JSON

/// Writes the OpenAPI documents of the kinds as Swift constants: version 2 whole, version 3 one document a group version.
struct OpenAPIEmitter {
  let source: Source
  static let folder = "Sources/OpenAPIDocuments/Generated"

  func files() -> [String: String] {
    var files = [
      path("OpenAPIV2"): constant(
        "v2", document: version2(source.kinds + source.subresourceKinds),
        comment: "The OpenAPI 2.0 document of our kinds."),
      path("OpenAPIV2+Kubernetes"): constant(
        "kubernetesV2", document: version2(source.kubernetesKinds),
        comment: "The OpenAPI 2.0 document of Kubernetes' own kinds."),
    ]
    let ours = groupVersions(source.kinds + source.subresourceKinds)
    let kubernetes = groupVersions(source.kubernetesKinds)
    for groupVersion in ours + kubernetes {
      files[path("OpenAPIV3+\(groupVersion.identifier)")] = constant(
        groupVersion.identifier, document: version3(groupVersion),
        comment: "The OpenAPI 3.0 document of \(groupVersion.name).")
    }
    files[path("OpenAPIDocuments")] = index(ours: ours, kubernetes: kubernetes)
    return files
  }

  private func path(_ name: String) -> String { "\(Self.folder)/\(name).swift" }

  // MARK: Documents

  private func version2(_ kinds: [Kind]) -> JSONValue {
    let dialect = OpenAPIDialect.version2
    var paths = JSONObject()
    var roots: [(definition: Definition, kinds: [JSONValue])] = []
    for kind in kinds {
      for version in kind.versions {
        OperationBuilder(source: source, kind: kind, version: version, dialect: dialect).add(to: &paths)
        if kind.hasSubresourcesOnly {
          for definition in kind.subresources.compactMap(\.definition)
          where !roots.contains(where: { $0.definition.swiftName == definition.swiftName }) {
            roots.append((definition, []))
          }
          continue
        }
        let identity = kind.identity(version)
        if let position = roots.firstIndex(where: { $0.definition.swiftName == version.definition.swiftName }) {
          roots[position].kinds.append(identity)
        } else {
          roots.append((version.definition, [identity]))
        }
      }
    }
    let isKubernetes = kinds.contains(where: \.isKubernetes)
    return [
      "swagger": "2.0", "info": info(isKubernetes), "paths": .object(paths),
      "definitions": schemas(roots, dialect: dialect, isKubernetes: isKubernetes),
    ]
  }

  private func version3(_ groupVersion: GroupVersion) -> JSONValue {
    let dialect = OpenAPIDialect.version3
    var paths = JSONObject()
    var roots: [(definition: Definition, kinds: [JSONValue])] = []
    for (kind, version) in groupVersion.kinds {
      OperationBuilder(source: source, kind: kind, version: version, dialect: dialect).add(to: &paths)
      if !kind.hasSubresourcesOnly { roots.append((version.definition, [kind.identity(version)])) }
      for subresource in kind.subresources {
        guard let definition = subresource.definition,
          !groupVersion.kinds.contains(where: { $0.version.definition.swiftName == definition.swiftName }),
          !roots.contains(where: { $0.definition.swiftName == definition.swiftName })
        else { continue }
        let identity: JSONValue = [
          "group": .string(subresource.group), "version": .string(subresource.version),
          "kind": .string(subresource.kind),
        ]
        roots.append((definition, [identity]))
      }
    }
    let isKubernetes = groupVersion.kinds.contains { $0.kind.isKubernetes }
    return [
      "openapi": "3.0.0", "info": info(isKubernetes), "paths": .object(paths),
      "components": ["schemas": schemas(roots, dialect: dialect, isKubernetes: isKubernetes)],
    ]
  }

  private func info(_ isKubernetes: Bool) -> JSONValue {
    ["title": isKubernetes ? "Kubernetes API" : "KubeVirt API", "version": "v1"]
  }

  /// The schemas of the kinds, their lists and all that they reach, by name.
  private func schemas(
    _ roots: [(definition: Definition, kinds: [JSONValue])], dialect: OpenAPIDialect, isKubernetes: Bool
  ) -> JSONValue {
    let builder = SchemaBuilder(source: source, style: .references(dialect), isKubernetes: isKubernetes)
    let openRoots = Set(source.kinds.flatMap(\.versions).filter(\.isOpen).map(\.definition.swiftName))
    var reached: [String: JSONValue] = [:]
    func reach(_ definition: Definition) {
      let name = definition.definitionName(inKubernetes: isKubernetes)
      if reached[name] != nil { return }
      reached[name] = builder.object(definition)
      for field in definition.fields {
        for name in field.type.namedTypes {
          if let target = source.definition(name, in: definition.package.namespace) { reach(target) }
        }
      }
    }
    for (definition, kinds) in roots {
      reach(definition)
      let name = definition.definitionName(inKubernetes: isKubernetes)
      if !kinds.isEmpty { reached[name]?["x-kubernetes-group-version-kind"] = .array(kinds) }
      if openRoots.contains(definition.swiftName) { reached[name]?["x-kubernetes-preserve-unknown-fields"] = true }
      if let list = source.definition(definition.name + "List", in: definition.package.namespace) { reach(list) }
    }
    return .object(JSONObject(reached.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
  }

  // MARK: Group versions

  private struct GroupVersion {
    var group: String
    var version: String
    var kinds: [(kind: Kind, version: Kind.Version)]

    /// `kubevirtV1` for kubevirt.io/v1, `poolV1beta1` for pool.kubevirt.io/v1beta1, `coreV1` for v1.
    var identifier: String {
      (group.isEmpty ? "core" : String(group.prefix { $0 != "." })) + version.prefix(1).uppercased()
        + version.dropFirst()
    }

    var name: String { group.isEmpty ? version : "\(group)/\(version)" }

    /// The path below `/openapi/v3`, and of the group version itself.
    var path: String { group.isEmpty ? "api/\(version)" : "apis/\(group)/\(version)" }
  }

  /// The group versions that have paths of their own.
  private func groupVersions(_ kinds: [Kind]) -> [GroupVersion] {
    var found: [GroupVersion] = []
    for kind in kinds {
      for version in kind.versions {
        if let position = found.firstIndex(where: { $0.group == kind.group && $0.version == version.name }) {
          found[position].kinds.append((kind, version))
        } else {
          found.append(GroupVersion(group: kind.group, version: version.name, kinds: [(kind, version)]))
        }
      }
    }
    return found.filter { $0.kinds.contains { !$0.kind.verbs.isEmpty || $0.kind.hasSubresourcesOnly } }
  }

  // MARK: Swift

  private static let header =
    "// Made from openapi/ by `make generate`; what is changed here is lost with the next one.\n\n"

  /// A raw string holds any JSON, as the documents have no `"##`.
  private func constant(_ name: String, document: JSONValue, comment: String) -> String {
    Self.header + "extension OpenAPIDocuments {\n  /// \(comment)\n  public static let \(name): StaticString = ##\""
      + document.serialized() + "\"##\n}\n"
  }

  private func index(ours: [GroupVersion], kubernetes: [GroupVersion]) -> String {
    func table(_ name: String, _ comment: String, _ groupVersions: [GroupVersion]) -> String {
      "  /// \(comment)\n  public static let \(name): [(path: String, document: StaticString)] = [\n"
        + groupVersions.map { "    (\"\($0.path)\", \($0.identifier)),\n" }.joined() + "  ]\n"
    }
    return Self.header + "/// The OpenAPI documents as compact JSON.\npublic enum OpenAPIDocuments {\n"
      + table("v3", "The OpenAPI 3.0 document of our kinds at each path below `/openapi/v3`.", ours) + "\n"
      + table("kubernetesV3", "The OpenAPI 3.0 documents of Kubernetes' own kinds likewise.", kubernetes) + "}\n"
  }
}

extension Kind {
  func identity(_ version: Version) -> JSONValue {
    ["group": .string(group), "version": .string(version.name), "kind": .string(name)]
  }
}
