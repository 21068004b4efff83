import Foundation
import JSON
import Kube
import Testing
import YAML

@testable import EmbeddedAPI

@Suite("Kinds of ours in the embedded API")
struct CustomResourcesTests {
  /// The CRDs that a cluster gets.
  static func manifests() throws -> [JSONValue] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "deploy/crds")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" && $0.lastPathComponent != "kustomization.yaml" }
      .flatMap { try YAML.documents(Data(contentsOf: $0)) }
  }

  @Test("every definition is what its CRD says")
  func definitionsAreThoseOfTheManifests() throws {
    let manifests = try Self.manifests()
    #expect(manifests.count == CustomResources.definitions.count)
    for manifest in manifests {
      let name = manifest.value(at: "metadata", "name")?.string ?? ""
      let spec = try #require(manifest["spec"])
      let definition = try #require(CustomResources.definitions.first { $0.collection == name }, "\(name)")
      func strings(_ member: String) -> [String] { spec["names"]?[member]?.array?.compactMap(\.string) ?? [] }
      #expect(definition.names.kind == spec.value(at: "names", "kind")?.string)
      #expect(definition.names.listKind == spec.value(at: "names", "listKind")?.string)
      #expect(definition.names.singular == spec.value(at: "names", "singular")?.string)
      #expect(definition.names.shortNames == strings("shortNames"))
      #expect(definition.names.categories == strings("categories"))
      #expect(definition.isNamespaced == (spec["scope"]?.string == "Namespaced"))
      let versions = spec["versions"]?.array ?? []
      #expect(definition.versions.map(\.name) == versions.compactMap { $0["name"]?.string })
      #expect(definition.storageVersion == versions.first { $0["storage"]?.bool == true }?["name"]?.string)
      for (version, expected) in zip(definition.versions, versions) {
        #expect(
          (version.deprecationWarning != nil) == (expected["deprecated"]?.bool ?? false), "\(name) \(version.name)")
        #expect(version.hasStatus == (expected.value(at: "subresources", "status") != nil), "\(name) \(version.name)")
        let scale = expected.value(at: "subresources", "scale")
        #expect(version.scale?.specReplicas == scale?["specReplicasPath"]?.string)
        #expect(version.scale?.statusReplicas == scale?["statusReplicasPath"]?.string)
        #expect(version.scale?.labelSelector == scale?["labelSelectorPath"]?.string)
        let columns = (expected["additionalPrinterColumns"]?.array ?? []).map { column in
          PrinterColumn(
            name: column["name"]?.string ?? "", type: column["type"]?.string ?? "",
            priority: Int(column["priority"]?.int64 ?? 0), jsonPath: column["jsonPath"]?.string ?? "")
        }
        #expect(version.columns == columns, "\(name) \(version.name)")
      }
    }
  }

  @Test("a deprecated version's warning names the newest one that is not")
  func deprecationWarnings() throws {
    func warning(_ plural: String, _ version: String) -> String? {
      ResourceRegistry(CustomResources.definitions).definition(group: "kubevirt.io", resource: plural)?
        .version(version)?.deprecationWarning
    }
    #expect(
      warning("virtualmachines", "v1alpha3")
        == "kubevirt.io/v1alpha3 VirtualMachine is deprecated; use kubevirt.io/v1 VirtualMachine")
    #expect(warning("virtualmachines", "v1") == nil)
    #expect(
      warning("virtualmachineinstancepresets", "v1") == "kubevirt.io/v1 VirtualMachineInstancePreset is deprecated")
  }

  @Test("objects are converted between versions, and what can't be is told")
  func conversion() throws {
    let machine: JSONValue = [
      "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachine", "metadata": ["name": "a"],
      "spec": [
        "running": false,
        "template": [
          "spec": [
            "domain": ["devices": ["disks": [["name": "d", "volumeName": "v"]]]],
            "volumes": [["name": "v", "registryDisk": ["image": "i"]]],
          ]
        ],
      ],
    ]
    let strategy = CustomKindStrategy()
    let current = try strategy.convert(machine, to: "kubevirt.io/v1")
    #expect(current["apiVersion"] == "kubevirt.io/v1")
    #expect(current.value(at: "spec", "template", "spec", "volumes")?[0]?["containerDisk"]?["image"] == "i")
    #expect(try strategy.convert(current, to: "kubevirt.io/v1alpha2") == machine)
    let status = #expect(throws: Status.self) { try strategy.convert(machine, to: "kubevirt.io/v9") }
    #expect(status?.code == 500)
  }
}
