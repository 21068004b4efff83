import Admission
import JSON
import KubeTypes
import VirtTypes

/// Which instances have lost their pod with their node, and how they are told so.
enum LostInstances {
  static let reason = "NodeUnresponsive"

  /// In the order of namespaces and names. Only instances that a handler should look after are lost: the controller of
  /// instances takes care of the others.
  static func find(among instances: [V1.VirtualMachineInstance], pods: [Core.Pod]) -> [V1.VirtualMachineInstance] {
    instances
      .filter { instance in
        ["Scheduled", "Running"].contains(instance.status.phase)
          && !pods.contains { belongs($0, to: instance) && keepsAlive($0, Profile(of: instance)) }
      }
      .sorted { ($0.metadata.namespace, $0.metadata.name) < ($1.metadata.namespace, $1.metadata.name) }
  }

  private static func belongs(_ pod: Core.Pod, to instance: V1.VirtualMachineInstance) -> Bool {
    pod.metadata.labels?[KubeVirtNames.createdBy] == instance.metadata.uid
      || pod.metadata.controllerReference?.uid == instance.metadata.uid
  }

  /// Legacy: any pod that is there. Current: one that has not ended and is not going.
  private static func keepsAlive(_ pod: Core.Pod, _ profile: Profile) -> Bool {
    switch profile {
    case .legacy: true
    case .current:
      !pod.hasEnded && !pod.isTerminating
        && (pod.status.containerStatuses.isEmpty
          || pod.status.containerStatuses.contains { $0.state.terminated == nil })
    }
  }

  /// Says that the instance has failed. The current profile's patch meets only the instance that was judged, in the
  /// phase in which it was judged.
  static func patch(for instance: V1.VirtualMachineInstance) -> JSONPatch {
    let phase = JSONPointer(["status", "phase"])
    switch Profile(of: instance) {
    case .legacy: return JSONPatch([.replace(phase, "Failed")])
    case .current:
      return JSONPatch([
        .test(JSONPointer(["metadata", "uid"]), .string(instance.metadata.uid)),
        .test(phase, .string(instance.status.phase)),
        .replace(phase, "Failed"),
        .add(JSONPointer(["status", "reason"]), .string(reason)),
      ])
    }
  }
}

extension Profile {
  init(of instance: V1.VirtualMachineInstance) { self.init(instanceAnnotations: instance.metadata.annotations) }
}
