import JSON
import OpenAPIDocuments
import Testing

@Suite struct OpenAPIDocumentTests {
  private func parse(_ text: StaticString) throws -> JSONValue {
    try JSONValue(parsing: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
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

  private func expectReferencesResolve(_ document: JSONValue, _ schemas: JSONValue?, prefix: String) throws {
    let schemas = try #require(schemas?.object)
    var found: Set<String> = []
    references(document, into: &found)
    #expect(found.count > 10)
    for reference in found {
      #expect(reference.hasPrefix(prefix) && schemas[String(reference.dropFirst(prefix.count))] != nil, "\(reference)")
    }
  }

  @Test func everyReferenceOfVersion2LeadsToADefinition() throws {
    let document = try parse(OpenAPIDocuments.v2)
    #expect(document["swagger"] == "2.0")
    try expectReferencesResolve(document, document["definitions"], prefix: "#/definitions/")
  }

  @Test func everyReferenceOfVersion3LeadsToASchema() throws {
    for (path, text) in OpenAPIDocuments.v3 {
      let document = try parse(text)
      #expect(document["openapi"] == "3.0.0", "\(path)")
      try expectReferencesResolve(
        document, document.value(at: "components", "schemas"), prefix: "#/components/schemas/")
    }
  }

  /// `kubectl explain` finds the schema of a resource by what is read from its path.
  @Test func thePathOfAResourceNamesItsKind() throws {
    let text = try #require(OpenAPIDocuments.v3.first { $0.path == "apis/kubevirt.io/v1alpha2" }?.document)
    let document = try parse(text)
    let path = "/apis/kubevirt.io/v1alpha2/namespaces/{namespace}/virtualmachines/{name}"
    let kind: JSONValue = ["group": "kubevirt.io", "version": "v1alpha2", "kind": "VirtualMachine"]
    #expect(document.value(at: "paths", path, "get", "x-kubernetes-group-version-kind") == kind)
    let schema = document.value(at: "components", "schemas", "v1alpha2.VirtualMachine")
    #expect(schema?["x-kubernetes-group-version-kind"] == [kind])
    #expect(schema?["description"] != nil)
  }
}
