import JSON
import Testing
import YAML

@Suite struct CRDTests {
  private func manifest(_ plural: String) throws -> JSONValue {
    let bytes = try #require(try Repository.files(below: "deploy/crds")["\(plural).yaml"])
    return try YAML.value(parsing: String(decoding: bytes, as: UTF8.self))
  }

  private func version(_ name: String, of plural: String) throws -> JSONValue {
    let versions = try #require(try manifest(plural).value(at: "spec", "versions")?.array)
    return try #require(versions.first { $0["name"] == .string(name) })
  }

  /// Calls the function for each schema in a schema.
  private func visit(_ schema: JSONValue, _ path: String, _ body: (String, JSONValue) -> Void) {
    body(path, schema)
    for (name, property) in schema["properties"]?.object ?? JSONObject() { visit(property, path + "." + name, body) }
    if let items = schema["items"] { visit(items, path + "[]", body) }
    if let values = schema["additionalProperties"] { visit(values, path + "{}", body) }
  }

  private static let legacyKinds = [
    "virtualmachines", "virtualmachineinstances", "virtualmachineinstancereplicasets", "virtualmachineinstancepresets",
  ]

  @Test(arguments: legacyKinds)
  func everyObjectOfV1alpha2KeepsUnknownMembers(plural: String) throws {
    let schema = try #require(try version("v1alpha2", of: plural).value(at: "schema", "openAPIV3Schema"))
    visit(schema, "") { path, node in
      if path == ".metadata" || node["additionalProperties"] != nil || node["type"] != "object" { return }
      #expect(node["x-kubernetes-preserve-unknown-fields"] == true, "\(path)")
      #expect(path.isEmpty || node["nullable"] == true, "\(path)")
    }
  }

  @Test(arguments: legacyKinds)
  func v1alpha2HasNoColumnsSubresourcesOrBounds(plural: String) throws {
    let version = try version("v1alpha2", of: plural)
    #expect(version["additionalPrinterColumns"] == nil)
    #expect(version["subresources"] == nil)
    let schema = try #require(version.value(at: "schema", "openAPIV3Schema"))
    visit(schema, "") { path, node in
      for bound in ["enum", "maximum", "maxItems", "default"] { #expect(node[bound] == nil, "\(path) \(bound)") }
    }
  }

  @Test(arguments: legacyKinds)
  func threeVersionsAreServedOneIsStoredAndTheWebhookConverts(plural: String) throws {
    let spec = try #require(try manifest(plural)["spec"])
    let versions = try #require(spec["versions"]?.array)
    let names = versions.compactMap { $0["name"]?.string }
    #expect(names == ["v1", "v1alpha3", "v1alpha2"])
    let served = versions.map { $0["served"] == true }
    let stored = versions.map { $0["storage"] == true }
    #expect(served == [true, true, true])
    #expect(stored == [true, false, false])
    #expect(spec.value(at: "conversion", "webhook", "clientConfig", "service", "path") == "/convert")
  }

  @Test func structuralSchemasStateATypeAtEveryNode() throws {
    for (file, bytes) in try Repository.files(below: "deploy/crds") where file != "kustomization.yaml" {
      let manifest = try YAML.value(parsing: String(decoding: bytes, as: UTF8.self))
      for version in manifest.value(at: "spec", "versions")?.array ?? [] {
        let schema = try #require(version.value(at: "schema", "openAPIV3Schema"))
        visit(schema, "") { path, node in
          let isTyped =
            node["type"] != nil || node["x-kubernetes-int-or-string"] == true
            || node["x-kubernetes-preserve-unknown-fields"] == true
          #expect(isTyped, "\(file) \(path)")
        }
      }
    }
  }

  @Test func theLargestManifestFitsTheObjectStore() throws {
    for (file, bytes) in try Repository.files(below: "deploy/crds") {
      #expect(bytes.count <= 1 << 20, "\(file)")
    }
  }
}
