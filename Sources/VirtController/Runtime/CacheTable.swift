import Admission
import JSON
import Kube
import KubeClient

/// What the controllers keep copies of, and by what they find it.
public struct CacheDescription: Sendable {
  public var resource: GroupVersionResource
  public var indexes: [CacheIndex]
  public var labelSelector = ""
  /// Only objects of this namespace; nil for all.
  public var namespace: String?
  /// Only the object of this name; nil for all.
  public var name: String?
  /// Whether nothing is decided before the copies are complete.
  public var isAwaited = true
  /// Counts as complete, and empty, while the API server does not serve the resource.
  public var isOptional = false
  /// Takes away what no decision reads, besides managed fields.
  public var trim: @Sendable (inout JSONValue) -> Void = { _ in }

  init(
    _ resource: GroupVersionResource, _ indexes: [CacheIndex] = [], labelSelector: String = "",
    isOptional: Bool = false, trim: @escaping @Sendable (inout JSONValue) -> Void = { _ in }
  ) {
    self.resource = resource
    self.indexes = indexes
    self.labelSelector = labelSelector
    self.isOptional = isOptional
    self.trim = trim
  }

  /// What v0.8.0 is configured by; a cluster that keeps it from us is as good as one without.
  static let legacyConfiguration: CacheDescription = {
    var description = CacheDescription(Resources.configMaps, isOptional: true)
    description.namespace = SnapshotBuilder.legacyNamespace
    description.name = SnapshotBuilder.legacyConfigurationName
    description.isAwaited = false
    return description
  }()

  public static let all: [CacheDescription] = [
    CacheDescription(Resources.virtualMachines, [.claim, .dataVolume]),
    CacheDescription(
      Resources.virtualMachineInstances,
      [
        .namespace, .controller, .orphan, .node, .evacuatedNode, .claim, .dataVolume, .contextIdentifier,
      ]),
    CacheDescription(Resources.replicaSets, [.namespace]),
    CacheDescription(Resources.migrations, [.migratedInstance, .unfinished]),
    CacheDescription(Resources.pods, [.instance, .controller, .node], labelSelector: "kubevirt.io", trim: trimPod),
    CacheDescription(Resources.nodes, trim: trimNode),
    CacheDescription(Resources.kubeVirts),
    legacyConfiguration,
    CacheDescription(Resources.persistentVolumeClaims),
    CacheDescription(Resources.controllerRevisions, [.controller]),
    CacheDescription(Resources.dataVolumes, isOptional: true),
    CacheDescription(Resources.networkAttachmentDefinitions, isOptional: true),
    CacheDescription(Resources.resourceQuotas, [.namespace], isOptional: true),
    CacheDescription(Resources.namespaces),
    CacheDescription(Resources.disruptionBudgets, isOptional: true),
    CacheDescription(Resources.oldDisruptionBudgets, isOptional: true),
  ]

  /// Containers' commands and environments are the largest part of a launcher pod, and never looked at again.
  private static func trimPod(_ pod: inout JSONValue) {
    for list in ["containers", "initContainers"] {
      guard let containers = pod.value(at: "spec", list)?.array else { continue }
      let trimmed = containers.map { container -> JSONValue in
        var kept: JSONObject = [:]
        for member in ["name", "image", "resources"] { kept[member] = container[member] }
        return .object(kept)
      }
      pod["spec"]?[list] = .array(trimmed)
    }
    pod["spec"]?["tolerations"] = nil
    pod["spec"]?["affinity"] = nil
  }

  private static func trimNode(_ node: inout JSONValue) { node["status"]?["images"] = nil }
}
