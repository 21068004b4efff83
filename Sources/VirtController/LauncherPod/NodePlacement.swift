import Admission
import Kube
import KubeTypes
import VirtTypes

/// Which nodes can run the instance.
extension LauncherPodPlan {
  func setPlacement(_ pod: inout Core.PodSpec) {
    pod.nodeSelector = nodeSelector
    pod.affinity = affinity
    pod.tolerations = spec.tolerations
    pod.topologySpreadConstraints = spec.topologySpreadConstraints
    pod.schedulerName = spec.schedulerName
    pod.priorityClassName = spec.priorityClassName
  }

  /// What every instance needs, then the cluster's selector, the instance's own, and the labels of what it needs; the
  /// later win.
  private var nodeSelector: [String: String] {
    var selector = [KubeVirtNames.schedulable: "true"]
    if !spec.architecture.isEmpty { selector["kubernetes.io/arch"] = spec.architecture.lowercased() }
    selector.merge(given.developerConfiguration?.nodeSelectors ?? [:]) { $1 }
    selector.merge(spec.nodeSelector ?? [:]) { $1 }
    for label in neededLabels { selector[label] = "true" }
    return selector
  }

  private var neededLabels: [String] {
    machineLabels + cpuLabels + hypervLabels + launchSecurityLabels + timerLabels
  }

  private var machineLabels: [String] {
    let type = instance.status.machine?.type ?? domain.machine?.type ?? ""
    return type.isEmpty ? [] : ["machine-type.node.kubevirt.io/\(type)"]
  }

  private var cpuLabels: [String] {
    guard let cpu = domain.cpu else { return [] }
    var labels: [String] = []
    if !cpu.model.isEmpty, !["host-model", "host-passthrough"].contains(cpu.model) {
      labels.append("cpu-model.node.kubevirt.io/\(cpu.model)")
    }
    labels += cpu.features.filter { ["", "require"].contains($0.policy) }.map { Self.featureLabel($0.name) }
    if cpu.dedicatedCpuPlacement { labels.append("kubevirt.io/cpumanager") }
    if cpu.realtime != nil { labels.append("kubevirt.io/realtime") }
    return labels
  }

  private static func featureLabel(_ name: String) -> String { "cpu-feature.node.kubevirt.io/\(name)" }

  /// Hyper-V enlightenments that not every kernel has, when nodes are to be checked for them.
  private var hypervLabels: [String] {
    guard configuration.allows(.hypervStrictCheck), let hyperv = domain.features?.hyperv else { return [] }
    let needed: [(String, Bool?)] = [
      ("vpindex", hyperv.vpindex?.enabled), ("runtime", hyperv.runtime?.enabled), ("reset", hyperv.reset?.enabled),
      ("synic", hyperv.synic?.enabled), ("synictimer", hyperv.synictimer?.enabled),
      ("frequencies", hyperv.frequencies?.enabled), ("reenlightenment", hyperv.reenlightenment?.enabled),
      ("tlbflush", hyperv.tlbflush?.enabled), ("ipi", hyperv.ipi?.enabled),
    ]
    var labels = needed.filter { $0.1 == true }.map { "hyperv.node.kubevirt.io/\($0.0)" }
    if let evmcs = hyperv.evmcs, evmcs.enabled != false { labels.append("cpu-vendor.node.kubevirt.io/Intel") }
    return labels
  }

  private var launchSecurityLabels: [String] {
    guard let security = domain.launchSecurity else { return [] }
    var labels: [String] = []
    if security.sev != nil || security.snp != nil { labels.append("kubevirt.io/sev") }
    if security.sev?.policy?.encryptedState == true { labels.append("kubevirt.io/sev-es") }
    if security.snp != nil { labels.append("kubevirt.io/sev-snp") }
    if security.tdx != nil { labels.append("kubevirt.io/tdx") }
    if spec.architecture == "s390x" { labels.append("kubevirt.io/s390-pv") }
    return labels
  }

  /// The frequency of the time stamp counter that the guest was promised, if it relies on it.
  private var timerLabels: [String] {
    let isInvariant = domain.cpu?.features.contains { $0.name == "invtsc" && ["require", "force"].contains($0.policy) }
    let isReenlightened = domain.features?.hyperv?.reenlightenment?.enabled
    guard isInvariant == true || isReenlightened == true,
      let frequency = instance.status.topologyHints?.tscFrequency, frequency > 0
    else { return [] }
    return ["scheduling.node.kubevirt.io/tsc-frequency-\(frequency)"]
  }

  /// The instance's affinity with the labels that a node must not have, in every term that a node could match.
  private var affinity: Affinity? {
    let unwanted = unwantedLabels.map { label in
      var requirement = NodeSelectorRequirement()
      requirement.key = label
      requirement.operator = "DoesNotExist"
      return requirement
    }
    guard !unwanted.isEmpty else { return spec.affinity }
    var affinity = spec.affinity ?? Affinity()
    var nodeAffinity = affinity.nodeAffinity ?? NodeAffinity()
    var required = nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution ?? NodeSelector()
    if required.nodeSelectorTerms.isEmpty { required.nodeSelectorTerms = [NodeSelectorTerm()] }
    for index in required.nodeSelectorTerms.indices {
      required.nodeSelectorTerms[index].matchExpressions += unwanted
    }
    nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution = required
    affinity.nodeAffinity = nodeAffinity
    return affinity
  }

  private var unwantedLabels: [String] {
    guard let cpu = domain.cpu else { return [Self.obsoleteHostModel] }
    let model = ["", "host-model"].contains(cpu.model) ? [Self.obsoleteHostModel] : []
    return model + cpu.features.filter { $0.policy == "forbid" }.map { Self.featureLabel($0.name) }
  }

  /// Nodes whose CPU model has no name that others would understand.
  private static let obsoleteHostModel = "node-labeller.kubevirt.io/obsolete-host-model"
}
