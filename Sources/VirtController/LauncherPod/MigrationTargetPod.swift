import Admission
import Kube
import KubeTypes
import VirtTypes

/// What a pod that an instance migrates to has beside that of a first start.
extension LauncherPodPlan {
  func prepare(
    _ pod: inout Core.Pod, for migration: V1.VirtualMachineInstanceMigration, from source: MigrationSource
  ) {
    pod.metadata.labels = (pod.metadata.labels ?? [:]).merging([KubeVirtNames.migrationJobUID: migration.metadata.uid])
    {
      $1
    }
    pod.metadata.annotations = (pod.metadata.annotations ?? [:])
      .merging([KubeVirtNames.migrationJobName: migration.metadata.name]) { $1 }
    avoidSourceNode(&pod)
    // What the template needs wins over what the migration adds.
    var selector = migration.spec.addedNodeSelector ?? [:]
    selector.merge(pod.spec.nodeSelector ?? [:]) { $1 }
    for label in labels(ofCPU: source.node) { selector[label] = "true" }
    pod.spec.nodeSelector = selector
    if given.migrations?.matchSELinuxLevelOnMigration != false, let level = instance.selinuxLevel {
      var context = pod.spec.securityContext ?? Core.PodSecurityContext()
      var options = context.seLinuxOptions ?? Core.SELinuxOptions()
      options.level = level
      context.seLinuxOptions = options
      pod.spec.securityContext = context
    }
  }

  /// No second pod of the instance on the node where one is.
  private func avoidSourceNode(_ pod: inout Core.Pod) {
    var selector = LabelSelector()
    selector.matchLabels = [KubeVirtNames.createdBy: instance.metadata.uid]
    var term = PodAffinityTerm()
    term.labelSelector = selector
    term.topologyKey = "kubernetes.io/hostname"
    var affinity = pod.spec.affinity ?? Affinity()
    var antiAffinity = affinity.podAntiAffinity ?? PodAntiAffinity()
    antiAffinity.requiredDuringSchedulingIgnoredDuringExecution.append(term)
    affinity.podAntiAffinity = antiAffinity
    pod.spec.affinity = affinity
  }

  /// A guest that was given the model of its node's CPU needs that model and its features on the other node.
  private func labels(ofCPU node: Core.Node) -> [String] {
    var labels: [String] = []
    for label in (node.metadata.labels ?? [:]).keys.sorted() {
      if label.hasPrefix("cpu-vendor.node.kubevirt.io/") { labels.append(label) }
      guard ["", "host-model"].contains(domain.cpu?.model ?? "") else { continue }
      if let model = label.suffix(after: "host-model-cpu.node.kubevirt.io/") {
        labels.append("cpu-model-migration.node.kubevirt.io/\(model)")
      } else if let feature = label.suffix(after: "host-model-required-features.node.kubevirt.io/") {
        labels.append("cpu-feature.node.kubevirt.io/\(feature)")
      }
    }
    return labels
  }
}

extension V1.VirtualMachineInstance {
  /// The level of the launcher's SELinux context (`user:role:type:level`), which may have colons itself.
  fileprivate var selinuxLevel: String? {
    let parts = status.selinuxContext.split(separator: ":", maxSplits: 3)
    return parts.count == 4 ? String(parts[3]) : nil
  }
}

extension MigrationSource {
  /// The very images that containers of disks run, by container, so that the guest finds the same disk again.
  var pinnedImages: [String: String] {
    var images: [String: String] = [:]
    for status in pod.status.containerStatuses where status.name.hasPrefix("volume") {
      let image = status.imageID.suffix(after: "docker-pullable://") ?? status.imageID
      if image.contains("@") { images[status.name] = image }
    }
    return images
  }
}

extension String {
  /// What follows a prefix; nil where the text does not begin with it.
  fileprivate func suffix(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
