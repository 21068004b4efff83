import JSON
import Testing

@testable import Kube

@Suite struct StrategicMergePatchTests {
  /// As much of the core kinds as the patches touch.
  static let catalog = SchemaCatalog(
    table: { types[$0] }, customKinds: "[]",
    builtInKinds: """
      [{"group":"","version":"v1","kind":"Pod","type":"Pod"},{"group":"","version":"v1","kind":"Service","type":"Service"},
      {"group":"","version":"v1","kind":"ServiceAccount","type":"ServiceAccount"},
      {"group":"","version":"v1","kind":"Node","type":"Node"}]
      """)

  static let types: [String: StaticString] = [
    "Meta": """
    {"type":"object","properties":{"labels":{"type":"object","additionalProperties":{"type":"string"}},
    "finalizers":{"type":"array","items":{"type":"string"},"x-kubernetes-patch-strategy":"merge"}}}
    """,
    "Pod": """
    {"type":"object","properties":{"metadata":{"$ref":"Meta"},"spec":{"$ref":"v1.PodSpec"}}}
    """,
    "v1.PodSpec": """
    {"type":"object","properties":{
    "containers":{"type":"array","items":{"$ref":"v1.Container"},"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"name"},
    "volumes":{"type":"array","items":{"type":"object"},"x-kubernetes-patch-strategy":"merge,retainKeys","x-kubernetes-patch-merge-key":"name"},
    "replicas":{"type":"integer","format":"int32"}}}
    """,
    "v1.Container": """
    {"type":"object","properties":{"name":{"type":"string"},"image":{"type":"string"},
    "args":{"type":"array","items":{"type":"string"}},
    "limits":{"type":"object","additionalProperties":{"type":"string","format":"quantity"}},
    "port":{"type":"string","format":"int-or-string"},"policy":{"type":"string","enum":["Always","Never"]},
    "env":{"type":"array","items":{"type":"object"},"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"name"}}}
    """,
    "Service": """
    {"type":"object","properties":{"spec":{"type":"object","properties":{
    "ports":{"type":"array","items":{"type":"object"},"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"port"}}}}}
    """,
    "ServiceAccount": """
    {"type":"object","properties":{
    "secrets":{"type":"array","items":{"type":"object"},"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"name"}}}
    """,
    "Node": """
    {"type":"object","properties":{"status":{"type":"object","properties":{
    "conditions":{"type":"array","items":{"type":"object"},"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"type"},
    "addresses":{"type":"array","items":{"type":"object"},"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"type"}}}}}
    """,
  ]

  static func schema(_ kind: String) throws -> any ObjectSchema {
    try #require(catalog.schema(of: GroupVersionKind(version: "v1", kind: kind)))
  }

  @Test func patchesGiveWhatKubernetesGives() throws {
    let objects = try JSONValue(parsing: StrategicMergeCases.objects)
    let cases = try #require(try JSONValue(parsing: StrategicMergeCases.cases).array)
    for example in cases {
      let object = try #require(objects[example["resource"]?.string ?? ""])
      let patch = try #require(example["patch"])
      let schema = try Self.schema(object["kind"]?.string ?? "")
      do throws(Status) {
        let result = try StrategicMergePatch.apply(patch, to: object, schema: schema)
        let wanted = example["object"] ?? .null
        #expect(Self.agrees(result, wanted), "\(patch.serialized())\n\(result.serialized())\n\(wanted.serialized())")
      } catch {
        // Which of the unknown type's words Go prints is nobody's concern.
        #expect(error.message.prefix(24) == (example["message"]?.string ?? "").prefix(24), "\(patch.serialized())")
        #expect(Int64(error.code) == example["code"]?.int64, "\(patch.serialized())")
      }
    }
  }

  /// Members that the API server adds to what a patch makes new.
  private static let defaults: Set<String> = [
    "protocol", "targetPort", "lastHeartbeatTime", "lastTransitionTime", "terminationMessagePath",
    "terminationMessagePolicy", "imagePullPolicy", "resources", "allocatable",
  ]

  private static func agrees(_ made: JSONValue, _ wanted: JSONValue) -> Bool {
    switch (made, wanted) {
    case (.object(let made), .object(let wanted)):
      // Empty maps and lists are absent on the wire.
      return made.allSatisfy { name, value in
        wanted[name].map { agrees(value, $0) } ?? (value == [:] || value == [])
      } && wanted.keys.allSatisfy { made[$0] != nil || defaults.contains($0) }
    case (.array(let made), .array(let wanted)):
      return made.count == wanted.count && zip(made, wanted).allSatisfy(agrees)
    default: return made == wanted
    }
  }

  @Test func directivesAreNotKeptInWhatIsNew() throws {
    let schema = try Self.schema("Pod")
    let patch: JSONValue = [
      "spec": [
        "$setElementOrder/containers": [["name": "a"]],
        "containers": [["name": "a", "env": [["name": "x", "$patch": "delete"]], "image": .null]],
      ]
    ]
    let result = try StrategicMergePatch.apply(patch, to: ["kind": "Pod"], schema: schema)
    #expect(result == ["kind": "Pod", "spec": ["containers": [["name": "a", "env": []]]]])
  }

  @Test func aSourceOfAVolumeGivesWayToAnother() throws {
    let schema = try Self.schema("Pod")
    let object: JSONValue = ["spec": ["volumes": [["name": "v", "emptyDir": [:]]]]]
    let patch: JSONValue = [
      "spec": ["volumes": [["name": "v", "$retainKeys": ["name", "configMap"], "configMap": ["name": "m"]]]]
    ]
    let result = try StrategicMergePatch.apply(patch, to: object, schema: schema)
    #expect(result == ["spec": ["volumes": [["name": "v", "configMap": ["name": "m"]]]]])
  }

  @Test func scalarsOfWrongTypesCanNotBeDecoded() throws {
    let schema = try Self.schema("Pod")
    let object: JSONValue = [
      "spec": [
        "replicas": "2",
        "containers": [
          ["name": 5, "args": "x", "limits": ["cpu": "1Q"], "port": true], ["name": "b", "policy": "Nie"],
        ],
      ]
    ]
    #expect(
      schema.typeErrors(in: object) == [
        "json: cannot unmarshal string into Go struct field PodSpec.spec.replicas of type int32",
        "json: cannot unmarshal number into Go struct field Container.spec.containers.name of type string",
        "json: cannot unmarshal string into Go struct field Container.spec.containers.args of type []string",
        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
        "json: cannot unmarshal bool into Go struct field Container.spec.containers.port of type int32",
      ])
    #expect(
      schema.validate(object) == [
        Cause(
          .notSupported, "spec.containers[1].policy",
          #"Unsupported value: "Nie": supported values: "Always", "Never""#)
      ])
    #expect(
      schema.unknownFields(in: ["spec": ["containers": [["nmae": 1]]], "x": 1]) == ["spec.containers[0].nmae", "x"])
  }

  @Test(.timeLimit(.minutes(1))) func longListsAreMergedInTheTimeOfTheirLength() throws {
    let names = (0..<20_000).map { JSONValue.string("x.io/\($0)") }
    let containers = (0..<20_000).map { index -> JSONValue in ["name": .string("c\(index)"), "image": "i"] }
    let object: JSONValue = [
      "metadata": ["finalizers": .array(names)], "spec": ["containers": .array(containers.reversed())],
    ]
    let patch: JSONValue = [
      "metadata": [
        "finalizers": .array(names.reversed()),
        "$deleteFromPrimitiveList/finalizers": .array(Array(names.prefix(10_000))),
      ],
      "spec": ["containers": .array(containers), "$setElementOrder/containers": .array(containers)],
    ]
    let schema = try Self.schema("Pod")
    let merged = try StrategicMergePatch.apply(patch, to: object, schema: schema)
    #expect(merged.value(at: "metadata", "finalizers")?.array?.count == 10_000)
    #expect(merged.value(at: "spec", "containers")?.array == containers)
  }
}
