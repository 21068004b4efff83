import Kube
import VirtTypes

/// On which nodes the pod may run: Kubernetes' own rules of pods, every cause of kind "invalid".
///
/// Paths leave out `affinity`, and topology constraints' selectors the position; programs know them so.
extension SpecRules {
  mutating func checkAffinity(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let affinity = spec.affinity else { return }
    if let nodes = affinity.nodeAffinity { check(nodes) }
    if let pods = affinity.podAffinity {
      check(
        pods.requiredDuringSchedulingIgnoredDuringExecution,
        pods.preferredDuringSchedulingIgnoredDuringExecution, "podAffinity")
    }
    if let pods = affinity.podAntiAffinity {
      check(
        pods.requiredDuringSchedulingIgnoredDuringExecution,
        pods.preferredDuringSchedulingIgnoredDuringExecution, "podAntiAffinity")
    }
  }

  mutating func checkTopologySpread(_ spec: V1.VirtualMachineInstanceSpec) {
    var following: [[String]: Int] = [:]
    for constraint in spec.topologySpreadConstraints { following[constraint.identity, default: 0] += 1 }
    for (index, constraint) in spec.topologySpreadConstraints.enumerated() {
      following[constraint.identity, default: 0] -= 1
      let field = path("topologySpreadConstraints[\(index)]")
      if constraint.maxSkew <= 0 { invalid("\(field).maxSkew", "is \(constraint.maxSkew), must be at least 1") }
      if constraint.topologyKey.isEmpty {
        invalid("\(field).topologyKey", "must not be empty")
      } else {
        checkLabelKey(constraint.topologyKey, "\(field).topologyKey")
      }
      if !["DoNotSchedule", "ScheduleAnyway"].contains(constraint.whenUnsatisfiable) {
        invalid(
          "\(field).whenUnsatisfiable",
          "is \"\(constraint.whenUnsatisfiable)\", must be DoNotSchedule or ScheduleAnyway")
      }
      if let selector = constraint.labelSelector {
        check(selector, path("topologySpreadConstraints.labelSelector"))
      }
      if following[constraint.identity, default: 0] > 0 {
        invalid(
          "\(field).{topologyKey, whenUnsatisfiable}",
          "is {\(constraint.topologyKey), \(constraint.whenUnsatisfiable)}, which another constraint has already")
      }
    }
  }

  private mutating func check(_ nodes: NodeAffinity) {
    if let required = nodes.requiredDuringSchedulingIgnoredDuringExecution {
      let field = path("nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms")
      if required.nodeSelectorTerms.isEmpty { invalid(field, "must hold at least one term") }
      for (index, term) in required.nodeSelectorTerms.enumerated() { check(term, "\(field)[\(index)]") }
    }
    for (index, preferred) in nodes.preferredDuringSchedulingIgnoredDuringExecution.enumerated() {
      let field = path("nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[\(index)]")
      checkWeight(preferred.weight, field)
      check(preferred.preference, "\(field).preference")
    }
  }

  private mutating func check(_ term: NodeSelectorTerm, _ field: String) {
    for (index, requirement) in term.matchExpressions.enumerated() {
      checkExpression(requirement, "\(field).matchExpressions[\(index)]")
    }
    for (index, requirement) in term.matchFields.enumerated() {
      checkField(requirement, "\(field).matchFields[\(index)]")
    }
  }

  private mutating func checkExpression(_ requirement: NodeSelectorRequirement, _ field: String) {
    switch requirement.operator {
    case "In", "NotIn":
      if requirement.values.isEmpty { invalid("\(field).values", "must hold a value for \(requirement.operator)") }
    case "Exists", "DoesNotExist":
      if !requirement.values.isEmpty { invalid("\(field).values", "must be empty for \(requirement.operator)") }
    case "Gt", "Lt":
      if requirement.values.count != 1 {
        invalid("\(field).values", "must hold exactly one value for \(requirement.operator)")
      }
    default:
      invalid(
        "\(field).operator",
        "is \"\(requirement.operator)\", must be In, NotIn, Exists, DoesNotExist, Gt or Lt")
    }
    checkLabelKey(requirement.key, "\(field).key")
  }

  private mutating func checkField(_ requirement: NodeSelectorRequirement, _ field: String) {
    switch requirement.operator {
    case "In", "NotIn":
      if requirement.values.count != 1 {
        invalid("\(field).values", "must hold exactly one value for \(requirement.operator)")
      }
    default: invalid("\(field).operator", "is \"\(requirement.operator)\", must be In or NotIn")
    }
    guard requirement.key == "metadata.name" else {
      return invalid("\(field).key", "is \"\(requirement.key)\", must be metadata.name")
    }
    for (index, name) in requirement.values.enumerated() {
      for fault in NameFaults.ofSubdomain(name) { invalid("\(field).values[\(index)]", fault) }
    }
  }

  private mutating func check(
    _ required: [PodAffinityTerm], _ preferred: [WeightedPodAffinityTerm], _ member: String
  ) {
    for (index, term) in required.enumerated() {
      check(term, path("\(member).requiredDuringSchedulingIgnoredDuringExecution[\(index)]"))
    }
    for (index, weighted) in preferred.enumerated() {
      let field = path("\(member).preferredDuringSchedulingIgnoredDuringExecution[\(index)]")
      checkWeight(weighted.weight, field)
      check(weighted.podAffinityTerm, "\(field).podAffinityTerm")
    }
  }

  private mutating func check(_ term: PodAffinityTerm, _ field: String) {
    if let selector = term.labelSelector { check(selector, "\(field).labelSelector") }
    if let selector = term.namespaceSelector { check(selector, "\(field).namespaceSelector") }
    for name in term.namespaces {
      for fault in NameFaults.ofLabel(name) { invalid("\(field).namespace", fault) }
    }
    if term.topologyKey.isEmpty { invalid("\(field).topologyKey", "must not be empty") }
    checkLabelKey(term.topologyKey, "\(field).topologyKey")
  }

  private mutating func checkWeight(_ weight: Int32, _ field: String) {
    if !(1...100).contains(weight) { invalid("\(field).weight", "is \(weight), must be 1 to 100") }
  }
}

extension TopologySpreadConstraint {
  /// What no two constraints may have in common.
  fileprivate var identity: [String] { [topologyKey, whenUnsatisfiable] }
}

/// Selectors by labels.
extension SpecRules {
  private mutating func check(_ selector: LabelSelector, _ field: String) {
    for (key, value) in (selector.matchLabels ?? [:]).sorted(by: { $0.key < $1.key }) {
      checkLabelKey(key, "\(field).matchLabels")
      checkLabelValue(value, "\(field).matchLabels")
    }
    for (index, requirement) in selector.matchExpressions.enumerated() {
      let field = "\(field).matchExpressions[\(index)]"
      switch requirement.operator {
      case "In", "NotIn":
        if requirement.values.isEmpty {
          invalid("\(field).values", "must hold a value for \(requirement.operator)")
        }
      case "Exists", "DoesNotExist":
        if !requirement.values.isEmpty { invalid("\(field).values", "must be empty for \(requirement.operator)") }
      default:
        invalid(
          "\(field).operator", "is \"\(requirement.operator)\", must be In, NotIn, Exists or DoesNotExist")
      }
      checkLabelKey(requirement.key, "\(field).key")
      for (position, value) in requirement.values.enumerated() {
        checkLabelValue(value, "\(field).values[\(position)]")
      }
    }
  }

  private mutating func checkLabelKey(_ key: String, _ field: String) {
    for fault in NameFaults.ofLabelKey(key) { invalid(field, fault) }
  }

  private mutating func checkLabelValue(_ value: String, _ field: String) {
    for fault in NameFaults.ofLabelValue(value) { invalid(field, fault) }
  }
}
