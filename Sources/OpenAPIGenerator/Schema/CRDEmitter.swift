import JSON
import YAML

/// Writes the CustomResourceDefinitions (apiextensions.k8s.io/v1), one file a kind.
struct CRDEmitter {
  let source: Source
  static let folder = "deploy/crds"

  func files() -> [String: String] {
    var files: [String: String] = [:]
    for kind in source.kinds {
      files["\(Self.folder)/\(kind.plural).yaml"] = Self.header + YAMLWriter.document(manifest(kind))
    }
    let resources = source.kinds.map { JSONValue.string($0.plural + ".yaml") }
    files["\(Self.folder)/kustomization.yaml"] =
      Self.header
      + YAMLWriter.document([
        "apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization", "resources": .array(resources),
      ])
    return files
  }

  private static let header =
    "# Made from openapi/ by `make generate`; what is changed here is lost with the next one.\n"

  private func manifest(_ kind: Kind) -> JSONValue {
    var spec: JSONObject = [
      "group": .string(kind.group),
      "names": names(kind),
      "scope": kind.isNamespaced ? "Namespaced" : "Cluster",
    ]
    if kind.versions.count > 1 { spec["conversion"] = conversion(kind) }
    spec["versions"] = .array(kind.versions.map { version($0, of: kind) })
    return [
      "apiVersion": "apiextensions.k8s.io/v1",
      "kind": "CustomResourceDefinition",
      "metadata": ["name": .string("\(kind.plural).\(kind.group)"), "labels": ["kubevirt.io": ""]],
      "spec": .object(spec),
    ]
  }

  private func names(_ kind: Kind) -> JSONValue {
    var names: JSONObject = [
      "kind": .string(kind.name),
      "listKind": .string(kind.name + "List"),
      "plural": .string(kind.plural),
      "singular": .string(kind.singular),
      "shortNames": .array(kind.shortNames.map { .string($0) }),
    ]
    if !kind.categories.isEmpty { names["categories"] = .array(kind.categories.map { .string($0) }) }
    return .object(names)
  }

  /// Versions of one type differ in their names only, which the API server changes itself.
  private func conversion(_ kind: Kind) -> JSONValue {
    if Set(kind.versions.map(\.definition.swiftName)).count == 1 { return ["strategy": "None"] }
    let service: JSONValue = ["namespace": "kubevirt", "name": "virt-api", "path": "/convert"]
    return [
      "strategy": "Webhook",
      "webhook": ["conversionReviewVersions": ["v1", "v1beta1"], "clientConfig": ["service": service]],
    ]
  }

  private func version(_ version: Kind.Version, of kind: Kind) -> JSONValue {
    var entry: JSONObject = ["name": .string(version.name), "served": true, "storage": .bool(version.isStored)]
    if version.isDeprecated { entry["deprecated"] = true }
    if !kind.columns.isEmpty && !version.isOpen { entry["additionalPrinterColumns"] = .array(kind.columns) }
    let builder = SchemaBuilder(source: source, style: .structural(isOpen: version.isOpen))
    entry["schema"] = ["openAPIV3Schema": builder.root(version.definition)]
    var subresources = JSONObject()
    if let scale = version.scale { subresources["scale"] = scale }
    if version.hasStatus { subresources["status"] = [:] }
    if !subresources.isEmpty { entry["subresources"] = .object(subresources) }
    return .object(entry)
  }
}
