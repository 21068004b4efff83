import JSON
import Kube
import Testing

@testable import EmbeddedAPI

/// The schema tables against the list of kinds that are served.
@Suite struct KubernetesSchemaTests {
  private let catalog = SchemaCatalog()

  @Test func everyServedKindHasASchema() {
    for definition in BuiltInResources.definitions {
      for version in definition.versions {
        let kind = GroupVersionKind(group: definition.group, version: version.name, kind: definition.names.kind)
        #expect(catalog.schema(of: kind) != nil, "\(kind)")
      }
    }
  }

  @Test func bodiesOfSubresourcesHaveSchemasToo() {
    for (group, kind) in [
      ("policy", "Eviction"), ("authentication.k8s.io", "TokenRequest"), ("autoscaling", "Scale"),
      ("", "DeleteOptions"),
    ] {
      #expect(catalog.schema(of: GroupVersionKind(group: group, version: "v1", kind: kind)) != nil, "\(kind)")
    }
  }

  @Test func unknownMembersDeepInAPodAreFound() throws {
    let schema = try #require(catalog.schema(of: GroupVersionKind(group: "", version: "v1", kind: "Pod")))
    let pod: JSONValue = [
      "apiVersion": "v1", "kind": "Pod", "metadata": ["name": "a"],
      "spec": [
        "containers": [["name": "a", "image": "b", "livenessProbe": ["httpGet": ["port": 80, "prot": 1]]]],
        "volumes": [["name": "v", "emptyDir": ["medium": "Memory"], "emptydir": [:]]],
      ],
    ]
    #expect(
      schema.unknownFields(in: pod) == [
        "spec.containers[0].livenessProbe.httpGet.prot", "spec.volumes[0].emptydir",
      ])
    #expect(schema.mergeStrategy(at: ["spec", "containers"]) == .merge(key: "name"))
    #expect(schema.mergeStrategy(at: ["spec", "containers", "ports"]) == .merge(key: "containerPort"))
    #expect(schema.mergeStrategy(at: ["spec", "volumes"]) == .retainKeys(key: "name"))
  }

  @Test func aDefinitionsSchemaTakesAnyDefault() throws {
    let kind = GroupVersionKind(group: "apiextensions.k8s.io", version: "v1", kind: "CustomResourceDefinition")
    let schema = try #require(catalog.schema(of: kind))
    let properties: JSONValue = [
      "a": ["type": "string", "default": "x"], "b": ["type": "object", "additionalProperties": true],
      "c": ["type": "array", "items": ["type": "integer", "enum": [1, 2]]],
    ]
    let object: JSONValue = [
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": ["name": "a"],
      "spec": [
        "versions": [["name": "v1", "schema": ["openAPIV3Schema": ["type": "object", "properties": properties]]]]
      ],
    ]
    #expect(schema.unknownFields(in: object).isEmpty)
    #expect(schema.typeErrors(in: object).isEmpty)
  }
}
