import JSON

/// Writes the OpenAPI documents of the kinds as Swift constants: version 2 whole, version 3 one document a group version.
struct OpenAPIEmitter {
  let source: Source
  static let folder = "Sources/OpenAPIDocuments/Generated"

  func files() -> [String: String] {
    var files = [
      path("OpenAPIV2"): constant("v2", document: version2(), comment: "The OpenAPI 2.0 document of all kinds.")
    ]
    let groupVersions = self.groupVersions()
    for groupVersion in groupVersions {
      files[path("OpenAPIV3+\(groupVersion.identifier)")] = constant(
        groupVersion.identifier, document: version3(groupVersion),
        comment: "The OpenAPI 3.0 document of \(groupVersion.group)/\(groupVersion.version).")
    }
    files[path("OpenAPIDocuments")] = index(groupVersions)
    return files
  }

  private func path(_ name: String) -> String { "\(Self.folder)/\(name).swift" }

  // MARK: Documents

  private func version2() -> JSONValue {
    let dialect = OpenAPIDialect.version2
    var paths = JSONObject()
    var roots: [(definition: Definition, kinds: [JSONValue])] = []
    for kind in source.kinds {
      for version in kind.versions {
        OperationBuilder(source: source, kind: kind, version: version, dialect: dialect).add(to: &paths)
        let identity = kind.identity(version)
        if let position = roots.firstIndex(where: { $0.definition.swiftName == version.definition.swiftName }) {
          roots[position].kinds.append(identity)
        } else {
          roots.append((version.definition, [identity]))
        }
      }
    }
    return [
      "swagger": "2.0", "info": Self.info, "paths": .object(paths),
      "definitions": schemas(roots, dialect: dialect),
    ]
  }

  private func version3(_ groupVersion: GroupVersion) -> JSONValue {
    let dialect = OpenAPIDialect.version3
    var paths = JSONObject()
    var roots: [(definition: Definition, kinds: [JSONValue])] = []
    for (kind, version) in groupVersion.kinds {
      OperationBuilder(source: source, kind: kind, version: version, dialect: dialect).add(to: &paths)
      roots.append((version.definition, [kind.identity(version)]))
    }
    return [
      "openapi": "3.0.0", "info": Self.info, "paths": .object(paths),
      "components": ["schemas": schemas(roots, dialect: dialect)],
    ]
  }

  private static let info: JSONValue = ["title": "KubeVirt API", "version": "v1"]

  /// The schemas of the kinds, their lists and all that they reach, by name.
  private func schemas(_ roots: [(definition: Definition, kinds: [JSONValue])], dialect: OpenAPIDialect) -> JSONValue {
    let builder = SchemaBuilder(source: source, style: .references(dialect))
    var reached: [String: JSONValue] = [:]
    func reach(_ definition: Definition) {
      if reached[definition.definitionName] != nil { return }
      reached[definition.definitionName] = builder.object(definition)
      for field in definition.fields {
        for name in field.type.namedTypes {
          if let target = source.definition(name, in: definition.package.namespace) { reach(target) }
        }
      }
    }
    for (definition, kinds) in roots {
      reach(definition)
      reached[definition.definitionName]?["x-kubernetes-group-version-kind"] = .array(kinds)
      if let list = source.definition(definition.name + "List", in: definition.package.namespace) { reach(list) }
    }
    return .object(JSONObject(reached.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
  }

  // MARK: Group versions

  private struct GroupVersion {
    var group: String
    var version: String
    var kinds: [(kind: Kind, version: Kind.Version)]

    /// `kubevirtV1` for kubevirt.io/v1, `poolV1beta1` for pool.kubevirt.io/v1beta1.
    var identifier: String {
      String(group.prefix { $0 != "." }) + version.prefix(1).uppercased() + version.dropFirst()
    }
  }

  private func groupVersions() -> [GroupVersion] {
    var found: [GroupVersion] = []
    for kind in source.kinds {
      for version in kind.versions {
        if let position = found.firstIndex(where: { $0.group == kind.group && $0.version == version.name }) {
          found[position].kinds.append((kind, version))
        } else {
          found.append(GroupVersion(group: kind.group, version: version.name, kinds: [(kind, version)]))
        }
      }
    }
    return found
  }

  // MARK: Swift

  private static let header =
    "// Made from openapi/ by `make generate`; what is changed here is lost with the next one.\n\n"

  /// A raw string holds any JSON, as the documents have no `"##`.
  private func constant(_ name: String, document: JSONValue, comment: String) -> String {
    Self.header + "extension OpenAPIDocuments {\n  /// \(comment)\n  public static let \(name): StaticString = ##\""
      + document.serialized() + "\"##\n}\n"
  }

  private func index(_ groupVersions: [GroupVersion]) -> String {
    var text =
      Self.header
      + "/// The OpenAPI documents of our kinds, as compact JSON.\npublic enum OpenAPIDocuments {\n"
      + "  /// The OpenAPI 3.0 document at each path below `/openapi/v3`.\n"
      + "  public static let v3: [(path: String, document: StaticString)] = [\n"
    for groupVersion in groupVersions {
      text += "    (\"apis/\(groupVersion.group)/\(groupVersion.version)\", \(groupVersion.identifier)),\n"
    }
    return text + "  ]\n}\n"
  }
}

extension Kind {
  func identity(_ version: Version) -> JSONValue {
    ["group": .string(group), "version": .string(version.name), "kind": .string(name)]
  }
}
