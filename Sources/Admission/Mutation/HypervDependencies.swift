import VirtTypes

/// Hyper-V enlightenments that need others: what is missing is turned on, what is off stays off (and is refused).
enum HypervDependencies {
  static func apply(to domain: inout V1.DomainSpec) {
    guard var hyperv = domain.features?.hyperv else { return }
    let isComplete = setDependencies(&hyperv)
    domain.features?.hyperv = hyperv
    if isComplete, let evmcs = hyperv.evmcs, evmcs.enabled ?? true { requireVMX(&domain) }
  }

  /// The first dependency that is off ends it, and false is returned.
  private static func setDependencies(_ hyperv: inout V1.FeatureHyperv) -> Bool {
    require(&hyperv.vapic, by: hyperv.evmcs?.enabled)
      && require(&hyperv.vpindex, by: hyperv.ipi?.enabled)
      && require(&hyperv.vpindex, by: hyperv.tlbflush?.enabled)
      && require(&hyperv.synic, by: hyperv.synictimer?.enabled)
      && require(&hyperv.vpindex, by: hyperv.synic?.enabled)
  }

  private static func require(_ feature: inout V1.FeatureState?, by dependent: Bool?) -> Bool {
    guard dependent == true else { return true }
    if feature?.enabled == nil { feature = .on }
    return feature?.enabled == true
  }

  private static func requireVMX(_ domain: inout V1.DomainSpec) {
    var cpu = domain.cpu ?? V1.CPU()
    if let index = cpu.features.firstIndex(where: { $0.name == "vmx" }) {
      cpu.features[index].policy = "require"
    } else {
      var feature = V1.CPUFeature()
      feature.name = "vmx"
      feature.policy = "require"
      cpu.features.append(feature)
    }
    domain.cpu = cpu
  }
}

extension V1.FeatureState {
  static var on: V1.FeatureState {
    var state = V1.FeatureState()
    state.enabled = true
    return state
  }
}
