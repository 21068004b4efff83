import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// What an instance's launcher pod is told of it: whether the guest is paused, on which node it is, and how a backup
/// freezes it.
struct LauncherMarks {
  let instance: V1.VirtualMachineInstance
  /// Nil when there is none.
  let pod: Core.Pod?
  /// The moment that goes into conditions.
  let now: Timestamp

  /// Returns why the pod could not be marked.
  func apply(_ journal: inout WriteJournal) throws(WriteInterruption) -> KubernetesError? {
    guard let pod, !pod.onlyBindsVolumes else { return nil }
    if let patch = unpausedPatch(pod) {
      let write = ObjectWrite(.pod(pod, subresource: "status"), .patch(.strategicMerge(patch)))
      if case .failure(let error) = try journal.perform(write) { return error }
    }
    let patch = metadataPatch(pod)
    if !patch.isEmpty {
      if case .failure(let error) = try journal.perform(ObjectWrite(.pod(pod), .patch(.json(patch)))) { return error }
    }
    return nil
  }

  // MARK: Readiness gate

  /// Says in the pod's status whether the guest is paused; nil when it says so already. A pod that has never been said
  /// to be unpaused is not ready anyway, and needs no word of a pause.
  private func unpausedPatch(_ pod: Core.Pod) -> JSONValue? {
    let isUnpaused = pod.condition(KubeVirtNames.unpaused)?.status == "True"
    var condition = Core.PodCondition()
    condition.type = KubeVirtNames.unpaused
    condition.lastProbeTime = now
    condition.lastTransitionTime = now
    switch (instance.hasCondition("Paused"), isUnpaused) {
    case (true, true):
      condition.status = "False"
      condition.reason = "Paused"
      condition.message = "the virtual machine is paused"
    case (false, false):
      condition.status = "True"
      condition.reason = "NotPaused"
      condition.message = "the virtual machine is not paused"
    default: return nil
    }
    var status: JSONObject = ["conditions": [condition.jsonTree]]
    let present = pod.status.conditions.map(\.type)
    if !present.isEmpty {
      let order = present.contains(condition.type) ? present : present + [condition.type]
      status["$setElementOrder/conditions"] = .array(order.map { ["type": .string($0)] })
    }
    return ["status": .object(status)]
  }

  // MARK: Labels and annotations

  private func metadataPatch(_ pod: Core.Pod) -> JSONPatch {
    var labels = pod.metadata.labels ?? [:]
    for name in Self.followedLabels { labels[name] = instance.metadata.labels?[name] }
    var annotations = pod.metadata.annotations ?? [:]
    annotations.merge(BackupHooks.annotations(of: instance)) { $1 }
    return JSONPatch(
      Self.replacement("labels", pod.metadata.labels, labels)
        + Self.replacement("annotations", pod.metadata.annotations, annotations))
  }

  /// Labels that a launcher pod has exactly when its instance has them.
  private static let followedLabels = [KubeVirtNames.nodeName]

  private static func replacement(
    _ member: String, _ present: [String: String]?, _ wanted: [String: String]
  ) -> [JSONPatch.Operation] {
    guard wanted != present ?? [:] else { return [] }
    let place = JSONPointer(["metadata", member])
    guard let present else { return [.add(place, JSONValue(wanted))] }
    return [.test(place, JSONValue(present)), .replace(place, JSONValue(wanted))]
  }
}

extension JSONValue {
  init(_ texts: [String: String]) {
    self = .object(JSONObject(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
  }
}
