import JSON
import OpenAPIDocuments
import Testing

/// The documents of Kubernetes' own kinds, by what kubectl looks for in them.
@Suite struct KubernetesDocumentTests {
  private func parse(_ text: StaticString) throws -> JSONValue {
    try JSONValue(parsing: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func document(_ path: String) throws -> JSONValue {
    try parse(try #require(OpenAPIDocuments.kubernetesV3.first { $0.path == path }?.document))
  }

  private func references(_ value: JSONValue, into found: inout Set<String>) {
    switch value {
    case .array(let elements): for element in elements { references(element, into: &found) }
    case .object(let object):
      for (key, value) in object {
        if key == "$ref", let target = value.string { found.insert(target) } else { references(value, into: &found) }
      }
    default: break
    }
  }

  private func unresolved(_ document: JSONValue, _ schemas: JSONValue?, prefix: String) -> Set<String> {
    var found: Set<String> = []
    references(document, into: &found)
    return found.filter { !$0.hasPrefix(prefix) || schemas?[String($0.dropFirst(prefix.count))] == nil }
  }

  @Test func everyReferenceResolves() throws {
    let version2 = try parse(OpenAPIDocuments.kubernetesV2)
    #expect(unresolved(version2, version2["definitions"], prefix: "#/definitions/").isEmpty)
    for (path, text) in OpenAPIDocuments.kubernetesV3 {
      let document = try parse(text)
      let schemas = document.value(at: "components", "schemas")
      #expect(unresolved(document, schemas, prefix: "#/components/schemas/").isEmpty, "\(path)")
    }
  }

  @Test func everyKindThatHasAPathHasASchema() throws {
    for (path, text) in OpenAPIDocuments.kubernetesV3 {
      let document = try parse(text)
      var kinds: Set<String> = []
      for (_, schema) in document.value(at: "components", "schemas")?.object ?? JSONObject() {
        for kind in schema["x-kubernetes-group-version-kind"]?.array ?? [] { kinds.insert(kind.serialized()) }
      }
      for (name, operations) in document["paths"]?.object ?? JSONObject() {
        for (_, operation) in operations.object ?? JSONObject() {
          guard let kind = operation["x-kubernetes-group-version-kind"], operation["x-kubernetes-action"] != "connect"
          else { continue }
          #expect(kinds.contains(kind.serialized()), "\(path): \(name)")
        }
      }
    }
  }

  @Test func everyTypeAndFieldIsDescribed() throws {
    let definitions = try #require(try parse(OpenAPIDocuments.kubernetesV2)["definitions"]?.object)
    #expect(definitions.count > 250)
    for (name, schema) in definitions {
      #expect(schema["description"]?.string?.isEmpty == false, "\(name)")
      for (field, property) in schema["properties"]?.object ?? JSONObject() {
        #expect(property["description"]?.string?.isEmpty == false, "\(name).\(field)")
      }
    }
  }

  @Test func aPodsPatchMayBeAStrategicMerge() throws {
    let document = try document("api/v1")
    let patch = document.value(at: "paths", "/api/v1/namespaces/{namespace}/pods/{name}", "patch")
    #expect(patch?["x-kubernetes-group-version-kind"] == ["group": "", "version": "v1", "kind": "Pod"])
    let content = patch?.value(at: "requestBody", "content")
    #expect(content?["application/strategic-merge-patch+json"] != nil)
    let parameters = patch?["parameters"]?.array?.compactMap { $0["name"]?.string } ?? []
    #expect(Set(parameters).isSuperset(of: ["dryRun", "fieldManager", "fieldValidation"]))
    let containers = document.value(
      at: "components", "schemas", "io.k8s.api.core.v1.PodSpec", "properties", "containers")
    #expect(containers?["x-kubernetes-patch-strategy"] == "merge")
    #expect(containers?["x-kubernetes-patch-merge-key"] == "name")
    #expect(containers?["x-kubernetes-list-map-keys"] == ["name"])
  }

  @Test func anEvictionIsAPathBelowAPod() throws {
    let document = try document("api/v1")
    let post = document.value(at: "paths", "/api/v1/namespaces/{namespace}/pods/{name}/eviction", "post")
    #expect(post?["x-kubernetes-group-version-kind"] == ["group": "policy", "version": "v1", "kind": "Eviction"])
    #expect(document.value(at: "paths", "/api/v1/namespaces/{namespace}/pods/{name}/exec", "post") != nil)
  }
}
