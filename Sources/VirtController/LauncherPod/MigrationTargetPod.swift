import Admission
import JSON
import Kube
import KubeTypes
import VirtTypes

/// What a pod that an instance migrates to has beside that of a first start.
extension LauncherPodPlan {
  func prepare(
    _ pod: inout Core.Pod, for migration: V1.VirtualMachineInstanceMigration, from source: MigrationSource
  ) throws(LauncherPodError) {
    pod.metadata.labels = (pod.metadata.labels ?? [:])
      .merging([KubeVirtNames.migrationJobUID: migration.metadata.uid]) { $1 }
    pod.metadata.annotations = (pod.metadata.annotations ?? [:])
      .merging([KubeVirtNames.migrationJobName: migration.metadata.name]) { $1 }
    avoidSourceNode(&pod)
    // What the template needs wins over what the migration adds.
    var selector = migration.spec.addedNodeSelector ?? [:]
    selector.merge(pod.spec.nodeSelector ?? [:]) { $1 }
    if domain.cpu?.model == "host-model" { selector.merge(try hostModelLabels(source)) { $1 } }
    if !selector.keys.contains(where: isVendorLabel),
      let vendor = source.node.metadata.labels?.keys.first(where: isVendorLabel)
    {
      selector[vendor] = "true"
    }
    pod.spec.nodeSelector = selector
    if given.migrations?.matchSELinuxLevelOnMigration != false { try matchLevel(&pod) }
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

  /// Guests don't survive a change between makers of CPUs.
  private func isVendorLabel(_ label: String) -> Bool { label.hasPrefix("cpu-vendor.node.kubevirt.io/") }

  /// The model and features of the node where the guest first started: it was given that CPU and keeps it.
  private func hostModelLabels(_ source: MigrationSource) throws(LauncherPodError) -> [String: String] {
    let feature = "cpu-feature.node.kubevirt.io/"
    let model = "cpu-model-migration.node.kubevirt.io/"
    // After a first migration the node is not the one where it started; its pod says what that one had.
    let known = (source.pod.spec.nodeSelector ?? [:]).filter { $0.key.hasPrefix(feature) || $0.key.hasPrefix(model) }
    if !known.isEmpty { return known }
    var labels: [String: String] = [:]
    for (label, value) in source.node.metadata.labels ?? [:] {
      if let name = label.suffix(after: "host-model-cpu.node.kubevirt.io/") { labels[model + name] = value }
      if let name = label.suffix(after: "host-model-required-features.node.kubevirt.io/") {
        labels[feature + name] = value
      }
    }
    guard labels.keys.contains(where: { $0.hasPrefix(model) }) else {
      throw .hostModelUnknown(node: source.node.metadata.name)
    }
    return labels
  }

  /// Files that both pods use carry the source's categories.
  private func matchLevel(_ pod: inout Core.Pod) throws(LauncherPodError) {
    let context = instance.status.selinuxContext
    if context == "none" { return }  // The node is without SELinux.
    let parts = context.split(separator: ":", maxSplits: 3)  // user:role:type:level, with colons in the level.
    guard parts.count == 4 else { throw .securityContextUnknown(instance: instance.metadata.name) }
    var security = pod.spec.securityContext ?? Core.PodSecurityContext()
    var options = security.seLinuxOptions ?? Core.SELinuxOptions()
    options.level = String(parts[3])
    security.seLinuxOptions = options
    pod.spec.securityContext = security
  }
}

// The very images that containers of disks run, so that the guest finds the same disk again
extension LauncherPodPlan {
  /// By volume.
  func images(runBy pod: Core.Pod) throws(LauncherPodError) -> [String: String] {
    var images: [String: String] = [:]
    for volume in spec.volumes { images[volume.name] = volume.containerDisk?.image }
    if let kernel = kernelBootContainer { images[LauncherVolumeNames.kernelBoot] = kernel.image }
    var statuses = pod.status.containerStatuses
    if usesImageVolumes {
      statuses += pod.status.initContainerStatuses
      for volume in pod.spec.volumes where images[volume.name] != nil {
        if let reference = volume.image?.reference, reference.contains("@sha256:") { images[volume.name] = reference }
      }
    }
    for status in statuses {
      guard let volume = status.name.suffix(after: "volume"), let image = images[volume] else { continue }
      guard let digest = Self.digest(status.imageID) else { throw .imageUnknown(container: status.name) }
      images[volume] = Self.repository(image) + "@sha256:" + digest
    }
    return images
  }

  /// The 64 hexadecimal digits at the end of an image's identifier.
  private static func digest(_ imageID: String) -> String? {
    guard let digits = imageID.split(separator: ":").last, digits.count == 64,
      digits.utf8.allSatisfy({
        ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f"))
      }),
      imageID.hasSuffix("sha256:\(digits)")
    else { return nil }
    return String(digits)
  }

  /// An image's name without tag and digest.
  private static func repository(_ image: String) -> String {
    if let digest = image.split(separator: "@", maxSplits: 1).first, digest.count < image.count {
      return String(digest)
    }
    guard let colon = image.lastIndex(of: ":"), image.lastIndex(of: "/").map({ $0 < colon }) ?? true else {
      return image
    }
    return String(image[..<colon])
  }
}

extension MigrationSource {
  /// Whether Multus calls the pod's interfaces net1, net2 …, as older releases asked it to.
  var namesInterfacesByOrder: Bool {
    let text = pod.metadata.annotations?["k8s.v1.cni.cncf.io/network-status"] ?? ""
    let statuses = (try? JSONValue(parsing: text))?.array ?? []
    return statuses.contains { status in
      guard let number = status["interface"]?.string?.suffix(after: "net"), !number.isEmpty else { return false }
      return number.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
  }
}

extension String {
  /// What follows a prefix; nil where the text does not begin with it.
  fileprivate func suffix(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
