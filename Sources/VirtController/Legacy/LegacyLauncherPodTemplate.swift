import Admission
import JSON
import Kube
import KubeTypes
import VirtTypes

/// Makes the launcher pod of a legacy instance, as v0.8.0 rendered it.
public struct LegacyLauncherPodTemplate: Sendable {
  public init() {}

  /// The pod to be created for the instance, without a name and a namespace.
  ///
  /// v0.8.0 looks nothing up but its ConfigMap (`ReconcileContext.legacyConfiguration`), so that the lookups do not
  /// count.
  public func makePod(
    for instance: V1.VirtualMachineInstance, lookups _: LauncherPodLookups, in context: ReconcileContext
  ) throws(LauncherPodError) -> Core.Pod {
    let legacy: V1alpha2.VirtualMachineInstance
    do throws(ConversionError) { legacy = try LegacyForm.instance(instance) } catch {
      throw .malformed(member: "the instance", reason: "has no form in \(LegacyForm.apiVersion): \(error)")
    }
    let parts = LegacyLauncherPodParts(
      instance: legacy, sidecars: try LegacyHookSidecar.requested(by: legacy.metadata.annotations),
      imagePullPolicy: try imagePullPolicy(in: context),
      usesEmulation: context.legacyConfiguration.usesEmulation
        || context.configuration.given.developerConfiguration?.useEmulation == true,
      settings: context.settings)
    var pod = Core.Pod()
    pod.metadata = parts.metadata
    pod.spec = parts.spec
    return pod
  }

  /// The ConfigMap's word counts before the KubeVirt object's.
  private func imagePullPolicy(in context: ReconcileContext) throws(LauncherPodError) -> String {
    let policy = context.legacyConfiguration.imagePullPolicy
    switch policy {
    case "": return context.configuration.imagePullPolicy
    case "Always", "IfNotPresent", "Never": return policy
    default:
      throw .malformed(
        member: "dev.imagePullPolicy of the ConfigMap kubevirt-config",
        reason: "must be Always, IfNotPresent or Never, not \"\(policy)\"")
    }
  }
}

/// What a legacy launcher pod is made of.
struct LegacyLauncherPodParts {
  let instance: V1alpha2.VirtualMachineInstance
  let sidecars: [LegacyHookSidecar]
  let imagePullPolicy: String
  let usesEmulation: Bool
  let settings: ControllerSettings

  var metadata: ObjectMeta {
    var metadata = ObjectMeta()
    metadata.generateName = "virt-launcher-\(instance.metadata.name)-"
    var labels = instance.metadata.labels ?? [:]
    labels[KubeVirtNames.component] = KubeVirtNames.launcher
    labels[KubeVirtNames.createdBy] = instance.metadata.uid
    metadata.labels = labels
    var annotations = [
      KubeVirtNames.domain: instance.metadata.name, KubeVirtNames.ownedBy: LegacyPodOwner.controller.rawValue,
    ]
    let attached = instance.spec.networks.compactMap { $0.multus?.networkName }
    if !attached.isEmpty { annotations["k8s.v1.cni.cncf.io/networks"] = attached.joined(separator: ",") }
    metadata.annotations = annotations
    return metadata
  }

  var spec: Core.PodSpec {
    var spec = Core.PodSpec()
    spec.hostname = instance.podHostname
    spec.subdomain = instance.spec.subdomain
    spec.restartPolicy = "Never"
    var security = Core.PodSecurityContext()
    security.runAsUser = 0
    var label = Core.SELinuxOptions()
    label.type = "spc_t"
    security.seLinuxOptions = label
    spec.securityContext = security
    var nodeSelector = instance.spec.nodeSelector ?? [:]
    nodeSelector[KubeVirtNames.schedulable] = "true"
    spec.nodeSelector = nodeSelector
    spec.affinity = instance.spec.affinity
    spec.tolerations = instance.spec.tolerations
    // Longer than the launcher waits for the guest, so that it can report the end.
    spec.terminationGracePeriodSeconds = gracePeriod &+ 30
    spec.imagePullSecrets = imagePullSecrets
    spec.containers =
      registryDiskContainers + [computeContainer]
      + sidecars.enumerated().map { sidecarContainer($0.element, number: $0.offset) }
    spec.volumes = volumes
    return spec
  }

  /// Seconds that the guest has to shut down.
  var gracePeriod: Int64 { instance.spec.terminationGracePeriodSeconds ?? 30 }

  private var imagePullSecrets: [LocalObjectReference] {
    let disks = instance.spec.volumes.compactMap { $0.registryDisk?.imagePullSecret }
    var names: [String] = []
    for name in disks + [settings.imagePullSecret] where !name.isEmpty && !names.contains(name) { names.append(name) }
    return names.map { name in
      var reference = LocalObjectReference()
      reference.name = name
      return reference
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, predicate(last) { rest.removeLast() }
    return rest
  }
}

/// Who looks after a legacy launcher pod, as its annotation says.
enum LegacyPodOwner: String {
  case controller = "virt-controller"
  case handler = "virt-handler"
}
