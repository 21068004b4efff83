import Kube
import VirtTypes

/// Rules of updates of instances: users change nothing but metadata, KubeVirt's components what can be plugged.
enum InstanceUpdateValidation {
  private static let nodeNameKey = "authentication.kubernetes.io/node-name"

  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      let instance = try reading.object(V1.VirtualMachineInstance.self)
      try reading.expect("kubevirt.io", "virtualmachineinstances")
      let old = try reading.oldObject(V1.VirtualMachineInstance.self)
      if let cause = nodeCause(instance, old, reading) { return .refused([cause]) }
      if !instance.spec.isEquivalent(to: old.spec) {
        guard reading.isFromKubeVirt else {
          return .refused([
            .notSupported(
              "", "update of VMI object is restricted: spec is changed through the machine or a subresource")
          ])
        }
        try Decided.refuse(hotplugCauses(instance, old, reading.configuration))
      }
      if !reading.isFromKubeVirt {
        if let cause = labelCause(instance.metadata.labels ?? [:], old.metadata.labels ?? [:]) {
          return .refused([cause])
        }
        return .unless(Profile.changes(from: old.metadata.annotations, to: instance.metadata.annotations))
      }
      return .allowed()
    }
  }

  /// A node's agent writes only to the instances that are, or are coming, to its node.
  private static func nodeCause(
    _ instance: V1.VirtualMachineInstance, _ old: V1.VirtualMachineInstance, _ reading: ObjectReading
  ) -> Cause? {
    let namespace = reading.environment.snapshot.installNamespace
    guard reading.configuration.allows(.nodeRestriction),
      reading.request.userInfo.username == KubeVirtAccounts.handler(installNamespace: namespace)
    else { return nil }
    guard let node = reading.request.userInfo.extra[nodeNameKey]?.first else {
      return .invalid("", "the request does not say from which node it comes (extra \"\(nodeNameKey)\")")
    }
    let target = old.status.migrationState?.targetNode ?? ""
    guard node == old.status.nodeName || (!target.isEmpty && node == target) else {
      return .invalid("", "node \"\(node)\" may not write to an instance of node \"\(old.status.nodeName)\"")
    }
    if target.isEmpty, let newTarget = instance.status.migrationState?.targetNode, !newTarget.isEmpty {
      return .invalid("", "node \"\(node)\" may not choose the target node of a migration")
    }
    return nil
  }

  private static func labelCause(_ labels: [String: String], _ old: [String: String]) -> Cause? {
    for label in restrictedLabels where labels[label] != old[label] {
      return .notSupported("", "label \"\(label)\" is reserved for KubeVirt's components and cannot be changed")
    }
    return nil
  }

  private static func hotplugCauses(
    _ instance: V1.VirtualMachineInstance, _ old: V1.VirtualMachineInstance, _ configuration: ClusterConfiguration
  ) -> [Cause] {
    if instance.spec.domain.cpu?.maxSockets ?? 0 != old.spec.domain.cpu?.maxSockets ?? 0 {
      return [.invalid("", "CPU topology maxSockets changed; it is fixed when the instance starts")]
    }
    if let before = old.spec.domain.memory?.maxGuest, let now = instance.spec.domain.memory?.maxGuest,
      !before.isEqual(to: now)
    {
      return [.invalid("", "Memory maxGuest changed; it is fixed when the instance starts")]
    }
    let causes = UtilityVolumeRules(configuration: configuration).check(instance.spec, old: old.spec, old.status)
    return causes.isEmpty ? HotplugVolumeRules(configuration: configuration).check(instance, old: old) : causes
  }
}
