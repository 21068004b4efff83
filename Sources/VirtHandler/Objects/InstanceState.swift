import Kube
import KubeClient
import VirtTypes

extension V1.VirtualMachineInstance {
  /// It has ended, and will not run again.
  var isFinal: Bool { status.phase == "Succeeded" || status.phase == "Failed" }
  var isBeingDeleted: Bool { metadata.deletionTimestamp != nil }

  var path: ResourcePath {
    ResourcePath(HandlerResources.instances, namespace: metadata.namespace, name: metadata.name)
  }

  var eventSubject: ObjectEvent.Subject {
    ObjectEvent.Subject(
      apiVersion: "kubevirt.io/v1", kind: "VirtualMachineInstance", namespace: metadata.namespace,
      name: metadata.name, uid: metadata.uid, resourceVersion: metadata.resourceVersion)
  }
}

extension [V1.VirtualMachineInstanceCondition] {
  /// Puts a condition in the place of the one of its type, or at the end; one that says the same stays with its times.
  mutating func set(_ type: String, _ status: String, reason: String = "", message: String = "", at moment: Timestamp) {
    var condition = V1.VirtualMachineInstanceCondition()
    condition.type = type
    condition.status = status
    condition.reason = reason
    condition.message = message
    condition.lastProbeTime = moment
    condition.lastTransitionTime = moment
    guard let index = firstIndex(where: { $0.type == type }) else { return append(condition) }
    let present = self[index]
    if present.status == status, present.reason == reason, present.message == message { return }
    self[index] = condition
  }

  mutating func remove(_ type: String) { removeAll { $0.type == type } }

  /// Notes that a step failed, or that none did. A failure that is noted already stays as it is.
  mutating func noteSynchronization(failure: String?, at moment: Timestamp) {
    let type = "Synchronized"
    guard let failure else { return remove(type) }
    if contains(where: { $0.type == type }) { return }
    var condition = V1.VirtualMachineInstanceCondition()
    condition.type = type
    condition.status = "False"
    condition.reason = "Synchronizing with the Domain failed."
    condition.message = failure
    condition.lastTransitionTime = moment
    append(condition)
  }
}
