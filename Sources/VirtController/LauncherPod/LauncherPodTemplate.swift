import Admission
import Kube
import KubeTypes
import VirtTypes

/// Makes the pod in which a virtual machine runs (current profile): a pure function of the instance, of what is looked
/// up for it, and of the cluster's configuration.
public struct LauncherPodTemplate: Sendable {
  public init() {}

  /// The launcher pod of an instance that starts.
  public func makePod(
    for instance: V1.VirtualMachineInstance, lookups: LauncherPodLookups, in context: ReconcileContext
  ) throws(LauncherPodError) -> Core.Pod {
    try LauncherPodPlan(instance, lookups, context).pod()
  }

  /// The pod that a running instance migrates to: as its own, but on another node that has what the guest uses.
  public func makeTargetPod(
    for instance: V1.VirtualMachineInstance, migration: V1.VirtualMachineInstanceMigration,
    source: MigrationSource, lookups: LauncherPodLookups, in context: ReconcileContext
  ) throws(LauncherPodError) -> Core.Pod {
    var plan = try LauncherPodPlan(instance, lookups, context)
    plan.migration = migration
    plan.pinnedImages = try plan.images(runBy: source.pod)
    plan.namesInterfacesByOrder =
      !plan.configuration.allows(.podSecondaryInterfaceNamingUpgrade) && source.namesInterfacesByOrder
    var pod = try plan.pod()
    try plan.prepare(&pod, for: migration, from: source)
    return pod
  }

  /// A pod like the launcher's that only has the instance's claims bound to volumes where the instance can run, and
  /// then ends.
  public func makeProvisioningPod(
    for instance: V1.VirtualMachineInstance, lookups: LauncherPodLookups, in context: ReconcileContext
  ) throws(LauncherPodError) -> Core.Pod {
    var pod = try LauncherPodPlan(instance, lookups, context).pod()
    pod.metadata.annotations = (pod.metadata.annotations ?? [:])
      .merging([KubeVirtNames.ephemeralProvisioning: "true"]) { $1 }
    for index in pod.spec.containers.indices where pod.spec.containers[index].name == "compute" {
      pod.spec.containers[index].command = ["/bin/bash", "-c", "echo", "bound PVCs"]
    }
    return pod
  }
}

extension LauncherPodPlan {
  /// The pod, subject by subject.
  func pod() throws(LauncherPodError) -> Core.Pod {
    var pod = Core.Pod()
    pod.apiVersion = "v1"
    pod.kind = "Pod"
    pod.metadata = try metadata()
    var spec = Core.PodSpec()
    spec.restartPolicy = "Never"
    spec.enableServiceLinks = false
    spec.terminationGracePeriodSeconds = gracePeriodSeconds + 30
    spec.readinessGates = [Self.unpausedGate]
    setIdentity(&spec)
    setPlacement(&spec)
    spec.securityContext = podSecurityContext
    spec.imagePullSecrets = imagePullSecrets
    let volumes = try launcherVolumes()
    spec.volumes = volumes.volumes
    spec.initContainers = initContainers
    spec.containers = [try computeContainer(volumes)] + containers
    if configuration.allows(.dockerSELinuxMCSWorkaround) { relaxCategories(of: &spec.containers) }
    pod.spec = spec
    return pod
  }

  private var containers: [Core.Container] {
    containerDiskContainers + virtiofsContainers + hookSidecarContainers
  }

  private var initContainers: [Core.Container] {
    (guestConsoleLog.map { [$0] } ?? []) + containerDiskInitContainers
  }

  /// The pod is not ready while its guest is paused.
  private static var unpausedGate: Core.PodReadinessGate {
    var gate = Core.PodReadinessGate()
    gate.conditionType = "kubevirt.io/virtual-machine-unpaused"
    return gate
  }

  /// Host name, DNS, service account and runtime class.
  private func setIdentity(_ pod: inout Core.PodSpec) {
    pod.hostname = instance.hostname
    pod.subdomain = spec.subdomain
    pod.dnsPolicy = spec.dnsPolicy
    pod.dnsConfig = spec.dnsConfig
    pod.resourceClaims = spec.resourceClaims
    let account = spec.volumes.lazy.compactMap(\.serviceAccount).first?.serviceAccountName ?? ""
    pod.serviceAccountName = account
    pod.automountServiceAccountToken = !account.isEmpty || isInServiceMesh
    if !configuration.defaultRuntimeClass.isEmpty { pod.runtimeClassName = configuration.defaultRuntimeClass }
  }

  /// Whether Istio is asked to put its proxy into the pod; the proxy needs the service account's token.
  private var isInServiceMesh: Bool {
    instance.metadata.annotations?[LauncherPodMetadata.istioInjection]?.lowercased() == "true"
  }

  /// Secrets of container disks and of the kernel's image, and that of the launcher's; each once.
  private var imagePullSecrets: [LocalObjectReference] {
    var names = spec.volumes.compactMap { $0.containerDisk?.imagePullSecret }
    if let kernel = kernelBootContainer { names.append(kernel.imagePullSecret) }
    names.append(settings.imagePullSecret)
    var seen: Set<String> = [""]
    return names.filter { seen.insert($0).inserted }.map { name in
      var reference = LocalObjectReference()
      reference.name = name
      return reference
    }
  }
}
