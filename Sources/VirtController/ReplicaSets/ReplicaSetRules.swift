import Admission
import JSON
import Kube
import KubeClient
import VirtTypes

/// In what the profiles differ.
struct ReplicaSetRules: Sendable {
  /// Group and version in which instances are made and owners are named.
  var apiVersion: GroupVersionResource
  /// Counts towards `readyReplicas`.
  var isReady: @Sendable (V1.VirtualMachineInstance) -> Bool
  /// Counts towards `replicas`.
  var isActive: @Sendable (V1.VirtualMachineInstance) -> Bool
  /// Has ended and is to be removed.
  var isFinished: @Sendable (V1.VirtualMachineInstance) -> Bool
  /// Whether the set notes the API version before anything else.
  var notesObservedVersions: Bool
  /// Whether the status has the selector for the scale subresource.
  var publishesSelector: Bool
  /// Whether a set is put back when scaling failed; else the write of its status brings it back.
  var retriesScaling: Bool
  /// Whether a patch of owners may only meet the instance as it was observed.
  var testsVersionOfOwned: Bool

  init(_ profile: Profile) { self = profile == .legacy ? .legacy : .current }

  private static let current = ReplicaSetRules(
    apiVersion: Resources.virtualMachineInstances,
    isReady: { $0.hasCondition("Ready") },
    isActive: { !$0.isFinal && !$0.isBeingDeleted && !hasTerminatingPod($0) },
    isFinished: { !$0.isBeingDeleted && ($0.isFinal || hasTerminatingPod($0)) },
    notesObservedVersions: true, publishesSelector: true, retriesScaling: true, testsVersionOfOwned: true)

  private static let legacy = ReplicaSetRules(
    apiVersion: GroupVersionResource(
      group: "kubevirt.io", version: Profile.legacyVersion, resource: Resources.virtualMachineInstances.resource),
    isReady: \.isRunning,
    isActive: { !$0.isFinal && !$0.isBeingDeleted },
    isFinished: { !$0.isBeingDeleted && $0.isFinal },
    notesObservedVersions: false, publishesSelector: false, retriesScaling: false, testsVersionOfOwned: false)

  private static func hasTerminatingPod(_ instance: V1.VirtualMachineInstance) -> Bool {
    let ready = instance.condition("Ready")
    return ready?.status == "False" && ready?.reason == "PodTerminating"
  }

  private init(
    apiVersion: GroupVersionResource, isReady: @escaping @Sendable (V1.VirtualMachineInstance) -> Bool,
    isActive: @escaping @Sendable (V1.VirtualMachineInstance) -> Bool,
    isFinished: @escaping @Sendable (V1.VirtualMachineInstance) -> Bool, notesObservedVersions: Bool,
    publishesSelector: Bool, retriesScaling: Bool, testsVersionOfOwned: Bool
  ) {
    self.apiVersion = apiVersion
    self.isReady = isReady
    self.isActive = isActive
    self.isFinished = isFinished
    self.notesObservedVersions = notesObservedVersions
    self.publishesSelector = publishesSelector
    self.retriesScaling = retriesScaling
    self.testsVersionOfOwned = testsVersionOfOwned
  }
}

extension ReplicaSetRules {
  var groupVersion: String { "\(apiVersion.group)/\(apiVersion.version)" }

  /// The reference by which a set owns instances.
  func ownerReference(to set: V1.VirtualMachineInstanceReplicaSet) -> OwnerReference {
    OwnerReference(controller: groupVersion, kind: "VirtualMachineInstanceReplicaSet", set.metadata)
  }

  /// A new instance of the set, to be created in `apiVersion`; nil when the template cannot be written in it.
  func makeInstance(of set: V1.VirtualMachineInstanceReplicaSet) -> JSONValue? {
    guard let template = set.spec.template else { return nil }
    let given = template.metadata
    var instance = V1.VirtualMachineInstance()
    instance.apiVersion = groupVersion
    instance.kind = "VirtualMachineInstance"
    instance.metadata.labels = given.labels
    instance.metadata.annotations = given.annotations
    instance.metadata.finalizers = given.finalizers
    instance.metadata.generateName =
      [given.name, given.generateName, set.metadata.name].first { !$0.isEmpty } ?? ""
    instance.metadata.ownerReferences = [ownerReference(to: set)]
    instance.spec = template.spec
    var tree = instance.jsonTree
    guard apiVersion.version == Profile.legacyVersion else { return tree }
    // The set, not the instance, knows what only the legacy version can say about the template.
    var whole = set
    whole.apiVersion = "kubevirt.io/v1"
    whole.kind = "VirtualMachineInstanceReplicaSet"
    guard let converted = try? Conversion.convert(whole.jsonTree, to: groupVersion) else { return nil }
    // A template without any wish is not written out.
    tree["spec"] = converted.value(at: "spec", "template", "spec") ?? ["domain": ["devices": [:]]]
    return tree
  }
}
