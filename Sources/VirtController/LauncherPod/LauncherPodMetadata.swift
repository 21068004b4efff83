import Kube
import KubeTypes
import VirtTypes

/// Keys of labels and annotations that only launcher pods have.
enum LauncherPodMetadata {
  static let hostnameLabel = "vm.kubevirt.io/name"
  static let instanceLabel = "vmi.kubevirt.io/id"
  static let istioInjection = "sidecar.istio.io/inject"
  static let defaultContainer = "kubectl.kubernetes.io/default-container"
  static let migratesOverUnixSockets = "kubevirt.io/migrationTransportUnix"
  static let evictOnly = "descheduler.alpha.kubernetes.io/request-evict-only"
  static let networks = "k8s.v1.cni.cncf.io/networks"
  static let memoryOverhead = "kubevirt.io/memory-overhead-bytes"
  /// Interfaces whose traffic Istio treats as coming from outside; the second is the newer name.
  static let istioInterfaces = ["traffic.sidecar.istio.io/kubevirtInterfaces", "istio.io/reroute-virtual-interfaces"]
  /// Annotations of an instance that say nothing about its pod.
  static let notCopied = [
    "kubectl.kubernetes.io", KubeVirtNames.storageObservedAPIVersion, KubeVirtNames.latestObservedAPIVersion,
  ]
}

extension LauncherPodPlan {
  func metadata() throws(LauncherPodError) -> ObjectMeta {
    var metadata = ObjectMeta()
    metadata.generateName = "virt-launcher-\(instance.metadata.name)-"
    metadata.namespace = instance.metadata.namespace
    metadata.labels = labels
    metadata.annotations = try annotations()
    metadata.ownerReferences = [owner]
    return metadata
  }

  private var owner: OwnerReference {
    var owner = OwnerReference()
    owner.apiVersion = "kubevirt.io/v1"
    owner.kind = "VirtualMachineInstance"
    owner.name = instance.metadata.name
    owner.uid = instance.metadata.uid
    owner.controller = true
    owner.blockOwnerDeletion = true
    return owner
  }

  private var labels: [String: String] {
    var labels = instance.metadata.labels ?? [:]
    labels[KubeVirtNames.component] = KubeVirtNames.launcher
    labels[KubeVirtNames.createdBy] = instance.metadata.uid
    labels[LauncherPodMetadata.hostnameLabel] = instance.hostname
    labels[LauncherPodMetadata.instanceLabel] = instance.nameAsLabel
    if let injection = instance.metadata.annotations?[LauncherPodMetadata.istioInjection] {
      labels[LauncherPodMetadata.istioInjection] = injection
    }
    return labels
  }

  private func annotations() throws(LauncherPodError) -> [String: String] {
    var annotations = (instance.metadata.annotations ?? [:]).filter { key, _ in
      !LauncherPodMetadata.notCopied.contains { key.hasPrefix($0) }
    }
    annotations[KubeVirtNames.domain] = instance.metadata.name
    annotations[LauncherPodMetadata.defaultContainer] = "compute"
    annotations[LauncherPodMetadata.migratesOverUnixSockets] = "true"
    annotations[LauncherPodMetadata.evictOnly] = ""
    annotations.merge(BackupHooks.annotations(of: instance)) { _, hook in hook }
    annotations.merge(try networkAnnotations()) { _, network in network }
    if configuration.allows(.vmiMemoryOverheadReport) {
      annotations[LauncherPodMetadata.memoryOverhead] = "\(memoryOverhead.value)"
    }
    return annotations
  }
}
