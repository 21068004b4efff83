import Foundation
import JSON
import YAML

/// The manifests of `deploy/`, as JSON trees.
enum Manifests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "deploy")

  /// Every document of every YAML file of a folder, kustomizations left out.
  static func documents(in folder: String) throws -> [JSONValue] {
    let files = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return
      try files
      .filter { $0.pathExtension == "yaml" && $0.lastPathComponent != "kustomization.yaml" }
      .sorted { $0.path < $1.path }
      .flatMap { try YAML.documents(Data(contentsOf: $0)) }
  }
}

/// One hook of a webhook configuration with one of its rules.
struct WebhookRule {
  let configuration: String
  let kind: String
  let hook: JSONValue
  let rule: JSONValue

  func names(_ member: String) -> Set<String> {
    Set(rule[member]?.array?.compactMap(\.string) ?? [])
  }

  func covers(_ resource: ServedResource, _ operation: String) -> Bool {
    names("apiGroups").contains(resource.group) && names("apiVersions").contains(resource.version)
      && names("resources").contains(resource.plural) && names("operations").contains(operation)
  }

  static func all() throws -> [WebhookRule] {
    try Manifests.documents(in: "webhooks").flatMap { document in
      (document["webhooks"]?.array ?? []).flatMap { hook in
        (hook["rules"]?.array ?? []).map { rule in
          WebhookRule(
            configuration: document.value(at: "metadata", "name")?.string ?? "",
            kind: document["kind"]?.string ?? "", hook: hook, rule: rule)
        }
      }
    }
  }
}

/// A resource in one of the versions that its CRD serves.
struct ServedResource: Hashable, CustomStringConvertible {
  let group: String
  let plural: String
  let version: String

  var description: String { "\(plural).\(version).\(group)" }

  static func all() throws -> [ServedResource] {
    try Manifests.documents(in: "crds").flatMap { definition -> [ServedResource] in
      guard let group = definition.value(at: "spec", "group")?.string,
        let plural = definition.value(at: "spec", "names", "plural")?.string,
        let versions = definition.value(at: "spec", "versions")?.array
      else { return [] }
      return versions.filter { $0["served"]?.bool == true }.compactMap { $0["name"]?.string }
        .map { ServedResource(group: group, plural: plural, version: $0) }
    }
  }
}
