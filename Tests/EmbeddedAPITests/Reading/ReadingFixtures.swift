import EmbeddedStore
import Foundation
import JSON
import Kube

@testable import EmbeddedAPI

/// Kinds for tests: one of Kubernetes' own, and one of a CRD with two versions.
enum ReadingFixtures {
  static let configMap = ResourceDefinition(
    group: "", names: .init(plural: "configmaps", singular: "configmap", kind: "ConfigMap", shortNames: ["cm"]),
    versions: [.init(name: "v1")])

  static let pod = ResourceDefinition(
    group: "", names: .init(plural: "pods", singular: "pod", kind: "Pod"),
    versions: [.init(name: "v1", hasStatus: true)], strategy: PhasedStrategy())

  static let machine = ResourceDefinition(
    group: "kubevirt.io",
    names: .init(
      plural: "machines", singular: "machine", kind: "Machine", shortNames: ["ma"], categories: ["all"]),
    versions: [
      .init(
        name: "v1", hasStatus: true,
        scale: ScalePaths(specReplicas: ".spec.replicas", statusReplicas: ".status.replicas"),
        columns: [
          PrinterColumn(name: "Age", type: "date", jsonPath: ".metadata.creationTimestamp"),
          PrinterColumn(name: "Ready", type: "string", jsonPath: ".status.conditions[?(@.type=='Ready')].status"),
          PrinterColumn(name: "Replicas", type: "integer", priority: 1, jsonPath: ".spec.replicas"),
        ]),
      .init(name: "v1alpha2"),
    ], isCustom: true)

  static let machineJSON =
    #"{"apiVersion":"kubevirt.io/v1","kind":"Machine","metadata":{"name":"a","namespace":"n","#
    + #""creationTimestamp":"1970-01-01T00:00:00Z","labels":{"app":"x"},"resourceVersion":"7"},"#
    + #""spec":{"replicas":2},"status":{"conditions":[{"type":"Ready","status":"True"}]}}"#

  static func stored(_ definition: ResourceDefinition, _ json: String, revision: UInt64 = 7) -> ObjectVersion {
    let tree = try? JSONValue(parsing: json)
    return ObjectVersion(
      key: definition.key(of: tree ?? .null), revision: Revision(revision), bytes: Array(json.utf8))
  }

  static func presenter(
    _ definition: ResourceDefinition, _ shape: ResponseFormat.Shape = .object, version: String = "v1",
    at seconds: Int64 = 125
  ) -> ObjectPresenter {
    ObjectPresenter(
      definition: definition, version: version, format: ResponseFormat(shape: shape), now: Timestamp(seconds: seconds))
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// Selects by phase.
struct PhasedStrategy: ResourceStrategy {
  var selectableFieldNames: Set<String> { ["status.phase"] }
  func selectableFields(of object: JSONValue) -> [String: String] {
    ["status.phase": object.value(at: "status", "phase")?.string ?? ""]
  }
}

/// A store in a folder of its own that goes away with it.
final class TemporaryStore {
  private let folder: URL
  let store: EmbeddedStore

  init(options: StoreOptions = StoreOptions()) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("reading-\(Foundation.UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try EmbeddedStore.open(folder.appendingPathComponent("objects.db").path, options: options)
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(at: folder)
  }
}
