import VirtTypes

/// Hyper-V enlightenments that need others: what is missing is turned on, what is off stays off (and is refused).
enum HypervDependencies {
  static func apply(to domain: inout V1.DomainSpec) {
    guard var hyperv = domain.features?.hyperv else { return }
    let on = V1.FeatureState.on
    if hyperv.evmcs?.enabled == true {
      if hyperv.vapic == nil { hyperv.vapic = on }
      requireVMX(&domain)
    }
    if hyperv.synictimer?.enabled == true, hyperv.synic == nil { hyperv.synic = on }
    let needsIndex =
      hyperv.ipi?.enabled == true || hyperv.tlbflush?.enabled == true || hyperv.synic?.enabled == true
    if needsIndex, hyperv.vpindex == nil { hyperv.vpindex = on }
    domain.features?.hyperv = hyperv
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
