import Foundation
import JSON
import Testing
import YAML

@testable import Kube

@Suite struct SchemaCatalogTests {
  @Test func nullsAreAbsentUnlessTheSchemaAllowsThem() throws {
    let schema = try Schemas.schema("kubevirt.io/v1", "VirtualMachine")
    var object = try Schemas.object("VirtualMachine", "spec.template.spec.nodeSelector.a", "null")
    object["spec"]?["running"] = .null
    object["spec"]?["dataVolumeTemplates"] = [.null]
    object["spec"]?["template"]?["metadata"]?["creationTimestamp"] = .null
    let stored = Schemas.stored(object, schema)
    #expect(stored["spec"]?["running"] == nil)
    #expect(stored.value(at: "spec", "template", "spec", "nodeSelector") == [:])
    #expect(stored["spec"]?["dataVolumeTemplates"] == [.null])
    #expect(stored.value(at: "spec", "template", "metadata", "creationTimestamp") == .null)
  }

  @Test func defaultsAreFilledInWhereTheirParentIs() throws {
    let schema = try Schemas.schema("kubevirt.io/v1", "VirtualMachine")
    var object = try Schemas.object("VirtualMachine", "status", #"{"ready":true}"#)
    schema.applyDefaults(to: &object)
    #expect(object.value(at: "status", "printableStatus") == "Stopped")
    var absent = try Schemas.object("VirtualMachine", "", nil)
    schema.applyDefaults(to: &absent)
    #expect(absent["status"] == nil)
    var null = try Schemas.object("VirtualMachine", "status", #"{"printableStatus":null}"#)
    schema.applyDefaults(to: &null)
    #expect(null["status"] == ["printableStatus": "Stopped"])
  }

  @Test func unknownFieldsAreNamedAndPruned() throws {
    let schema = try Schemas.schema("kubevirt.io/v1", "VirtualMachine")
    var object = try Schemas.object("VirtualMachine", "spec.template.spec.domain.devices.disks[0].foo", "1")
    object["foo"] = 1
    object["metadata"]?["foo"] = 5
    object["spec"]?["template"]?["metadata"]?["foo"] = 5
    let known = try Schemas.object("VirtualMachine", "spec.template.metadata.foo", "5")
    #expect(
      schema.unknownFields(in: object) == [
        "metadata.foo", "spec.template.spec.domain.devices.disks[0].foo", "foo",
      ])
    schema.prune(&object)
    #expect(object == known)
  }

  @Test func emptyListsAndMapsOfFixedTypesSayNothing() throws {
    let pods = try Schemas.schema("v1", "Pod")
    var pod: JSONValue = [
      "apiVersion": "v1", "kind": "Pod", "metadata": ["name": "p", "labels": [:], "finalizers": []],
      "spec": [
        "nodeSelector": [:], "tolerations": .null, "securityContext": [:], "containers": [],
        "volumes": [["name": "v", "emptyDir": [:]]],
      ],
    ]
    #expect(pods.unknownFields(in: pod) == [])
    pods.prune(&pod)
    #expect(
      pod == [
        "apiVersion": "v1", "kind": "Pod", "metadata": ["name": "p"],
        // Objects that are no maps, and what a kind must have, stay.
        "spec": ["securityContext": [:], "containers": [], "volumes": [["name": "v", "emptyDir": [:]]]],
      ])
    let machines = try Schemas.schema("kubevirt.io/v1", "VirtualMachine")
    var machine = try Schemas.object("VirtualMachine", "spec.template.spec.nodeSelector", "{}")
    machine["metadata"]?["annotations"] = [:]
    machines.prune(&machine)
    #expect(machine.value(at: "metadata", "annotations") == nil)
    #expect(machine.value(at: "spec", "template", "spec", "nodeSelector") == [:])
  }

  @Test func openVersionsKeepWhatTheyDoNotKnow() throws {
    let schema = try Schemas.schema("kubevirt.io/v1alpha2", "VirtualMachine")
    let object: JSONValue = [
      "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachine", "metadata": ["name": "x"], "other": 1,
      "spec": [
        "running": true, "old": [1], "template": ["spec": ["domain": ["devices": ["disks": .null], "x": .null]]],
      ],
    ]
    #expect(schema.unknownFields(in: object) == [])
    let stored = Schemas.stored(object, schema)
    #expect(stored["other"] == 1)
    #expect(stored.value(at: "spec", "old") == [1])
    #expect(stored.value(at: "spec", "template", "spec", "domain", "x") == .null)
  }

  @Test func metadataOfWrongTypesCanNotBeDecoded() throws {
    let schema = try Schemas.schema("kubevirt.io/v1", "VirtualMachine")
    let object = try Schemas.object("VirtualMachine", "metadata.labels", #"{"a":5}"#)
    #expect(
      schema.typeErrors(in: object) == [
        "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels.a of type string"
      ])
    #expect(schema.typeErrors(in: try Schemas.object("VirtualMachine", "spec", "5")) == [])
  }

  @Test func kindsThatNobodyKnowsHaveNoSchema() {
    #expect(Schemas.catalog.schema(of: GroupVersionKind(group: "kubevirt.io", version: "v2", kind: "Machine")) == nil)
  }

  /// The manifests of `deploy/crds`, without what only readers need.
  @Test func definitionsAreThoseThatAreDeployed() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("deploy/crds")
    for definition in Schemas.catalog.customResourceDefinitions {
      let plural = try #require(definition.value(at: "spec", "names", "plural")?.string)
      let text = try String(contentsOf: folder.appendingPathComponent(plural + ".yaml"), encoding: .utf8)
      let deployed = Self.withoutDescriptions(try YAML.value(parsing: text))
      #expect(definition == deployed, "\(plural)")
    }
  }

  private static func withoutDescriptions(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map(withoutDescriptions))
    case .object(let object):
      .object(
        JSONObject(
          object.compactMap { name, value in
            name == "description" && value.string != nil ? nil : (name, withoutDescriptions(value))
          }))
    default: value
    }
  }
}
